import {
  addDays,
  addMonths,
  DecisionKind,
  EventType,
  fullestDay,
  isOpenSeat,
  Letter,
  mayAnswerSeat,
  mayChooseHolder,
  mayProposeHolder,
  mayWithdrawSeat,
  roleLimits,
  SeatEnd,
  SeatState,
} from "@wijkbord/schema";
import type {
  AcceptRoleInput,
  ChangeSeatInput,
  ChooseRoleHolderInput,
  ProposeRoleHolderInput,
  ResignRoleInput,
  RoleAssignment,
  SeatActInput,
} from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, optionalText, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { decide } from "../meetings/decide.ts";
import { organisationFor } from "../tasks/giveLetter.ts";
import { RoleAssignmentTable } from "./role.tables.ts";
import {
  closeSeat,
  difference,
  expectLiveRole,
  type LoadedRole,
  loadRole,
  loadRoles,
  loadSeat,
  recordSeat,
  roleFull,
  settleRole,
  todayIn,
} from "./roleWork.ts";

const { PROPOSED, ACCEPTED, CURRENT, DECLINED } = SeatState;

/** Live members of the organisation, by the field that names them. */
async function expectPeople({ em, now }: Change, organisationId: string, membershipId: string | null, deputyMembershipId: string | null): Promise<void> {
  if (membershipId !== null && membershipId === deputyMembershipId) throw invalid("deputyMembershipId", "SAME_PERSON");
  for (const [field, id] of [
    ["membershipId", membershipId],
    ["deputyMembershipId", deputyMembershipId],
  ] as const) {
    if (id !== null && !(await em.count(MembershipTable, { id, organisationId, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] })))
      throw notFound(field);
  }
}

function expectSeat({ version, state, membershipId, deputyMembershipId, endsOn }: RoleAssignment, expected: number): void {
  if (version > expected) throw conflict(version, ["SEAT"], { state, membershipId, deputyMembershipId, endsOn });
}

/** T13: whether the actor chooses who holds the role. */
export async function choosesHolder(change: Change, { role }: Pick<LoadedRole, "role">): Promise<boolean> {
  const parents = role.parentRoleId === null ? [] : await loadRoles(change, [role.parentRoleId]);
  return mayChooseHolder(
    change.actor,
    parents.flatMap(({ seats }) => seats),
    todayIn(change),
  );
}

/** The first day from which a seat is free for good. */
function firstFreeDay({ role, seats }: LoadedRole, from: string): string | null {
  const days = [from, ...seats.flatMap(({ state, endsOn }) => (state === CURRENT && endsOn !== null && endsOn > from ? [endsOn] : []))].toSorted();
  return days.find((day) => fullestDay(seats, day, null) < role.maxHolders) ?? null;
}

/** Makes an organisation that said yes the holder; refused when every seat is taken (INV-05). Recorded as a decision (T13). */
async function takeSeat(change: Change, loaded: LoadedRole, seat: RoleAssignment, wanted: string | null): Promise<void> {
  const { role, seats } = loaded;
  const today = todayIn(change);
  const startsOn = wanted ?? seat.startsOn ?? firstFreeDay(loaded, today);
  if (startsOn === null) throw roleFull(change, loaded);
  const endsOn = seat.endsOn ?? (role.termMonths === null ? null : addMonths(startsOn, role.termMonths));
  if (endsOn !== null && endsOn <= startsOn) throw invalid("startsOn", "ENDS_BEFORE_START");
  if (fullestDay(seats, startsOn, endsOn) >= role.maxHolders) throw roleFull(change, loaded);
  const before = seat.state;
  Object.assign(seat, { state: CURRENT, chosen: true, startsOn, endsOn });
  recordSeat(change, loaded, seat, EventType.ROLE_HOLDER_CHOSEN, [
    difference("state", before, CURRENT),
    difference("startsOn", null, startsOn),
    difference("endsOn", null, endsOn),
  ]);
  if (firstFreeDay(loaded, startsOn) === null) {
    for (const other of seats.filter(({ state }) => state === PROPOSED || state === ACCEPTED)) closeSeat(change, loaded, other, SeatEnd.ANOTHER_CHOSEN);
  }
  const organisation = await change.em.findOneOrFail(OrganisationTable, { id: seat.organisationId });
  const refs = [
    { type: "CoalitionRole", id: role.id },
    { type: "Organisation", id: seat.organisationId },
  ];
  decide(change, { kind: DecisionKind.ROLE, text: `${role.name}: ${organisation.shortName}`, refs, boardIds: loaded.boardIds });
  settleRole(change, loaded);
}

