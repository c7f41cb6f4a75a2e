import { acceptedAccountable, AssignmentState, Letter, mayAnswerLetter, taskLimits } from "@wijkbord/schema";
import type { ConfirmImportedInput, TaskAssignment } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notAllowed, notFound, optionalText } from "../activity/refusal.ts";
import { BoardTable, TaskPlacementTable } from "./board.tables.ts";
import { acceptLetter, settleLetter } from "./giveLetter.ts";
import { TaskTable } from "./task.tables.ts";
import { type LoadedTask, loadTasks } from "./taskChange.ts";

/** Whether another organisation trekt by now; such a proposal stays open. */
const isTaken = ({ assignments }: LoadedTask, { letter }: TaskAssignment): boolean =>
  letter === Letter.ACCOUNTABLE && acceptedAccountable(assignments) !== undefined;

/**
 * "Op jullie naam": accepts the letters that an import proposed to the own organisation on a board,
 * all of them or those of the named tasks, and declines those that are not right, in one act (D7).
 */
export async function confirmImported(change: Change, input: ConfirmImportedInput): Promise<string> {
  const { em, actor } = change;
  const board = await em.findOne(BoardTable, { id: input.boardId, coalitionId: actor.coalitionId });
  if (!board) throw notFound("boardId");
  const placed = await em.find(TaskPlacementTable, { boardId: board.id });
  const imported = await em.find(TaskTable, { id: { $in: placed.map(({ taskId }) => taskId) }, unconfirmedImport: true });
  const known = new Set(imported.map(({ id }) => id));
  const [confirm, decline] = [input.taskIds && new Set(input.taskIds), new Set(input.declineTaskIds ?? [])];
  if ([...decline, ...(confirm ?? [])].some((id) => !known.has(id))) throw notFound(input.taskIds ? "taskIds" : "declineTaskIds");
  const reason = optionalText("reason", input.reason, taskLimits.reason);
  for (const loaded of await loadTasks(change, [...known])) {
    const { id } = loaded.task;
    const declined = decline.has(id);
    if (!declined && confirm && !confirm.has(id)) continue;
    const mine = loaded.assignments.filter(({ organisationId, state }) => organisationId === actor.organisationId && state === AssignmentState.PROPOSED);
    for (const assignment of mine) {
      if (!mayAnswerLetter(actor, assignment)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
      if (declined) await settleLetter(change, loaded, assignment, AssignmentState.DECLINED, reason);
      else if (!isTaken(loaded, assignment)) await acceptLetter(change, loaded, assignment);
    }
  }
  return board.id;
}
