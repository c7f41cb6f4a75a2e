import type { Visibility } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { ChecklistItemTable, CommentTable, TaskAssignmentTable, TaskLinkTable } from "./task.tables.ts";
import { loadTask, readable } from "./taskChange.ts";

/** A text in a row, with its author. */
export interface RedactTarget {
  readonly taskId: string;
  readonly authorId: string | null;
  readonly organisationId: string;
  readonly under?: { readonly visibility: Visibility; readonly organisationId: string };
  erase(): void;
}

/** Shown in place of a text that may not be empty. */
const dash = "—";
/** What stands in a field after its text was taken back. */
const blanks: Readonly<Record<string, Readonly<Record<string, string | null | readonly string[]>>>> = {
  Task: { title: dash, description: "", blockedReason: dash, stateReason: null, waiveNote: null, importedNames: [] },
  TaskAssignment: { note: null, reason: null },
  ChecklistItem: { text: dash },
  TaskLink: { title: dash, url: "", audience: null },
  Comment: { text: "", importedAuthor: null },
  Event: { reason: null },
};

/** Whether a field of a type is a text that can be taken back. */
export const isTextOf = (type: string, field: string): boolean => Object.hasOwn(blanks, type) && Object.hasOwn(blanks[type] ?? {}, field);

type Row = object & { redactedFields: string[] | null | undefined };

function eraser(row: Row, type: string, field: string): () => void {
  return () => {
    Object.assign(row, {
      [field]: Array.isArray(blanks[type]?.[field]) ? [] : blanks[type]?.[field],
      redactedFields: [...new Set([...(row.redactedFields ?? []), field])],
    });
  };
}

/** The row of a text; null when it is gone or the actor may not read it. */
export async function targetOf(change: Change, type: string, id: string, field: string): Promise<RedactTarget | null> {
  const { em, actor } = change;
  if (type === "Task") {
    const { task } = await loadTask(change, id, "targetId");
    return { taskId: task.id, authorId: task.createdByMembershipId, organisationId: task.organisationId, erase: eraser(task, type, field) };
  }
  if (type === "TaskAssignment") {
    const letter = await em.findOne(TaskAssignmentTable, { id, coalitionId: actor.coalitionId });
    if (!letter) return null;
    const organisationId = field === "note" ? (letter.proposedByOrganisationId ?? letter.organisationId) : letter.organisationId;
    return { taskId: letter.taskId, authorId: null, organisationId, erase: eraser(letter, type, field) };
  }
  if (type === "Comment") {
    const comment = await em.findOne(CommentTable, { id, ...readable(change) });
    return (
      comment && {
        taskId: comment.taskId,
        authorId: comment.membershipId,
        organisationId: comment.organisationId,
        under: comment,
        erase: eraser(comment, type, field),
      }
    );
  }
  const row =
    type === "ChecklistItem"
      ? await em.findOne(ChecklistItemTable, { id, ...readable(change) })
      : type === "TaskLink"
        ? await em.findOne(TaskLinkTable, { id, ...readable(change) })
        : null;
  return row && { taskId: row.taskId, authorId: null, organisationId: row.organisationId, under: row, erase: eraser(row, type, field) };
}
