import { taskLimits } from "@wijkbord/schema";
import { CreateTaskDocument } from "@wijkbord/schema/operations";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { BoardEntry } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { meetingWords } from "./words.ts";

/** A task that comes up while people talk. */
export function NewTask({ boards }: { readonly boards: readonly BoardEntry[] }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const [title, setTitle] = useState("");
  const [boardId, setBoard] = useState(boards[0]?.id ?? "");
  const add = async () => {
    if ((await act(CreateTaskDocument, { boardId, title: title.trim() })).ok) setTitle("");
  };
  if (boards.length === 0) return null;
  return (
    <form
      className="meeting-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t("newTask")}>
        <input required maxLength={taskLimits.title} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      {boards.length > 1 && (
        <Field label={t("onBoard")}>
          <select value={boardId} onChange={(event) => setBoard(event.target.value)}>
            {boards.map(({ id, areaName }) => (
              <option key={id} value={id}>
                {areaName}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Button type="submit">
        <Plus size={15} aria-hidden />
        {t("addTask")}
      </Button>
    </form>
  );
}
