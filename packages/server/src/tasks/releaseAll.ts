import { AssignmentState, isLive, Visibility } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { settleLetter } from "./giveLetter.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { loadTasks } from "./taskChange.ts";

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
    for (const loaded of await loadTasks(asSeer, seen.map(({ id }) => id))) {
      for (const assignment of loaded.assignments.filter((letter) => letter.organisationId === organisationId && isLive(letter))) {
        await settleLetter(change, loaded, assignment, AssignmentState.RELEASED, partnerLeft);
      }
    }
  }
}
