import { Bell as BellIcon } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { notificationsPath } from "./addresses.ts";
import { useBadge } from "./badgeStore.ts";
import "./Notifications.css";
import { notificationWords } from "./words.ts";

const shownUpTo = 99;

/** The way to the notifications, with how many wait. */
export function Bell() {
  const t = useWords(notificationWords);
  const path = usePath();
  const coalition = useCoalition();
  const count = useBadge();
  return (
    <Link className="icon-button bell" to={path(notificationsPath(coalition))} aria-label={t("bell", { count })} title={t("bell", { count })}>
      <BellIcon size={20} aria-hidden />
      {count > 0 && (
        <span className="bell-count" aria-hidden>
          {count > shownUpTo ? `${shownUpTo}+` : count}
        </span>
      )}
    </Link>
  );
}
