import { EventType, mayArchive, mayEditFields, type TaskFieldGroup, taskLimits, Visibility } from "@wijkbord/schema";
import type { ActInput, FieldChange, Task, UpdateTaskInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { checkPlan } from "./createTask.ts";
import { rightsFacts } from "./facts.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable, TaskTable } from "./task.tables.ts";
import { difference, expectVersion, groupOf, loadTask, recordTask, touch } from "./taskChange.ts";

const editable = ["title", "description", "themeId", "actionLineId", "dueOn", "priority", "allInformed", "blockedByTaskId", "visibility"] as const;
type Editable = (typeof editable)[number];

async function checkBlockedBy({ em, actor }: Change, task: Task, blockedBy: string): Promise<void> {
  let next: string | null = blockedBy;
  for (let steps = 0; next !== null && steps < 100; steps++) {
    if (next === task.id) throw ruleBroken("NO_CIRCLE", [{ code: "CIRCULAR_BLOCKED_BY", objectId: blockedBy }]);
    const other: Task | null = await em.findOne(TaskTable, { id: next, coalitionId: actor.coalitionId });
    if (!other || (other.visibility === Visibility.ORGANISATION && other.organisationId !== actor.organisationId)) throw notFound("blockedByTaskId");
    next = other.blockedByTaskId;
  }
}

/** Events under a task follow the task when it becomes visible to all partners, except those of internal notes. */
async function widenEvents({ em }: Change, task: Task): Promise<void> {
  const own = { taskId: task.id, visibility: Visibility.ORGANISATION };
  const internal = [
    ...(await em.find(CommentTable, own)),
    ...(await em.find(ChecklistItemTable, own)),
    ...(await em.find(TaskLinkTable, own)),
  ].map(({ id }) => id);
  await em.nativeUpdate(
    EventTable,
    { coalitionId: task.coalitionId, taskId: task.id, targetId: { $nin: internal } },
    { visibility: Visibility.COALITION, organisationId: null },
  );
}

/** Changes fields of a task; different fields changed by two people merge. */
export async function updateTask(change: Change, input: UpdateTaskInput): Promise<string> {
  const loaded = await loadTask(change, input.id);
  const { task } = loaded;
  const wanted: Partial<Pick<Task, Editable>> = {};
  for (const field of editable) if (input[field] !== undefined) Object.assign(wanted, { [field]: input[field] });
  if (wanted.title !== undefined) wanted.title = text("title", wanted.title, taskLimits.title);
  if (wanted.description !== undefined) wanted.description = text("description", wanted.description, taskLimits.description, 0);
  const fields = editable.filter((field) => wanted[field] !== undefined && wanted[field] !== task[field]);
  if (!mayEditFields(change.actor, rightsFacts(loaded))) throw notAllowed("NOT_INVOLVED");
  const groups: TaskFieldGroup[] = [...new Set(fields.map(groupOf))];
  expectVersion(task, input.expectedVersion, groups);
  if (fields.length === 0) return task.id;
  await checkPlan(change, wanted);
  if (wanted.blockedByTaskId) await checkBlockedBy(change, task, wanted.blockedByTaskId);
  if (wanted.visibility !== undefined && fields.includes("visibility")) {
    if (wanted.visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
    if (wanted.visibility === Visibility.ORGANISATION) throw ruleBroken("D4", [{ code: "OTHERS_COULD_READ", objectId: task.id }]);
  }
  const changes: FieldChange[] = fields.map((field) => difference(field, task[field], wanted[field]));
  Object.assign(task, wanted);
  if (fields.includes("visibility")) await widenEvents(change, task);
  touch(loaded, change, ...groups);
  recordTask(change, loaded, EventType.TASK_UPDATED, { changes });
  return task.id;
}

/** Archives a task or brings it back. */
export async function setArchived(change: Change, input: ActInput, archived: boolean): Promise<string> {
  const loaded = await loadTask(change, input.id);
  const { task } = loaded;
  if (!mayArchive(change.actor, rightsFacts(loaded))) throw notAllowed("NOT_ACCOUNTABLE");
  if ((task.archivedAt !== null) === archived) return task.id;
  task.archivedAt = archived ? change.now : null;
  touch(loaded, change);
  recordTask(change, loaded, archived ? EventType.TASK_ARCHIVED : EventType.TASK_RESTORED);
  return task.id;
}
