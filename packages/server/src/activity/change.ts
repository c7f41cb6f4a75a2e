import type { EventType, Viewer } from "@wijkbord/schema";
import { Visibility } from "@wijkbord/schema";
import type { Coalition, FieldChange, Problem } from "@wijkbord/schema/types";
import { LockMode } from "@mikro-orm/core";
import { v7 as uuidv7 } from "uuid";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import type { Clock } from "../time/clock.ts";
import { EventTable, ReceiptTable } from "./event.table.ts";
import { notFound, Refusal } from "./refusal.ts";

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

/** One accepted change in the making: rows and events of one transaction. */
export interface Change {
  readonly em: EntityManager;
  readonly actor: Viewer;
  readonly coalition: Coalition;
  readonly now: Date;
  /** Adds an event; its number is taken when the work is done. */
  record(event: NewEvent): void;
}

/** What a change answers: the object and the number it got, or the problem. */
export type Outcome = { objectId: string; asOfSequence: number } | { problem: Problem };

export interface ChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Called after commit. */
  readonly wake: (coalitionId: string) => void;
}

/**
 * Runs one change: rows and events in one transaction, numbers consecutive and in commit order.
 * The coalition row is locked first, so changes of one coalition follow each other and never deadlock.
 * A repeat with the same `clientMutationId` answers with the first outcome.
 */
export async function change(
  deps: ChangeDeps,
  actor: Viewer,
  clientMutationId: string | undefined,
  work: (change: Change) => Promise<string>,
): Promise<Outcome> {
  try {
    const outcome = await deps.database.transaction(async (em) => {
      const coalition = await em.findOne(CoalitionTable, { id: actor.coalitionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!coalition) throw notFound("coalitionId");
      const actorKey = actor.membershipId;
      if (clientMutationId) {
        const receipt = await em.findOne(ReceiptTable, { actorKey, clientMutationId });
        if (receipt) return { objectId: receipt.objectId, asOfSequence: receipt.asOfSequence };
      }
      const now = deps.clock.now();
      const events: NewEvent[] = [];
      const objectId = await work({ em, actor, coalition, now, record: (event) => events.push(event) });
      for (const event of events) {
        coalition.sequence += 1;
        em.create(EventTable, {
          id: uuidv7(),
          coalitionId: coalition.id,
          sequence: coalition.sequence,
          type: event.type,
          occurredAt: now,
          actorMembershipId: actor.membershipId,
          targetType: event.target.type,
          targetId: event.target.id,
          taskId: event.taskId ?? null,
          boardIds: event.boardIds ?? [],
          visibility: event.visibility ?? Visibility.COALITION,
          organisationId: event.organisationId ?? null,
          version: event.version ?? null,
          changes: event.changes ?? [],
          clientMutationId: clientMutationId ?? null,
          undoes: event.undoes ?? null,
        });
      }
      if (clientMutationId) {
        em.create(ReceiptTable, { id: uuidv7(), actorKey, clientMutationId, objectId, asOfSequence: coalition.sequence, createdAt: now });
      }
      return { objectId, asOfSequence: coalition.sequence };
    });
    deps.wake(actor.coalitionId);
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}
