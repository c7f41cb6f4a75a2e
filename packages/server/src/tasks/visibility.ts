import { EventType, mayComment, mayWiden, Visibility } from "@wijkbord/schema";
import type { Comment, SetVisibilityInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { TaskRelationTable } from "./relation.tables.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable, TaskTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadOpenTask, readable, recordTask, touch } from "./taskChange.ts";
import { isUnderKind, recordUnder, type UnderKind, type UnderTask } from "./underTask.ts";

const wide = { visibility: Visibility.COALITION, organisationId: null };

/** Events of something under a task become visible with it, when the task itself is. */
async function widenUnder({ em, coalition }: Change, { task }: LoadedTask, targetId: string): Promise<void> {
  if (task.visibility !== Visibility.ORGANISATION) await em.nativeUpdate(EventTable, { coalitionId: coalition.id, taskId: task.id, targetId }, wide);
}

/** Events of a task become visible with it, except those of what stays internal and of what is gone. */
async function widenTask({ em, coalition }: Change, { task }: LoadedTask): Promise<void> {
  const shared = { taskId: task.id, visibility: { $ne: Visibility.ORGANISATION } };
  const relations = await em.find(TaskRelationTable, { $or: [{ fromTaskId: task.id }, { toTaskId: task.id }] });
  const others = relations.map(({ fromTaskId, toTaskId }) => (fromTaskId === task.id ? toTaskId : fromTaskId));
  const open = new Set((await em.find(TaskTable, { id: { $in: others }, visibility: { $ne: Visibility.ORGANISATION } })).map(({ id }) => id));
  const targets = [
    ...(await em.find(CommentTable, shared)),
    ...(await em.find(ChecklistItemTable, shared)),
    ...(await em.find(TaskLinkTable, shared)),
    ...relations.filter(({ fromTaskId, toTaskId }) => open.has(fromTaskId === task.id ? toTaskId : fromTaskId)),
  ].map(({ id }) => id);
  const own = { targetType: { $in: ["Task", "TaskAssignment"] } };
  await em.nativeUpdate(EventTable, { coalitionId: coalition.id, taskId: task.id, $or: [own, { targetId: { $in: targets } }] }, wide);
}

function checkWider(row: { visibility: Visibility }, input: SetVisibilityInput): boolean {
  if (input.visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
  if (input.visibility === row.visibility) return false;
  if (input.visibility === Visibility.ORGANISATION) throw ruleBroken("D4", [{ code: "OTHERS_COULD_READ", objectId: input.targetId }]);
  if (input.warned !== true) throw invalid("warned", "WARNING_NOT_READ");
  return true;
}

async function findUnder({ em }: Change, kind: UnderKind, where: object): Promise<UnderTask | null> {
  if (kind === "Comment") return em.findOne(CommentTable, where);
  return kind === "TaskLink" ? em.findOne(TaskLinkTable, where) : em.findOne(ChecklistItemTable, where);
}

const events: Record<UnderKind, EventType> = { Comment: EventType.COMMENT_EDITED, ChecklistItem: EventType.CHECKLIST_CHANGED, TaskLink: EventType.TASK_LINKED };

/** Lets the coalition read what was internal: one act, after a warning, and not to be taken back (D4). */
export async function setVisibility(change: Change, input: SetVisibilityInput): Promise<string> {
  const { actor } = change;
  const changes = [difference("visibility", Visibility.ORGANISATION, Visibility.COALITION)];
  if (input.targetType === "Task") {
    const loaded = await loadOpenTask(change, input.targetId, "targetId");
    const { task } = loaded;
    if (!checkWider(task, input)) return task.id;
    if (!mayWiden(actor, task)) throw notAllowed("NOT_THE_WRITER");
    await widenTask(change, loaded);
    task.visibility = Visibility.COALITION;
    touch(loaded, change);
    recordTask(change, loaded, EventType.TASK_UPDATED, { changes });
    return task.id;
  }
  if (!isUnderKind(input.targetType)) throw invalid("targetType", "NOT_A_TEXT");
  const row = await findUnder(change, input.targetType, { id: input.targetId, ...readable(change) });
  if (!row) throw notFound("targetId");
  const loaded = await loadOpenTask(change, row.taskId, "targetId");
  if (!checkWider(row, input)) return loaded.task.id;
  const own = "membershipId" in row && ownComment(row, change);
  if (!own && !mayWiden(actor, row)) throw notAllowed("NOT_THE_WRITER");
  await widenUnder(change, loaded, row.id);
  row.visibility = Visibility.COALITION;
  recordUnder(change, loaded, input.targetType, row, events[input.targetType], { changes });
  return loaded.task.id;
}

const ownComment = ({ membershipId }: Comment, { actor }: Change): boolean => membershipId === actor.membershipId && mayComment(actor);
