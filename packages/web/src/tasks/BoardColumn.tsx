import { mayWrite } from "@wijkbord/schema";
import { Plus, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { IconButton } from "../ui/Button.tsx";
import { useBoard, useColumnTasks } from "./boardContext.ts";
import type { Column } from "./boardStore.ts";
import { CardList } from "./CardList.tsx";
import { NewTask } from "./NewTask.tsx";
import { useDragTools } from "./useDragTools.ts";
import { taskWords } from "./words.ts";

interface BoardColumnProps {
  readonly column: Column;
  /** Tasks that the filters and the row leave over, in order. */
  readonly ids: readonly string[];
  readonly adding: boolean;
  readonly onAdd: (columnId: string | null) => void;
  /** Inside a row: only the cards, as high as they are. */
  readonly inRow?: boolean;
  readonly panelOf?: string;
}

/** Where a card lands that is dropped on a card or on the empty part of a column. */
function landing(ids: readonly string[], taskId: string, over: Record<string | symbol, unknown> | undefined): string | null {
  const rest = ids.filter((id) => id !== taskId);
  const overId = over?.["taskId"];
  if (typeof overId !== "string") return rest.at(-1) ?? null;
  const at = rest.indexOf(overId);
  return over?.["edge"] === "top" ? (rest[at - 1] ?? null) : overId;
}

function useColumnDrop(columnId: string, ids: readonly string[]) {
  const { store, actions } = useBoard();
  const tools = useDragTools();
  const element = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current || !tools) return undefined;
    return tools.dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => typeof source.data["taskId"] === "string",
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location, self }) => {
        setOver(false);
        const card = store.feed.cards.get(String(source.data["taskId"]));
        const [inner] = location.current.dropTargets;
        if (card) void actions.move(card, { columnId, afterTaskId: landing(ids, card.id, inner?.element === self.element ? undefined : inner?.data) });
      },
    });
  }, [columnId, ids, store, actions, tools]);
  return { element, over };
}

function ColumnHeader({ column, onAdd }: Pick<BoardColumnProps, "column" | "onAdd">) {
  const t = useWords(taskWords);
  const { store } = useBoard();
  const { viewer } = useCoalition();
  const count = useColumnTasks(store, column.id).length;
  const over = column.wipLimit !== null && count > column.wipLimit;
  return (
    <header className="column-header">
      <i className="column-mark" data-state={column.state} aria-hidden />
      <h2>{column.title}</h2>
      <span className="column-count digits" aria-hidden>
        {column.wipLimit === null ? count : t("wip", { count, limit: column.wipLimit })}
      </span>
      {over && (
        <span className="column-over" title={t("wipOver", { limit: column.wipLimit ?? 0 })}>
          <TriangleAlert size={14} role="img" aria-label={t("wipOver", { limit: column.wipLimit ?? 0 })} />
        </span>
      )}
      {mayWrite(viewer) && (
        <IconButton label={t("addTaskIn", { column: column.title })} onClick={() => onAdd(column.id)}>
          <Plus size={16} aria-hidden />
        </IconButton>
      )}
    </header>
  );
}

/** One column: its state, its cards, and the place for a new one. */
export function BoardColumn({ column, ids, adding, onAdd, inRow = false, panelOf }: BoardColumnProps) {
  const t = useWords(taskWords);
  const { store } = useBoard();
  const { viewer } = useCoalition();
  const { element, over } = useColumnDrop(column.id, ids);
  const total = useColumnTasks(store, column.id).length;
  const limit = column.wipLimit;
  const inside = (
    <>
      {!inRow && <ColumnHeader column={column} onAdd={onAdd} />}
      {!inRow && limit !== null && total > limit && <p className="column-warning">{t("wipOver", { limit })}</p>}
      {adding && <NewTask column={column} onClose={() => onAdd(null)} />}
      <CardList columnId={column.id} ids={ids} label={t("columnLabel", { title: column.title, count: ids.length })} whole={inRow} />
      {!inRow && !adding && mayWrite(viewer) && (
        <button type="button" className="column-add" onClick={() => onAdd(column.id)}>
          <Plus size={16} aria-hidden />
          {t("addTask")} <span className="hidden-text">{column.title}</span>
        </button>
      )}
    </>
  );
  return (
    <div
      ref={element}
      className="column"
      data-column={column.id}
      data-over={over || undefined}
      {...(panelOf
        ? { role: "tabpanel", id: `${panelOf}-panel`, "aria-labelledby": `${panelOf}-${column.id}` }
        : { role: "group", "aria-label": column.title })}
    >
      {inside}
    </div>
  );
}
