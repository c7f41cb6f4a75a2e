import type { MeetingRowFragment } from "@wijkbord/schema/operations";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { meetingPath } from "./addresses.ts";
import { useMeetings } from "./useMeetings.ts";
import { meetingWords } from "./words.ts";

interface Coming {
  readonly live: boolean;
  readonly meeting: MeetingRowFragment;
  readonly all: readonly MeetingRowFragment[];
}

/** The meeting that is going on, else the next one; null when none is planned. */
export function useComingMeeting(): Coming | null {
  const { meetings } = useMeetings();
  const today = useToday();
  const all = meetings ?? [];
  const running = all.find(({ state }) => state === "LIVE");
  const meeting = running ?? all.findLast(({ state, startsAt }) => state === "PLANNED" && dayOf(new Date(startsAt)) >= today);
  return meeting ? { live: meeting === running, meeting, all } : null;
}

/** One meeting on Vandaag, with the way to its agenda. */
export function ComingMeeting({ live, meeting, all }: Coming) {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const today = useToday();
  const path = usePath();
  const coalition = useCoalition();
  const { title, place, startsAt, endsAt } = meeting;
  const starts = new Date(startsAt);
  const when = { day: longDay(dayOf(starts), language, today), from: clockTime(starts, language), to: clockTime(new Date(endsAt), language) };
  return (
    <section className="today-card" aria-labelledby="volgend-overleg" data-coming={meeting.state}>
      <header>
        <h2 id="volgend-overleg">{title}</h2>
        <Link to={path(meetingPath(coalition, meeting, all))}>{t(live ? "takePart" : "seeAgenda")}</Link>
      </header>
      <p className="today-note">{[live ? t("nowLive") : t("dayAndTime", when), place].filter(Boolean).join(" · ")}</p>
    </section>
  );
}
