import { EventType, mayComment, taskLimits, Visibility } from "@wijkbord/schema";
import type { AddCommentInput, Comment, EditCommentInput, RemoveInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { notAllowed, ruleBroken, text } from "../activity/refusal.ts";
import { checkMentions } from "../notifications/mentions.ts";
import { CommentTable } from "./task.tables.ts";
import { type LoadedTask, loadOpenTask } from "./taskChange.ts";
import { checkVisibility, loadUnder, recordUnder } from "./underTask.ts";

/** The one organisation that may read a remark; null when all partners may. */
function onlyReader(comment: Pick<Comment, "visibility" | "organisationId">, { task }: LoadedTask): string | null {
  return [comment, task].find(({ visibility }) => visibility === Visibility.ORGANISATION)?.organisationId ?? null;
}

/** Adds a remark or an internal note; its text never stands in the log. */
export async function addComment(change: Change, input: AddCommentInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  if (!mayComment(change.actor)) throw notAllowed("MAY_NOT_COMMENT");
  const written = text("text", input.text, taskLimits.comment);
  const visibility = checkVisibility(input.visibility);
  await checkMentions(change, written, onlyReader({ visibility, organisationId: change.actor.organisationId }, loaded));
  const comment = change.em.create(CommentTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    membershipId: change.actor.membershipId,
    organisationId: change.actor.organisationId,
    visibility,
    text: written,
    importedAuthor: null,
    createdAt: change.now,
    editedAt: null,
    removedAt: null,
    externalId: null,
  });
  recordUnder(change, loaded, "Comment", comment, EventType.COMMENT_ADDED);
  return loaded.task.id;
}

async function loadOwn(change: Change, id: string) {
  const found = await loadUnder(change, (where) => change.em.findOne(CommentTable, where), id);
  if (found.row.membershipId !== change.actor.membershipId) throw notAllowed("NOT_THE_WRITER");
  return found;
}

/** Writes an own remark again. */
export async function editComment(change: Change, input: EditCommentInput): Promise<string> {
  const { row: comment, loaded } = await loadOwn(change, input.id);
  if (comment.removedAt) throw ruleBroken("C4", [{ code: "COMMENT_REMOVED", objectId: comment.id }]);
  const wanted = text("text", input.text, taskLimits.comment);
  if (wanted === comment.text) return loaded.task.id;
  await checkMentions(change, wanted, onlyReader(comment, loaded));
  comment.text = wanted;
  comment.editedAt = change.now;
  recordUnder(change, loaded, "Comment", comment, EventType.COMMENT_EDITED);
  return loaded.task.id;
}

/** Takes an own remark back; its text is gone. */
export async function removeComment(change: Change, input: RemoveInput): Promise<string> {
  const { row: comment, loaded } = await loadOwn(change, input.id);
  if (comment.removedAt) return loaded.task.id;
  comment.text = "";
  comment.removedAt = change.now;
  recordUnder(change, loaded, "Comment", comment, EventType.COMMENT_REMOVED);
  return loaded.task.id;
}
