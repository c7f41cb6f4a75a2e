import { AssignmentState, EventType, isLive, TaskFieldGroup, Visibility } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { recordLetter, settleLetter } from "./giveLetter.ts";
import { ChecklistItemTable, TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { difference, loadTasks } from "./taskChange.ts";
import { recordUnder } from "./underTask.ts";

/** Reason of a letter that ended because its organisation left the coalition. */
const partnerLeft = "PARTNER_LEFT";

/**
 * Releases every letter of an organisation, also on tasks that only one organisation sees. No card moves;
 * the log says where nobody trekt or does it any more.
 */
export async function releaseAllOf(change: Change, organisationId: string): Promise<void> {
  const { em, coalition } = change;
  const state = { $in: [AssignmentState.PROPOSED, AssignmentState.ACCEPTED] };
  const held = await em.find(TaskAssignmentTable, { coalitionId: coalition.id, organisationId, state });
  const tasks = await em.find(TaskTable, { id: { $in: held.map(({ taskId }) => taskId) } });
  const bySeer = Map.groupBy(tasks, (task) => (task.visibility === Visibility.ORGANISATION ? task.organisationId : organisationId));
  for (const [seer, seen] of bySeer) {
    const asSeer = { ...change, actor: { ...change.actor, organisationId: seer } };
    for (const loaded of await loadTasks(
      asSeer,
      seen.map(({ id }) => id),
    )) {
      for (const assignment of loaded.assignments.filter((letter) => letter.organisationId === organisationId && isLive(letter))) {
        await settleLetter(change, loaded, assignment, AssignmentState.RELEASED, partnerLeft);
      }
    }
  }
}

/** Takes a person who left off letters and steps; the letters stay with the organisation. */
export async function takeOff(change: Change, person: { readonly id: string; readonly organisationId: string }): Promise<void> {
  const { em, coalition } = change;
  const coalitionId = coalition.id;
  const letters = (await em.find(TaskAssignmentTable, { coalitionId, membershipId: person.id })).filter(isLive);
  const steps = await em.find(ChecklistItemTable, { coalitionId, assigneeMembershipId: person.id, done: false });
  const ids = new Set([...letters, ...steps].map(({ taskId }) => taskId));
  const asOwn = { ...change, actor: { ...change.actor, organisationId: person.organisationId } };
  for (const loaded of await loadTasks(asOwn, [...ids])) {
    for (const letter of loaded.assignments.filter((assignment) => letters.some(({ id }) => id === assignment.id))) {
      letter.membershipId = null;
      letter.version += 1;
      recordLetter(change, loaded, letter, [difference("membershipId", person.id, null)]);
    }
    for (const step of steps.filter(({ taskId }) => taskId === loaded.task.id)) {
      step.assigneeMembershipId = null;
      recordUnder(change, loaded, "ChecklistItem", step, EventType.CHECKLIST_CHANGED, {
        group: TaskFieldGroup.CHECKLIST,
        changes: [difference("assigneeMembershipId", person.id, null)],
      });
    }
  }
}