function sayYes(change: Change, loaded: LoadedRole, seat: RoleAssignment): void {
  seat.state = ACCEPTED;
  recordSeat(change, loaded, seat, EventType.ROLE_HOLDER_ACCEPTED, [difference("state", PROPOSED, ACCEPTED)]);
}

/** Proposes an organisation; the own one says yes in the same step, and who may choose chooses in it. */
export async function proposeRoleHolder(change: Change, input: ProposeRoleHolderInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  const loaded = await loadRole(change, input.roleId, "roleId");
  if (!mayProposeHolder(actor)) throw notAllowed("OBSERVER");
  expectLiveRole(loaded);
  const organisationId = await organisationFor(change, input.organisationId, Letter.ACCOUNTABLE, "organisationId");
  const { membershipId = null, deputyMembershipId = null, startsOn = null, endsOn = null } = input;
  await expectPeople(change, organisationId, membershipId, deputyMembershipId);
  if (endsOn !== null && endsOn <= (startsOn ?? todayIn(change))) throw invalid("endsOn", "ENDS_BEFORE_START");
  const again = loaded.seats.find(
    (seat) =>
      isOpenSeat(seat) && seat.organisationId === organisationId && seat.membershipId === membershipId && (seat.state !== CURRENT || seat.endsOn === null),
  );
  if (again) throw ruleBroken("C7.3", [{ code: "ALREADY_ASKED", objectId: again.id }]);
  const chooses = input.choose !== false && (await choosesHolder(change, loaded));
  if (input.choose === true && !chooses) throw notAllowed("NOT_THE_CHOOSER");
  const seat = em.create(RoleAssignmentTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    roleId: loaded.role.id,
    organisationId,
    membershipId,
    deputyMembershipId,
    state: PROPOSED,
    chosen: chooses,
    startsOn,
    endsOn,
    proposedByOrganisationId: actor.organisationId,
    proposedByMembershipId: actor.membershipId,
    note: optionalText("note", input.note, roleLimits.note),
    endReason: null,
    endNote: null,
    announcedFor: null,
    createdAt: now,
    version: 0,
  });
  loaded.seats.push(seat);
  recordSeat(change, loaded, seat, EventType.ROLE_HOLDER_PROPOSED, [difference("state", null, PROPOSED)]);
  if (mayAnswerSeat(actor, seat)) {
    sayYes(change, loaded, seat);
    if (chooses) await takeSeat(change, loaded, seat, null);
  }
  return loaded.role.id;
}

