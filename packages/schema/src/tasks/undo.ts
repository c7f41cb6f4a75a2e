import { EventType } from "../activity/eventType.ts";
import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { isLive, type LetterFacts } from "./letters.ts";
import { mayWrite } from "./rights.ts";
import { Letter } from "./task.ts";

/** Kinds of change whose earlier values can be written back (T9). */
const undoable: ReadonlySet<EventType> = new Set([
  EventType.TASK_MOVED,
  EventType.TASK_BLOCKED,
  EventType.TASK_UNBLOCKED,
  EventType.TASK_UPDATED,
  EventType.TASK_ARCHIVED,
  EventType.TASK_RESTORED,
  EventType.CHECKLIST_CHANGED,
  EventType.LABEL_CHANGED,
  EventType.TASK_LINKED,
  EventType.TASK_UNLINKED,
  EventType.ASSIGNMENT_PROPOSED,
  EventType.ASSIGNMENT_DECLINED,
  EventType.ASSIGNMENT_RELEASED,
  EventType.BOARD_CHANGED,
  EventType.BOARD_ARCHIVED,
  EventType.BOARD_RESTORED,
  EventType.COLUMN_ADDED,
  EventType.COLUMN_CHANGED,
  EventType.COLUMN_REMOVED,
]);
export const isUndoable = (type: EventType): boolean => undoable.has(type);

/** For so long a person takes back an own change without further right. */
export const ownUndoMinutes = 10;
/** For so long any partner coordinator turns a change of the board around (D10). */
export const boardUndoWorkingDays = 5;

/** Whether the organisation is concerned by a change of a task: it is asked for or carries a letter other than I (D1). */
export const isConcerned = ({ organisationId }: Viewer, assignments: readonly LetterFacts[]): boolean =>
  assignments.some((held) => held.organisationId === organisationId && held.letter !== Letter.INFORMED && isLive(held));

/** What the right to undo depends on. */
export interface UndoFacts {
  readonly actorMembershipId: string | null;
  readonly minutesAgo: number;
  readonly assignments: readonly LetterFacts[];
  /** Whether the person could make the reverse change by the ordinary rules. */
  readonly mayChange: boolean;
}

/** T9: the same person within ten minutes, the organisation concerned, later whoever may make the change. */
export function mayUndo(viewer: Viewer, facts: UndoFacts): boolean {
  if (!mayWrite(viewer)) return false;
  const own = facts.actorMembershipId === viewer.membershipId && facts.minutesAgo <= ownUndoMinutes;
  return own || isConcerned(viewer, facts.assignments) || facts.mayChange;
}

/** D10: board and columns by the coordinator, and within five working days by any partner coordinator. */
export function mayUndoBoard(viewer: Viewer, workingDaysAgo: number): boolean {
  if (viewer.accessRole === AccessRole.COALITION_COORDINATOR) return true;
  return viewer.accessRole === AccessRole.PARTNER_COORDINATOR && workingDaysAgo <= boardUndoWorkingDays;
}
