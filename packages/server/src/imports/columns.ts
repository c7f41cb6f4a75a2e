import type { ImportedList, TaskState } from "@wijkbord/schema";
import { taskLimits } from "@wijkbord/schema";
import type { BoardColumn } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { usualColumns } from "./boards.ts";
import { cut } from "./text.ts";

/** A list of another program on its way to a column. */
export interface ListToPlace {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  readonly state: TaskState;
  readonly chosen: boolean;
  readonly cards: number;
}

/** The column that a list becomes. */
export interface PlacedList extends ListToPlace {
  readonly columnId: string;
  readonly column: ImportedList["column"];
  readonly columnState: TaskState;
}

export interface ColumnPlan {
  readonly lists: ReadonlyMap<string, PlacedList>;
  /** Columns to add, in order. */
  readonly added: { id: string; listId: string; title: string; state: TaskState; position: number }[];
  /** Empty columns of an empty board that no list needs. */
  readonly removed: BoardColumn[];
}

const fold = (name: string) => name.trim().toLowerCase();

/**
 * Gives every open list a column: the one it became before, else one with its title, else a new one. Lists that were archived get none:
 * their cards stand archived in a column of the same state. On a board without tasks the columns that no list needs go, so that it looks like the other board.
 */
export function planColumns(
  lists: readonly ListToPlace[],
  columns: readonly BoardColumn[],
  before: ReadonlyMap<string, string>,
  boardIsEmpty: boolean,
): ColumnPlan {
  const free = new Set(columns);
  const placed = new Map<string, PlacedList>();
  const added: ColumnPlan["added"] = [];
  const take = (list: ListToPlace, column: BoardColumn) => {
    free.delete(column);
    placed.set(list.id, { ...list, columnId: column.id, column: "EXISTING", columnState: column.state });
  };
  const open = lists.filter(({ closed }) => !closed);
  for (const list of open) {
    const known = columns.find(({ id }) => id === before.get(list.id));
    if (known) take(list, known);
  }
  let position = columns.reduce((last, column) => Math.max(last, column.position + 1), 0);
  for (const list of open) {
    if (placed.has(list.id)) continue;
    const title = cut(list.name, taskLimits.columnTitle);
    const same = [...free].find((column) => fold(column.title) === fold(title) && (!list.chosen || column.state === list.state));
    if (same) {
      take(list, same);
      continue;
    }
    const column = { id: uuidv7(), listId: list.id, title, state: list.state, position: position++ };
    added.push(column);
    placed.set(list.id, { ...list, columnId: column.id, column: "NEW", columnState: list.state });
  }
  if (columns.length + added.length === 0) added.push(...usualColumns.map((column, index) => ({ ...column, id: uuidv7(), listId: "", position: index })));
  const removed = boardIsEmpty && open.length > 0 ? [...free] : [];
  const stays = [...columns.filter((column) => !removed.includes(column)), ...added];
  for (const list of lists.filter(({ closed }) => closed)) {
    const column = stays.find(({ state }) => state === list.state) ?? stays[0];
    if (column) placed.set(list.id, { ...list, columnId: column.id, column: "ARCHIVED", columnState: column.state });
  }
  return { lists: placed, added, removed };
}
