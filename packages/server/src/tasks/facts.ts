import { type MoveFacts, type RightsFacts, TaskState, Visibility } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { ChecklistItemTable, CommentTable } from "./task.tables.ts";
import type { LoadedTask } from "./taskChange.ts";

const month = 30 * 86_400_000;

/** What rights are judged on. */
export const rightsFacts = ({ task, assignments }: LoadedTask): RightsFacts => ({
  state: task.state,
  createdByMembershipId: task.createdByMembershipId,
  assignments,
});

/** What a move is judged on. */
export async function moveFacts({ em, now, coalition }: Change, { task, assignments, board, columns }: LoadedTask): Promise<MoveFacts> {
  const since = task.enteredReviewAt;
  const comments = await em.find(CommentTable, {
    taskId: task.id,
    visibility: { $ne: Visibility.ORGANISATION },
    removedAt: null,
    ...(since ? { createdAt: { $gte: since } } : {}),
  });
  return {
    state: task.state,
    stateBeforeBlocked: task.stateBeforeBlocked,
    style: board.style,
    hasReviewColumn: columns.some(({ state }) => state === TaskState.IN_REVIEW),
    assignments,
    blockedReason: task.blockedReason,
    consultedCommented: [...new Set(comments.map(({ organisationId }) => organisationId))],
    consultationOver: since !== null && workingDaysBetween(since, now, coalition.timeZone) >= 5,
    checklistOpen: await em.count(ChecklistItemTable, { taskId: task.id, done: false }),
    unconfirmedImport: task.unconfirmedImport,
    doneLongerThan30Days: task.doneAt !== null && now.getTime() - task.doneAt.getTime() > month,
    createdByMembershipId: task.createdByMembershipId,
  };
}
