import { AssignmentState } from "@wijkbord/schema";
import type { Task, TaskAssignment } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { giveLetter } from "./giveLetter.ts";
import { TaskWatcherTable } from "./relation.tables.ts";
import { ChecklistItemTable, TaskAssignmentTable, TaskLabelTable, TaskLinkTable } from "./task.tables.ts";
import type { LoadedTask } from "./taskChange.ts";

/** Who of these members still acts in the coalition. */
async function liveMembers({ em, coalition, now }: Change, ids: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const id = { $in: ids.filter((each) => each !== null) };
  const live = await em.find(MembershipTable, { id, coalitionId: coalition.id, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });
  return new Set(live.map((member) => member.id));
}

/** Gives the next task the steps, none of them done, the links, labels and followers of the one before. */
export async function copyUnder(change: Change, from: Task, made: Task): Promise<void> {
  const { em, coalition } = change;
  const own = { taskId: from.id };
  const at = () => ({ id: uuidv7(), coalitionId: coalition.id, taskId: made.id });
  const steps = await em.find(ChecklistItemTable, own, { orderBy: { position: "asc", id: "asc" } });
  const watchers = await em.find(TaskWatcherTable, own);
  const live = await liveMembers(change, [...steps.map((step) => step.assigneeMembershipId), ...watchers.map(({ membershipId }) => membershipId)]);
  for (const { text, assigneeMembershipId: assignee, visibility, organisationId, position } of steps.filter((step) => step.text !== "")) {
    const assigneeMembershipId = assignee && live.has(assignee) ? assignee : null;
    em.create(ChecklistItemTable, { ...at(), text, done: false, assigneeMembershipId, position, visibility, organisationId, externalId: null });
  }
  for (const { title, url, audience, visibility, organisationId } of await em.find(TaskLinkTable, own)) {
    if (url !== "") em.create(TaskLinkTable, { ...at(), title, url, audience, visibility, organisationId, externalId: null });
  }
  for (const { labelId } of await em.find(TaskLabelTable, own)) em.create(TaskLabelTable, { ...at(), labelId });
  for (const { membershipId } of watchers) if (live.has(membershipId)) em.create(TaskWatcherTable, { ...at(), membershipId });
}

/**
 * Gives the next task the same letters. Those that hold for the rhythm are written as they are; the acting
 * organisation accepts its own again and the others are asked, because nobody accepts for another organisation.
 */
export async function copyLetters(change: Change, next: LoadedTask, live: readonly TaskAssignment[], holds: ReadonlySet<TaskAssignment>): Promise<void> {
  const { em, coalition, now } = change;
  const members = await liveMembers(
    change,
    live.map(({ membershipId }) => membershipId),
  );
  const person = ({ membershipId }: TaskAssignment) => (membershipId && members.has(membershipId) ? membershipId : null);
  for (const letter of live.filter((each) => holds.has(each))) {
    next.assignments.push(
      em.create(TaskAssignmentTable, {
        id: uuidv7(),
        coalitionId: coalition.id,
        taskId: next.task.id,
        organisationId: letter.organisationId,
        membershipId: person(letter),
        letter: letter.letter,
        state: AssignmentState.ACCEPTED,
        proposedByOrganisationId: letter.proposedByOrganisationId,
        note: null,
        reason: null,
        createdAt: now,
        version: 1,
      }),
    );
  }
  for (const letter of live.filter((each) => !holds.has(each))) {
    await giveLetter(change, next, letter.organisationId, letter.letter, { membershipId: person(letter) });
  }
}
