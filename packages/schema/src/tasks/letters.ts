import { AssignmentState, Letter, LetterCell } from "./task.ts";

/** What the rules read of a letter on a task. */
export interface LetterFacts {
  readonly id: string;
  readonly organisationId: string;
  /** Named person, when there is one. */
  readonly membershipId?: string | null;
  readonly letter: Letter;
  readonly state: AssignmentState;
}

/** Whether a letter is asked or carried, not declined or released. */
export const isLive = ({ state }: LetterFacts) => state === AssignmentState.ACCEPTED || state === AssignmentState.PROPOSED;
const combinable = (letter: Letter) => letter === Letter.ACCOUNTABLE || letter === Letter.RESPONSIBLE;

/** The accepted A of a task, when there is one (INV-01: at most one). */
export const acceptedAccountable = <T extends LetterFacts>(assignments: readonly T[]): T | undefined =>
  assignments.find(({ letter, state }) => letter === Letter.ACCOUNTABLE && state === AssignmentState.ACCEPTED);

/** Whether some organisation does the work: an accepted R, or the accepted A when nobody has R. */
export function hasResponsible(assignments: readonly LetterFacts[]): boolean {
  const anyR = assignments.filter((assignment) => assignment.letter === Letter.RESPONSIBLE && isLive(assignment));
  if (anyR.length === 0) return acceptedAccountable(assignments) !== undefined;
  return anyR.some(({ state }) => state === AssignmentState.ACCEPTED);
}

/** Whether a letter waits for the organisation; I holds at once. */
export const needsAcceptance = (letter: Letter): boolean => letter !== Letter.INFORMED;

/** What a cell of the division shows for one organisation. */
export function cellOf(own: readonly LetterFacts[]): LetterCell | null {
  const letters = new Set(own.filter(isLive).map(({ letter }) => letter));
  if (letters.has(Letter.ACCOUNTABLE)) return letters.has(Letter.RESPONSIBLE) ? LetterCell.AR : LetterCell.A;
  if (letters.has(Letter.RESPONSIBLE)) return LetterCell.R;
  if (letters.has(Letter.SUPPORT)) return LetterCell.S;
  if (letters.has(Letter.CONSULTED)) return LetterCell.C;
  return letters.has(Letter.INFORMED) ? LetterCell.I : null;
}

/** What giving a letter to an organisation adds and releases: A and R combine, the others replace (INV-04). */
export function applyLetter<T extends LetterFacts>(own: readonly T[], letter: Letter): { add: Letter[]; release: T[] } {
  const live = own.filter(isLive);
  if (live.some((assignment) => assignment.letter === letter)) return { add: [], release: [] };
  const stays = (assignment: T) => combinable(letter) && combinable(assignment.letter);
  return { add: [letter], release: live.filter((assignment) => !stays(assignment)) };
}
