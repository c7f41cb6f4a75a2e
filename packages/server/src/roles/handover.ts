import { EventType, HandoverKind, HandoverState, mayCancelHandover, mayDecideHandover, mayHandOverAll, roleLimits, type Viewer } from "@wijkbord/schema";
import {
  type CancelHandoverInput,
  type DecideHandoverInput,
  HandoverItem,
  HandoverOverview,
  type HandoverRequest,
  type HandOverAllInput,
  type RequestHandoverInput,
} from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, optionalText, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { namePerson } from "../tasks/letters.ts";
import { HandoverTable } from "./handover.tables.ts";
import { heldBy, type Held, type Holder } from "./held.ts";
import { boardIdsOf, difference, loadSeat } from "./roleWork.ts";
import { seatPerson } from "./seats.ts";
import { takeAgreement, takeLetter, takeOverSeat } from "./takeOver.ts";

/** Boards on which a request shows. */
async function placeOf(
  change: LoggedWork,
  { kind, objectId, aboutId }: Pick<HandoverRequest, "kind" | "objectId" | "aboutId">,
): Promise<{ taskId: string | null; boardIds: string[] }> {
  if (kind === HandoverKind.ROLE_SEAT) return { taskId: null, boardIds: await boardIdsOf(change, (await loadSeat(change, objectId)).role) };
  if (kind === HandoverKind.AGREEMENT) return { taskId: null, boardIds: [] };
  const rows = await change.em.execute<{ board_id: string }[]>("select board_id from task_placement where task_id = ? and coalition_id = ?", [
    aboutId,
    change.coalition.id,
  ]);
  return { taskId: aboutId, boardIds: rows.map(({ board_id: id }) => id) };
}

async function record(change: LoggedWork, request: HandoverRequest, type: EventType): Promise<void> {
  request.version += 1;
  const { id, version, kind, aboutId, fromOrganisationId, toOrganisationId, state } = request;
  const changes = [
    difference("state", null, state),
    difference("kind", null, kind),
    difference("aboutId", null, aboutId),
    difference("fromOrganisationId", null, fromOrganisationId),
    difference("toOrganisationId", null, toOrganisationId),
  ];
  change.record({ type, target: { type: "HandoverRequest", id }, version, changes, ...(await placeOf(change, request)) });
}

/** The organisation that is asked, and the member of it. */
async function expectReceiver({ em, coalition, now }: Change, toOrganisationId: string, toMembershipId: string | null): Promise<void> {
  if (!(await em.count(OrganisationTable, { id: toOrganisationId, coalitionId: coalition.id, leftOn: null }))) throw notFound("toOrganisationId");
  const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
  if (toMembershipId !== null && !(await em.count(MembershipTable, { id: toMembershipId, organisationId: toOrganisationId, ...live })))
    throw notFound("toMembershipId");
}

interface Asked {
  readonly toOrganisationId: string;
  readonly toMembershipId: string | null;
  readonly reason: string | null;
}

async function ask(change: Change, held: Held, fromOrganisationId: string, asked: Asked): Promise<HandoverRequest> {
  const { kind, objectId, aboutId } = held;
  const { em, coalition, actor, now } = change;
  const request = em.create(HandoverTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    kind,
    objectId,
    aboutId,
    fromOrganisationId,
    ...asked,
    answer: null,
    state: HandoverState.OPEN,
    requestedByMembershipId: actor.membershipId,
    createdAt: now,
    decidedAt: null,
    version: 0,
  });
  await record(change, request, EventType.HANDOVER_REQUESTED);
  return request;
}

const heldFor = ({ em, actor, now, coalition }: Change, holder: Holder) => heldBy(em, actor, holder, now, coalition.timeZone);
const openOf = (em: EntityManager, coalitionId: string, fromOrganisationId: string) =>
  em.find(HandoverTable, { coalitionId, fromOrganisationId, state: HandoverState.OPEN });

/** Asks another organisation to take one thing over; the own one stays until it says yes. */
export async function requestHandover(change: Change, input: RequestHandoverInput): Promise<string> {
  const { actor, em } = change;
  const own = await heldFor(change, { organisationId: actor.organisationId, membershipId: null });
  const held = own.find(({ kind, objectId }) => kind === input.kind && objectId === input.objectId);
  if (!held) throw notFound("objectId");
  if (!held.mayHandOver) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  const toMembershipId = input.toMembershipId ?? null;
  if (input.toOrganisationId === actor.organisationId) throw invalid("toOrganisationId", "OWN_ORGANISATION");
  await expectReceiver(change, input.toOrganisationId, toMembershipId);
  const open = (await openOf(em, actor.coalitionId, actor.organisationId)).find(({ objectId }) => objectId === input.objectId);
  if (open) throw ruleBroken("C4", [{ code: "HANDOVER_OPEN", objectId: open.id }]);
  const reason = optionalText("reason", input.reason, roleLimits.reason);
  return (await ask(change, held, actor.organisationId, { toOrganisationId: input.toOrganisationId, toMembershipId, reason })).id;
}

