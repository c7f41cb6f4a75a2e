import { addDays } from "../agreements/deadlines.ts";
import { HandoverState } from "../roles/handover.ts";
import { holdersOn, roleLimits, RoleState, SeatState, vacantFrom } from "../roles/role.ts";
import { mayChooseHolder, mayManageRoles } from "../roles/roleRights.ts";
import {
  AttentionAction,
  type AttentionAgreement,
  type AttentionEntry,
  type AttentionHandover,
  AttentionKind,
  type AttentionPlace,
  type AttentionPromise,
  AttentionReach,
  type AttentionRole,
  type AttentionSeat,
} from "./attention.ts";

type Base = Omit<AttentionEntry, "kind" | "reach" | "action">;
const about = ({ id, name, version, createdAt }: AttentionRole): Base => ({
  aboutType: "CoalitionRole",
  aboutId: id,
  title: name,
  number: null,
  boardId: null,
  organisationId: null,
  letter: null,
  since: createdAt,
  dueOn: null,
  count: 1,
  objectId: id,
  objectVersion: version,
});
const withSeat = (role: AttentionRole, { id, version, organisationId, createdAt }: AttentionSeat): Base => ({
  ...about(role),
  objectId: id,
  objectVersion: version,
  organisationId,
  since: createdAt,
});
const reachOf = ({ viewer }: AttentionPlace, membershipId: string | null) =>
  membershipId === viewer.membershipId ? AttentionReach.ME : AttentionReach.ORGANISATION;
const candidates = ({ seats }: AttentionRole) => seats.filter(({ state }) => state === SeatState.ACCEPTED);

/** Seats that wait for the yes of the own organisation. */
export const seatsAsked = (roles: readonly AttentionRole[], place: AttentionPlace): AttentionEntry[] =>
  roles.flatMap((role) =>
    role.seats
      .filter(({ state, organisationId }) => state === SeatState.PROPOSED && organisationId === place.viewer.organisationId)
      .map((seat) => ({ kind: AttentionKind.SEAT_ASKED, reach: reachOf(place, seat.membershipId), action: AttentionAction.ACCEPT, ...withSeat(role, seat) })),
  );

/** Organisations said yes and wait to be chosen: one line per role, for who chooses; of several everybody sees that a choice is open. */
export const rolesToChoose = (roles: readonly AttentionRole[], place: AttentionPlace): AttentionEntry[] =>
  roles.flatMap((role) => {
    const waiting = candidates(role);
    const chooses = mayChooseHolder(place.viewer, role.parentSeats, place.today);
    if (waiting.length === 0 || (waiting.length === 1 && !chooses)) return [];
    const kind = waiting.length > 1 ? AttentionKind.SEVERAL_WANT_ROLE : AttentionKind.ROLE_TO_CHOOSE;
    return [
      {
        kind,
        reach: chooses ? AttentionReach.ME : AttentionReach.COALITION,
        action: chooses ? AttentionAction.CHOOSE : AttentionAction.LOOK,
        ...about(role),
        count: waiting.length,
      },
    ];
  });

/** Proposed roles, for the coordinator of the coalition. */
export const rolesToConfirm = (roles: readonly AttentionRole[], { viewer }: AttentionPlace): AttentionEntry[] =>
  mayManageRoles(viewer)
    ? roles
        .filter(({ isProposed }) => isProposed)
        .map((role) => ({ kind: AttentionKind.ROLE_TO_CONFIRM, reach: AttentionReach.ME, action: AttentionAction.CONFIRM, ...about(role) }))
    : [];

/** Nobody holds the role, now or ever. */
export const rolesVacant = (roles: readonly AttentionRole[], _place: AttentionPlace): AttentionEntry[] =>
  roles
    .filter((role) => !role.isProposed && (role.state === RoleState.VACANT || role.state === RoleState.OPEN) && candidates(role).length === 0)
    .map((role) => ({ kind: AttentionKind.ROLE_VACANT, reach: AttentionReach.COALITION, action: AttentionAction.PROPOSE, ...about(role) }));

/** Nobody holds the role any more within thirty days. */
export const rolesEnding = (roles: readonly AttentionRole[], { today }: AttentionPlace): AttentionEntry[] =>
  roles.flatMap((role) => {
    const from = role.state === RoleState.FILLED && candidates(role).length === 0 ? vacantFrom(role.seats, today) : null;
    if (from === null || from > addDays(today, roleLimits.endingDays)) return [];
    return [{ kind: AttentionKind.ROLE_ENDING, reach: AttentionReach.COALITION, action: AttentionAction.PROPOSE, ...about(role), dueOn: from }];
  });

/** The own organisation holds a role that nobody fills. */
export const seatsEmpty = (roles: readonly AttentionRole[], place: AttentionPlace): AttentionEntry[] =>
  roles.flatMap((role) =>
    holdersOn(role.seats, place.today)
      .filter(({ organisationId, membershipId }) => organisationId === place.viewer.organisationId && membershipId === null)
      .map((seat) => ({ kind: AttentionKind.SEAT_EMPTY, reach: AttentionReach.ORGANISATION, action: AttentionAction.NAME_SOMEBODY, ...withSeat(role, seat) })),
  );

/** Something that another organisation asks the own one to take over. */
export const handoversAsked = (handovers: readonly AttentionHandover[], place: AttentionPlace): AttentionEntry[] =>
  handovers
    .filter(({ state, toOrganisationId }) => state === HandoverState.OPEN && toOrganisationId === place.viewer.organisationId)
    .map(({ id, version, aboutType, aboutId, title, toOrganisationId, toMembershipId, createdAt }) => ({
      kind: AttentionKind.HANDOVER_ASKED,
      reach: reachOf(place, toMembershipId),
      action: AttentionAction.ANSWER,
      objectId: id,
      objectVersion: version,
      aboutType,
      aboutId,
      title,
      number: null,
      boardId: null,
      organisationId: toOrganisationId,
      letter: null,
      since: createdAt,
      dueOn: null,
      count: 1,
    }));

/** Agreements that wait for an answer, signature, confirmation or form of the own organisation. */
export const agreementsWaiting = (agreements: readonly AttentionAgreement[], { viewer }: AttentionPlace): AttentionEntry[] =>
  agreements.map(({ id, number, title, version, updatedAt }) => ({
    kind: AttentionKind.AGREEMENT_WAITS,
    reach: AttentionReach.ORGANISATION,
    action: AttentionAction.ANSWER,
    objectId: id,
    objectVersion: version,
    aboutType: "ProcessAgreement",
    aboutId: id,
    title,
    number,
    boardId: null,
    organisationId: viewer.organisationId,
    letter: null,
    since: updatedAt,
    dueOn: null,
    count: 1,
  }));

/** D9: what somebody of the own organisation said in a meeting. */
export const promisesToConfirm = (promises: readonly AttentionPromise[], { viewer }: AttentionPlace): AttentionEntry[] =>
  promises
    .filter(({ organisationId }) => organisationId === viewer.organisationId)
    .map(({ id, version, meetingId, taskId, title, organisationId, letter, createdAt }) => ({
      kind: AttentionKind.PROMISE_TO_CONFIRM,
      reach: AttentionReach.ORGANISATION,
      action: AttentionAction.CONFIRM,
      objectId: id,
      objectVersion: version,
      aboutType: "Task",
      aboutId: taskId,
      title,
      number: null,
      boardId: null,
      organisationId,
      letter,
      since: createdAt,
      dueOn: null,
      meetingId,
      count: 1,
    }));
