import type { OpenCoalition } from "../coalitions/coalition.ts";
import { taskPath } from "../coalitions/coalition.ts";
import { agreementPath } from "../agreements/addresses.ts";
import { rolePath } from "../roles/addresses.ts";
import type { AttentionItem } from "./useToday.ts";

/** Address of the thing that a line is about; null when it has no page. */
export function addressOf(coalition: OpenCoalition, { kind, aboutType, aboutId, number, boardId }: AttentionItem): string | null {
  const board = coalition.boards.find(({ id }) => id === boardId);
  if (kind === "IMPORTED_LETTERS") return board ? `/${coalition.slug}/bevestigen/${board.slug}` : null;
  if (aboutType === "Task" && number) return taskPath(coalition, number);
  if (aboutType === "ProcessAgreement" && number) return agreementPath(coalition, number);
  return aboutType === "CoalitionRole" ? rolePath(coalition, aboutId) : null;
}

/** How a line looks: what kind of thing, and how pressing. */
export function lookOf({ kind }: AttentionItem): {
  readonly mark: "task" | "role" | "agreement" | "problem";
  readonly tone: "info" | "warning" | "negative" | "neutral";
} {
  if (kind === "TASK_BLOCKED_LONG" || kind === "TASK_OVERDUE") return { mark: "problem", tone: "negative" };
  if (kind === "SEVERAL_WANT_TASK") return { mark: "problem", tone: "warning" };
  if (kind === "AGREEMENT_WAITS") return { mark: "agreement", tone: "info" };
  if (kind === "TASK_WITHOUT_ACCOUNTABLE") return { mark: "task", tone: "neutral" };
  if (kind === "LETTER_ASKED" || kind === "IMPORTED_LETTERS" || kind === "PROPOSAL_UNANSWERED" || kind === "PROMISE_TO_CONFIRM" || kind === "HANDOVER_ASKED")
    return { mark: "task", tone: "info" };
  return { mark: "role", tone: kind === "ROLE_VACANT" || kind === "SEAT_EMPTY" ? "neutral" : "warning" };
}
