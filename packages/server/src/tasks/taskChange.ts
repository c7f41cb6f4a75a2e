import { type EventType, TaskFieldGroup, Visibility } from "@wijkbord/schema";
import type { Board, BoardColumn, FieldChange, Task, TaskAssignment, TaskPlacement } from "@wijkbord/schema/types";
import type { Change, LoggedWork } from "../activity/change.ts";
import { conflict, notFound, ruleBroken } from "../activity/refusal.ts";
import { BoardColumnTable, BoardTable, TaskPlacementTable } from "./board.tables.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";

/** A task with what the rules ask about it. */
export interface LoadedTask {
  readonly task: Task;
  readonly assignments: TaskAssignment[];
  readonly placement: TaskPlacement;
  readonly board: Board;
  readonly columns: BoardColumn[];
}

/** Condition for rows that the actor may read: those of all partners and those of the own organisation. */
export const readable = ({ actor }: Change) => ({
  coalitionId: actor.coalitionId,
  $or: [{ visibility: { $ne: Visibility.ORGANISATION } }, { organisationId: actor.organisationId }],
});

/** Loads tasks that the actor may read, in a fixed number of statements; others are left out. */
export async function loadTasks(change: Change, ids: readonly string[]): Promise<LoadedTask[]> {
  const { em } = change;
  const tasks = await em.find(TaskTable, { id: { $in: [...ids] }, ...readable(change) }, { orderBy: { number: "asc" } });
  if (tasks.length === 0) return [];
  const taskId = { $in: tasks.map(({ id }) => id) };
  const placements = new Map((await em.find(TaskPlacementTable, { taskId, isHome: true })).map((row) => [row.taskId, row]));
  const boardId = { $in: [...new Set([...placements.values()].map((row) => row.boardId))] };
  const boards = new Map((await em.find(BoardTable, { id: boardId })).map((row) => [row.id, row]));
  const columns = Map.groupBy(await em.find(BoardColumnTable, { boardId }, { orderBy: { position: "asc", id: "asc" } }), (row) => row.boardId);
  const assignments = Map.groupBy(await em.find(TaskAssignmentTable, { taskId }, { orderBy: { createdAt: "asc", id: "asc" } }), (row) => row.taskId);
  return tasks.flatMap((task) => {
    const placement = placements.get(task.id);
    const board = placement && boards.get(placement.boardId);
    if (!placement || !board) return [];
    return { task, placement, board, columns: columns.get(board.id) ?? [], assignments: assignments.get(task.id) ?? [] };
  });
}

/** Loads a task that the actor may read; unknown, foreign and hidden ones answer alike. */
export async function loadTask(change: Change, id: string, field = "id"): Promise<LoadedTask> {
  const [loaded] = await loadTasks(change, [id]);
  if (!loaded) throw notFound(field);
  return loaded;
}

/** Loads a task to change it; what was put away must be brought back first. */
export async function loadOpenTask(change: Change, id: string, field = "id"): Promise<LoadedTask> {
  const loaded = await loadTask(change, id, field);
  if (loaded.board.archivedAt) throw ruleBroken("C4", [{ code: "BOARD_ARCHIVED", objectId: loaded.board.id }]);
  if (loaded.task.archivedAt) throw ruleBroken("C4", [{ code: "TASK_ARCHIVED", objectId: loaded.task.id }]);
  return loaded;
}

const groupFields: Record<TaskFieldGroup, (keyof Task)[]> = {
  [TaskFieldGroup.TITLE]: ["title"],
  [TaskFieldGroup.DESCRIPTION]: ["description"],
  [TaskFieldGroup.PLANNING]: ["dueOn", "priority", "themeId", "actionLineId", "blockedByTaskId", "repeatUnit", "repeatEvery"],
  [TaskFieldGroup.COLUMN]: ["state", "stateBeforeBlocked", "blockedReason", "stateReason", "waiveNote", "enteredReviewAt", "doneAt", "archivedAt"],
  [TaskFieldGroup.LETTERS]: ["allInformed", "visibility", "importedNames"],
  [TaskFieldGroup.CHECKLIST]: [],
  [TaskFieldGroup.LABELS]: [],
  [TaskFieldGroup.LINKS]: [],
};

/** The field group that a field of a task belongs to. */
export function groupOf(field: string): TaskFieldGroup | undefined {
  if (field === "columnId") return TaskFieldGroup.COLUMN;
  return Object.values(TaskFieldGroup).find((group) => groupFields[group].some((name) => name === field));
}

/** Groups that changed after a version. */
export const changedSince = (task: Task, version: number, groups: readonly TaskFieldGroup[]): TaskFieldGroup[] =>
  groups.filter((group) => (task.groupVersions[group] ?? 1) > version);

/** Refuses a change when one of its field groups changed after the version that the client saw. */
export function expectVersion(task: Task, expected: number, groups: readonly TaskFieldGroup[]): void {
  const changed = changedSince(task, expected, groups);
  if (changed.length === 0) return;
  const fields = changed.flatMap((group) => groupFields[group]);
  throw conflict(task.version, changed, Object.fromEntries(fields.map((field) => [field, task[field]])));
}

/** Refuses a change of an object without field groups when it changed after the version that the client saw. */
export function expectOwnVersion(object: { readonly version: number }, expected: number, group: string, current: Record<string, unknown>): void {
  if (object.version > expected) throw conflict(object.version, [group], current);
}

/** Raises the version of the task and of the field groups that changed. */
export function touch({ task }: Pick<LoadedTask, "task">, { now }: LoggedWork, ...groups: TaskFieldGroup[]): void {
  task.version += 1;
  task.updatedAt = now;
  task.groupVersions = { ...task.groupVersions, ...Object.fromEntries(groups.map((group) => [group, task.version])) };
}

/**
 * Raises the version for a change of something under the task. A row that only one organisation reads leaves the
 * version of a task of all partners alone: the others would see that something happened, and never receive it.
 */
export function touchUnder(
  loaded: Pick<LoadedTask, "task">,
  change: LoggedWork,
  row: { readonly visibility: Visibility } | undefined,
  ...groups: TaskFieldGroup[]
): void {
  const isHidden = row?.visibility === Visibility.ORGANISATION && loaded.task.visibility !== Visibility.ORGANISATION;
  if (!isHidden) touch(loaded, change, ...groups);
}

interface TaskEvent {
  changes?: FieldChange[];
  target?: { type: string; id: string };
  /** The row under the task that the event is about, when it can be hidden. */
  under?: { readonly visibility: Visibility; readonly organisationId: string };
  undoes?: string | null;
}

/** A task and the board it belongs to. */
export interface PlacedTask {
  readonly task: Task;
  readonly board: Pick<Board, "id">;
}

/** Records an event about a task or something under it; it is visible to those who may read both. */
export function recordTask(change: LoggedWork, { task, board }: PlacedTask, type: EventType, event: TaskEvent = {}): void {
  const hides = [event.under, task].find((row) => row?.visibility === Visibility.ORGANISATION);
  change.record({
    type,
    target: event.target ?? { type: "Task", id: task.id },
    taskId: task.id,
    boardIds: [board.id],
    version: task.version,
    changes: event.changes,
    visibility: hides ? Visibility.ORGANISATION : Visibility.COALITION,
    organisationId: hides?.organisationId ?? null,
    undoes: event.undoes,
  });
}

/** Difference of one field, for history. */
export const difference = (field: string, before: unknown, after: unknown): FieldChange => ({ field, before, after });
