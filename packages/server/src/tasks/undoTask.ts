import { AssignmentState, EventType, mayAnswerLetter, mayArchive, mayEditFields, planMove, TaskState } from "@wijkbord/schema";
import type { FieldChange, LoggedEvent, Task } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { ruleBroken } from "../activity/refusal.ts";
import { writeArchived } from "./editTask.ts";
import { moveFacts, rightsFacts } from "./facts.ts";
import { writeTaskLabel } from "./labels.ts";
import { makeNext, takeNextBack } from "./nextTask.ts";
import { moveEvent } from "./moveTask.ts";
import { formerKey } from "./order.ts";
import { LabelTable } from "./task.tables.ts";
import { difference, groupOf, type LoadedTask, recordTask, touch } from "./taskChange.ts";

const blanked = ({ before, after }: FieldChange) => before === null && after === null;
const dates: readonly string[] = ["enteredReviewAt", "doneAt"];

/** Refuses to write back what was taken away for privacy. */
export function refuseBlanked(event: LoggedEvent): void {
  if (event.changes.some(blanked)) throw ruleBroken("T9", [{ code: "TEXT_WAS_REMOVED", objectId: event.id }]);
}

/** The value that a field had before an event. */
export const valueBefore = (event: LoggedEvent, field: string): unknown => event.changes.find((entry) => entry.field === field)?.before;

/** Whether the actor could make the reverse change by the ordinary rules. */
export async function mayMakeAgain(change: Change, loaded: LoadedTask, event: LoggedEvent): Promise<boolean> {
  const { actor } = change;
  const rights = rightsFacts(loaded);
  if (event.type === EventType.TASK_ARCHIVED || event.type === EventType.TASK_RESTORED) return mayArchive(actor, rights);
  if (event.targetType === "TaskAssignment") {
    const letter = loaded.assignments.find(({ id }) => id === event.targetId);
    return (
      letter !== undefined &&
      (mayAnswerLetter(actor, letter) || (letter.state === AssignmentState.PROPOSED && letter.proposedByOrganisationId === actor.organisationId))
    );
  }
  const to = Object.values(TaskState).find((state) => state === valueBefore(event, "state"));
  if (!to) return event.type === EventType.TASK_MOVED || mayEditFields(actor, rights);
  return planMove(await moveFacts(change, loaded), actor, to, { reason: "undo", waiveNote: "undo" }).allowed;
}

/** Writes values of an event back into the task; dates were stored as text. */
function writeBack(task: Task, changes: readonly FieldChange[]): FieldChange[] {
  return changes.map(({ field, before, after }) => {
    Object.assign(task, { [field]: dates.includes(field) && typeof before === "string" ? new Date(before) : before });
    return difference(field, after, before);
  });
}

/** Puts a card back where it stood, in the state it had; also where C7.1 has no arrow. */
export async function undoMove(change: Change, loaded: LoadedTask, event: LoggedEvent): Promise<void> {
  const { task, placement, columns } = loaded;
  const [columnId, position] = [valueBefore(event, "columnId"), valueBefore(event, "position")];
  const column = columns.find(({ id }) => id === (columnId ?? placement.columnId));
  const states = event.changes.filter(({ field }) => groupOf(field) !== undefined && field !== "columnId");
  const restored = Object.values(TaskState).find((state) => state === valueBefore(event, "state")) ?? task.state;
  if (!column || (column.state !== restored && restored !== TaskState.CANCELLED)) throw ruleBroken("T9", [{ code: "COLUMN_IS_GONE", objectId: event.id }]);
  const from = task.state;
  const changes = writeBack(task, states);
  if (typeof columnId === "string") {
    changes.push(difference("columnId", placement.columnId, columnId));
    placement.columnId = columnId;
  }
  if (typeof position === "string") {
    const key = await formerKey(change.em, column, position, task.id);
    changes.push(difference("position", placement.position, key));
    placement.position = key;
  }
  const groups = [...new Set(changes.flatMap(({ field }) => groupOf(field) ?? []))];
  touch(loaded, change, ...groups);
  recordTask(change, loaded, moveEvent(from, task.state), { changes, undoes: event.id });
  if (from === TaskState.DONE && task.state !== from) await takeNextBack(change, loaded, event.id);
  else if (task.state === TaskState.DONE && task.state !== from) await makeNext(change, loaded, event.id);
}

/** Writes fields, archive mark or label of a task back. */
export async function undoTaskFields(change: Change, loaded: LoadedTask, event: LoggedEvent): Promise<void> {
  const { task } = loaded;
  if (event.type === EventType.TASK_ARCHIVED || event.type === EventType.TASK_RESTORED) {
    return writeArchived(change, loaded, event.type === EventType.TASK_RESTORED, event.id);
  }
  if (event.type === EventType.LABEL_CHANGED) {
    const [entry] = event.changes;
    const labelId = entry?.before ?? entry?.after;
    if (typeof labelId !== "string" || !(await change.em.count(LabelTable, { id: labelId })))
      throw ruleBroken("T9", [{ code: "LABEL_IS_GONE", objectId: event.id }]);
    return writeTaskLabel(change, loaded, labelId, entry?.before !== null, event.id);
  }
  refuseBlanked(event);
  const changes = writeBack(task, event.changes);
  touch(loaded, change, ...new Set(changes.flatMap(({ field }) => groupOf(field) ?? [])));
  recordTask(change, loaded, EventType.TASK_UPDATED, { changes, undoes: event.id });
}
