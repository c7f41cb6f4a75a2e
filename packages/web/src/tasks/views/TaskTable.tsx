import { mayEditFields, mayWrite, TaskState } from "@wijkbord/schema";
import { ArrowDown, ArrowUp, Download, Pencil } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "../../shared/router.tsx";
import { saveFile } from "../../shared/saveFile.ts";
import { saveWorkbook } from "../../shared/workbook.ts";
import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { longDay, shortDay } from "../../language/dates.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { useBoard, useCardsVersion, useFrame, useMark } from "../boardContext.ts";
import { inView, isFiltered, lettersOf } from "../filters.ts";
import { useBoardKeys } from "../useBoardKeys.ts";
import { taskWords } from "../words.ts";
import { BulkBar } from "./BulkBar.tsx";
import { csvOf } from "./csv.ts";
import { columnKeys, type ListColumn, type Row, rowsOf, sorted, type Sorting, sortingName, sortingOf } from "./rows.ts";
import "./Views.css";
import { viewWords } from "./viewWords.ts";

const InlineEditor = lazy(() => import("./InlineEditor.tsx"));

/** So many lines are drawn at first, and each time the end comes in sight. */
const portion = 80;

function useRows(): { rows: Row[]; sorting: Sorting; sortBy: (column: ListColumn) => void } {
  const { store, view } = useBoard();
  const coalition = useCoalition();
  const language = useLanguage();
  const { columns } = useFrame(store);
  const version = useCardsVersion(store);
  const { address, changeAddress } = useBoard();
  const sorting = useMemo(() => sortingOf(address), [address]);
  useEffect(() => void store.readCancelled().catch(() => undefined), [store]);
  const rows = useMemo(() => {
    void version;
    const shown = [...store.all(), ...store.cancelled()].filter((card) => inView(card, view, coalition.viewer.organisationId));
    return sorted(rowsOf(shown, columns, store.boardId, coalition, language), sorting, language);
  }, [store, view, coalition, language, columns, version, sorting]);
  const sortBy = (column: ListColumn) =>
    changeAddress((before) => {
      const next = new URLSearchParams(before);
      const name = sortingName({ column, down: sorting.column === column && !sorting.down });
      if (name === null) next.delete("sorteer");
      else next.set("sorteer", name);
      return next;
    }, true);
  return { rows, sorting, sortBy };
}

