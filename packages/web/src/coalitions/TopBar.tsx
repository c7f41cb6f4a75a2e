import { ChevronRight } from "lucide-react";
import { Link, useLocation, useParams } from "../shared/router.tsx";
import { ConnectionChip } from "../activity/ConnectionChip.tsx";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Bell } from "../notifications/Bell.tsx";
import { notificationWords } from "../notifications/words.ts";
import { Presence } from "../presence/Presence.tsx";
import { SearchButton } from "../search/SearchButton.tsx";
import { useCoalition } from "./coalition.ts";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";

/** Where you are, who is here, and whether it is live. */
export function TopBar() {
  const t = useWords(coalitionWords);
  const tn = useWords(notificationWords);
  const { name, slug } = useCoalition();
  const path = usePath();
  const { number } = useParams();
  const open = useOpenArea();
  const { pathname } = useLocation();
  const onBoard = /\/(bord|taken)\//.test(pathname);
  const onToday = pathname.endsWith("/vandaag");
  const onRoles = /\/rollen(\/|$)/.test(pathname);
  const onAgreements = /\/afspraken(\/|$)/.test(pathname);
  const onMeetings = /\/overleg(\/|$)/.test(pathname);
  const onSettings = pathname.endsWith("/instellingen");
  const onInbox = pathname.endsWith("/meldingen");
  const names = [
    [onToday, t("today")],
    [onRoles, t("roles")],
    [onBoard, t("board")],
    [onAgreements, number ?? t("agreementsPage")],
    [onMeetings, t("meetings")],
    [onSettings, t("settings")],
    [onInbox, tn("title")],
  ] as const;
  return (
    <header className="top">
      <nav className="crumbs" aria-label={t("crumbs")}>
        <span>{name}</span>
        <ChevronRight size={15} aria-hidden />
        {onBoard && open && (
          <>
            <span>{open.areaName}</span>
            <ChevronRight size={15} aria-hidden />
          </>
        )}
        {onAgreements && number && (
          <>
            <Link to={path(`/${slug}/afspraken`)}>{t("agreementsPage")}</Link>
            <ChevronRight size={15} aria-hidden />
          </>
        )}
        <b>{names.find(([here]) => here)?.[1] ?? open?.areaName}</b>
      </nav>
      <div className="top-side">
        <SearchButton />
        <ConnectionChip />
        <Presence />
        <Bell />
      </div>
    </header>
  );
}
