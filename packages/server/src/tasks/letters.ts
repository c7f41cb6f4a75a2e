import { AssignmentState, Letter, mayAnswerLetter, mayProposeLetter, mayReleaseLetter, TaskFieldGroup, taskLimits, TaskState } from "@wijkbord/schema";
import type { ActInput, NameAssigneeInput, ProposeAssignmentInput, TaskAssignment } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { conflict, notAllowed, notFound, optionalText, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { acceptLetter, giveLetter, organisationFor, recordLetter, settleLetter } from "./giveLetter.ts";
import { moveLoaded } from "./moveTask.ts";
import { TaskAssignmentTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadOpenTask, loadTask } from "./taskChange.ts";

const { PROPOSED, ACCEPTED, DECLINED, RELEASED } = AssignmentState;

async function checkPerson({ em, now }: Change, membershipId: string | null | undefined, organisationId: string): Promise<void> {
  if (!membershipId) return;
  const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
  if (!(await em.count(MembershipTable, { id: membershipId, organisationId, ...live }))) throw notFound("membershipId");
}

/** Asks an organisation to carry a letter; returns the task. */
export async function proposeAssignment(change: Change, input: ProposeAssignmentInput): Promise<string> {
  const { actor } = change;
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  if (!mayProposeLetter(actor)) throw notAllowed("OBSERVER");
  const organisationId = await organisationFor(change, input.organisationId, input.letter, "organisationId");
  await checkPerson(change, input.membershipId, organisationId);
  const note = optionalText("note", input.note, taskLimits.note);
  await giveLetter(change, loaded, organisationId, input.letter, { membershipId: input.membershipId, note });
  return loaded.task.id;
}

async function loadLetter(
  change: Change,
  input: { id: string; expectedVersion: number },
  may: (assignment: TaskAssignment) => boolean,
): Promise<{ loaded: LoadedTask; assignment: TaskAssignment }> {
  const found = await change.em.findOne(TaskAssignmentTable, { id: input.id, coalitionId: change.actor.coalitionId });
  if (!found) throw notFound("id");
  const loaded = await loadTask(change, found.taskId);
  const assignment = loaded.assignments.find(({ id }) => id === found.id) ?? found;
  if (!may(assignment)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  const { version, state, letter, membershipId } = assignment;
  if (version > input.expectedVersion) throw conflict(version, [TaskFieldGroup.LETTERS], { state, letter, membershipId });
  return { loaded, assignment };
}

/** From which states a letter may get an answer; I holds at once and may be declined, a proposal may be withdrawn. */
function opensFor(answer: AssignmentState, letter: Letter): readonly AssignmentState[] {
  if (answer === RELEASED) return [ACCEPTED, PROPOSED];
  return answer === DECLINED && letter === Letter.INFORMED ? [ACCEPTED, PROPOSED] : [PROPOSED];
}

/** Accepts, declines or releases a letter of the own organisation. */
export async function answerAssignment(change: Change, input: ActInput, answer: AssignmentState): Promise<string> {
  const { actor } = change;
  const { loaded, assignment } = await loadLetter(change, input, (letter) =>
    answer === RELEASED ? mayReleaseLetter(actor, letter) : mayAnswerLetter(actor, letter),
  );
  if (assignment.state === answer) return loaded.task.id;
  if (!opensFor(answer, assignment.letter).includes(assignment.state)) throw ruleBroken("C4", [{ code: "NOT_OPEN", objectId: assignment.id }]);
  if (answer === ACCEPTED) await acceptLetter(change, loaded, assignment);
  else await settleLetter(change, loaded, assignment, answer, optionalText("reason", input.reason, taskLimits.reason));
  return loaded.task.id;
}

/** Names the person of the own organisation who carries its letter. */
export async function nameAssignee(change: Change, input: NameAssigneeInput): Promise<string> {
  const { actor } = change;
  const { loaded, assignment } = await loadLetter(change, input, (letter) => mayAnswerLetter(actor, { ...letter, membershipId: null }));
  if (assignment.state !== PROPOSED && assignment.state !== ACCEPTED) throw ruleBroken("C4", [{ code: "NOT_OPEN", objectId: assignment.id }]);
  const membershipId = input.membershipId ?? null;
  if (membershipId === assignment.membershipId) return loaded.task.id;
  await checkPerson(change, membershipId, assignment.organisationId);
  renamed(change, loaded, assignment, membershipId);
  return loaded.task.id;
}

function renamed(change: Change, loaded: LoadedTask, assignment: TaskAssignment, membershipId: string | null): void {
  const changes = [difference("membershipId", assignment.membershipId, membershipId)];
  assignment.membershipId = membershipId;
  assignment.version += 1;
  recordLetter(change, loaded, assignment, changes);
}

/** Another member of the same organisation carries a letter, by who hands everything over. */
export async function namePerson(change: Change, assignmentId: string, membershipId: string | null): Promise<void> {
  const found = await change.em.findOneOrFail(TaskAssignmentTable, { id: assignmentId, coalitionId: change.actor.coalitionId });
  const loaded = await loadTask(change, found.taskId);
  const assignment = loaded.assignments.find(({ id }) => id === assignmentId) ?? found;
  if (assignment.membershipId !== membershipId) renamed(change, loaded, assignment, membershipId);
}

/** "Pak op": the own organisation trekt and doet, accepted, and the card stands in Afgesproken. */
export async function pickUpTask(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.id);
  const { organisationId } = change.actor;
  if (!mayProposeLetter(change.actor)) throw notAllowed("OBSERVER");
  for (const letter of [Letter.ACCOUNTABLE, Letter.RESPONSIBLE]) {
    await organisationFor(change, organisationId, letter, "id");
    await giveLetter(change, loaded, organisationId, letter, {});
  }
  const agreed = loaded.columns.find(({ state }) => state === TaskState.AGREED);
  if (loaded.task.state !== TaskState.PROPOSED || !agreed) return loaded.task.id;
  await moveLoaded(change, loaded, agreed, undefined, { reason: null, waiveNote: null });
  return loaded.task.id;
}
