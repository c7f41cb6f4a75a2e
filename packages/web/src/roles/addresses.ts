import type { OpenCoalition } from "../coalitions/coalition.ts";

type Place = Pick<OpenCoalition, "slug">;

/** Address of the roles. */
export const rolesPath = ({ slug }: Place): string => `/${slug}/rollen`;
/** Address of the division of tasks. */
export const divisionPath = (place: Place): string => `${rolesPath(place)}?weergave=taakverdeling`;
/** Address of the map of roles. */
export const roleMapPath = (place: Place): string => `${rolesPath(place)}?weergave=kaart`;
/** Address of what each person of the own organisation does. */
export const peoplePath = (place: Place): string => `${rolesPath(place)}?weergave=personen`;
/** Address of one role. */
export const rolePath = (place: Place, id: string): string => `${rolesPath(place)}/${id}`;
