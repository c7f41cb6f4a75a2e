import { dayIn, EventType, holdersOn, roleState, RoleState, SeatEnd, SeatState } from "@wijkbord/schema";
import type { CoalitionRole, FieldChange, RoleAssignment } from "@wijkbord/schema/types";
import type { LoggedWork } from "../activity/change.ts";
import { notFound, ruleBroken } from "../activity/refusal.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { RoleAssignmentTable, RoleTable } from "./role.tables.ts";

/** A role with its seats, oldest first, and the boards on which it shows. */
export interface LoadedRole {
  readonly role: CoalitionRole;
  readonly seats: RoleAssignment[];
  readonly boardIds: string[];
}

/** The calendar day in the coalition. */
export const todayIn = ({ now, coalition }: Pick<LoggedWork, "now" | "coalition">): string => dayIn(now, coalition.timeZone);

/** Boards on which a role shows: its own, else those of its neighbourhoods. */
export async function boardIdsOf(
  { em }: Pick<LoggedWork, "em">,
  { coalitionId, boardId, areaCodes }: Pick<CoalitionRole, "coalitionId" | "boardId" | "areaCodes">,
): Promise<string[]> {
  if (boardId !== null) return [boardId];
  if (areaCodes.length === 0) return [];
  return (await em.find(BoardTable, { coalitionId, areaCode: { $in: areaCodes }, archivedAt: null }, { orderBy: { id: "asc" } })).map(({ id }) => id);
}

/** Roles with their seats. */
export async function loadRoles(work: LoggedWork, ids: readonly string[]): Promise<LoadedRole[]> {
  const place = { coalitionId: work.coalition.id };
  const roles = await work.em.find(RoleTable, { id: { $in: [...ids] }, ...place }, { orderBy: { id: "asc" } });
  const seats = Map.groupBy(
    await work.em.find(RoleAssignmentTable, { ...place, roleId: { $in: [...ids] } }, { orderBy: { createdAt: "asc", id: "asc" } }),
    ({ roleId }) => roleId,
  );
  return Promise.all(roles.map(async (role) => ({ role, seats: seats.get(role.id) ?? [], boardIds: await boardIdsOf(work, role) })));
}

/** One role; unknown and foreign ones answer alike. */
export async function loadRole(work: LoggedWork, id: string, field: string): Promise<LoadedRole> {
  const [loaded] = await loadRoles(work, [id]);
  if (!loaded) throw notFound(field);
  return loaded;
}

/** A seat with its role. */
export async function loadSeat(work: LoggedWork, id: string, field = "seatId"): Promise<LoadedRole & { seat: RoleAssignment }> {
  const found = await work.em.findOne(RoleAssignmentTable, { id, coalitionId: work.coalition.id });
  if (!found) throw notFound(field);
  const loaded = await loadRole(work, found.roleId, field);
  return { ...loaded, seat: loaded.seats.find((seat) => seat.id === id) ?? found };
}

/** Refuses what a role that is retired, or not confirmed yet, cannot have. */
export function expectLiveRole({ role }: Pick<LoadedRole, "role">): void {
  if (role.state === RoleState.RETIRED) throw ruleBroken("C7.3", [{ code: "ROLE_RETIRED", objectId: role.id }]);
  if (role.isProposed) throw ruleBroken("C7.3", [{ code: "NOT_CONFIRMED", objectId: role.id }]);
}

export const difference = (field: string, before: unknown, after: unknown): FieldChange => ({ field, before, after });

/** Records an event about a role and raises its version. */
export function recordRole(work: LoggedWork, { role, boardIds }: LoadedRole, type: EventType, changes: FieldChange[] = []): void {
  role.version += 1;
  role.updatedAt = work.now;
  work.record({ type, target: { type: "CoalitionRole", id: role.id }, boardIds, version: role.version, changes });
}

/** Records an event about a seat of a role. */
export function recordSeat(work: LoggedWork, loaded: LoadedRole, seat: RoleAssignment, type: EventType, changes: FieldChange[] = []): void {
  seat.version += 1;
  recordRole(work, loaded, type, [difference("seatId", null, seat.id), difference("organisationId", null, seat.organisationId), ...changes]);
}

const stateEvents: Readonly<Partial<Record<RoleState, EventType>>> = {
  [RoleState.OPEN]: EventType.ROLE_OPENED,
  [RoleState.FILLED]: EventType.ROLE_FILLED,
  [RoleState.VACANT]: EventType.ROLE_VACANT,
};

/** INV-06: gives a role the state that follows from its seats, and says so in the same transaction. */
export function settleRole(work: LoggedWork, loaded: LoadedRole): void {
  const { role, seats } = loaded;
  const before = role.state;
  const after = roleState(role.retiredAt !== null, seats, todayIn(work));
  if (before === after) return;
  role.state = after;
  const type = stateEvents[after];
  if (type) recordRole(work, loaded, type, [difference("state", before, after)]);
}

/** Ends a seat that is held, or declines one that was asked. */
export function closeSeat(work: LoggedWork, loaded: LoadedRole, seat: RoleAssignment, reason: SeatEnd, note: string | null = null): void {
  const before = seat.state;
  const today = todayIn(work);
  const held = before === SeatState.CURRENT;
  seat.state = held ? SeatState.ENDED : SeatState.DECLINED;
  if (held && (seat.endsOn === null || seat.endsOn > today)) seat.endsOn = today;
  seat.endReason = reason;
  if (note !== null) seat.endNote = note;
  recordSeat(work, loaded, seat, held ? EventType.ROLE_HOLDER_ENDED : EventType.ROLE_HOLDER_DECLINED, [
    difference("state", before, seat.state),
    difference("endReason", null, reason),
  ]);
}

/** INV-05: refuses with those who hold the role now. */
export const roleFull = (work: LoggedWork, { seats }: LoadedRole) =>
  ruleBroken(
    "INV-05",
    (holdersOn(seats, todayIn(work)).length > 0 ? holdersOn(seats, todayIn(work)) : seats.filter(({ state }) => state === SeatState.CURRENT)).map(
      ({ organisationId }) => ({ code: "ROLE_FULL", objectId: organisationId }),
    ),
  );
