import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { clockTime } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { addressOf } from "./addresses.ts";
import type { Entry } from "./useInbox.ts";
import { notificationWords } from "./words.ts";

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
function wordOf({ kind, reason }: Entry["node"]): OwnWord | "MENTION" | "MEETING_CANCELLED" | "changed" {
  if (kind === "MENTION") return "MENTION";
  if (reason === "MEETING_CLOSED" && kind !== "ASKED") return "MEETING_CANCELLED";
  return hasWords(reason) ? reason : "changed";
}

/** One notification: what happened, to what, by whom; opening it reads it. */
export function InboxRow({ entry, onRead }: { readonly entry: Entry; readonly onRead: () => void }) {
  const t = useWords(notificationWords);
  const language = useLanguage();
  const path = usePath();
  const coalition = useCoalition();
  const { node, number, title, actorName, actorOrganisation } = entry;
  const who = actorName ? t("by", { name: actorName, organisation: actorOrganisation ?? "" }) : t("system");
  const key = wordOf(node);
  const shown = [number, title].filter(Boolean).join(" ");
  const unread = node.readAt === null;
  return (
    <li className="inbox-row" data-unread={unread || undefined}>
      <div>
        <Link to={path(addressOf(coalition, entry))} onClick={() => unread && onRead()}>
          {shown}
          {unread && <span className="hidden-text"> ({t("unread")})</span>}
        </Link>
        <small className="quiet">
          {t(key, { who })} · {clockTime(new Date(node.createdAt), language)}
        </small>
      </div>
      {unread && (
        <Button small onClick={onRead} aria-label={t("markReadOf", { title: shown })}>
          {t("markRead")}
        </Button>
      )}
    </li>
  );
}
