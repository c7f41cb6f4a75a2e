import type { EventType, Viewer } from "@wijkbord/schema";
import { Visibility } from "@wijkbord/schema";
import type { Coalition, FieldChange, Problem } from "@wijkbord/schema/types";
import { LockMode } from "@mikro-orm/core";
import { v7 as uuidv7 } from "uuid";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { notify } from "../notifications/notify.ts";
import type { Clock } from "../time/clock.ts";
import { EventTable, ReceiptTable } from "./event.table.ts";
import { isKnownId } from "./ids.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";

export interface NewEvent {
  type: EventType;
  target: { type: string; id: string };
  taskId?: string | null;
  boardIds?: string[];
  version?: number | null;
  changes?: FieldChange[];
  visibility?: Visibility;
  organisationId?: string | null;
  undoes?: string | null;
}

/** What every change works with: rows and events of one transaction. */
export interface LoggedWork {
  readonly em: EntityManager;
  readonly coalition: Coalition;
  readonly now: Date;
  /** Adds an event; its number is taken when the work is done. */
  record(event: NewEvent): void;
}

/** One accepted change in the making, by a member. */
export interface Change extends LoggedWork {
  readonly actor: Viewer;
}

/** What a change answers: the object and the number it got, or the problem. */
export type Outcome = { objectId: string; asOfSequence: number } | { problem: Problem };

export interface ChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Called after commit. */
  readonly wake: (coalitionId: string) => void;
  /** The changes are those of partners of the demo who move by themselves. */
  readonly byDemo?: boolean;
}

/** For so long a repeat of a change answers with its first result. */
export const receiptDays = 30;
const day = 86_400_000;

/** Locks the coalition: changes of one coalition follow each other and never deadlock. */
async function lockCoalition(em: EntityManager, coalitionId: string): Promise<Coalition> {
  const coalition = await em.findOne(CoalitionTable, { id: coalitionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!coalition) throw notFound("coalitionId");
  return coalition;
}

/** Gives the events of a change their numbers and writes them. */
export function writeEvents(
  { em, coalition, now }: LoggedWork,
  events: readonly NewEvent[],
  actorMembershipId: string | null,
  clientMutationId: string | null,
  byDemo = false,
): void {
  for (const event of events) {
    coalition.sequence += 1;
    em.create(EventTable, {
      id: uuidv7(),
      coalitionId: coalition.id,
      sequence: coalition.sequence,
      type: event.type,
      occurredAt: now,
      actorMembershipId,
      targetType: event.target.type,
      targetId: event.target.id,
      taskId: event.taskId ?? null,
      boardIds: event.boardIds ?? [],
      visibility: event.visibility ?? Visibility.COALITION,
      organisationId: event.organisationId ?? null,
      version: event.version ?? null,
      changes: event.changes ?? [],
      clientMutationId,
      undoes: event.undoes ?? null,
      byDemo,
    });
  }
}

/** The first outcome of a change that is repeated; one older than 30 days is forgotten. */
export async function knownOutcome(em: EntityManager, actorKey: string, clientMutationId: string, now: Date): Promise<Outcome | null> {
  const receipt = await em.findOne(ReceiptTable, { actorKey, clientMutationId });
  if (!receipt) return null;
  if (now.getTime() - receipt.createdAt.getTime() <= receiptDays * day) return { objectId: receipt.objectId, asOfSequence: receipt.asOfSequence };
  await em.nativeDelete(ReceiptTable, { id: receipt.id });
  return null;
}

/** Keeps the outcome of a change for a repeat. */
export function keepOutcome({ em, coalition, now }: LoggedWork, actorKey: string, clientMutationId: string, objectId: string): void {
  em.create(ReceiptTable, { id: uuidv7(), actorKey, clientMutationId, objectId, asOfSequence: coalition.sequence, createdAt: now });
}

/**
 * Runs one change: rows and events in one transaction, numbers consecutive and in commit order.
 * A repeat with the same `clientMutationId` answers with the first outcome.
 */
export async function change(
  deps: ChangeDeps,
  actor: Viewer,
  clientMutationId: string | null | undefined,
  work: (change: Change) => Promise<string>,
): Promise<Outcome> {
  try {
    if (clientMutationId && !isKnownId(clientMutationId)) throw invalid("clientMutationId", "NOT_A_UUID");
    const outcome = await deps.database.transaction(async (em) => {
      const coalition = await lockCoalition(em, actor.coalitionId);
      const actorKey = actor.membershipId;
      const now = deps.clock.now();
      const known = clientMutationId ? await knownOutcome(em, actorKey, clientMutationId, now) : null;
      if (known) return known;
      const events: NewEvent[] = [];
      const making: Change = { em, actor, coalition, now, record: (event) => events.push(event) };
      const objectId = await work(making);
      writeEvents(making, events, actor.membershipId, clientMutationId ?? null, deps.byDemo);
      await notify(making, events, actor.membershipId);
      if (clientMutationId) keepOutcome(making, actorKey, clientMutationId, objectId);
      return { objectId, asOfSequence: coalition.sequence };
    });
    deps.wake(actor.coalitionId);
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

/** Runs a change of the system itself: no actor, same transaction, lock and numbers. */
export async function systemChange(deps: ChangeDeps, coalitionId: string, work: (change: LoggedWork) => Promise<void>): Promise<void> {
  await deps.database.transaction(async (em) => {
    const coalition = await lockCoalition(em, coalitionId);
    const events: NewEvent[] = [];
    const making: LoggedWork = { em, coalition, now: deps.clock.now(), record: (event) => events.push(event) };
    await work(making);
    writeEvents(making, events, null, null);
    await notify(making, events, null);
  });
  deps.wake(coalitionId);
}
