import {
  AccessRole,
  acceptedAccountable,
  applyLetter,
  AssignmentState,
  EventType,
  hasResponsible,
  isLive,
  isObserverLetter,
  Letter,
  TaskFieldGroup,
} from "@wijkbord/schema";
import type { FieldChange, TaskAssignment } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { notFound, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { TaskAssignmentTable } from "./task.tables.ts";
import { difference, type LoadedTask, recordTask, touch } from "./taskChange.ts";
import { watchBy } from "./watch.ts";

const events = {
  [AssignmentState.PROPOSED]: EventType.ASSIGNMENT_PROPOSED,
  [AssignmentState.ACCEPTED]: EventType.ASSIGNMENT_ACCEPTED,
  [AssignmentState.DECLINED]: EventType.ASSIGNMENT_DECLINED,
  [AssignmentState.RELEASED]: EventType.ASSIGNMENT_RELEASED,
};
/** Reason of a proposal that was declined because another organisation accepted. */
const anotherAccepted = "ANOTHER_ACCEPTED";
/** Reason of a letter that went over to another organisation; such a release is not undone (T9). */
export const handedOver = "HANDED_OVER";

export interface LetterExtra {
  readonly membershipId?: string | null;
  readonly note?: string | null;
}

/** Writes one event about a letter. */
export function recordLetter(change: Change, loaded: LoadedTask, assignment: TaskAssignment, changes: FieldChange[], undoes: string | null = null): void {
  touch(loaded, change, TaskFieldGroup.LETTERS);
  const named = [difference("letter", null, assignment.letter), difference("organisationId", null, assignment.organisationId)];
  recordTask(change, loaded, events[assignment.state], { target: { type: "TaskAssignment", id: assignment.id }, changes: [...named, ...changes], undoes });
}

/** Says in the log when nobody trekt, or nobody was left with R, because of an answer. */
function recordNeeds(change: Change, loaded: LoadedTask, gone: TaskAssignment): void {
  if (gone.letter === Letter.ACCOUNTABLE) recordTask(change, loaded, EventType.TASK_NEEDS_ACCOUNTABLE);
  const others = loaded.assignments.some(({ letter, state }) => letter === Letter.RESPONSIBLE && state === AssignmentState.ACCEPTED);
  if ((gone.letter === Letter.RESPONSIBLE && !others) || (gone.letter === Letter.ACCOUNTABLE && !others && !hasResponsible(loaded.assignments))) {
    recordTask(change, loaded, EventType.TASK_NEEDS_RESPONSIBLE);
  }
}

/** D7: an imported task is confirmed when nothing waits for an answer and somebody trekt and does it. */
function settleImport({ task, assignments }: LoadedTask): void {
  const waits = assignments.some(({ state }) => state === AssignmentState.PROPOSED);
  if (task.unconfirmedImport && !waits && acceptedAccountable(assignments) && hasResponsible(assignments)) task.unconfirmedImport = false;
}

/** Gives a letter another state, says so in the log, and what follows from it. */
export async function settleLetter(
  change: Change,
  loaded: LoadedTask,
  assignment: TaskAssignment,
  state: AssignmentState,
  reason: string | null,
  undoes: string | null = null,
): Promise<void> {
  const before = assignment.state;
  const changes = [difference("state", before, state), difference("reason", assignment.reason, reason)].filter((entry) => entry.before !== entry.after);
  assignment.state = state;
  assignment.reason = reason;
  assignment.version += 1;
  recordLetter(change, loaded, assignment, changes, undoes);
  const carries = assignment.letter === Letter.ACCOUNTABLE || assignment.letter === Letter.RESPONSIBLE;
  if (before === AssignmentState.ACCEPTED && state !== AssignmentState.ACCEPTED) recordNeeds(change, loaded, assignment);
  if (carries && state === AssignmentState.ACCEPTED) await watchBy(change, loaded, assignment.membershipId ?? change.actor.membershipId);
  settleImport(loaded);
}

/** Accepts a letter; one organisation trekt, so other proposals for A are declined with the reason. */
export async function acceptLetter(change: Change, loaded: LoadedTask, assignment: TaskAssignment, undoes: string | null = null): Promise<void> {
  const trekt = assignment.letter === Letter.ACCOUNTABLE;
  const present = trekt ? acceptedAccountable(loaded.assignments) : undefined;
  if (present && present !== assignment) throw ruleBroken("INV-01", [{ code: "ALREADY_ACCOUNTABLE", objectId: present.organisationId }]);
  await settleLetter(change, loaded, assignment, AssignmentState.ACCEPTED, null, undoes);
  if (!trekt) return;
  for (const other of loaded.assignments) {
    if (other !== assignment && other.letter === Letter.ACCOUNTABLE && other.state === AssignmentState.PROPOSED) {
      await settleLetter(change, loaded, other, AssignmentState.DECLINED, anotherAccepted);
    }
  }
}

/** The organisation that is asked, when it is in the coalition and can carry the letter. */
export async function organisationFor({ em, coalition, now }: Change, id: string, letter: Letter, field: string): Promise<string> {
  const organisation = await em.findOne(OrganisationTable, { id, coalitionId: coalition.id, leftOn: null });
  if (!organisation) throw notFound(field);
  if (!isObserverLetter(letter)) {
    const members = await em.find(MembershipTable, { organisationId: id, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });
    const onlyWatches = members.length > 0 && members.every(({ accessRole }) => accessRole === AccessRole.OBSERVER);
    if (onlyWatches) throw ruleBroken("T8", [{ code: "ONLY_OBSERVERS", objectId: id }]);
  }
  return organisation.id;
}

/** Gives an organisation a letter: accepted at once for the own one and for I, proposed for others (T8, INV-04). */
export async function giveLetter(change: Change, loaded: LoadedTask, organisationId: string, letter: Letter, extra: LetterExtra): Promise<void> {
  const { actor, em } = change;
  const own = organisationId === actor.organisationId;
  const live = loaded.assignments.filter((assignment) => assignment.organisationId === organisationId && isLive(assignment));
  const same = live.find((assignment) => assignment.letter === letter);
  if (same) {
    if (own && same.state === AssignmentState.PROPOSED) await acceptLetter(change, loaded, same);
    return;
  }
  const { release } = applyLetter(live, letter);
  for (const assignment of release) {
    const promised = assignment.state === AssignmentState.ACCEPTED && assignment.letter !== Letter.INFORMED;
    if (promised && !own) throw ruleBroken("INV-04", [{ code: "HOLDS_ANOTHER_LETTER", objectId: assignment.id }]);
    await settleLetter(change, loaded, assignment, AssignmentState.RELEASED, "REPLACED");
  }
  const assignment = em.create(TaskAssignmentTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    organisationId,
    membershipId: extra.membershipId ?? null,
    letter,
    state: AssignmentState.PROPOSED,
    proposedByOrganisationId: actor.organisationId,
    note: extra.note ?? null,
    reason: null,
    createdAt: change.now,
    version: 1,
  });
  loaded.assignments.push(assignment);
  if (own || letter === Letter.INFORMED) await acceptLetter(change, loaded, assignment);
  else
    recordLetter(
      change,
      loaded,
      assignment,
      [difference("note", null, assignment.note)].filter(({ after }) => after !== null),
    );
}
