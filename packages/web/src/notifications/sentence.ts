import type { Entry } from "./useInbox.ts";

const ownWords = new Set([
  "ASSIGNMENT_PROPOSED",
  "ROLE_HOLDER_PROPOSED",
  "HANDOVER_REQUESTED",
  "PROMISE_RECORDED",
  "TASK_DUE_SOON",
  "TASK_OVERDUE",
  "TASK_MOVED",
  "TASK_BLOCKED",
  "TASK_UNBLOCKED",
  "COMMENT_ADDED",
  "CONSENT_ROUND_OPENED",
  "CONSENT_ROUND_CLOSED",
  "CONSENT_ROUND_REVEALED",
  "AGREEMENT_ADOPTED",
  "OBJECTION_RAISED",
  "AGREEMENT_REVIEW_DUE",
  "MEETING_PLANNED",
  "MEETING_CLOSED",
  "DECISION_RECORDED",
  "ASSIGNMENT_ACCEPTED",
  "ASSIGNMENT_DECLINED",
  "ROLE_HOLDER_ACCEPTED",
  "ROLE_HOLDER_DECLINED",
  "HANDOVER_DECIDED",
] as const);
type OwnWord = typeof ownWords extends Set<infer Word> ? Word : never;
const hasWords = (reason: string): reason is OwnWord => (ownWords as ReadonlySet<string>).has(reason);

/** The sentence of a notification; a closed meeting that asks nothing was called off. */
export function wordOf({ kind, reason }: Entry["node"]): OwnWord | "MENTION" | "MEETING_CANCELLED" | "changed" {
  if (kind === "MENTION") return "MENTION";
  if (reason === "MEETING_CLOSED" && kind !== "ASKED") return "MEETING_CANCELLED";
  return hasWords(reason) ? reason : "changed";
}
