import { useEffect, useMemo, useRef } from "react";
import { useParams, useSearchParams } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Closed } from "./Closed.tsx";
import { Following } from "./Following.tsx";
import { LostLine } from "./LostLine.tsx";
import "./Meetings.css";
import { Preparation } from "./Preparation.tsx";
import { type Meeting, MeetingContext, useMeeting } from "./useMeeting.ts";
import { useNewChair } from "./useNewChair.ts";
import { useMeetings } from "./useMeetings.ts";
import { meetingWords } from "./words.ts";

function OpenMeeting({ meeting, reload }: { readonly meeting: Meeting; readonly reload: () => Promise<number> }) {
  const open = useMemo(() => ({ ...meeting, reload }), [meeting, reload]);
  const t = useWords(meetingWords);
  const language = useLanguage();
  const today = useToday();
  const heading = usePageTitle(meeting.title);
  useNewChair(meeting);
  const starts = new Date(meeting.startsAt);
  const point = meeting.agenda.find(({ id }) => id === meeting.openItemId);
  const told = useRef(point?.id);
  useEffect(() => {
    if (point && told.current !== point.id) announce("open-item", t("pointOpened", { title: point.title }));
    told.current = point?.id;
  }, [point, t]);
  return (
    <MeetingContext value={open}>
      <article className="meeting">
        <header className="meeting-head">
          <h1 ref={heading} tabIndex={-1}>
            {meeting.title}
          </h1>
          <p className="quiet">
            {t("dayAndTime", {
              day: longDay(dayOf(starts), language, today),
              from: clockTime(starts, language),
              to: clockTime(new Date(meeting.endsAt), language),
            })}
            {meeting.place && ` · ${meeting.place}`} · {t(meeting.state === "CLOSED" ? "chairWas" : "chairIs", { name: meeting.chairName })}
          </p>
        </header>
        {meeting.state === "LIVE" && <LostLine />}
        {meeting.state === "PLANNED" && <Preparation />}
        {meeting.state === "LIVE" && <Following />}
        {meeting.state === "CLOSED" && (meeting.cancelled ? <EmptyState title={t("wasCancelled")} /> : <Closed />)}
      </article>
    </MeetingContext>
  );
}

function Read({ id }: { readonly id: string }) {
  const { meeting, failed, reload } = useMeeting(id);
  if (meeting) return <OpenMeeting meeting={meeting} reload={reload} />;
  return failed ? <ErrorBlock onRetry={() => void reload()} /> : <Skeleton rows={4} height={120} />;
}

/** The meeting of the address: its day, and its identity where a day has more than one. */
export function useMeetingOfAddress() {
  const { day = "" } = useParams();
  const [params] = useSearchParams();
  const { meetings, failed, reload } = useMeetings();
  const wanted = params.get("overleg");
  const ofDay = meetings?.filter(({ startsAt }) => dayOf(new Date(startsAt)) === day) ?? [];
  const found = wanted ? meetings?.find(({ id }) => id === wanted) : (ofDay.find(({ cancelled }) => !cancelled) ?? ofDay[0]);
  return { id: found?.id ?? null, read: meetings !== null, failed, reload };
}

/** One meeting: before it, while it runs, and afterwards. */
export function MeetingPage() {
  const t = useWords(meetingWords);
  const { id, read, failed, reload } = useMeetingOfAddress();
  if (id) return <Read key={id} id={id} />;
  if (failed) return <ErrorBlock onRetry={() => void reload()} />;
  return read ? <EmptyState title={t("notHere")} /> : <Skeleton rows={4} height={120} />;
}
