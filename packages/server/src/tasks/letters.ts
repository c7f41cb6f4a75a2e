import {
  acceptedAccountable,
  applyLetter,
  AssignmentState,
  EventType,
  Letter,
  mayAnswerLetter,
  mayProposeLetter,
  mayReleaseLetter,
  TaskFieldGroup,
  taskLimits,
  TaskState,
} from "@wijkbord/schema";
import type { ActInput, ProposeAssignmentInput, TaskAssignment } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { BoardTable, TaskPlacementTable } from "./board.tables.ts";
import { moveLoaded } from "./moveTask.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadTask, recordTask, touch } from "./taskChange.ts";

const live = ({ state }: TaskAssignment) => state === AssignmentState.PROPOSED || state === AssignmentState.ACCEPTED;

/** Ends or answers a letter and says so in the log. */
function settle(change: Change, loaded: LoadedTask, assignment: TaskAssignment, state: AssignmentState, reason: string | null): void {
  const event = {
    [AssignmentState.ACCEPTED]: EventType.ASSIGNMENT_ACCEPTED,
    [AssignmentState.DECLINED]: EventType.ASSIGNMENT_DECLINED,
    [AssignmentState.RELEASED]: EventType.ASSIGNMENT_RELEASED,
    [AssignmentState.PROPOSED]: EventType.ASSIGNMENT_PROPOSED,
  }[state];
  const changes = [difference("state", assignment.state, state)];
  assignment.state = state;
  assignment.reason = reason;
  assignment.version += 1;
  touch(loaded, change, TaskFieldGroup.LETTERS);
  recordTask(change, loaded, event, { target: { type: "TaskAssignment", id: assignment.id }, changes });
}

/** Accepts a letter; one organisation trekt, so other proposals for A are declined with the reason. */
function accept(change: Change, loaded: LoadedTask, assignment: TaskAssignment): void {
  if (assignment.letter === Letter.ACCOUNTABLE) {
    const present = acceptedAccountable(loaded.assignments);
    if (present && present.id !== assignment.id) {
      throw ruleBroken("INV-01", [{ code: "ALREADY_ACCOUNTABLE", objectId: present.organisationId }]);
    }
  }
  settle(change, loaded, assignment, AssignmentState.ACCEPTED, null);
  if (assignment.letter !== Letter.ACCOUNTABLE) return;
  for (const other of loaded.assignments) {
    if (other !== assignment && other.letter === Letter.ACCOUNTABLE && other.state === AssignmentState.PROPOSED) {
      settle(change, loaded, other, AssignmentState.DECLINED, "ANOTHER_ACCEPTED");
    }
  }
}

function add(change: Change, loaded: LoadedTask, organisationId: string, letter: Letter, extra: { membershipId?: string | null; note?: string | null }): TaskAssignment {
  const assignment = change.em.create(TaskAssignmentTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    organisationId,
    membershipId: extra.membershipId ?? null,
    letter,
    state: AssignmentState.PROPOSED,
    proposedByOrganisationId: change.actor.organisationId,
    note: extra.note ?? null,
    reason: null,
    createdAt: change.now,
    version: 1,
  });
  loaded.assignments.push(assignment);
  return assignment;
}

/** Gives an organisation a letter: accepted at once for the own one and for I, proposed for others. */
function give(change: Change, loaded: LoadedTask, organisationId: string, letter: Letter, extra: { membershipId?: string | null; note?: string | null }): void {
  const { actor } = change;
  const own = loaded.assignments.filter((assignment) => assignment.organisationId === organisationId && live(assignment));
  const plan = applyLetter(own, letter);
  for (const assignment of plan.release) {
    if (assignment.state === AssignmentState.ACCEPTED && organisationId !== actor.organisationId) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
    settle(change, loaded, assignment, AssignmentState.RELEASED, "REPLACED");
  }
  for (const wanted of plan.add) {
    const assignment = add(change, loaded, organisationId, wanted, extra);
    if (organisationId === actor.organisationId || wanted === Letter.INFORMED) accept(change, loaded, assignment);
    else {
      touch(loaded, change, TaskFieldGroup.LETTERS);
      recordTask(change, loaded, EventType.ASSIGNMENT_PROPOSED, { target: { type: "TaskAssignment", id: assignment.id } });
    }
  }
  if (plan.add.length === 0) {
    const proposed = own.find((assignment) => assignment.letter === letter && assignment.state === AssignmentState.PROPOSED);
    if (proposed && organisationId === actor.organisationId) accept(change, loaded, proposed);
  }
}

