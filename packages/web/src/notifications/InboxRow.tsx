import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { clockTime } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { addressOf } from "./addresses.ts";
import { wordOf } from "./sentence.ts";
import type { Entry } from "./useInbox.ts";
import { notificationWords } from "./words.ts";

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