/** Says yes for the own organisation (INV-03). Of two for the last seat one wins; the other hears who holds it (INV-05). */
export async function acceptRole(change: Change, input: AcceptRoleInput): Promise<string> {
  const { seat, ...loaded } = await loadSeat(change, input.seatId);
  const membershipId = input.membershipId ?? seat.membershipId;
  if (!mayAnswerSeat(change.actor, seat)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectLiveRole(loaded);
  if (seat.state === DECLINED && seat.endReason === SeatEnd.ANOTHER_CHOSEN) throw roleFull(change, loaded);
  expectSeat(seat, input.expectedVersion);
  if (seat.state === ACCEPTED || seat.state === CURRENT) return loaded.role.id;
  if (seat.state !== PROPOSED) throw ruleBroken("C7.3", [{ code: "NOT_OPEN", objectId: seat.id }]);
  await expectPeople(change, seat.organisationId, membershipId, seat.deputyMembershipId);
  seat.membershipId = membershipId;
  sayYes(change, loaded, seat);
  if (seat.chosen) await takeSeat(change, loaded, seat, null);
  return loaded.role.id;
}

/** Says no for the own organisation, steps back as a candidate, or takes an own proposal back. */
export async function declineRole(change: Change, input: SeatActInput): Promise<string> {
  const { seat, ...loaded } = await loadSeat(change, input.seatId);
  const own = mayAnswerSeat(change.actor, seat);
  if (!own && !mayWithdrawSeat(change.actor, seat)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectSeat(seat, input.expectedVersion);
  if (seat.state === DECLINED) return loaded.role.id;
  if (seat.state !== PROPOSED && seat.state !== ACCEPTED) throw ruleBroken("C7.3", [{ code: "NOT_OPEN", objectId: seat.id }]);
  closeSeat(change, loaded, seat, own ? SeatEnd.DECLINED : SeatEnd.WITHDRAWN, optionalText("reason", input.reason, roleLimits.reason));
  return loaded.role.id;
}

/** T13: chooses one of those who said yes. */
export async function chooseRoleHolder(change: Change, input: ChooseRoleHolderInput): Promise<string> {
  const { seat, ...loaded } = await loadSeat(change, input.seatId);
  if (!(await choosesHolder(change, loaded))) throw notAllowed("NOT_THE_CHOOSER");
  expectLiveRole(loaded);
  if (seat.state === DECLINED && seat.endReason === SeatEnd.ANOTHER_CHOSEN) throw roleFull(change, loaded);
  expectSeat(seat, input.expectedVersion);
  if (seat.state === CURRENT) return loaded.role.id;
  if (seat.state !== ACCEPTED) throw ruleBroken("C7.3", [{ code: "NOT_ACCEPTED", objectId: seat.id }]);
  await takeSeat(change, loaded, seat, input.startsOn ?? null);
  return loaded.role.id;
}

/** C7.3: gives a role back with notice; the role says from when nobody holds it. */
export async function resignRole(change: Change, input: ResignRoleInput): Promise<string> {
  const { seat, ...loaded } = await loadSeat(change, input.seatId);
  if (!mayAnswerSeat(change.actor, seat)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectSeat(seat, input.expectedVersion);
  if (seat.state !== CURRENT) throw ruleBroken("C7.3", [{ code: "NOT_A_HOLDER", objectId: seat.id }]);
  const today = todayIn(change);
  const endsOn = input.endsOn ?? addDays(today, roleLimits.noticeDays);
  if (endsOn < today) throw invalid("endsOn", "IN_THE_PAST");
  if (endsOn > addDays(today, roleLimits.longestNoticeDays)) throw invalid("endsOn", "OUT_OF_RANGE", roleLimits.longestNoticeDays);
  const note = optionalText("reason", input.reason, roleLimits.reason);
  const before = seat.endsOn;
  Object.assign(seat, { endsOn, endReason: SeatEnd.RESIGNED, endNote: note, announcedFor: endsOn });
  recordSeat(change, loaded, seat, EventType.ROLE_VACANCY_ANNOUNCED, [difference("endsOn", before, endsOn)]);
  if (endsOn <= today || (seat.startsOn !== null && endsOn <= seat.startsOn)) closeSeat(change, loaded, seat, SeatEnd.RESIGNED);
  settleRole(change, loaded);
  return loaded.role.id;
}

/** Says who of the own organisation fills the seat and who stands in; history, tasks and mandate stay with the organisation. */
export async function changeSeat(change: Change, input: ChangeSeatInput): Promise<string> {
  const { seat, ...loaded } = await loadSeat(change, input.seatId);
  if (!mayAnswerSeat(change.actor, seat)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectSeat(seat, input.expectedVersion);
  if (!isOpenSeat(seat)) throw ruleBroken("C7.3", [{ code: "NOT_OPEN", objectId: seat.id }]);
  const membershipId = input.membershipId === undefined ? seat.membershipId : input.membershipId;
  const deputyMembershipId = input.deputyMembershipId === undefined ? seat.deputyMembershipId : input.deputyMembershipId;
  await fillSeat(change, loaded, seat, membershipId, deputyMembershipId);
  return loaded.role.id;
}

/** Names who fills a seat and who stands in. */
async function fillSeat(
  change: Change,
  loaded: LoadedRole,
  seat: RoleAssignment,
  membershipId: string | null,
  deputyMembershipId: string | null,
): Promise<void> {
  await expectPeople(change, seat.organisationId, membershipId, deputyMembershipId);
  const changes = [
    difference("membershipId", seat.membershipId, membershipId),
    difference("deputyMembershipId", seat.deputyMembershipId, deputyMembershipId),
  ].filter(({ before, after }) => before !== after);
  if (changes.length === 0) return;
  Object.assign(seat, { membershipId, deputyMembershipId });
  recordSeat(change, loaded, seat, EventType.SEAT_CHANGED, changes);
}

/** Another member of the same organisation fills a seat; a deputy who does so is no deputy any more. */
export async function seatPerson(change: Change, seatId: string, membershipId: string | null): Promise<void> {
  const { seat, ...loaded } = await loadSeat(change, seatId);
  await fillSeat(change, loaded, seat, membershipId, seat.deputyMembershipId === membershipId ? null : seat.deputyMembershipId);
}
