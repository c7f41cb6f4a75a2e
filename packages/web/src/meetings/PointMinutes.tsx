import { meetingLimits } from "@wijkbord/schema";
import { UpdateAgendaItemDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { showToast } from "../ui/Toasts.tsx";
import { minutesOf } from "./minutes.ts";
import type { Point } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** A number of minutes to type; empty: none. */
export const minutesInput = { type: "number", inputMode: "numeric", min: 1, max: meetingLimits.pointMinutes } as const;

/** Planned minutes of a point, for who may change them; they are kept on leaving the field or by Enter. */
export function PointMinutes({ point }: { readonly point: Point }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const [draft, setDraft] = useState<{ readonly text: string; readonly version: number } | null>(null);
  const keep = (text: string, valid: boolean) => {
    setDraft(null);
    if (!draft) return;
    const minutes = minutesOf(text);
    if (!valid || minutes === undefined) return showToast({ text: t("minutesLimit", { most: meetingLimits.pointMinutes }), tone: "problem" });
    if (minutes !== point.minutes) void act(UpdateAgendaItemDocument, { agendaItemId: point.id, expectedVersion: draft.version, minutes });
  };
  return (
    <label className="point-minutes">
      <input
        {...minutesInput}
        className="input"
        aria-label={t("minutesFor", { title: point.title })}
        value={draft?.text ?? point.minutes ?? ""}
        onChange={({ target }) => setDraft({ text: target.value, version: draft?.version ?? point.version })}
        onBlur={({ target }) => keep(target.value, target.validity.valid)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") keep(currentTarget.value, currentTarget.validity.valid);
          if (key === "Escape") setDraft(null);
        }}
      />
      {t("min")}
    </label>
  );
}
