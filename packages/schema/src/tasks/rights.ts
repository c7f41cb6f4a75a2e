import { AccessRole, Capability, type Viewer } from "../coalitions/coalition.ts";
import { acceptedAccountable, type LetterFacts } from "./letters.ts";
import { AssignmentState, Letter, TaskState, Visibility } from "./task.ts";

/** What rights depend on besides the person. */
export interface RightsFacts {
  readonly state: TaskState;
  readonly createdByMembershipId: string | null;
  readonly assignments: readonly LetterFacts[];
}

const isCoordinator = ({ accessRole }: Viewer) => accessRole === AccessRole.COALITION_COORDINATOR;

/** Whether the member may change things at all; observers may only comment. */
export const mayWrite = ({ accessRole }: Viewer): boolean => accessRole !== AccessRole.OBSERVER;
export const mayReorder = mayWrite;
export const mayComment = (_viewer: Viewer): boolean => true;
export const mayManageColumns = isCoordinator;

/** Whether the organisation carries one of these letters, accepted. */
export const holds = ({ organisationId }: Viewer, assignments: readonly LetterFacts[], ...letters: Letter[]): boolean =>
  assignments.some((held) => held.organisationId === organisationId && held.state === AssignmentState.ACCEPTED && letters.includes(held.letter));

/** Fields, checklist, labels, links: A, R and S organisations, the creator, the coordinator; anybody while nobody trekt. */
export function mayEditFields(viewer: Viewer, task: RightsFacts): boolean {
  if (!mayWrite(viewer)) return false;
  return (
    isCoordinator(viewer) ||
    !acceptedAccountable(task.assignments) ||
    task.createdByMembershipId === viewer.membershipId ||
    holds(viewer, task.assignments, Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.SUPPORT)
  );
}

/** Archive and restore: A organisation, coordinator, creator while proposed. */
export function mayArchive(viewer: Viewer, task: RightsFacts): boolean {
  if (!mayWrite(viewer)) return false;
  const creator = task.state === TaskState.PROPOSED && task.createdByMembershipId === viewer.membershipId;
  return isCoordinator(viewer) || creator || holds(viewer, task.assignments, Letter.ACCOUNTABLE);
}

/** Anybody may ask any organisation; observers may not ask, and take only C and I for themselves. */
export function mayProposeLetter(viewer: Viewer, letter: Letter, organisationId: string): boolean {
  if (mayWrite(viewer)) return true;
  return organisationId === viewer.organisationId && (letter === Letter.CONSULTED || letter === Letter.INFORMED);
}

/** INV-03: only the organisation itself answers. */
export function mayAnswerLetter(viewer: Viewer, { organisationId, letter }: LetterFacts): boolean {
  return organisationId === viewer.organisationId && mayProposeLetter(viewer, letter, organisationId);
}

/** The organisation releases its own letter; whoever asked may withdraw an open proposal. */
export function mayReleaseLetter(viewer: Viewer, letter: LetterFacts & { readonly proposedByOrganisationId: string | null }): boolean {
  const withdrawal = letter.state === AssignmentState.PROPOSED && letter.proposedByOrganisationId === viewer.organisationId && mayWrite(viewer);
  return withdrawal || mayAnswerLetter(viewer, letter);
}

/** D5: the author, a partner coordinator of the author's organisation, or the PRIVACY capability. */
export function mayRedact(viewer: Viewer, text: { readonly authorId: string | null; readonly organisationId: string }): boolean {
  const ownCoordinator =
    text.organisationId === viewer.organisationId &&
    (viewer.accessRole === AccessRole.PARTNER_COORDINATOR || viewer.accessRole === AccessRole.COALITION_COORDINATOR);
  return text.authorId === viewer.membershipId || ownCoordinator || viewer.capabilities.includes(Capability.PRIVACY);
}

/** D4: wider is one act by the organisation that wrote it. */
export const mayWiden = (viewer: Viewer, row: { readonly visibility: Visibility; readonly organisationId: string }): boolean =>
  mayWrite(viewer) && row.visibility === Visibility.ORGANISATION && row.organisationId === viewer.organisationId;
