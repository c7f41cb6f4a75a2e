import { type ImportNote, TaskFieldGroup, TaskState, WorkingStyle } from "@wijkbord/schema";
import type { Task, TaskPlacement } from "@wijkbord/schema/types";
import { EventTable } from "../../activity/event.table.ts";
import type { EntityManager } from "../../database/database.ts";
import { TaskPlacementTable } from "../../tasks/board.tables.ts";
import { keysAtEnd } from "../../tasks/order.ts";
import { TaskTable } from "../../tasks/task.tables.ts";
import { ImportedTable, ImportKind } from "../import.tables.ts";
import { listSource, type PlannedList, type PlannedTask } from "./listPlan.ts";

/** A task that came in before, and what the list says of it now. */
export interface ListUpdate {
  readonly task: Task;
  readonly placement: TaskPlacement;
  readonly planned: PlannedTask;
  readonly groups: TaskFieldGroup[];
}

export interface Compared {
  readonly fresh: number;
  readonly updates: ListUpdate[];
  readonly unchanged: number;
  /** Changed here since: what a person wrote here is never overwritten. */
  readonly kept: ImportNote[];
}

const isClosed = ({ archivedAt, state }: Task) => archivedAt !== null || state === TaskState.CANCELLED;

/** Fields of tasks that people changed on the board. */
async function changedHere(em: EntityManager, coalitionId: string, taskIds: string[]): Promise<Map<string, Set<string>>> {
  const events = await em.find(EventTable, { coalitionId, taskId: { $in: taskIds } });
  const changed = new Map<string, Set<string>>();
  for (const { taskId, changes } of events) {
    const fields = changed.get(taskId ?? "") ?? new Set<string>();
    for (const { field, before, after } of changes) if (before !== after) fields.add(field);
    changed.set(taskId ?? "", fields);
  }
  return changed;
}

/** Compares a list with the tasks that came in with it before. */
export async function compareList(em: EntityManager, coalitionId: string, { board, tasks }: PlannedList): Promise<Compared> {
  const externalIds = tasks.map(({ externalId }) => externalId);
  const imported = await em.find(ImportedTable, { coalitionId, source: listSource, kind: ImportKind.TASK, externalId: { $in: externalIds } });
  const taskIds = imported.map(({ objectId }) => objectId);
  const found = new Map((await em.find(TaskTable, { id: { $in: taskIds } })).map((task) => [task.id, task]));
  const placements = new Map((await em.find(TaskPlacementTable, { boardId: board.id, taskId: { $in: taskIds } })).map((one) => [one.taskId, one]));
  const changed = await changedHere(em, coalitionId, taskIds);
  const idOf = new Map(imported.map(({ externalId, objectId }) => [externalId, objectId]));
  const out = { fresh: 0, updates: [] as ListUpdate[], unchanged: 0, kept: [] as ImportNote[] };
  for (const planned of tasks) {
    const id = idOf.get(planned.externalId);
    const [task, placement] = [found.get(id ?? ""), placements.get(id ?? "")];
    if (id === undefined) out.fresh += 1;
    else if (!task || !placement || isClosed(task)) out.unchanged += 1;
    else {
      const differs: [field: string, group: TaskFieldGroup, differs: boolean][] = [
        ["dueOn", TaskFieldGroup.PLANNING, task.dueOn !== planned.dueOn],
        ["description", TaskFieldGroup.DESCRIPTION, task.description !== planned.description],
        ["columnId", TaskFieldGroup.COLUMN, placement.columnId !== planned.column.id],
      ];
      const here = new Set([...(changed.get(id) ?? []), ...(task.redactedFields ?? [])]);
      const isHeld = board.style === WorkingStyle.STRICT && !task.unconfirmedImport;
      const mayChange = (field: string) => !here.has(field) && !(field === "columnId" && isHeld);
      for (const [field, , isNew] of differs) if (isNew && !mayChange(field)) out.kept.push({ place: task.title, text: field });
      const groups = differs.flatMap(([field, group, isNew]) => (isNew && mayChange(field) ? [group] : []));
      if (groups.length > 0) out.updates.push({ task, placement, planned, groups });
      else out.unchanged += 1;
    }
  }
  return out;
}

/** Writes what a list says anew. */
export async function writeUpdates(em: EntityManager, updates: readonly ListUpdate[], now: Date): Promise<void> {
  for (const { task, planned, groups } of updates) {
    task.version += 1;
    task.updatedAt = now;
    task.groupVersions = { ...task.groupVersions, ...Object.fromEntries(groups.map((group) => [group, task.version])) };
    task.dueOn = groups.includes(TaskFieldGroup.PLANNING) ? planned.dueOn : task.dueOn;
    task.description = groups.includes(TaskFieldGroup.DESCRIPTION) ? planned.description : task.description;
  }
  for (const [column, moved] of Map.groupBy(
    updates.filter(({ groups }) => groups.includes(TaskFieldGroup.COLUMN)),
    ({ planned }) => planned.column,
  )) {
    const keys = await keysAtEnd(em, column, moved.length);
    for (const [index, { task, placement }] of moved.entries()) {
      placement.columnId = column.id;
      placement.position = keys[index] ?? "";
      if (task.state === column.state) continue;
      task.stateBeforeBlocked = column.state === TaskState.BLOCKED ? task.state : null;
      task.enteredReviewAt = column.state === TaskState.IN_REVIEW ? now : task.enteredReviewAt;
      task.doneAt = column.state === TaskState.DONE ? now : null;
      task.blockedReason = column.state === TaskState.BLOCKED ? task.blockedReason : null;
      task.state = column.state;
    }
  }
  await em.flush();
}
