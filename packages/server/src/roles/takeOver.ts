import { AssignmentState, DecisionKind, EventType, isHeldOn, isOpenSeat, SeatEnd, SeatState } from "@wijkbord/schema";
import type { HandoverRequest, RoleAssignment } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { ruleBroken } from "../activity/refusal.ts";
import { loadAgreement, recordAgreement } from "../agreements/agreementChange.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { decide } from "../meetings/decide.ts";
import { giveLetter, handedOver, organisationFor, settleLetter } from "../tasks/giveLetter.ts";
import { loadOpenTask } from "../tasks/taskChange.ts";
import { RoleAssignmentTable } from "./role.tables.ts";
import { closeSeat, difference, expectLiveRole, loadSeat, recordSeat, settleRole, todayIn } from "./roleWork.ts";

const gone = ({ objectId }: HandoverRequest) => ruleBroken("C4", [{ code: "NOT_HELD_ANY_MORE", objectId }]);
/** A letter that goes over in one step leaves nobody needed in between. */
const inBetween: ReadonlySet<EventType> = new Set([EventType.TASK_NEEDS_ACCOUNTABLE, EventType.TASK_NEEDS_RESPONSIBLE]);

/** The asked organisation gets the letter that the other one had. */
export async function takeLetter(change: Change, request: HandoverRequest): Promise<void> {
  const loaded = await loadOpenTask(change, request.aboutId, "handoverId");
  const held = loaded.assignments.find(({ id }) => id === request.objectId);
  if (!held || held.state !== AssignmentState.ACCEPTED || held.organisationId !== request.fromOrganisationId) throw gone(request);
  await organisationFor(change, request.toOrganisationId, held.letter, "handoverId");
  const quiet: Change = { ...change, record: (event) => (inBetween.has(event.type) ? undefined : change.record(event)) };
  await settleLetter(quiet, loaded, held, AssignmentState.RELEASED, handedOver);
  await change.em.flush();
  await giveLetter(quiet, loaded, request.toOrganisationId, held.letter, { membershipId: request.toMembershipId });
}

function seatFor(change: Change, request: HandoverRequest, old: RoleAssignment): RoleAssignment {
  const resigned = old.endReason === SeatEnd.RESIGNED;
  return change.em.create(RoleAssignmentTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    roleId: old.roleId,
    organisationId: request.toOrganisationId,
    membershipId: request.toMembershipId,
    deputyMembershipId: null,
    state: SeatState.CURRENT,
    chosen: true,
    startsOn: todayIn(change),
    endsOn: resigned ? null : old.endsOn,
    proposedByOrganisationId: request.fromOrganisationId,
    proposedByMembershipId: request.requestedByMembershipId,
    note: request.reason,
    endReason: null,
    endNote: null,
    announcedFor: null,
    createdAt: change.now,
    version: 0,
  });
}

/** The asked organisation holds the role from today on; the role is never vacant in between. */
export async function takeOverSeat(change: Change, request: HandoverRequest): Promise<void> {
  const { seat, ...loaded } = await loadSeat(change, request.objectId, "handoverId");
  if (!isHeldOn(seat, todayIn(change)) || seat.organisationId !== request.fromOrganisationId) throw gone(request);
  expectLiveRole(loaded);
  const already = loaded.seats.find(
    (each) => isOpenSeat(each) && each.organisationId === request.toOrganisationId && each.membershipId === request.toMembershipId,
  );
  if (already) throw ruleBroken("C7.3", [{ code: "ALREADY_ASKED", objectId: already.id }]);
  const next = seatFor(change, request, seat);
  closeSeat(change, loaded, seat, SeatEnd.HANDED_OVER);
  loaded.seats.push(next);
  recordSeat(change, loaded, next, EventType.ROLE_HOLDER_CHOSEN, [difference("state", null, SeatState.CURRENT), difference("startsOn", null, next.startsOn)]);
  const { shortName } = await change.em.findOneOrFail(OrganisationTable, { id: request.toOrganisationId });
  decide(change, {
    kind: DecisionKind.ROLE,
    text: `${loaded.role.name}: ${shortName}`,
    refs: [
      { type: "CoalitionRole", id: loaded.role.id },
      { type: "Organisation", id: request.toOrganisationId },
    ],
    boardIds: loaded.boardIds,
  });
  settleRole(change, loaded);
}

/** The asked organisation owns the agreement from now on; who signed stays bound. */
export async function takeAgreement(change: Change, request: HandoverRequest): Promise<void> {
  const agreement = await loadAgreement(change, request.objectId, "handoverId");
  if (agreement.ownerOrganisationId !== request.fromOrganisationId) throw gone(request);
  agreement.ownerOrganisationId = request.toOrganisationId;
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("ownerOrganisationId", request.fromOrganisationId, request.toOrganisationId)]);
}
