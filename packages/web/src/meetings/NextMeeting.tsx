import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { dayOf, longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { meetingPath } from "./addresses.ts";
import { useOpenMeeting } from "./useMeeting.ts";
import { useMeetings } from "./useMeetings.ts";
import { meetingWords } from "./words.ts";

/** The next meeting of the series, where what was not reached stands on the agenda. */
export function NextMeeting() {
  const t = useWords(meetingWords);
  const path = usePath();
  const language = useLanguage();
  const today = useToday();
  const coalition = useCoalition();
  const { seriesId, startsAt } = useOpenMeeting();
  const { meetings } = useMeetings();
  const later = meetings?.filter((meeting) => seriesId !== null && meeting.seriesId === seriesId && !meeting.cancelled && meeting.startsAt > startsAt);
  const next = later?.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))[0];
  if (!next) return null;
  return (
    <p>
      {t("nextMeeting")} <Link to={path(meetingPath(coalition, next, meetings ?? []))}>{longDay(dayOf(new Date(next.startsAt)), language, today)}</Link>
    </p>
  );
}
