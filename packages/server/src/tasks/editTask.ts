import { EventType, mayArchive, mayEditFields, Priority, repeatLimit, type TaskFieldGroup, taskLimits, TaskState, Visibility } from "@wijkbord/schema";
import type { ActInput, Task, UpdateTaskInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { checkPlan } from "./createTask.ts";
import { rightsFacts } from "./facts.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, expectVersion, groupOf, type LoadedTask, loadOpenTask, loadTask, readable, recordTask, touch } from "./taskChange.ts";

/** Refuses a change of fields, checklist, labels or links to those who are not involved (T9). */
export function checkEdit({ actor }: Change, loaded: LoadedTask): void {
  if (!mayEditFields(actor, rightsFacts(loaded))) throw notAllowed("NOT_INVOLVED");
}

/** A task to wait for: readable, no circle, and not one that partners who read this task cannot read. */
async function checkBlockedBy(change: Change, task: Task, blockedBy: string): Promise<void> {
  let next: string | null = blockedBy;
  for (let steps = 0; next !== null && steps < 100; steps++) {
    if (next === task.id) throw ruleBroken("NO_CIRCLE", [{ code: "CIRCULAR_BLOCKED_BY", objectId: blockedBy }]);
    const other: Task | null = await change.em.findOne(TaskTable, steps === 0 ? { id: next, ...readable(change) } : { id: next });
    if (!other) throw notFound("blockedByTaskId");
    const hidden = steps === 0 && other.visibility === Visibility.ORGANISATION && task.visibility !== Visibility.ORGANISATION;
    if (hidden) throw ruleBroken("D4", [{ code: "OTHER_TASK_IS_INTERNAL", objectId: other.id }]);
    next = other.blockedByTaskId;
  }
}

const fields = [
  "title",
  "description",
  "themeId",
  "actionLineId",
  "dueOn",
  "priority",
  "allInformed",
  "blockedByTaskId",
  "blockedReason",
  "repeatUnit",
  "repeatEvery",
] as const;
type Wanted = Partial<Pick<Task, (typeof fields)[number]>>;

/** How often it repeats; a rhythm without unit changes only how often. */
function repeatOf(input: UpdateTaskInput, task: Task): Pick<Wanted, "repeatUnit" | "repeatEvery"> {
  if (input.repeatUnit === undefined && input.repeatEvery === undefined) return {};
  const unit = input.repeatUnit === undefined ? (task.repeatUnit ?? null) : input.repeatUnit;
  const every = input.repeatEvery ?? 1;
  if (every < 1 || every > repeatLimit || (unit === null && input.repeatEvery)) throw invalid("repeatEvery", "OUT_OF_RANGE", repeatLimit);
  return { repeatUnit: unit, repeatEvery: unit === null ? null : every };
}

/** The fields that the input names, within their limits. Fields that cannot be empty stay when null is sent. */
function wantedOf(input: UpdateTaskInput, task: Task): Wanted {
  const { title, description, priority, allInformed, blockedReason } = input;
  return {
    ...repeatOf(input, task),
    ...(input.themeId !== undefined && { themeId: input.themeId }),
    ...(input.actionLineId !== undefined && { actionLineId: input.actionLineId }),
    ...(input.dueOn !== undefined && { dueOn: input.dueOn }),
    ...(input.blockedByTaskId !== undefined && { blockedByTaskId: input.blockedByTaskId }),
    ...(title !== undefined && { title: text("title", title ?? "", taskLimits.title) }),
    ...(description !== undefined && { description: text("description", description ?? "", taskLimits.description, 0) }),
    ...(priority !== undefined && { priority: priority ?? Priority.NORMAL }),
    ...(allInformed !== undefined && { allInformed: allInformed ?? false }),
    ...(blockedReason !== undefined && { blockedReason: text("blockedReason", blockedReason ?? "", taskLimits.reason) }),
  };
}

/** Changes fields of a task; different fields changed by two people merge. */
export async function updateTask(change: Change, input: UpdateTaskInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.id);
  const { task } = loaded;
  checkEdit(change, loaded);
  const wanted = wantedOf(input, task);
  const changed = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== (task[field] ?? null));
  const groups: TaskFieldGroup[] = [...new Set(changed.flatMap((field) => groupOf(field) ?? []))];
  expectVersion(task, input.expectedVersion, groups);
  if (changed.length === 0) return task.id;
  await checkPlan(change, wanted);
  if (wanted.blockedByTaskId) await checkBlockedBy(change, task, wanted.blockedByTaskId);
  if (changed.includes("blockedReason") && task.state !== TaskState.BLOCKED) throw ruleBroken("C7.1", [{ code: "NOT_BLOCKED", objectId: task.id }]);
  const changes = changed.map((field) => difference(field, task[field] ?? null, wanted[field]));
  Object.assign(task, wanted);
  touch(loaded, change, ...groups);
  recordTask(change, loaded, EventType.TASK_UPDATED, { changes });
  return task.id;
}

/** Archives a task or brings it back. */
export async function setArchived(change: Change, input: ActInput, archived: boolean): Promise<string> {
  const loaded = await loadTask(change, input.id);
  const { task, board } = loaded;
  if (!mayArchive(change.actor, rightsFacts(loaded))) throw notAllowed("NOT_ACCOUNTABLE");
  if ((task.archivedAt !== null) === archived) return task.id;
  if (board.archivedAt) throw ruleBroken("C4", [{ code: "BOARD_ARCHIVED", objectId: board.id }]);
  writeArchived(change, loaded, archived);
  return task.id;
}

/** Puts a task away or brings it back, and records it; rights were asked before. */
export function writeArchived(change: Change, loaded: LoadedTask, archived: boolean, undoes: string | null = null): void {
  const before = loaded.task.archivedAt !== null;
  loaded.task.archivedAt = archived ? change.now : null;
  touch(loaded, change);
  recordTask(change, loaded, archived ? EventType.TASK_ARCHIVED : EventType.TASK_RESTORED, { changes: [difference("archived", before, archived)], undoes });
}
