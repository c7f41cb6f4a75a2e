import type { OpenCoalition } from "../coalitions/coalition.ts";

/** Address of the register of agreements. */
export const registerPath = ({ slug }: Pick<OpenCoalition, "slug">): string => `/${slug}/afspraken`;
/** Address of an agreement. */
export const agreementPath = (coalition: Pick<OpenCoalition, "slug">, number: string): string => `${registerPath(coalition)}/${number}`;
/** Address where its open version is written. */
export const writePath = (coalition: OpenCoalition, number: string): string => `${agreementPath(coalition, number)}/schrijven`;
/** Address of a new proposal; from a template, or as a copy of another agreement. */
export const newPath = (coalition: OpenCoalition, from?: { readonly template?: string; readonly copy?: string }): string => {
  const query = from?.template ? `?sjabloon=${from.template}` : from?.copy ? `?kopie=${from.copy}` : "";
  return `${registerPath(coalition)}/nieuw${query}`;
};
