import { EventType, mayWatch } from "@wijkbord/schema";
import type { TaskActInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { notAllowed } from "../activity/refusal.ts";
import { TaskWatcherTable } from "./relation.tables.ts";
import { difference, type LoadedTask, loadTask, recordTask, touch } from "./taskChange.ts";

/** Lets a member follow a task; says whether that is new. */
export async function watchBy({ em, coalition }: Change, { task }: LoadedTask, membershipId: string): Promise<boolean> {
  const key = { taskId: task.id, membershipId };
  if (await em.findOne(TaskWatcherTable, key)) return false;
  em.create(TaskWatcherTable, { id: uuidv7(), coalitionId: coalition.id, ...key });
  return true;
}

/** Follows a task, or stops following it, for oneself. */
export async function setWatching(change: Change, input: TaskActInput, watching: boolean): Promise<string> {
  const loaded = await loadTask(change, input.taskId, "taskId");
  const { em, actor } = change;
  if (!mayWatch(actor)) throw notAllowed("OBSERVER");
  const membershipId = actor.membershipId;
  if (watching) {
    if (!(await watchBy(change, loaded, membershipId))) return loaded.task.id;
  } else {
    const row = await em.findOne(TaskWatcherTable, { taskId: loaded.task.id, membershipId });
    if (!row) return loaded.task.id;
    em.remove(row);
  }
  touch(loaded, change);
  recordTask(change, loaded, EventType.WATCHER_CHANGED, { changes: [difference("watching", !watching, watching)] });
  return loaded.task.id;
}
