import { AccessRole, Capability, type Viewer } from "./coalition.ts";

/** What rights over an organisation depend on. */
export interface OrganisationFacts {
  readonly id: string;
  readonly parentId: string | null;
}

/** Name, working style, time zone, new partners: coordinators of the coalition. */
export const mayManageCoalition = ({ accessRole }: Viewer): boolean => accessRole === AccessRole.COALITION_COORDINATOR;

/** An organisation and its people: coordinators of the coalition, or of the partner itself for itself and its departments. */
export function mayManageOrganisation(viewer: Viewer, { id, parentId }: OrganisationFacts): boolean {
  if (mayManageCoalition(viewer)) return true;
  return viewer.accessRole === AccessRole.PARTNER_COORDINATOR && (viewer.organisationId === id || viewer.organisationId === parentId);
}

/** Rights that reach beyond one organisation are given and taken by coordinators of the coalition only. */
export function mayGiveRights(viewer: Viewer, accessRole: AccessRole, capabilities: readonly Capability[]): boolean {
  if (mayManageCoalition(viewer)) return true;
  return accessRole !== AccessRole.COALITION_COORDINATOR && !capabilities.includes(Capability.PRIVACY);
}
