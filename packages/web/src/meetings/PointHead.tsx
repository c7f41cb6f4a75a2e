import { meetingLimits } from "@wijkbord/schema";
import { UpdateAgendaItemDocument } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { minutesOver, openSince } from "./minutes.ts";
import { elapsed } from "./moments.ts";
import { PointLinks } from "./PointLinks.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** A meeting that is held on another day than planned has no minutes left to tell. */
const halfDay = 720;
/** Minutes that who takes notes gives a point at once. */
const more = 5;

interface TimerProps {
  readonly since: Date;
  readonly endsAt: string;
  /** Planned for the point that is open. */
  readonly minutes: number | null;
}

/** How long a point is open and may be, and how long the meeting still lasts. It only tells: nobody is cut off. */
function Timer({ since, endsAt, minutes }: TimerProps) {
  const t = useWords(meetingWords);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000);
  const over = minutes === null ? 0 : minutesOver(minutes, since, now);
  return (
    <div className="meeting-timer" role="timer" aria-live="off">
      <b>{elapsed(since, now)}</b>
      {minutes !== null && <p>{over > 0 ? t("pointOver", { minutes, over }) : t("ofMinutes", { minutes })}</p>}
      {Math.abs(left) < halfDay && <small>{left >= 0 ? t("minutesLeft", { minutes: left }) : t("minutesOver", { minutes: -left })}</small>}
    </div>
  );
}

/** The point that is open: its number, its title and its time. */
export function PointHead({ id }: { readonly id: string }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { agenda, openItemId, endsAt, startedAt, viewerCanTakeNotes } = useOpenMeeting();
  const at = agenda.findIndex((point) => point.id === openItemId);
  const point = agenda[at];
  const opened = point?.openedAt ? openSince({ openedAt: point.openedAt, secondsBefore: point.secondsBefore }) : null;
  const since = opened ?? (startedAt ? new Date(startedAt) : null);
  const longer = point?.minutes ? Math.min(point.minutes + more, meetingLimits.pointMinutes) : null;
  const give = () => point && void act(UpdateAgendaItemDocument, { agendaItemId: point.id, expectedVersion: point.version, minutes: longer });
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
      {since && (
        <div className="point-time">
          <Timer since={since} endsAt={endsAt} minutes={point?.minutes ?? null} />
          {longer !== null && viewerCanTakeNotes && (
            <Button small look="quiet" onClick={give}>
              {t("moreMinutes", { minutes: more })}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}
