import type { Job } from "../time/jobs.ts";
import { type ChangeDeps, receiptDays } from "./change.ts";
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
