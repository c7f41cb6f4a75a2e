import { EventType, mayRedact, taskLimits, Visibility } from "@wijkbord/schema";
import type { RedactTextInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { ChecklistItemTable, CommentTable, TaskAssignmentTable, TaskLinkTable } from "./task.tables.ts";
import { loadTask, recordTask, touch } from "./taskChange.ts";

/** Shown in place of a title that was taken back. */
const blank = "—";

/** Blanks a field of every event of a target; the numbers stay. */
async function blankEvents({ em, coalition }: Change, targetId: string, field: string): Promise<void> {
  const events = await em.find(EventTable, { coalitionId: coalition.id, targetId });
  for (const event of events) {
    if (!event.changes.some((entry) => entry.field === field)) continue;
    event.changes = event.changes.map((entry) => (entry.field === field ? { field, before: null, after: null } : entry));
  }
}

/** Takes a text back everywhere: in the row and in every difference of the log. */
export async function redactText(change: Change, input: RedactTextInput): Promise<string> {
  const { em, actor } = change;
  const reason = text("reason", input.reason, taskLimits.reason);
  const place = { id: input.targetId, coalitionId: actor.coalitionId };
  const readable = { ...place, $or: [{ visibility: { $ne: Visibility.ORGANISATION } }, { organisationId: actor.organisationId }] };
  const byField: Record<string, () => Promise<{ taskId: string; organisationId: string; authorId: string | null; erase: () => void } | null>> = {
    "Task.title": async () => {
      const { task } = await loadTask(change, input.targetId, "targetId");
      return { taskId: task.id, organisationId: task.organisationId, authorId: task.createdByMembershipId, erase: () => void (task.title = blank) };
    },
    "Task.description": async () => {
      const { task } = await loadTask(change, input.targetId, "targetId");
      return { taskId: task.id, organisationId: task.organisationId, authorId: task.createdByMembershipId, erase: () => void (task.description = "") };
    },
    "Task.blockedReason": async () => {
      const { task } = await loadTask(change, input.targetId, "targetId");
      return { taskId: task.id, organisationId: task.organisationId, authorId: task.createdByMembershipId, erase: () => void (task.blockedReason = blank) };
    },
    "Comment.text": async () => {
      const comment = await em.findOne(CommentTable, readable);
      return comment && { taskId: comment.taskId, organisationId: comment.organisationId, authorId: comment.membershipId, erase: () => void (comment.text = "") };
    },
    "ChecklistItem.text": async () => {
      const item = await em.findOne(ChecklistItemTable, readable);
      return item && { taskId: item.taskId, organisationId: item.organisationId, authorId: null, erase: () => void (item.text = blank) };
    },
    "TaskLink.title": async () => {
      const link = await em.findOne(TaskLinkTable, readable);
      return link && { taskId: link.taskId, organisationId: link.organisationId, authorId: null, erase: () => void (link.title = blank) };
    },
    "TaskAssignment.note": async () => {
      const letter = await em.findOne(TaskAssignmentTable, place);
      return letter && { taskId: letter.taskId, organisationId: letter.proposedByOrganisationId ?? letter.organisationId, authorId: null, erase: () => void (letter.note = null) };
    },
  };
  const find = byField[`${input.targetType}.${input.field}`];
  if (!find) throw invalid("field", "NOT_A_TEXT");
  const target = await find();
  if (!target) throw notFound("targetId");
  const loaded = await loadTask(change, target.taskId, "targetId");
  if (!mayRedact(actor, target)) throw notAllowed("NOT_THE_AUTHOR");
  target.erase();
  await blankEvents(change, input.targetId, input.field);
  touch(loaded, change);
  recordTask(change, loaded, EventType.TEXT_REDACTED, {
    target: { type: input.targetType, id: input.targetId },
    changes: [{ field: input.field, before: null, after: null }, { field: "reason", before: null, after: reason }],
  });
  return loaded.task.id;
}
