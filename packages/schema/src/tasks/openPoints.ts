import { acceptedAccountable, hasResponsible, isLive, type LetterFacts } from "./letters.ts";
import { AssignmentState, Letter, OpenPoint, TaskState } from "./task.ts";

/** What the rules read of a task. */
export interface TaskFacts {
  readonly state: TaskState;
  readonly assignments: readonly LetterFacts[];
  readonly blockedReason: string | null;
  /** Organisations that commented since review began. */
  readonly consultedCommented: readonly string[];
  /** Five working days of review have passed. */
  readonly consultationOver: boolean;
  /** D9: letters that were promised in a meeting; they let a card stand in AGREED. */
  readonly promises?: readonly { readonly letter: Letter }[];
}

export interface OpenPointEntry {
  readonly code: OpenPoint;
  readonly objectId: string | null;
}

const settled: readonly TaskState[] = [TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.IN_REVIEW, TaskState.BLOCKED, TaskState.DONE];

/** Everything that is still to be arranged for a task to stand in a state; one function for card, Attention and refusals. */
export function openPoints(task: TaskFacts, state: TaskState = task.state): OpenPointEntry[] {
  const points: OpenPointEntry[] = [];
  if (state === TaskState.CANCELLED) return points;
  const unconfirmed = task.assignments.filter(({ letter, state: answer }) => answer === AssignmentState.PROPOSED && letter !== Letter.INFORMED);
  for (const { organisationId } of unconfirmed) points.push({ code: OpenPoint.UNCONFIRMED, objectId: organisationId });
  if (!settled.includes(state)) return points;
  const promised = (letter: Letter) => state === TaskState.AGREED && (task.promises ?? []).some((promise) => promise.letter === letter);
  const anyR = task.assignments.some((letter) => letter.letter === Letter.RESPONSIBLE && isLive(letter));
  if (!acceptedAccountable(task.assignments) && !promised(Letter.ACCOUNTABLE)) points.push({ code: OpenPoint.NO_ACCOUNTABLE, objectId: null });
  const promisedWork = promised(Letter.RESPONSIBLE) || (promised(Letter.ACCOUNTABLE) && !anyR);
  if (!hasResponsible(task.assignments) && !promisedWork) points.push({ code: OpenPoint.NO_RESPONSIBLE, objectId: null });
  if (state === TaskState.BLOCKED && !task.blockedReason) points.push({ code: OpenPoint.REASON_MISSING, objectId: null });
  if ((state === TaskState.IN_REVIEW || state === TaskState.DONE) && !task.consultationOver) {
    for (const { letter, state: answer, organisationId } of task.assignments) {
      const asked = letter === Letter.CONSULTED && answer === AssignmentState.ACCEPTED;
      if (asked && !task.consultedCommented.includes(organisationId)) points.push({ code: OpenPoint.CONSULT_MISSING, objectId: organisationId });
    }
  }
  return points;
}
