import { consultState, EventType, planMove, TaskFieldGroup, taskLimits, TaskState } from "@wijkbord/schema";
import type { ActInput, BoardColumn, FieldChange, MoveTaskInput, Task } from "@wijkbord/schema/types";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, notFound, optionalText, ruleBroken } from "../activity/refusal.ts";
import { moveFacts } from "./facts.ts";
import { makeNext } from "./nextTask.ts";
import { keysAtEnd, orderKey } from "./order.ts";
import { respaceWhenLong } from "./respace.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, expectVersion, type LoadedTask, loadOpenTask, readable, recordTask, touch } from "./taskChange.ts";

interface MoveWords {
  readonly reason: string | null;
  readonly waiveNote: string | null;
}

/** Refuses a move that the rules do not allow, with all that is missing; gives the steps it takes. */
async function checkMove(change: Change, loaded: LoadedTask, to: TaskState, words: MoveWords): Promise<TaskState[]> {
  const plan = planMove(await moveFacts(change, loaded), change.actor, to, words);
  if (!plan.allowed) throw plan.problem === "NOT_ALLOWED" ? notAllowed(plan.rule) : ruleBroken(plan.rule, plan.missing);
  return plan.steps;
}

const written = ["state", "stateBeforeBlocked", "blockedReason", "stateReason", "waiveNote", "enteredReviewAt", "doneAt"] as const;

/** Puts a task in a state, with everything that goes with it; gives the differences. */
function enterState(
  { now }: LoggedWork,
  { task, columns }: Pick<LoadedTask, "task" | "columns">,
  to: TaskState,
  words: MoveWords,
  steps: readonly TaskState[],
): FieldChange[] {
  const from = task.state;
  const before: Partial<Task> = Object.fromEntries(written.map((field) => [field, task[field]]));
  const asks = consultState(columns.some(({ state }) => state === TaskState.IN_REVIEW));
  task.state = to;
  task.stateBeforeBlocked = to === TaskState.BLOCKED ? from : null;
  task.blockedReason = to === TaskState.BLOCKED ? words.reason : null;
  task.stateReason = to === TaskState.BLOCKED ? null : words.reason;
  task.waiveNote = words.waiveNote;
  task.doneAt = to === TaskState.DONE ? now : null;
  if (steps.includes(asks) && from !== TaskState.BLOCKED) task.enteredReviewAt = now;
  return written.map((field) => difference(field, before[field] ?? null, task[field] ?? null)).filter(({ before: was, after }) => was !== after);
}

/** The kind of event of a change of state. */
export function moveEvent(from: TaskState, to: TaskState): EventType {
  if (from !== to && to === TaskState.BLOCKED) return EventType.TASK_BLOCKED;
  return from !== to && from === TaskState.BLOCKED ? EventType.TASK_UNBLOCKED : EventType.TASK_MOVED;
}

/** Puts a task in a column whose key is known and records it; the rules were asked before. */
export function placeTask(
  change: LoggedWork,
  loaded: LoadedTask,
  column: BoardColumn,
  position: string,
  words: MoveWords,
  steps: readonly TaskState[] = [column.state],
): void {
  const { task, placement } = loaded;
  const from = task.state;
  const changes = [difference("columnId", placement.columnId, column.id), difference("position", placement.position, position)];
  const elsewhere = placement.columnId !== column.id;
  placement.columnId = column.id;
  placement.position = position;
  if (from !== column.state) changes.push(...enterState(change, loaded, column.state, words, steps));
  if (elsewhere || from !== column.state) touch(loaded, change, TaskFieldGroup.COLUMN);
  else touch(loaded, change);
  recordTask(change, loaded, moveEvent(from, column.state), { changes: changes.filter(({ before, after }) => before !== after) });
}

/** Moves a loaded task to a column by the rules; the column carries the state. */
export async function moveLoaded(
  change: Change,
  loaded: LoadedTask,
  column: BoardColumn,
  afterTaskId: string | null | undefined,
  words: MoveWords,
): Promise<void> {
  const steps = await checkMove(change, loaded, column.state, words);
  const { id, state: from } = loaded.task;
  const [end = ""] = afterTaskId === undefined ? await keysAtEnd(change.em, column, 1, id) : [];
  const position = afterTaskId === undefined ? end : await orderKey(change.em, column, afterTaskId, id);
  placeTask(change, loaded, column, position, words, steps);
  await respaceWhenLong(change, loaded.board, column, position);
  if (from !== TaskState.DONE && column.state === TaskState.DONE) await makeNext(change, loaded);
}

/** Moves a task; concurrent moves both succeed unless somebody else changed its column after the version seen. */
export async function moveTask(change: Change, input: MoveTaskInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.id);
  const column = loaded.columns.find(({ id }) => id === input.columnId);
  if (!column) throw notFound("columnId");
  if (column.id !== loaded.placement.columnId) expectVersion(loaded.task, input.expectedVersion, [TaskFieldGroup.COLUMN]);
  const afterTaskId = input.afterTaskId ?? null;
  if (afterTaskId === loaded.task.id) throw invalid("afterTaskId", "BAD_PLACE");
  if (afterTaskId && !(await change.em.count(TaskTable, { id: afterTaskId, ...readable(change) }))) throw notFound("afterTaskId");
  const words = { reason: optionalText("reason", input.reason, taskLimits.reason), waiveNote: optionalText("waiveNote", input.waiveNote, taskLimits.reason) };
  await moveLoaded(change, loaded, column, afterTaskId, words);
  return loaded.task.id;
}

/** Cancels a task: it leaves the board and shows only in lists and search. */
export async function cancelTask(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.id);
  const { task } = loaded;
  if (task.state === TaskState.CANCELLED) return task.id;
  expectVersion(task, input.expectedVersion, [TaskFieldGroup.COLUMN]);
  const words = { reason: optionalText("reason", input.reason, taskLimits.reason), waiveNote: null };
  await checkMove(change, loaded, TaskState.CANCELLED, words);
  const changes = enterState(change, loaded, TaskState.CANCELLED, words, []);
  touch(loaded, change, TaskFieldGroup.COLUMN);
  recordTask(change, loaded, EventType.TASK_MOVED, { changes });
  return task.id;
}

/** Takes a cancelled task up again, as a new one in the first column. */
export async function reopenTask(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.id);
  const { task, columns } = loaded;
  if (task.state !== TaskState.CANCELLED) throw ruleBroken("C7.1", [{ code: "NOT_CANCELLED", objectId: task.id }]);
  expectVersion(task, input.expectedVersion, [TaskFieldGroup.COLUMN]);
  const column = columns.find(({ state }) => state === TaskState.PROPOSED) ?? columns[0];
  if (!column) throw ruleBroken("D2", [{ code: "NO_COLUMN", objectId: loaded.board.id }]);
  await moveLoaded(change, loaded, column, undefined, { reason: optionalText("reason", input.reason, taskLimits.reason), waiveNote: null });
  return task.id;
}