function Head({ column, sorting, onSort }: { readonly column: ListColumn; readonly sorting: Sorting; readonly onSort: (column: ListColumn) => void }) {
  const t = useWords(viewWords);
  const on = sorting.column === column;
  return (
    <th scope="col" data-column={column} aria-sort={on ? (sorting.down ? "descending" : "ascending") : "none"}>
      <button type="button" title={t("sortBy", { column: t(column) })} onClick={() => onSort(column)}>
        {t(column)}
        {on && (sorting.down ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
      </button>
    </th>
  );
}

function Due({ day, late }: { readonly day: string; readonly late: boolean }) {
  const language = useLanguage();
  const words = useWords(taskWords);
  const { view } = useBoard();
  if (day === "") return null;
  return (
    <span className={late ? "card-late" : undefined} title={words(late ? "lateSince" : "due", { day: longDay(day, language, view.today) })}>
      {shortDay(day, language, view.today)}
      {late && <span className="hidden-text"> {words("late")}</span>}
    </span>
  );
}

interface LineProps {
  readonly row: Row;
  readonly chosen: boolean;
  readonly onChoose: ((chosen: boolean) => void) | null;
}

function Line({ row: { card, cells }, chosen, onChoose }: LineProps) {
  const t = useWords(viewWords);
  const words = useWords(taskWords);
  const path = usePath();
  const { search } = useLocation();
  const coalition = useCoalition();
  const { view, actions } = useBoard();
  const editing = useMark(actions.editing, card.id) !== null;
  const mayEdit = mayEditFields(coalition.viewer, { ...card, state: TaskState[card.state], assignments: lettersOf(card) });
  const over = card.state === "DONE" || card.state === "CANCELLED";
  const show: Partial<Record<ListColumn, ReactNode>> = {
    title: editing ? (
      <Suspense>
        <InlineEditor card={card} onClose={() => actions.endEdit(card.id)} />
      </Suspense>
    ) : (
      <>
        <small className="digits quiet task-table-number">{card.number}</small>
        <Link
          className="card-link"
          data-card={card.id}
          to={{ pathname: path(taskPath(coalition, card.number)), search }}
          aria-label={`${card.number} ${card.title}`}
        >
          {card.title}
        </Link>
        {mayEdit && (
          <IconButton className="card-edit" label={words("editAct", { number: card.number })} onClick={() => actions.editing.set(card.id, true)}>
            <Pencil size={14} aria-hidden />
          </IconButton>
        )}
        {cells.trekker && <small className="task-table-trekker">{cells.trekker}</small>}
      </>
    ),
    state: (
      <span className="task-table-state">
        <i className="column-mark" data-state={card.state} aria-hidden />
        {cells.state}
      </span>
    ),
    dueOn: <Due day={cells.dueOn} late={!over && cells.dueOn !== "" && cells.dueOn < view.today} />,
  };
  return (
    <tr data-task={card.id} data-over={card.state === "CANCELLED" || undefined} data-chosen={chosen || undefined}>
      {onChoose && (
        <td className="task-table-check">
          <label>
            <input type="checkbox" checked={chosen} aria-label={t("select", { number: card.number })} onChange={(event) => onChoose(event.target.checked)} />
          </label>
        </td>
      )}
      {columnKeys.map((column) =>
        column === "title" ? (
          <th key={column} scope="row" data-column={column}>
            {show.title}
          </th>
        ) : (
          <td key={column} data-column={column}>
            {show[column] ?? cells[column]}
          </td>
        ),
      )}
    </tr>
  );
}

/** Draws more lines when the end of those that are drawn comes near. */
function useDrawn(count: number) {
  const [drawn, setDrawn] = useState(portion);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || drawn >= count) return undefined;
    const watcher = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && setDrawn((before) => before + portion), {
      rootMargin: "600px",
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [drawn, count]);
  return { drawn, end, need: (index: number) => setDrawn((before) => Math.max(before, index + 10)) };
}

/** The tasks of a board as a table, with those that were cancelled. */
export function TaskTable({ onClear }: { readonly onClear: () => void }) {
  const t = useWords(viewWords);
  const words = useWords(taskWords);
  const { store, actions, view } = useBoard();
  const { viewer } = useCoalition();
  const { title } = useFrame(store);
  const { rows, sorting, sortBy } = useRows();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const root = useRef<HTMLDivElement>(null);
  const { drawn, end, need } = useDrawn(rows.length);
  const ids = useMemo(() => rows.map(({ card }) => card.id), [rows]);
  const onKeyDown = useBoardKeys(() => [ids]);
  useEffect(
    () =>
      actions.focus.handle((taskId) => {
        const index = ids.indexOf(taskId);
        if (index < 0) return false;
        need(index);
        requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-card="${taskId}"]`)?.focus());
        return true;
      }),
    [actions, ids, need],
  );
  const writes = mayWrite(viewer);
  const chosen = rows.filter(({ card }) => picked.has(card.id)).map(({ card }) => card);
  const choose = (taskId: string, on: boolean) => setPicked((before) => new Set(on ? [...before, taskId] : [...before].filter((id) => id !== taskId)));
  const fileName = t("csvName", { board: title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-"), day: view.today });
  const lines = () => [columnKeys.map((key) => t(key)), ...rows.map(({ cells }) => columnKeys.map((key) => cells[key]))];
  if (rows.length === 0) {
    return isFiltered(view) ? (
      <EmptyState title={words("emptyFiltered")} action={<Button onClick={onClear}>{words("clearFilters")}</Button>} />
    ) : (
      <EmptyState title={t("empty")} />
    );
  }
  return (
    <>
      <div ref={root} className="task-list" role="group" aria-label={t("list")} onKeyDown={onKeyDown}>
        <table className="task-table">
          <caption className="hidden-text">{t("caption", { board: title })}</caption>
          <thead>
            <tr>
              {writes && (
                <td className="task-table-check">
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen.length === rows.length}
                      aria-label={t("selectAll")}
                      onChange={(event) => setPicked(new Set(event.target.checked ? ids : []))}
                    />
                  </label>
                </td>
              )}
              {columnKeys.map((column) => (
                <Head key={column} column={column} sorting={sorting} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map((row) => (
              <Line key={row.card.id} row={row} chosen={picked.has(row.card.id)} onChoose={writes ? (on) => choose(row.card.id, on) : null} />
            ))}
          </tbody>
        </table>
        <div ref={end} />
      </div>
      {chosen.length > 0 ? (
        <BulkBar cards={chosen} onDone={() => setPicked(new Set())} />
      ) : (
        <div className="task-list-foot">
          <Button look="quiet" small onClick={() => saveFile(`${fileName}.csv`, "text/csv;charset=utf-8", csvOf(lines()))}>
            <Download size={15} aria-hidden />
            {t("csv")}
          </Button>
          <Button look="quiet" small onClick={() => void saveWorkbook(fileName, title, lines())}>
            <Download size={15} aria-hidden />
            {t("xlsx")}
          </Button>
        </div>
      )}
    </>
  );
}
