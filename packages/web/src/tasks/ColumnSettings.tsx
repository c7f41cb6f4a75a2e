import { boardLimits, taskLimits, TaskState } from "@wijkbord/schema";
import { RemoveColumnDocument, UpdateColumnDocument } from "@wijkbord/schema/operations";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { useWords } from "../language/words.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { useBoard } from "./boardContext.ts";
import type { Column } from "./boardStore.ts";
import { settingsWords } from "./settingsWords.ts";
import { type Outcome, useAct } from "./useAct.ts";

interface ColumnSettingsProps {
  readonly column: Column;
  readonly index: number;
  readonly all: readonly Column[];
}
interface Change {
  readonly title?: string;
  readonly state?: TaskState;
  readonly wipLimit?: number | null;
  readonly position?: number;
  readonly moveTasksToColumnId?: string;
}
/** A change that must first know where the tasks go. */
type Asking = { readonly state: TaskState } | "remove";

const states = Object.values(TaskState).filter((state) => state !== TaskState.CANCELLED);

function Where({
  column,
  all,
  asking,
  onChoose,
  onCancel,
}: ColumnSettingsProps & { readonly asking: Asking; readonly onChoose: (columnId: string) => void; readonly onCancel: () => void }) {
  const t = useWords(settingsWords);
  const others = all.filter(({ id }) => id !== column.id);
  const [chosen, setChosen] = useState(asking === "remove" ? (others[0]?.id ?? "") : column.id);
  return (
    <div className="column-where">
      <Field label={t("where", { title: column.title })}>
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {asking !== "remove" && <option value={column.id}>{t("stay")}</option>}
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Button small onClick={() => onChoose(chosen)}>
        {t("goOn")}
      </Button>
      <Button small look="quiet" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </div>
  );
}

/** Name, state, limit and place of one column. */
export function ColumnSettings({ column, index, all }: ColumnSettingsProps) {
  const t = useWords(settingsWords);
  const act = useAct();
  const { store } = useBoard();
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { id, title, version } = column;
  const tell = (outcome: Outcome) => setError(outcome.ok ? null : outcome.text);
  const update = (change: Change) => void act(UpdateColumnDocument, { id, expectedVersion: version, ...change }, { quiet: true }).then(tell);
  const remove = (moveTasksToColumnId: string | null) =>
    void act(RemoveColumnDocument, { id, expectedVersion: version, moveTasksToColumnId }, { quiet: true }).then(tell);
  const hasTasks = store.order.list(id).length > 0;
  const choose = (columnId: string) => {
    if (asking === "remove") remove(columnId);
    else if (asking) update({ state: asking.state, moveTasksToColumnId: columnId });
    setAsking(null);
  };
  return (
    <li>
      <input
        className="input"
        aria-label={t("columnTitle", { title })}
        key={title}
        defaultValue={title}
        maxLength={taskLimits.columnTitle}
        onBlur={({ target }) => target.value.trim() && target.value.trim() !== title && update({ title: target.value.trim() })}
      />
      <select
        className="input"
        aria-label={t("columnState", { title })}
        value={column.state}
        onChange={({ target }) => {
          const state = states.find((each) => each === target.value);
          if (!state) return;
          if (hasTasks) setAsking({ state });
          else update({ state });
        }}
      >
        {states.map((state) => (
          <option key={state} value={state}>
            {t(state)}
          </option>
        ))}
      </select>
      <input
        className="input column-limit"
        type="number"
        min={1}
        max={boardLimits.wipLimit}
        aria-label={t("columnLimit", { title })}
        placeholder={t("noLimit")}
        key={`limit${column.wipLimit}`}
        defaultValue={column.wipLimit ?? ""}
        onBlur={({ target }) => {
          const wipLimit = target.value === "" ? null : Number(target.value);
          if (wipLimit !== column.wipLimit) update({ wipLimit });
        }}
      />
      <span className="column-acts">
        <IconButton label={t("up", { title })} disabled={index === 0} onClick={() => update({ position: index - 1 })}>
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton label={t("down", { title })} disabled={index === all.length - 1} onClick={() => update({ position: index + 1 })}>
          <ArrowDown size={15} aria-hidden />
        </IconButton>
        <IconButton label={t("remove", { title })} disabled={all.length === 1} onClick={() => (hasTasks ? setAsking("remove") : remove(null))}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
      {asking && <Where column={column} index={index} all={all} asking={asking} onChoose={choose} onCancel={() => setAsking(null)} />}
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}
