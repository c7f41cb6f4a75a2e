import { OpenAgendaItemDocument, RemoveAgendaItemDocument, UpdateAgendaItemDocument } from "@wijkbord/schema/operations";
import { ArrowDown, ArrowUp, Check, Link2, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { IconButton } from "../ui/Button.tsx";
import { PointMinutes } from "./PointMinutes.tsx";
import { PointLinks } from "./PointLinks.tsx";
import { type Point, useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Number of a point, or its tick when it is done. */
function Mark({ point, number }: { readonly point: Point; readonly number: number }) {
  const t = useWords(meetingWords);
  return point.state === "DONE" ? <Check size={15} role="img" aria-label={t("pointDone", { number })} /> : <>{number}</>;
}

interface ActsProps {
  readonly point: Point;
  readonly last: number;
  /** Shows the form for a link; absent where links are not shown. */
  readonly onLink: (() => void) | undefined;
}

function Acts({ point, last, onLink }: ActsProps) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { id: agendaItemId, version: expectedVersion, title, position } = point;
  const move = (to: number) => void act(UpdateAgendaItemDocument, { agendaItemId, expectedVersion, position: to });
  return (
    <span className="point-acts">
      {onLink && (
        <IconButton label={t("pointLink", { title })} onClick={onLink}>
          <Link2 size={15} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t("pointUp", { title })} disabled={position === 0} onClick={() => move(position - 1)}>
        <ArrowUp size={15} aria-hidden />
      </IconButton>
      <IconButton label={t("pointDown", { title })} disabled={position === last} onClick={() => move(position + 1)}>
        <ArrowDown size={15} aria-hidden />
      </IconButton>
      <IconButton label={t("pointRemove", { title })} onClick={() => void act(RemoveAgendaItemDocument, { agendaItemId })}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </span>
  );
}

interface LineProps {
  readonly point: Point;
  readonly number: number;
  readonly last: number;
  readonly withLinks: boolean;
  readonly onScreen: boolean;
}

function PointLine({ point, number, last, withLinks, onScreen }: LineProps) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { state, viewerCanLead, viewerCanTakeNotes } = useOpenMeeting();
  const { organisations, viewer } = useCoalition();
  const [linking, setLinking] = useState(false);
  const leads = state === "LIVE" && viewerCanLead;
  const from = organisations.get(point.organisationId)?.shortName ?? "";
  const mayChange = state !== "CLOSED" && point.state === "WAITING" && (viewerCanTakeNotes || point.organisationId === viewer.organisationId);
  const mayTime = !onScreen && (mayChange || (state === "LIVE" && point.state === "OPEN" && viewerCanTakeNotes));
  const text = (
    <>
      <b className="point-mark">
        <Mark point={point} number={number} />
      </b>
      <span>
        {point.title}
        <small>
          {[t("from_", { name: from }), point.carriedFromId && t("carried"), point.state === "NOT_REACHED" && t("notReached")].filter(Boolean).join(" · ")}
        </small>
      </span>
    </>
  );
  return (
    <li data-state={point.state} aria-current={point.state === "OPEN" ? "step" : undefined}>
      {leads ? (
        <button type="button" className="point" onClick={() => void act(OpenAgendaItemDocument, { agendaItemId: point.id })}>
          {text}
        </button>
      ) : (
        <div className="point">{text}</div>
      )}
      {mayTime ? <PointMinutes point={point} /> : point.minutes !== null && <span className="point-minutes">{t("minutes_", { minutes: point.minutes })}</span>}
      {mayChange && !leads && <Acts point={point} last={last} onLink={withLinks ? () => setLinking(true) : undefined} />}
      {withLinks && (linking || point.links.length > 0) && <PointLinks key={String(linking)} point={point} startAdding={linking} />}
    </li>
  );
}

/** Points in their order; who leads opens one by pressing it while the meeting runs. On the screen of the room minutes are only read. */
export function Agenda({ withLinks = false, onScreen = false }: { readonly withLinks?: boolean; readonly onScreen?: boolean }) {
  const t = useWords(meetingWords);
  const { agenda } = useOpenMeeting();
  if (agenda.length === 0) return <p className="quiet">{t("noPoints")}</p>;
  return (
    <ol className="agenda">
      {agenda.map((point, index) => (
        <PointLine key={point.id} point={point} number={index + 1} last={agenda.length - 1} withLinks={withLinks} onScreen={onScreen} />
      ))}
    </ol>
  );
}
