import { EventType, isUndoable, mayUndo, mayUndoBoard } from "@wijkbord/schema";
import type { LoggedEvent, UndoEventInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { conflict, notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { belongs } from "../realtime/log.ts";
import { changedSince, groupOf, type LoadedTask, loadTask } from "./taskChange.ts";
import { undoBoardChange } from "./undoBoard.ts";
import { undoLetter } from "./undoLetter.ts";
import { mayMakeAgain, undoMove, undoTaskFields } from "./undoTask.ts";
import { undoUnder } from "./undoUnder.ts";

const minute = 60_000;
const boardKinds: readonly EventType[] = [
  EventType.BOARD_CHANGED,
  EventType.BOARD_ARCHIVED,
  EventType.BOARD_RESTORED,
  EventType.COLUMN_ADDED,
  EventType.COLUMN_CHANGED,
  EventType.COLUMN_REMOVED,
];
const letterKinds: readonly EventType[] = [EventType.ASSIGNMENT_PROPOSED, EventType.ASSIGNMENT_DECLINED, EventType.ASSIGNMENT_RELEASED];
const moveKinds: readonly EventType[] = [EventType.TASK_MOVED, EventType.TASK_BLOCKED, EventType.TASK_UNBLOCKED];
const underKinds: readonly string[] = ["ChecklistItem", "TaskLink", "TaskRelation"];
const notUndoable = (event: LoggedEvent, code = "NOT_UNDOABLE") => ruleBroken("T9", [{ code, objectId: event.id }]);

/** Refuses when a field group of the task, or the thing under it, changed since. */
async function refuseIfChanged({ em, coalition }: Change, { task }: LoadedTask, event: LoggedEvent): Promise<void> {
  const groups = [...new Set(event.changes.flatMap(({ field }) => groupOf(field) ?? []))];
  const changed = event.targetType === "Task" ? changedSince(task, event.version ?? 0, groups) : [];
  if (changed.length > 0) throw conflict(task.version, changed, {});
  const fields = new Set(event.changes.map(({ field }) => (field === "position" ? "columnId" : field)));
  const later = await em.find(EventTable, { coalitionId: coalition.id, taskId: event.taskId, targetId: event.targetId, sequence: { $gt: event.sequence } });
  const touched = later.filter(({ id, changes, taskId }) => id !== event.id && taskId === event.taskId && changes.some(({ field }) => fields.has(field)));
  if (touched.length > 0) throw conflict(task.version, [event.targetType], {});
}

async function undoOnTask(change: Change, event: LoggedEvent, taskId: string): Promise<string> {
  const loaded = await loadTask(change, taskId, "eventId");
  if (event.changes.some(({ field }) => field === "visibility")) throw notUndoable(event, "OTHERS_COULD_READ");
  const { actor, now } = change;
  const minutesAgo = (now.getTime() - event.occurredAt.getTime()) / minute;
  const facts = {
    actorMembershipId: event.actorMembershipId,
    minutesAgo,
    assignments: loaded.assignments,
    mayChange: await mayMakeAgain(change, loaded, event),
  };
  if (!mayUndo(actor, facts)) throw notAllowed("NOT_YOURS_TO_UNDO");
  await refuseIfChanged(change, loaded, event);
  if (moveKinds.includes(event.type)) await undoMove(change, loaded, event);
  else if (letterKinds.includes(event.type)) await undoLetter(change, loaded, event);
  else if (underKinds.includes(event.targetType)) await undoUnder(change, loaded, event);
  else await undoTaskFields(change, loaded, event);
  return event.id;
}

/** Writes the earlier values of a change back, as a new event (T9). Answers with the id of the undone event. */
export async function undoEvent(change: Change, input: UndoEventInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  const event = await em.findOne(EventTable, { id: input.eventId, coalitionId: coalition.id });
  if (!event || !belongs(event, { coalitionId: coalition.id, boardId: null }, actor.organisationId)) throw notFound("eventId");
  if (!isUndoable(event.type)) throw notUndoable(event);
  if (event.taskId) return undoOnTask(change, event, event.taskId);
  if (!boardKinds.includes(event.type)) throw notUndoable(event);
  const own = event.actorMembershipId === actor.membershipId && now.getTime() - event.occurredAt.getTime() <= 10 * minute;
  if (!own && !mayUndoBoard(actor, workingDaysBetween(event.occurredAt, now, coalition.timeZone))) throw notAllowed("NOT_YOURS_TO_UNDO");
  if (event.undoes) throw ruleBroken("D10", [{ code: "SECOND_REVERSAL", objectId: event.boardIds[0] ?? null }]);
  await undoBoardChange(change, event);
  return event.id;
}
