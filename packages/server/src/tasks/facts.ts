import { type MoveFacts, type RightsFacts, TaskState, Visibility } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { openPromises } from "../meetings/promiseReads.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { ChecklistItemTable, CommentTable } from "./task.tables.ts";
import { type LoadedTask, readable } from "./taskChange.ts";

const month = 30 * 86_400_000;
const consultationDays = 5;

/** What rights are judged on. */
export const rightsFacts = ({ task, assignments }: Pick<LoadedTask, "task" | "assignments">): RightsFacts => ({
  state: task.state,
  createdByMembershipId: task.createdByMembershipId,
  assignments,
});

/** Whether those with C had their five working days. */
export const consultationOver = (since: Date | null, now: Date, timeZone: string): boolean =>
  since !== null && workingDaysBetween(since, now, timeZone) >= consultationDays;

/** What a move is judged on; internal remarks and steps of other organisations count for nothing. */
export async function moveFacts(change: Change, { task, assignments, board, columns }: LoadedTask): Promise<MoveFacts> {
  const { em, now, coalition } = change;
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
    consultationOver: consultationOver(since, now, coalition.timeZone),
    checklistOpen: await em.count(ChecklistItemTable, { taskId: task.id, done: false, ...readable(change) }),
    unconfirmedImport: task.unconfirmedImport,
    doneLongerThan30Days: task.doneAt !== null && now.getTime() - task.doneAt.getTime() > month,
    createdByMembershipId: task.createdByMembershipId,
    promises: await openPromises(em, [task.id]),
  };
}
