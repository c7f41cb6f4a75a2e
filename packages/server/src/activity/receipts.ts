import { v7 as uuidv7 } from "uuid";
import type { EntityManager } from "../database/database.ts";
import type { Job } from "../time/jobs.ts";
import { type ChangeDeps, receiptDays } from "./change.ts";
import { isKnownId } from "./ids.ts";
import { invalid } from "./refusal.ts";
import { ReceiptTable } from "./event.table.ts";

const day = 86_400_000;

/** Forgets outcomes of changes after 30 days. */
export function forgetReceipts({ database, clock }: Pick<ChangeDeps, "database" | "clock">): Job {
  return {
    name: "receipts",
    async run() {
      const before = new Date(clock.now().getTime() - receiptDays * day);
      await database.read().nativeDelete(ReceiptTable, { createdAt: { $lt: before } });
    },
  };
}

/** Whether a change of somebody's own, which is in no log, is asked for the first time under its `clientMutationId`. */
export async function isFirst(em: EntityManager, userId: string, clientMutationId: string | undefined, now: Date): Promise<boolean> {
  if (!clientMutationId) return true;
  if (!isKnownId(clientMutationId)) throw invalid("clientMutationId", "NOT_A_UUID");
  const made = await em.execute<{ id: string }[]>(
    `insert into change_receipt (id, actor_key, client_mutation_id, object_id, as_of_sequence, created_at) values (?, ?, ?, ?, 0, ?)
      on conflict (actor_key, client_mutation_id) do nothing returning id`,
    [uuidv7(), userId, clientMutationId, userId, now],
  );
  return made.length > 0;
}
