import { meetingLimits } from "@wijkbord/schema";
import { AddAgendaItemsDocument } from "@wijkbord/schema/operations";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { minutesOf } from "./minutes.ts";
import { minutesInput } from "./PointMinutes.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Everybody puts a point forward, observers too (D10). */
export function NewPoint() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { id: meetingId } = useOpenMeeting();
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState("");
  const add = async () => {
    const { ok } = await act(AddAgendaItemsDocument, { meetingId, items: [{ title: title.trim(), minutes: minutesOf(minutes) ?? null }] });
    if (!ok) return;
    setTitle("");
    setMinutes("");
  };
  return (
    <form
      className="meeting-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t("newPoint")}>
        <input required maxLength={meetingLimits.title} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <div className="point-minutes">
        <Field label={t("minutesField")}>
          <input {...minutesInput} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
        </Field>
      </div>
      <Button type="submit">
        <Plus size={15} aria-hidden />
        {t("addPoint")}
      </Button>
    </form>
  );
}
