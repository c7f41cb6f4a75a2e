import { acceptedAccountable, EventType, Letter, PromiseState, TaskState } from "@wijkbord/schema";
import type { LoggedWork } from "../activity/change.ts";
import { openPromises } from "../meetings/promiseReads.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { recordTask } from "./taskChange.ts";

const over: readonly TaskState[] = [TaskState.DONE, TaskState.CANCELLED];

/** Says in the log which of these tasks nobody leads, or said to lead, any more. */
export async function recordWithoutLead(work: LoggedWork, taskIds: readonly string[]): Promise<void> {
  const { em } = work;
  const tasks = await em.find(TaskTable, { id: { $in: [...taskIds] }, archivedAt: null, state: { $nin: [...over] } }, { orderBy: { number: "asc" } });
  const taskId = { $in: tasks.map(({ id }) => id) };
  const homes = new Map((await em.find(TaskPlacementTable, { taskId, isHome: true })).map((row) => [row.taskId, row.boardId]));
  const letters = Map.groupBy(await em.find(TaskAssignmentTable, { taskId }), (row) => row.taskId);
  // What lapsed in this same work is not written yet.
  const said = (await openPromises(em, taskId.$in)).filter(({ letter, state }) => letter === Letter.ACCOUNTABLE && state === PromiseState.OPEN);
  for (const task of tasks) {
    const isLed = acceptedAccountable(letters.get(task.id) ?? []) !== undefined || said.some((promise) => promise.taskId === task.id);
    if (!isLed) recordTask(work, { task, board: { id: homes.get(task.id) ?? "" } }, EventType.TASK_NEEDS_ACCOUNTABLE);
  }
}
