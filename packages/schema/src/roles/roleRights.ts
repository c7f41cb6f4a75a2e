import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { mayWrite } from "../tasks/rights.ts";
import { holdersOn, roleLimits, type SeatFacts, SeatState } from "./role.ts";

const isCoordinator = ({ accessRole }: Viewer) => accessRole === AccessRole.COALITION_COORDINATOR || accessRole === AccessRole.PARTNER_COORDINATOR;

/** C9: the coordinator of the coalition makes, changes and retires roles. */
export const mayManageRoles = ({ accessRole }: Viewer): boolean => accessRole === AccessRole.COALITION_COORDINATOR;
/** C9: partners and members propose a role; the coordinator of the coalition confirms it. */
export const mayProposeRole = mayWrite;
export const mayProposeHolder = mayWrite;

/** C9: the coordinator changes what a role says; a proposal also the organisation that made it. */
export const mayEditRole = (viewer: Viewer, role: { readonly isProposed: boolean; readonly createdByOrganisationId: string | null }): boolean =>
  mayManageRoles(viewer) || (mayProposeRole(viewer) && role.isProposed && role.createdByOrganisationId === viewer.organisationId);
/** D8: links of a role also by the organisations that hold it. */
export const mayLinkRole = (viewer: Viewer, role: Parameters<typeof mayEditRole>[1], seats: readonly SeatFacts[], day: string): boolean =>
  mayEditRole(viewer, role) || (mayWrite(viewer) && holdersOn(seats, day).some(({ organisationId }) => organisationId === viewer.organisationId));

/** D10: a retired role comes back by the coordinator, and within five working days by any partner coordinator. */
export const mayRestoreRole = (viewer: Viewer, workingDaysAgo: number): boolean =>
  mayManageRoles(viewer) || (isCoordinator(viewer) && workingDaysAgo <= roleLimits.restoreWorkingDays);

/** INV-03 and C9: the organisation itself, by a coordinator or by the named person. */
export function mayAnswerSeat(viewer: Viewer, seat: Pick<SeatFacts, "organisationId" | "membershipId">): boolean {
  if (!mayWrite(viewer) || seat.organisationId !== viewer.organisationId) return false;
  return isCoordinator(viewer) || seat.membershipId === viewer.membershipId;
}

/** A proposal that is still open is taken back by whoever made it. */
export const mayWithdrawSeat = (viewer: Viewer, seat: Pick<SeatFacts, "state"> & { readonly proposedByOrganisationId: string | null }): boolean =>
  mayWrite(viewer) && seat.state === SeatState.PROPOSED && seat.proposedByOrganisationId === viewer.organisationId;

/** T13: the holder of the parent role chooses; without one a coordinator of the coalition does. */
export function mayChooseHolder(viewer: Viewer, parentSeats: readonly SeatFacts[], day: string): boolean {
  if (!mayWrite(viewer)) return false;
  const holders = holdersOn(parentSeats, day);
  if (holders.length === 0) return mayManageRoles(viewer);
  return holders.some(({ organisationId, membershipId, deputyMembershipId }) => {
    if (membershipId === viewer.membershipId || deputyMembershipId === viewer.membershipId) return true;
    return membershipId === null && organisationId === viewer.organisationId && isCoordinator(viewer);
  });
}