/** Asks an organisation to carry a letter; returns the task. */
export async function proposeAssignment(change: Change, input: ProposeAssignmentInput): Promise<string> {
  const { em, actor, coalition } = change;
  const loaded = await loadTask(change, input.taskId, "taskId");
  const organisation = await em.findOne(OrganisationTable, { id: input.organisationId, coalitionId: coalition.id, leftOn: null });
  if (!organisation) throw notFound("organisationId");
  if (!mayProposeLetter(actor, input.letter, organisation.id)) throw notAllowed("OBSERVER");
  if (input.membershipId && !(await em.count(MembershipTable, { id: input.membershipId, organisationId: organisation.id }))) {
    throw notFound("membershipId");
  }
  const note = input.note ? text("note", input.note, taskLimits.note) : null;
  give(change, loaded, organisation.id, input.letter, { membershipId: input.membershipId, note });
  return loaded.task.id;
}

/** Accepts, declines or releases a letter of the own organisation. */
export async function answerAssignment(change: Change, input: ActInput, answer: AssignmentState): Promise<string> {
  const { em, actor } = change;
  const found = await em.findOne(TaskAssignmentTable, { id: input.id, coalitionId: actor.coalitionId });
  if (!found) throw notFound("id");
  const loaded = await loadTask(change, found.taskId);
  const assignment = loaded.assignments.find(({ id }) => id === found.id) ?? found;
  const may = answer === AssignmentState.RELEASED ? mayReleaseLetter(actor, assignment) : mayAnswerLetter(actor, assignment);
  if (!may) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  if (assignment.version > input.expectedVersion) {
    throw conflict(assignment.version, [TaskFieldGroup.LETTERS], { state: assignment.state, letter: assignment.letter });
  }
  const informed = assignment.letter === Letter.INFORMED && assignment.state === AssignmentState.ACCEPTED;
  const expected = answer === AssignmentState.RELEASED || (answer === AssignmentState.DECLINED && informed) ? AssignmentState.ACCEPTED : AssignmentState.PROPOSED;
  if (assignment.state === answer) return loaded.task.id;
  const withdrawn = answer === AssignmentState.RELEASED && assignment.state === AssignmentState.PROPOSED;
  if (assignment.state !== expected && !withdrawn) throw ruleBroken("C4", [{ code: "NOT_OPEN", objectId: assignment.id }]);
  const reason = input.reason ? text("reason", input.reason, taskLimits.reason) : null;
  if (answer === AssignmentState.ACCEPTED) accept(change, loaded, assignment);
  else settle(change, loaded, assignment, answer, reason);
  if (answer === AssignmentState.RELEASED && assignment.letter === Letter.ACCOUNTABLE && !withdrawn) {
    recordTask(change, loaded, EventType.TASK_NEEDS_ACCOUNTABLE);
  }
  return loaded.task.id;
}

/** "Pak op": the own organisation trekt and doet, accepted, and the card stands in Afgesproken. */
export async function pickUpTask(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadTask(change, input.id);
  if (!mayProposeLetter(change.actor, Letter.ACCOUNTABLE, change.actor.organisationId)) throw notAllowed("OBSERVER");
  give(change, loaded, change.actor.organisationId, Letter.ACCOUNTABLE, {});
  give(change, loaded, change.actor.organisationId, Letter.RESPONSIBLE, {});
  const agreed = loaded.columns.find(({ state }) => state === TaskState.AGREED);
  if (loaded.task.state === TaskState.PROPOSED && agreed) await moveLoaded(change, loaded, agreed, {});
  return loaded.task.id;
}

/** "Alles bevestigen": accepts every letter that an import proposed to the own organisation on a board. */
export async function confirmImported(change: Change, boardId: string): Promise<string> {
  const { em, actor } = change;
  const board = await em.findOne(BoardTable, { id: boardId, coalitionId: actor.coalitionId });
  if (!board) throw notFound("boardId");
  const placed = await em.find(TaskPlacementTable, { boardId });
  const tasks = await em.find(TaskTable, { id: { $in: placed.map(({ taskId }) => taskId) }, unconfirmedImport: true });
  for (const { id } of tasks) {
    const loaded = await loadTask(change, id);
    const mine = loaded.assignments.filter(({ organisationId, state }) => organisationId === actor.organisationId && state === AssignmentState.PROPOSED);
    for (const assignment of mine) {
      if (!mayAnswerLetter(actor, assignment)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
      accept(change, loaded, assignment);
    }
    if (!loaded.assignments.some(({ state }) => state === AssignmentState.PROPOSED)) loaded.task.unconfirmedImport = false;
  }
  return board.id;
}
