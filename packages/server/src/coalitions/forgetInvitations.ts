import type { ChangeDeps } from "../activity/change.ts";
import type { Job } from "../time/jobs.ts";
import { InvitationTable } from "./coalition.tables.ts";

const day = 86_400_000;
/** So long partners see that a link ended; the log keeps that it was made and taken back. */
const keptDays = 30;

/** Forgets invitations 30 days after they ended or were taken back. */
export function forgetInvitations({ database, clock }: Pick<ChangeDeps, "database" | "clock">): Job {
  return {
    name: "invitations",
    async run() {
      const before = new Date(clock.now().getTime() - keptDays * day);
      await database.read().nativeDelete(InvitationTable, { $or: [{ expiresAt: { $lt: before } }, { revokedAt: { $lt: before } }] });
    },
  };
}