async function load({ em, coalition }: Change, id: string): Promise<HandoverRequest> {
  const request = await em.findOne(HandoverTable, { id, coalitionId: coalition.id });
  if (!request) throw notFound("handoverId");
  return request;
}

function expectOpen({ id, version, state }: HandoverRequest, expected: number): void {
  if (state !== HandoverState.OPEN) throw ruleBroken("C4", [{ code: "NOT_OPEN", objectId: id }]);
  if (version > expected) throw conflict(version, ["HANDOVER"], { state });
}

const takes = { [HandoverKind.TASK_LETTER]: takeLetter, [HandoverKind.ROLE_SEAT]: takeOverSeat, [HandoverKind.AGREEMENT]: takeAgreement };

/** The asked organisation takes it over, or not. */
export async function decideHandover(change: Change, input: DecideHandoverInput): Promise<string> {
  const request = await load(change, input.handoverId);
  if (!mayDecideHandover(change.actor, request)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectOpen(request, input.expectedVersion);
  request.answer = optionalText("reason", input.reason, roleLimits.reason);
  request.state = input.accept ? HandoverState.ACCEPTED : HandoverState.DECLINED;
  request.decidedAt = change.now;
  if (input.accept) await takes[request.kind](change, request);
  await record(change, request, EventType.HANDOVER_DECIDED);
  return request.id;
}

async function cancel(change: LoggedWork, request: HandoverRequest): Promise<void> {
  request.state = HandoverState.CANCELLED;
  request.decidedAt = change.now;
  await record(change, request, EventType.HANDOVER_DECIDED);
}

/** Takes an own request back. */
export async function cancelHandover(change: Change, input: CancelHandoverInput): Promise<string> {
  const request = await load(change, input.handoverId);
  if (!mayCancelHandover(change.actor, request)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  expectOpen(request, input.expectedVersion);
  await cancel(change, request);
  return request.id;
}

/** An organisation that leaves neither asks nor is asked any more. */
export async function cancelAllOf(change: LoggedWork, organisationId: string): Promise<void> {
  const open = await change.em.find(HandoverTable, {
    coalitionId: change.coalition.id,
    state: HandoverState.OPEN,
    $or: [{ fromOrganisationId: organisationId }, { toOrganisationId: organisationId }],
  });
  for (const request of open) await cancel(change, request);
}

/** E11: everything of an organisation or one member in one step; within the own organisation the other member takes over at once. */
export async function handOverAll(change: Change, input: HandOverAllInput): Promise<string> {
  const { actor, em } = change;
  const { organisationId, toOrganisationId } = input;
  const [membershipId, toMembershipId] = [input.membershipId ?? null, input.toMembershipId ?? null];
  if (!mayHandOverAll(actor, organisationId, membershipId)) throw notAllowed("NOT_YOUR_ORGANISATION");
  if (organisationId === toOrganisationId && toMembershipId === null) throw invalid("toMembershipId", "REQUIRED");
  await expectReceiver(change, toOrganisationId, toMembershipId);
  const reason = optionalText("reason", input.reason, roleLimits.reason);
  const asked = new Set((await openOf(em, actor.coalitionId, organisationId)).map(({ objectId }) => objectId));
  for (const held of await heldFor(change, { organisationId, membershipId })) {
    if (organisationId !== toOrganisationId) {
      if (!asked.has(held.objectId)) await ask(change, held, organisationId, { toOrganisationId, toMembershipId, reason });
    } else if (held.kind === HandoverKind.TASK_LETTER) await namePerson(change, held.objectId, toMembershipId);
    else if (held.kind === HandoverKind.ROLE_SEAT) await seatPerson(change, held.objectId, toMembershipId);
  }
  return organisationId;
}

/** What is still open of an organisation or one member. */
export async function overviewOf(em: EntityManager, viewer: Viewer, holder: Holder, now: Date, timeZone: string): Promise<HandoverOverview> {
  const requests = new Map((await openOf(em, viewer.coalitionId, holder.organisationId)).map((request) => [request.objectId, request]));
  const held = await heldBy(em, viewer, holder, now, timeZone);
  const items = held.map(({ mayHandOver: _, ...item }) => Object.assign(new HandoverItem(), item, { request: requests.get(item.objectId) ?? null }));
  const waitingCount = items.filter(({ request }) => request !== null).length;
  return Object.assign(new HandoverOverview(), { ...holder, items, waitingCount, openCount: items.length - waitingCount });
}
