import { boardLimits, taskLimits } from "@wijkbord/schema";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { settingsWords } from "../settingsWords.ts";
import { type ColumnDraft, columnStates, shifted, withColumn } from "./draft.ts";
import { newBoardWords } from "./newBoardWords.ts";

interface ColumnRowsProps {
  readonly columns: readonly ColumnDraft[];
  /** Whether somebody tried to go on. */
  readonly tried: boolean;
  readonly onChange: (columns: readonly ColumnDraft[]) => void;
}

/** The columns that a new board begins with: name, state, limit and place of each. */
export function ColumnRows({ columns, tried, onChange }: ColumnRowsProps) {
  const t = useWords(settingsWords);
  const own = useWords(newBoardWords);
  const set = (key: string, part: Partial<ColumnDraft>) => onChange(columns.map((column) => (column.key === key ? { ...column, ...part } : column)));
  return (
    <div className="column-settings">
      <ol>
        {columns.map(({ key, title, state, wipLimit }, index) => {
          const nameless = tried && title.trim() === "";
          return (
            <li key={key}>
              <input
                className="input"
                aria-label={own("columnName", { number: index + 1 })}
                aria-invalid={nameless}
                maxLength={taskLimits.columnTitle}
                value={title}
                onChange={({ target }) => set(key, { title: target.value })}
              />
              <select
                className="input"
                aria-label={t("columnState", { title })}
                value={state}
                onChange={({ target }) => set(key, { state: columnStates.find((each) => each === target.value) ?? state })}
              >
                {columnStates.map((each) => (
                  <option key={each} value={each}>
                    {t(each)}
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
                value={wipLimit ?? ""}
                onChange={({ target }) => set(key, { wipLimit: target.value === "" ? null : Number(target.value) })}
              />
              <span className="column-acts">
                <IconButton label={t("up", { title })} disabled={index === 0} onClick={() => onChange(shifted(columns, index, -1))}>
                  <ArrowUp size={15} aria-hidden />
                </IconButton>
                <IconButton label={t("down", { title })} disabled={index === columns.length - 1} onClick={() => onChange(shifted(columns, index, 1))}>
                  <ArrowDown size={15} aria-hidden />
                </IconButton>
                <IconButton label={t("remove", { title })} disabled={columns.length === 1} onClick={() => onChange(columns.toSpliced(index, 1))}>
                  <Trash2 size={15} aria-hidden />
                </IconButton>
              </span>
              {nameless && <FieldError>{own("columnNameless")}</FieldError>}
            </li>
          );
        })}
      </ol>
      {columns.length < boardLimits.columns && (
        <Button small onClick={() => onChange(withColumn(columns, t("newColumn")))}>
          <Plus size={15} aria-hidden />
          {t("add")}
        </Button>
      )}
    </div>
  );
}
