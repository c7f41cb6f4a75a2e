import type { OpenCoalition } from "../coalitions/coalition.ts";
import { taskPath } from "../coalitions/coalition.ts";
import { agreementPath } from "../agreements/addresses.ts";
import { rolePath } from "../roles/addresses.ts";
import type { Translate } from "../language/words.ts";
import type { AttentionItem } from "./useToday.ts";
import type { attentionWords } from "./words.ts";

/** What is asked, in a sentence. */
export function sentenceOf(
  { kind, letter, count }: Pick<AttentionItem, "kind" | "letter" | "count">,
  t: Translate<keyof (typeof attentionWords)["nl"]>,
  { organisation, day }: { readonly organisation: string; readonly day: string },
): string {
  const asked = letter ?? "INFORMED";
  return kind === "LETTER_ASKED" ? t(`askedFor_${asked}`, { organisation }) : t(kind, { organisation, count, day });
}

/** Address of the thing that a line is about; null when it has no page. */
export function addressOf(
  coalition: Pick<OpenCoalition, "slug"> & { readonly boards: readonly { readonly id: string; readonly slug: string }[] },
  { kind, aboutType, aboutId, number, boardId }: Pick<AttentionItem, "kind" | "aboutType" | "aboutId" | "number" | "boardId">,
): string | null {
  const board = coalition.boards.find(({ id }) => id === boardId);
  if (kind === "IMPORTED_LETTERS") return board ? `/${coalition.slug}/bevestigen/${board.slug}` : null;
  if (aboutType === "Task" && number) return taskPath(coalition, number);
  if (aboutType === "ProcessAgreement" && number) return agreementPath(coalition, number);
  return aboutType === "CoalitionRole" ? rolePath(coalition, aboutId) : null;
}

/** How a line looks: what kind of thing, and how pressing. */
export function lookOf({ kind }: Pick<AttentionItem, "kind">): {
  readonly mark: "task" | "role" | "agreement" | "problem";
  readonly tone: "info" | "warning" | "negative" | "neutral";
} {
  if (kind === "TASK_BLOCKED_LONG" || kind === "TASK_OVERDUE") return { mark: "problem", tone: "negative" };
  if (kind === "SEVERAL_WANT_TASK") return { mark: "problem", tone: "warning" };
  if (kind === "TASK_CAN_GO_ON") return { mark: "task", tone: "info" };
  if (kind === "AGREEMENT_WAITS") return { mark: "agreement", tone: "info" };
  if (kind === "TASK_WITHOUT_ACCOUNTABLE") return { mark: "task", tone: "neutral" };
  if (kind === "LETTER_ASKED" || kind === "IMPORTED_LETTERS" || kind === "PROPOSAL_UNANSWERED" || kind === "PROMISE_TO_CONFIRM" || kind === "HANDOVER_ASKED")
    return { mark: "task", tone: "info" };
  return { mark: "role", tone: kind === "ROLE_VACANT" || kind === "SEAT_EMPTY" ? "neutral" : "warning" };
}
