import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { mayWrite } from "../tasks/rights.ts";

export enum HandoverKind {
  TASK_LETTER = "TASK_LETTER",
  ROLE_SEAT = "ROLE_SEAT",
  AGREEMENT = "AGREEMENT",
}
export enum HandoverState {
  OPEN = "OPEN",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  CANCELLED = "CANCELLED",
}

/** What rights on a request depend on. */
export interface HandoverFacts {
  readonly kind: HandoverKind;
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  readonly toMembershipId: string | null;
}

const coordinates = ({ accessRole }: Viewer) => accessRole === AccessRole.COALITION_COORDINATOR || accessRole === AccessRole.PARTNER_COORDINATOR;

/** INV-03: only the organisation that is asked says yes or no: its coordinator, the person who is asked, or for a task without a person any member. */
export function mayDecideHandover(viewer: Viewer, { kind, toOrganisationId, toMembershipId }: HandoverFacts): boolean {
  if (!mayWrite(viewer) || viewer.organisationId !== toOrganisationId) return false;
  if (coordinates(viewer) || toMembershipId === viewer.membershipId) return true;
  return kind === HandoverKind.TASK_LETTER && toMembershipId === null;
}

/** The organisation that asked takes its request back. */
export const mayCancelHandover = (viewer: Viewer, { fromOrganisationId }: HandoverFacts): boolean =>
  mayWrite(viewer) && viewer.organisationId === fromOrganisationId;
/** Everything of an organisation is handed over by its coordinator; what one person does, also by that person. */
export const mayHandOverAll = (viewer: Viewer, organisationId: string, membershipId: string | null): boolean =>
  mayWrite(viewer) && viewer.organisationId === organisationId && (coordinates(viewer) || membershipId === viewer.membershipId);
