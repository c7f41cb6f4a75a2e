import { EventType, Swimlane, TaskState, WorkingStyle } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { conflict, notFound, ruleBroken } from "../activity/refusal.ts";
import { BoardTable } from "./board.tables.ts";
import { recordBoard } from "./boards.ts";
import { columnsOf, recordColumn, renumber } from "./columns.ts";
import { takeNewState, tasksIn } from "./columnTasks.ts";
import { difference } from "./taskChange.ts";
import { undoBoardArchived, undoColumnAdded, undoColumnRemoved } from "./undoColumns.ts";
import { valueBefore } from "./undoTask.ts";

const memberOf = <Value extends string>(values: Record<string, Value>, value: unknown): Value | undefined =>
  Object.values(values).find((known) => known === value);
const reversed = (event: LoggedEvent) => event.changes.map(({ field, before, after }) => difference(field, after, before));

function refuseIfChanged(event: LoggedEvent, group: string, version: number, current: Record<string, unknown>): void {
  if (event.changes.some(({ field, after }) => Object.hasOwn(current, field) && current[field] !== after)) throw conflict(version, [group], current);
}

/** Writes title, style, grouping or a column back (D10); refused when it changed again since. */
export async function undoBoardChange(change: Change, event: LoggedEvent): Promise<void> {
  const { em, coalition } = change;
  const [boardId] = event.boardIds;
  const board = boardId ? await em.findOne(BoardTable, { id: boardId, coalitionId: coalition.id }) : null;
  if (!board) throw notFound("eventId");
  if (event.type === EventType.BOARD_ARCHIVED || event.type === EventType.BOARD_RESTORED) return undoBoardArchived(change, board, event);
  if (event.type === EventType.COLUMN_ADDED) return undoColumnAdded(change, board, event);
  if (event.type === EventType.COLUMN_REMOVED) return undoColumnRemoved(change, board, event);
  const title = valueBefore(event, "title");
  if (event.type === EventType.BOARD_CHANGED) {
    refuseIfChanged(event, "BOARD", board.version, { title: board.title, style: board.style, swimlane: board.swimlane });
    if (typeof title === "string") board.title = title;
    board.style = memberOf(WorkingStyle, valueBefore(event, "style")) ?? board.style;
    board.swimlane = memberOf(Swimlane, valueBefore(event, "swimlane")) ?? board.swimlane;
    board.version += 1;
    return recordBoard(change, board, EventType.BOARD_CHANGED, reversed(event), event.id);
  }
  const columns = await columnsOf(change, board);
  const column = columns.find(({ id }) => id === event.targetId);
  if (!column) throw ruleBroken("T9", [{ code: "COLUMN_IS_GONE", objectId: event.id }]);
  refuseIfChanged(event, "COLUMN", column.version, { title: column.title, state: column.state, wipLimit: column.wipLimit });
  const limit = event.changes.find(({ field }) => field === "wipLimit");
  const state = memberOf(TaskState, valueBefore(event, "state"));
  const place = valueBefore(event, "position");
  if (typeof title === "string") column.title = title;
  if (limit) column.wipLimit = typeof limit.before === "number" ? limit.before : null;
  if (state) {
    const loaded = await tasksIn(change, board, columns, column);
    column.state = state;
    await takeNewState(change, loaded, column);
  }
  if (typeof place === "number") {
    columns.splice(columns.indexOf(column), 1);
    columns.splice(place, 0, column);
    renumber(columns);
  }
  column.version += 1;
  board.version += 1;
  recordColumn(change, board, column, EventType.COLUMN_CHANGED, reversed(event), event.id);
}
