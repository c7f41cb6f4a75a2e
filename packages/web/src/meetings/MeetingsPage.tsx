import { mayPlanMeeting } from "@wijkbord/schema";
import type { MeetingRowFragment } from "@wijkbord/schema/operations";
import { CalendarPlus, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Badge } from "../ui/Chip.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { meetingPath } from "./addresses.ts";
import { FeedDialog } from "./FeedDialog.tsx";
import "./Meetings.css";
import { PlanDialog } from "./PlanDialog.tsx";
import { useMeetings } from "./useMeetings.ts";
import { meetingWords } from "./words.ts";

function Row({ meeting, all }: { readonly meeting: MeetingRowFragment; readonly all: readonly MeetingRowFragment[] }) {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const today = useToday();
  const path = usePath();
  const coalition = useCoalition();
  const starts = new Date(meeting.startsAt);
  const area = coalition.boards.find(({ id }) => id === meeting.boardId)?.areaName ?? t("wholeCoalition");
  return (
    <li className="meeting-row">
      <div>
        <Link to={path(meetingPath(coalition, meeting, all))}>{meeting.title}</Link>
        <small className="quiet">
          {t("dayAndTime", {
            day: longDay(dayOf(starts), language, today),
            from: clockTime(starts, language),
            to: clockTime(new Date(meeting.endsAt), language),
          })}
          {[area, meeting.place].filter(Boolean).map((part) => ` · ${part}`)}
        </small>
      </div>
      {meeting.state === "LIVE" && <Badge tone="positive">{t("LIVE")}</Badge>}
      {meeting.cancelled && <Badge tone="neutral">{t("cancelled")}</Badge>}
    </li>
  );
}

/** Meetings to come, and those that were. */
export function MeetingsPage() {
  const t = useWords(meetingWords);
  const { viewer } = useCoalition();
  const heading = usePageTitle(t("meetings"));
  const { meetings, failed, reload } = useMeetings();
  const [asked, setAsked] = useState<"plan" | "feed" | null>(null);
  const past = meetings?.filter(({ state }) => state === "CLOSED") ?? [];
  const coming = meetings?.filter(({ state }) => state !== "CLOSED").toReversed() ?? [];
  return (
    <div className="meetings">
      <header className="meetings-head">
        <h1 ref={heading} tabIndex={-1}>
          {t("meetings")}
        </h1>
        <div>
          <Button onClick={() => setAsked("feed")}>
            <CalendarPlus size={16} aria-hidden />
            {t("feed")}
          </Button>
          {mayPlanMeeting(viewer) && (
            <Button look="primary" onClick={() => setAsked("plan")}>
              <Plus size={16} aria-hidden />
              {t("plan")}
            </Button>
          )}
        </div>
      </header>
      {failed && <ErrorBlock onRetry={() => void reload()} />}
      {!meetings && !failed && <Skeleton rows={4} />}
      {meetings && coming.length === 0 && <EmptyState title={t("noneComing")}>{t("noneComingHint")}</EmptyState>}
      {coming.length > 0 && (
        <section className="meeting-card" aria-labelledby="overleg-komt">
          <h2 id="overleg-komt">{t("coming")}</h2>
          <ul>
            {coming.map((meeting) => (
              <Row key={meeting.id} meeting={meeting} all={meetings ?? []} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section className="meeting-card" aria-labelledby="overleg-was">
          <h2 id="overleg-was">{t("past")}</h2>
          <ul>
            {past.map((meeting) => (
              <Row key={meeting.id} meeting={meeting} all={meetings ?? []} />
            ))}
          </ul>
        </section>
      )}
      {asked === "plan" && <PlanDialog onClose={() => setAsked(null)} />}
      {asked === "feed" && <FeedDialog onClose={() => setAsked(null)} />}
    </div>
  );
}
