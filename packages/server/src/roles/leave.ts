import { EventType, isOpenSeat, SeatEnd, SeatState } from "@wijkbord/schema";
import type { Change, LoggedWork } from "../activity/change.ts";
import { cancelAllOf } from "./handover.ts";
import { RoleAssignmentTable } from "./role.tables.ts";
import { closeSeat, difference, loadRoles, recordSeat, settleRole } from "./roleWork.ts";

const open = { $in: [SeatState.PROPOSED, SeatState.ACCEPTED, SeatState.CURRENT] };

/** INV-20, INV-06: an organisation that leaves holds no role; a role that nobody holds now is vacant. */
export async function vacateAllOf(change: Change, organisationId: string): Promise<void> {
  await cancelAllOf(change, organisationId);
  const held = await change.em.find(RoleAssignmentTable, { coalitionId: change.coalition.id, organisationId, state: open });
  for (const loaded of await loadRoles(
    change,
    held.map(({ roleId }) => roleId),
  )) {
    for (const seat of loaded.seats.filter((each) => each.organisationId === organisationId && isOpenSeat(each)))
      closeSeat(change, loaded, seat, SeatEnd.PARTNER_LEFT);
    settleRole(change, loaded);
  }
}

/** T13: a person who leaves leaves the seat empty; the organisation goes on holding the role, and the deputy acts. */
export async function emptySeatsOf(work: LoggedWork, membershipIds: readonly string[]): Promise<void> {
  const gone = new Set(membershipIds);
  const ids = { $in: [...gone] };
  const named = await work.em.find(RoleAssignmentTable, {
    coalitionId: work.coalition.id,
    state: open,
    $or: [{ membershipId: ids }, { deputyMembershipId: ids }],
  });
  for (const loaded of await loadRoles(
    work,
    named.map(({ roleId }) => roleId),
  )) {
    for (const seat of loaded.seats.filter(isOpenSeat)) {
      const changes = (["membershipId", "deputyMembershipId"] as const).flatMap((field) =>
        gone.has(seat[field] ?? "") ? [difference(field, seat[field], null)] : [],
      );
      if (changes.length === 0) continue;
      for (const { field } of changes) Object.assign(seat, { [field]: null });
      recordSeat(work, loaded, seat, EventType.SEAT_CHANGED, changes);
    }
  }
}
