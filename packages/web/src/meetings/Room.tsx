import { SetAttendanceDocument } from "@wijkbord/schema/operations";
import { startTransition, useOptimistic } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Square } from "../ui/Square.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Which organisations are there; for the own one everybody says so, for others who takes notes. */
export function Room() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  const { id: meetingId, attendance, state, viewerCanTakeNotes, reload } = useOpenMeeting();
  const [wanted, want] = useOptimistic<ReadonlyMap<string, boolean>>(new Map());
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null);
  const isThere = (id: string) => wanted.get(id) ?? attendance.find(({ organisationId }) => organisationId === id)?.present;
  const set = (organisationId: string, present: boolean) =>
    startTransition(async () => {
      want(new Map([[organisationId, present]]));
      const self = organisationId === viewer.organisationId && present ? { membershipId: viewer.membershipId } : {};
      const { ok } = await act(SetAttendanceDocument, { meetingId, organisationId, present, ...self });
      if (ok) await reload();
    });
  const may = (id: string) => state !== "CLOSED" && (viewerCanTakeNotes || id === viewer.organisationId);
  // Who cannot say it for others sees the own organisation first, and only those that said something.
  const shown = viewerCanTakeNotes
    ? partners
    : partners
        .filter(({ id }) => may(id) || isThere(id) !== undefined)
        .toSorted((one, other) => Number(other.id === viewer.organisationId) - Number(one.id === viewer.organisationId));
  const there = partners.filter(({ id }) => isThere(id)).length;
  return (
    <section className="meeting-card" aria-labelledby="zaal-titel">
      <h2 id="zaal-titel">{t("room", { count: there })}</h2>
      <ul className="room">
        {shown.map(({ id, letters, name, shortName, colourIndex }) => {
          const Line = may(id) ? "label" : "div";
          return (
            <li key={id} data-there={isThere(id) || undefined}>
              <Line>
                {may(id) && <input type="checkbox" checked={isThere(id) ?? false} onChange={(event) => set(id, event.target.checked)} />}
                <Square letters={letters} name={name} colour={colourIndex} size="s" decorative />
                <span>
                  {shortName}
                  {isThere(id) === false && <small className="quiet"> {t("excused")}</small>}
                </span>
              </Line>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
