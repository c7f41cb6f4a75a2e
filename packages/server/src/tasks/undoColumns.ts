import { EventType, TaskFieldGroup, TaskState } from "@wijkbord/schema";
import type { Board, BoardColumn, LoggedEvent } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { conflict, ruleBroken } from "../activity/refusal.ts";
import { BoardColumnTable } from "./board.tables.ts";
import { recordBoard } from "./boards.ts";
import { columnsOf, recordColumn, renumber } from "./columns.ts";
import { clearColumn, tasksIn } from "./columnTasks.ts";
import { changedSince, difference } from "./taskChange.ts";
import { undoMove, valueBefore } from "./undoTask.ts";

/** As many moves of one removal are looked for in the log. */
const searched = 5_000;

/** The moves that emptied a column when it was taken away, by task. */
async function movesOut({ em, coalition }: Change, removed: LoggedEvent): Promise<Map<string, LoggedEvent>> {
  const events = await em.find(EventTable, {
    coalitionId: coalition.id,
    sequence: { $gt: removed.sequence - searched, $lt: removed.sequence },
    occurredAt: removed.occurredAt,
    actorMembershipId: removed.actorMembershipId,
  });
  const out = events.filter(({ changes }) => changes.some(({ field, before }) => field === "columnId" && before === removed.targetId));
  return new Map(out.map((event) => [event.taskId ?? "", event]));
}

/** Puts a column back that was taken away, with the tasks that nobody moved since. */
export async function undoColumnRemoved(change: Change, board: Board, removed: LoggedEvent): Promise<void> {
  const { em, coalition } = change;
  const columns = await columnsOf(change, board);
  if (columns.some(({ id }) => id === removed.targetId)) throw conflict(board.version, ["COLUMN"], {});
  const [title, state, place, limit] = ["title", "state", "position", "wipLimit"].map((field) => valueBefore(removed, field));
  const known = Object.values(TaskState).find((each) => each === state);
  if (typeof title !== "string" || !known) throw ruleBroken("T9", [{ code: "COLUMN_IS_GONE", objectId: removed.id }]);
  const position = Math.min(typeof place === "number" ? place : columns.length, columns.length);
  const column: BoardColumn = em.create(BoardColumnTable, {
    id: removed.targetId,
    coalitionId: coalition.id,
    boardId: board.id,
    title,
    state: known,
    position,
    wipLimit: typeof limit === "number" ? limit : null,
    version: (removed.version ?? 1) + 1,
  });
  const moves = await movesOut(change, removed);
  const targets = new Set([...moves.values()].map((event) => event.changes.find(({ field }) => field === "columnId")?.after));
  const before = [...columns];
  columns.splice(position, 0, column);
  renumber(columns);
  board.version += 1;
  recordColumn(
    change,
    board,
    column,
    EventType.COLUMN_ADDED,
    removed.changes.map(({ field, before: had }) => difference(field, null, had)),
    removed.id,
  );
  for (const target of before.filter(({ id }) => targets.has(id))) {
    for (const loaded of await tasksIn(change, board, columns, target)) {
      const move = moves.get(loaded.task.id);
      if (move && changedSince(loaded.task, move.version ?? 0, [TaskFieldGroup.COLUMN]).length === 0) await undoMove(change, loaded, move);
    }
  }
}

/** Takes a column away that was added; tasks that stand in it must first get another place. */
export async function undoColumnAdded(change: Change, board: Board, added: LoggedEvent): Promise<void> {
  const columns = await columnsOf(change, board);
  const column = columns.find(({ id }) => id === added.targetId);
  if (!column) throw ruleBroken("T9", [{ code: "COLUMN_IS_GONE", objectId: added.id }]);
  if (columns.length === 1) throw ruleBroken("D2", [{ code: "LAST_COLUMN", objectId: column.id }]);
  if (column.version > (added.version ?? 1)) throw conflict(column.version, ["COLUMN"], { title: column.title, state: column.state });
  await clearColumn(change, columns, column, await tasksIn(change, board, columns, column), null);
  renumber(columns.filter((other) => other !== column));
  board.version += 1;
  const { title, state, position, wipLimit } = column;
  const changes = Object.entries({ title, state, position, wipLimit }).map(([field, value]) => difference(field, value, null));
  recordColumn(change, board, column, EventType.COLUMN_REMOVED, changes, added.id);
  change.em.remove(column);
}

/** Brings a board back that was put away, or puts it away again. */
export function undoBoardArchived(change: Change, board: Board, event: LoggedEvent): void {
  const archived = event.type === EventType.BOARD_ARCHIVED;
  if ((board.archivedAt !== null) !== archived) throw conflict(board.version, ["BOARD"], { archivedAt: board.archivedAt });
  board.archivedAt = archived ? null : change.now;
  board.version += 1;
  recordBoard(change, board, archived ? EventType.BOARD_RESTORED : EventType.BOARD_ARCHIVED, [], event.id);
}
