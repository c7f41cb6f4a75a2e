import { boardLimits, type TaskState, WorkingStyle } from "@wijkbord/schema";
import type { NewBoardQuery } from "@wijkbord/schema/operations";
import { type FormEvent, useId, useState } from "react";
import { Link } from "../../shared/router.tsx";
import { AreaField } from "../../areas/AreaField.tsx";
import { boardPath, useCoalition } from "../../coalitions/coalition.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { settingsWords } from "../settingsWords.ts";
import { ColumnRows } from "./ColumnRows.tsx";
import { beginWith, type BoardDraft, boardThere, hasArea } from "./draft.ts";
import { newBoardWords } from "./newBoardWords.ts";
import { useMakeBoard } from "./useMakeBoard.ts";

const styles = [
  [WorkingStyle.LIGHT, "lightHint"],
  [WorkingStyle.STRICT, "strictHint"],
] as const;

/** Neighbourhood, name, columns and working style of a new board. */
export function BoardForm({ start }: { readonly start: NewBoardQuery }) {
  const t = useWords(newBoardWords);
  const settings = useWords(settingsWords);
  const language = useLanguage();
  const path = usePath();
  const group = useId();
  const coalition = useCoalition();
  const templates = start.templates.filter(({ board }) => board);
  // The usual names are Dutch, as those of boards that are made elsewhere.
  const nameOf = (state: TaskState) => (language === "nl" ? null : settings(state));
  const begin = (templateId: string) => ({
    templateId,
    ...beginWith(
      templates.find(({ id }) => id === templateId),
      WorkingStyle[start.coalition.defaultStyle],
      nameOf,
    ),
  });
  const [draft, setDraft] = useState<BoardDraft>(() => ({ area: null, areaName: "", title: null, ...begin("") }));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<BoardDraft>) => setDraft((before) => ({ ...before, ...part }));
  const named = draft.area?.name ?? draft.areaName.trim();
  const usualTitle = named === "" ? "" : [...t("usualTitle", { area: named })].slice(0, boardLimits.title).join("");
  const title = draft.title ?? usualTitle;
  const there = boardThere(draft, coalition.boards);
  const { busy, problem, setProblem, make } = useMakeBoard(draft, title.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const whole = hasArea(draft) && title.trim() !== "" && draft.columns.every((column) => column.title.trim() !== "");
    if (whole && !there) void make();
    else setProblem(t("mend"));
  };
  return (
    <form className="new-board" onSubmit={send}>
      <section aria-label={t("where")}>
        <h2>{t("where")}</h2>
        <AreaField chosen={draft} error={tried && !hasArea(draft) ? t("areaMissing") : null} onChange={change} />
        {there && !busy && (
          <div className="new-board-there">
            <FieldError>{t("there", { area: there.areaName })}</FieldError>
            <Link to={path(boardPath(coalition, there))}>{t("toThat")}</Link>
          </div>
        )}
        <Field label={t("name")} error={tried && title.trim() === "" ? t("titleMissing") : null}>
          <input maxLength={boardLimits.title} value={title} onChange={({ target }) => change({ title: target.value })} />
        </Field>
      </section>
      <section aria-label={t("columns")}>
        <h2>{t("columns")}</h2>
        {templates.length > 0 && (
          <Field label={t("beginWith")} hint={t("beginHint")}>
            <select value={draft.templateId} onChange={({ target }) => change(begin(target.value))}>
              <option value="">{t("usual")}</option>
              {templates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <p className="field-hint">{t("columnsHint")}</p>
        <ColumnRows columns={draft.columns} tried={tried} onChange={(columns) => change({ columns })} />
      </section>
      <section>
        <fieldset className="new-board-styles">
          <legend>{settings("style")}</legend>
          {styles.map(([key, hint]) => (
            <label key={key}>
              <input type="radio" name={group} checked={draft.style === key} onChange={() => change({ style: key })} />
              <span>
                {settings(key)}
                <small>{settings(hint)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </section>
      {problem && <FieldError>{problem}</FieldError>}
      <p>
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? "making" : "make")}
        </Button>
      </p>
    </form>
  );
}
