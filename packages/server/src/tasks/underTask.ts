import { EventType, mayComment, mayEditFields, TaskFieldGroup, taskLimits, Visibility } from "@wijkbord/schema";
import type { AddChecklistItemInput, AddCommentInput, AddTaskLinkInput, RemoveInput, SetChecklistItemInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { rightsFacts } from "./facts.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadTask, recordTask, touch } from "./taskChange.ts";

const readable = ({ actor }: Change) => ({
  coalitionId: actor.coalitionId,
  $or: [{ visibility: { $ne: Visibility.ORGANISATION } }, { organisationId: actor.organisationId }],
});

function checkEdit(change: Change, loaded: LoadedTask): void {
  if (!mayEditFields(change.actor, rightsFacts(loaded))) throw notAllowed("NOT_INVOLVED");
}

function checkVisibility(visibility: Visibility | undefined): Visibility {
  if (visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
  return visibility ?? Visibility.COALITION;
}

export async function addChecklistItem(change: Change, input: AddChecklistItemInput): Promise<string> {
  const loaded = await loadTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const position = await change.em.count(ChecklistItemTable, { taskId: loaded.task.id });
  if (position >= 200) throw invalid("taskId", "TOO_MANY", 200);
  const item = change.em.create(ChecklistItemTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    text: text("text", input.text, taskLimits.checklistItem),
    done: false,
    assigneeMembershipId: null,
    position,
    visibility: checkVisibility(input.visibility),
    organisationId: change.actor.organisationId,
    externalId: null,
  });
  touch(loaded, change, TaskFieldGroup.CHECKLIST);
  recordTask(change, loaded, EventType.CHECKLIST_CHANGED, { target: { type: "ChecklistItem", id: item.id }, visibility: item.visibility });
  return loaded.task.id;
}

export async function setChecklistItem(change: Change, input: SetChecklistItemInput): Promise<string> {
  const item = await change.em.findOne(ChecklistItemTable, { id: input.id, ...readable(change) });
  if (!item) throw notFound("id");
  const loaded = await loadTask(change, item.taskId);
  checkEdit(change, loaded);
  const changes = [];
  if (input.text !== undefined && input.text !== null) item.text = text("text", input.text, taskLimits.checklistItem);
  if (input.done !== undefined && input.done !== null && input.done !== item.done) {
    changes.push(difference("done", item.done, input.done));
    item.done = input.done;
  }
  if (input.assigneeMembershipId !== undefined) {
    const id = input.assigneeMembershipId;
    if (id && !(await change.em.count(MembershipTable, { id, coalitionId: change.actor.coalitionId }))) throw notFound("assigneeMembershipId");
    item.assigneeMembershipId = id;
  }
  touch(loaded, change, TaskFieldGroup.CHECKLIST);
  recordTask(change, loaded, EventType.CHECKLIST_CHANGED, { target: { type: "ChecklistItem", id: item.id }, visibility: item.visibility, changes });
  return loaded.task.id;
}

export async function removeChecklistItem(change: Change, input: RemoveInput): Promise<string> {
  const item = await change.em.findOne(ChecklistItemTable, { id: input.id, ...readable(change) });
  if (!item) throw notFound("id");
  const loaded = await loadTask(change, item.taskId);
  checkEdit(change, loaded);
  change.em.remove(item);
  touch(loaded, change, TaskFieldGroup.CHECKLIST);
  recordTask(change, loaded, EventType.CHECKLIST_CHANGED, { target: { type: "ChecklistItem", id: item.id }, visibility: item.visibility });
  return loaded.task.id;
}

export async function addComment(change: Change, input: AddCommentInput): Promise<string> {
  const loaded = await loadTask(change, input.taskId, "taskId");
  if (!mayComment(change.actor)) throw notAllowed("MAY_NOT_COMMENT");
  const comment = change.em.create(CommentTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    membershipId: change.actor.membershipId,
    organisationId: change.actor.organisationId,
    visibility: checkVisibility(input.visibility),
    text: text("text", input.text, taskLimits.comment),
    importedAuthor: null,
    createdAt: change.now,
    editedAt: null,
    removedAt: null,
    externalId: null,
  });
  touch(loaded, change);
  recordTask(change, loaded, EventType.COMMENT_ADDED, { target: { type: "Comment", id: comment.id }, visibility: comment.visibility });
  return loaded.task.id;
}

/** Takes an own comment back; its text is gone. */
export async function removeComment(change: Change, input: RemoveInput): Promise<string> {
  const comment = await change.em.findOne(CommentTable, { id: input.id, ...readable(change) });
  if (!comment) throw notFound("id");
  const loaded = await loadTask(change, comment.taskId);
  if (comment.membershipId !== change.actor.membershipId) throw notAllowed("NOT_THE_WRITER");
  if (comment.removedAt) return loaded.task.id;
  comment.text = "";
  comment.removedAt = change.now;
  touch(loaded, change);
  recordTask(change, loaded, EventType.COMMENT_REMOVED, { target: { type: "Comment", id: comment.id }, visibility: comment.visibility });
  return loaded.task.id;
}

function httpsAddress(value: string): string {
  const address = text("url", value, 2000);
  if (!URL.canParse(address)) throw invalid("url", "NOT_AN_ADDRESS");
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username || url.password) throw invalid("url", "ONLY_HTTPS");
  return url.href;
}

export async function addTaskLink(change: Change, input: AddTaskLinkInput): Promise<string> {
  const loaded = await loadTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const count = await change.em.count(TaskLinkTable, { taskId: loaded.task.id });
  if (count >= taskLimits.links) throw invalid("taskId", "TOO_MANY", taskLimits.links);
  const link = change.em.create(TaskLinkTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    title: text("title", input.title, taskLimits.linkTitle),
    url: httpsAddress(input.url),
    audience: input.audience ? text("audience", input.audience, taskLimits.linkTitle) : null,
    visibility: checkVisibility(input.visibility),
    organisationId: change.actor.organisationId,
    externalId: null,
  });
  touch(loaded, change, TaskFieldGroup.LINKS);
  recordTask(change, loaded, EventType.TASK_LINKED, { target: { type: "TaskLink", id: link.id }, visibility: link.visibility });
  return loaded.task.id;
}

export async function removeTaskLink(change: Change, input: RemoveInput): Promise<string> {
  const link = await change.em.findOne(TaskLinkTable, { id: input.id, ...readable(change) });
  if (!link) throw notFound("id");
  const loaded = await loadTask(change, link.taskId);
  checkEdit(change, loaded);
  change.em.remove(link);
  touch(loaded, change, TaskFieldGroup.LINKS);
  recordTask(change, loaded, EventType.TASK_UNLINKED, { target: { type: "TaskLink", id: link.id }, visibility: link.visibility });
  return loaded.task.id;
}
