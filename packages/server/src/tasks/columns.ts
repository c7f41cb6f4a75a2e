import { boardLimits, EventType, taskLimits } from "@wijkbord/schema";
import type { AddColumnInput, Board, BoardColumn, FieldChange, RemoveColumnInput, UpdateColumnInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { BoardColumnTable } from "./board.tables.ts";
import { loadBoard } from "./boards.ts";
import { clearColumn, takeNewState, tasksIn } from "./columnTasks.ts";
import { checkLimit, checkState } from "./newColumns.ts";
import { difference, expectOwnVersion } from "./taskChange.ts";

/** Writes one event about a column. */
export function recordColumn(change: Change, board: Board, column: BoardColumn, type: EventType, changes: FieldChange[], undoes: string | null = null): void {
  change.record({ type, target: { type: "BoardColumn", id: column.id }, boardIds: [board.id], version: column.version, changes, undoes });
}

export const columnsOf = ({ em }: Change, board: Board): Promise<BoardColumn[]> =>
  em.find(BoardColumnTable, { boardId: board.id }, { orderBy: { position: "asc", id: "asc" } });

/** Numbers the columns from 0 in this order. */
export function renumber(columns: readonly BoardColumn[]): void {
  columns.forEach((column, position) => (column.position = position));
}

function checkPlace(position: number | null | undefined, last: number): number {
  if (position === null || position === undefined) return last;
  if (position < 0 || position > last) throw invalid("position", "BAD_PLACE", last);
  return position;
}

/** Adds a column at a place of the board. */
export async function addColumn(change: Change, input: AddColumnInput): Promise<string> {
  const { em, coalition } = change;
  const board = await loadBoard(change, input.boardId, "boardId");
  const columns = await columnsOf(change, board);
  if (columns.length >= boardLimits.columns) throw invalid("boardId", "TOO_MANY", boardLimits.columns);
  const position = checkPlace(input.position, columns.length);
  const column = em.create(BoardColumnTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    boardId: board.id,
    title: text("title", input.title, taskLimits.columnTitle),
    state: checkState(input.state),
    position,
    wipLimit: checkLimit(input.wipLimit),
    version: 1,
  });
  columns.splice(position, 0, column);
  renumber(columns);
  board.version += 1;
  recordColumn(change, board, column, EventType.COLUMN_ADDED, [
    difference("title", null, column.title),
    difference("state", null, column.state),
    difference("position", null, position),
  ]);
  return board.id;
}

async function loadColumn(change: Change, id: string): Promise<{ board: Board; columns: BoardColumn[]; column: BoardColumn }> {
  const found = await change.em.findOne(BoardColumnTable, { id, coalitionId: change.coalition.id });
  if (!found) throw notFound("id");
  const board = await loadBoard(change, found.boardId);
  const columns = await columnsOf(change, board);
  return { board, columns, column: columns.find((column) => column.id === id) ?? found };
}

const shown = ({ title, state, position, wipLimit }: BoardColumn) => ({ title, state, position, wipLimit });

/** Changes title, state, place or limit of a column; tasks in it are told where to go when the state changes. */
export async function updateColumn(change: Change, input: UpdateColumnInput): Promise<string> {
  const { board, columns, column } = await loadColumn(change, input.id);
  expectOwnVersion(column, input.expectedVersion, "COLUMN", shown(column));
  const before = shown(column);
  const title = typeof input.title === "string" ? text("title", input.title, taskLimits.columnTitle) : column.title;
  const state = input.state ? checkState(input.state) : column.state;
  const wipLimit = input.wipLimit === undefined ? column.wipLimit : checkLimit(input.wipLimit);
  const position = typeof input.position === "number" ? checkPlace(input.position, columns.length - 1) : columns.indexOf(column);
  const restated = state !== column.state;
  const loaded = restated ? await tasksIn(change, board, columns, column) : [];
  const stays = input.moveTasksToColumnId === column.id;
  if (restated && !stays) await clearColumn(change, columns, column, loaded, input.moveTasksToColumnId ?? null);
  Object.assign(column, { title, state, wipLimit });
  if (restated && stays) await takeNewState(change, loaded, column);
  columns.splice(columns.indexOf(column), 1);
  columns.splice(position, 0, column);
  renumber(columns);
  const changes = (["title", "state", "position", "wipLimit"] as const).flatMap((field) =>
    before[field] === column[field] ? [] : [difference(field, before[field], column[field])],
  );
  if (changes.length === 0) return board.id;
  column.version += 1;
  board.version += 1;
  recordColumn(change, board, column, EventType.COLUMN_CHANGED, changes);
  return board.id;
}

/** Takes a column away; its tasks go to another one. */
export async function removeColumn(change: Change, input: RemoveColumnInput): Promise<string> {
  const { board, columns, column } = await loadColumn(change, input.id);
  expectOwnVersion(column, input.expectedVersion, "COLUMN", shown(column));
  if (columns.length === 1) throw ruleBroken("D2", [{ code: "LAST_COLUMN", objectId: column.id }]);
  await clearColumn(change, columns, column, await tasksIn(change, board, columns, column), input.moveTasksToColumnId ?? null);
  renumber(columns.filter((other) => other !== column));
  board.version += 1;
  recordColumn(
    change,
    board,
    column,
    EventType.COLUMN_REMOVED,
    Object.entries(shown(column)).map(([field, value]) => difference(field, value, null)),
  );
  change.em.remove(column);
  return board.id;
}
