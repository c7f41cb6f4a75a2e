import type { EventType } from "@wijkbord/schema";
import { TaskFieldGroup, Visibility } from "@wijkbord/schema";
import type { Board, BoardColumn, FieldChange, Task, TaskAssignment, TaskPlacement } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { conflict, notFound } from "../activity/refusal.ts";
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

/** Loads a task that the actor may read; unknown, foreign and hidden ones answer alike. */
export async function loadTask({ em, actor }: Change, id: string, field = "id"): Promise<LoadedTask> {
  const task = await em.findOne(TaskTable, {
    id,
    coalitionId: actor.coalitionId,
    $or: [{ visibility: { $ne: Visibility.ORGANISATION } }, { organisationId: actor.organisationId }],
  });
  if (!task) throw notFound(field);
  const placement = await em.findOneOrFail(TaskPlacementTable, { taskId: id, isHome: true });
  const board = await em.findOneOrFail(BoardTable, { id: placement.boardId });
  const columns = await em.find(BoardColumnTable, { boardId: board.id }, { orderBy: { position: "asc" } });
  const assignments = await em.find(TaskAssignmentTable, { taskId: id }, { orderBy: { createdAt: "asc", id: "asc" } });
  return { task, assignments, placement, board, columns };
}

const groupFields: Record<TaskFieldGroup, (keyof Task)[]> = {
  [TaskFieldGroup.TITLE]: ["title"],
  [TaskFieldGroup.DESCRIPTION]: ["description"],
  [TaskFieldGroup.PLANNING]: ["dueOn", "priority", "themeId", "actionLineId", "blockedByTaskId"],
  [TaskFieldGroup.COLUMN]: ["state", "blockedReason", "archivedAt"],
  [TaskFieldGroup.LETTERS]: ["allInformed", "visibility"],
  [TaskFieldGroup.CHECKLIST]: [],
  [TaskFieldGroup.LABELS]: [],
  [TaskFieldGroup.LINKS]: [],
};

/** The field group that a field of a task belongs to. */
export function groupOf(field: keyof Task): TaskFieldGroup {
  const found = Object.values(TaskFieldGroup).find((group) => groupFields[group].includes(field));
  if (!found) throw new Error(`The field ${field} belongs to no group.`);
  return found;
}

/** Refuses a change when one of its field groups changed after the version that the client saw. */
export function expectVersion(task: Task, expected: number, groups: readonly TaskFieldGroup[]): void {
  const changed = groups.filter((group) => (task.groupVersions[group] ?? 1) > expected);
  if (changed.length === 0) return;
  const fields = changed.flatMap((group) => groupFields[group]);
  throw conflict(task.version, changed, Object.fromEntries(fields.map((field) => [field, task[field]])));
}

/** Raises the version of the task and of the field groups that changed. */
export function touch({ task }: LoadedTask, { now }: Change, ...groups: TaskFieldGroup[]): void {
  task.version += 1;
  task.updatedAt = now;
  task.groupVersions = { ...task.groupVersions, ...Object.fromEntries(groups.map((group) => [group, task.version])) };
}

interface TaskEvent {
  changes?: FieldChange[];
  target?: { type: string; id: string };
  visibility?: Visibility;
  undoes?: string;
}

/** Records an event about a task or something under it; it is visible to those who may read both. */
export function recordTask(change: Change, { task, board }: LoadedTask, type: EventType, event: TaskEvent = {}): void {
  const hidden = task.visibility === Visibility.ORGANISATION || event.visibility === Visibility.ORGANISATION;
  const owner = event.visibility === Visibility.ORGANISATION ? change.actor.organisationId : task.organisationId;
  change.record({
    type,
    target: event.target ?? { type: "Task", id: task.id },
    taskId: task.id,
    boardIds: [board.id],
    version: task.version,
    changes: event.changes,
    visibility: hidden ? Visibility.ORGANISATION : Visibility.COALITION,
    organisationId: hidden ? owner : null,
    undoes: event.undoes,
  });
}

/** Difference of one field, for history. */
export const difference = (field: string, before: unknown, after: unknown): FieldChange => ({ field, before, after });
