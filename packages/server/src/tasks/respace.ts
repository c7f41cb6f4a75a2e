import { EventType } from "@wijkbord/schema";
import type { Board, BoardColumn } from "@wijkbord/schema/types";
import { generateNKeysBetween } from "fractional-indexing";
import type { LoggedWork } from "../activity/change.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, recordTask, touch } from "./taskChange.ts";

/** Order keys grow when cards are put between the same two again and again; past this length a column gets new ones. */
const longKey = 60;

/** Gives a column short order keys when one has become long; each card that got one has its event. */
export async function respaceWhenLong(change: LoggedWork, board: Board, column: BoardColumn, position: string): Promise<void> {
  if (position.length <= longKey) return;
  const { em } = change;
  await em.flush();
  const placements = await em.find(TaskPlacementTable, { columnId: column.id }, { orderBy: { position: "asc" } });
  const tasks = new Map((await em.find(TaskTable, { id: { $in: placements.map(({ taskId }) => taskId) } })).map((task) => [task.id, task]));
  // Behind the last key, so that no new key is in use while the rows are written one by one.
  const keys = generateNKeysBetween(placements.at(-1)?.position ?? null, null, placements.length);
  placements.forEach((placement, index) => {
    const changes = [difference("position", placement.position, keys[index])];
    placement.position = keys[index] ?? placement.position;
    const task = tasks.get(placement.taskId);
    if (!task) return;
    touch({ task }, change);
    recordTask(change, { task, board }, EventType.TASK_MOVED, { changes });
  });
}
