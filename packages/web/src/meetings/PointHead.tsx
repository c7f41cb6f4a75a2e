import { useEffect, useState } from "react";
import { useWords } from "../language/words.ts";
import { elapsed } from "./moments.ts";
import { PointLinks } from "./PointLinks.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** A meeting that is held on another day than planned has no minutes left to tell. */
const halfDay = 720;

/** How long a point is open, and how long the meeting still lasts. */
function Timer({ since, endsAt }: { readonly since: string; readonly endsAt: string }) {
  const t = useWords(meetingWords);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000);
  return (
    <div className="meeting-timer" role="timer" aria-live="off">
      <b>{elapsed(new Date(since), now)}</b>
      {Math.abs(left) < halfDay && <small>{left >= 0 ? t("minutesLeft", { minutes: left }) : t("minutesOver", { minutes: -left })}</small>}
    </div>
  );
}

/** The point that is open: its number, its title and its time. */
export function PointHead({ id }: { readonly id: string }) {
  const t = useWords(meetingWords);
  const { agenda, openItemId, endsAt, startedAt } = useOpenMeeting();
  const at = agenda.findIndex((point) => point.id === openItemId);
  const point = agenda[at];
  const since = point?.openedAt ?? startedAt;
  return (
    <header className="point-head">
      <div>
        <p className="quiet">{point ? t("pointOf", { number: at + 1, count: agenda.length }) : t("noPointOpen")}</p>
        <h2 id={id} lang="nl">
          {point?.title ?? t("room_")}
        </h2>
        {point?.note && <p className="point-note">{point.note}</p>}
        {point && <PointLinks key={point.id} point={point} />}
      </div>
      {since && <Timer since={since} endsAt={endsAt} />}
    </header>
  );
}
