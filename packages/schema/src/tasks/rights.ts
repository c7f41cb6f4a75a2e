import { AccessRole, Capability, type Viewer } from "../coalitions/coalition.ts";
import { acceptedAccountable, isLive, type LetterFacts } from "./letters.ts";
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
export const mayWatch = mayWrite;
export const mayComment = (_viewer: Viewer): boolean => true;
/** Boards, columns, working style, labels and themes. */
export const mayManageBoards = isCoordinator;

/** Whether the organisation carries one of these letters, accepted. */
export const holds = ({ organisationId }: Viewer, assignments: readonly LetterFacts[], ...letters: Letter[]): boolean =>
  assignments.some((held) => held.organisationId === organisationId && held.state === AssignmentState.ACCEPTED && letters.includes(held.letter));

/** Whether the organisation does the work: an accepted R, or the accepted A when nobody has R. */
export function actsAsResponsible(viewer: Viewer, assignments: readonly LetterFacts[]): boolean {
  if (holds(viewer, assignments, Letter.RESPONSIBLE)) return true;
  const somebodyHasR = assignments.some((held) => held.letter === Letter.RESPONSIBLE && isLive(held));
  return !somebodyHasR && holds(viewer, assignments, Letter.ACCOUNTABLE);
}

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

/** Members ask any organisation; observers do not ask. */
export const mayProposeLetter = mayWrite;

/** Observers carry C and I only. */
const observerLetters: readonly Letter[] = [Letter.CONSULTED, Letter.INFORMED];

/** INV-03: only the organisation itself answers; for a named person that is the person or a coordinator of the organisation. */
export function mayAnswerLetter(viewer: Viewer, { organisationId, membershipId, letter }: LetterFacts): boolean {
  if (organisationId !== viewer.organisationId) return false;
  if (viewer.accessRole === AccessRole.OBSERVER) return observerLetters.includes(letter) && (!membershipId || membershipId === viewer.membershipId);
  return viewer.accessRole !== AccessRole.MEMBER || !membershipId || membershipId === viewer.membershipId;
}

/** Letters that an organisation of which all members are observers can carry. */
export const isObserverLetter = (letter: Letter): boolean => observerLetters.includes(letter);

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

/** Plan: coordinators write; members make action lines and change their own while they are drafts. */
export function mayEditActionLine(viewer: Viewer, line: { readonly draft: boolean; readonly createdByMembershipId: string | null }): boolean {
  if (viewer.accessRole === AccessRole.MEMBER) return line.draft && line.createdByMembershipId === viewer.membershipId;
  return mayWrite(viewer);
}
export const mayPublishActionLine = ({ accessRole }: Viewer): boolean =>
  accessRole === AccessRole.COALITION_COORDINATOR || accessRole === AccessRole.PARTNER_COORDINATOR;
