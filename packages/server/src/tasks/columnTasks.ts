import { EventType, openPoints, OpenPoint, TaskState, Visibility, WorkingStyle } from "@wijkbord/schema";
import type { Board, BoardColumn, MeetingPromise, TaskPlacement } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notFound, ruleBroken } from "../activity/refusal.ts";
import { openPromises } from "../meetings/promiseReads.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { placeTask } from "./moveTask.ts";
import { keysAtEnd } from "./order.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { difference, type LoadedTask, recordTask, touch } from "./taskChange.ts";

/** All tasks that stand in a column in their order, archived, cancelled and internal ones too. */
export async function tasksIn({ em }: Change, board: Board, columns: BoardColumn[], column: BoardColumn): Promise<LoadedTask[]> {
  const placements: TaskPlacement[] = await em.find(TaskPlacementTable, { columnId: column.id }, { orderBy: { position: "asc" } });
  const taskId = { $in: placements.map((row) => row.taskId) };
  const tasks = new Map((await em.find(TaskTable, { id: taskId })).map((task) => [task.id, task]));
  const assignments = Map.groupBy(await em.find(TaskAssignmentTable, { taskId }), (row) => row.taskId);
  return placements.flatMap((placement) => {
    const task = tasks.get(placement.taskId);
    return task ? [{ task, placement, board, columns, assignments: assignments.get(task.id) ?? [] }] : [];
  });
}

const isCancelled = ({ task }: LoadedTask) => task.state === TaskState.CANCELLED;
const isReadable = ({ actor }: Change, { task }: LoadedTask) => task.visibility !== Visibility.ORGANISATION || task.organisationId === actor.organisationId;

/** T2: on a strict board a change of columns brings no task without its letters, or a promise of them, to a later state. */
function checkLetters({ task, assignments, board }: LoadedTask, promises: readonly MeetingPromise[], to: TaskState): { code: string; objectId: string }[] {
  if (board.style !== WorkingStyle.STRICT || task.state === to || task.unconfirmedImport) return [];
  const facts = { ...task, assignments, promises, consultedCommented: [], consultationOver: true };
  const letters: OpenPoint[] = [OpenPoint.NO_ACCOUNTABLE, OpenPoint.NO_RESPONSIBLE];
  return openPoints(facts, to).flatMap(({ code }) => (letters.includes(code) ? [{ code, objectId: task.id }] : []));
}

async function refuseWithoutLetters(change: Change, loaded: readonly LoadedTask[], to: TaskState): Promise<void> {
  const judged = loaded.filter((each) => !isCancelled(each) && isReadable(change, each));
  const ids = judged.map(({ task }) => task.id);
  const promises = Map.groupBy(await openPromises(change.em, ids), ({ taskId }) => taskId);
  const missing = judged.flatMap((each) => checkLetters(each, promises.get(each.task.id) ?? [], to));
  if (missing.length > 0) throw ruleBroken("C7.1", missing);
}

/** Gives a cancelled task another place without another state. */
function replace(change: Change, loaded: LoadedTask, { id: columnId }: BoardColumn, position: string): void {
  const changes = [difference("columnId", loaded.placement.columnId, columnId), difference("position", loaded.placement.position, position)];
  Object.assign(loaded.placement, { columnId, position });
  touch(loaded, change);
  recordTask(change, loaded, EventType.TASK_MOVED, { changes });
}

/** Puts everything in a column somewhere else. What the coordinator cannot read goes along; cancelled tasks only change place. */
export async function clearColumn(
  change: Change,
  columns: readonly BoardColumn[],
  column: BoardColumn,
  loaded: readonly LoadedTask[],
  targetId: string | null,
): Promise<void> {
  const others = columns.filter((other) => other !== column);
  const named = targetId ? others.find(({ id }) => id === targetId) : undefined;
  if (targetId && !named) throw notFound("moveTasksToColumnId");
  const asks = loaded.some((each) => !isCancelled(each) && isReadable(change, each));
  if (asks && !named) throw ruleBroken("D2", [{ code: "COLUMN_HAS_TASKS", objectId: column.id }]);
  const target = named ?? others.find(({ state }) => state === column.state) ?? others[0];
  if (!target) return;
  await refuseWithoutLetters(change, loaded, target.state);
  const keys = await keysAtEnd(change.em, target, loaded.length);
  loaded.forEach((each, index) => {
    const position = keys[index] ?? "";
    if (isCancelled(each)) replace(change, each, target, position);
    else placeTask(change, each, target, position, { reason: null, waiveNote: null });
  });
}

/** Gives the tasks of a column the state that it carries now. */
export async function takeNewState(change: Change, loaded: readonly LoadedTask[], column: BoardColumn): Promise<void> {
  await refuseWithoutLetters(change, loaded, column.state);
  for (const each of loaded) {
    if (!isCancelled(each)) placeTask(change, each, column, each.placement.position, { reason: null, waiveNote: null });
  }
}
