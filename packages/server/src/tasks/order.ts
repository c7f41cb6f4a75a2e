import type { BoardColumn, TaskPlacement } from "@wijkbord/schema/types";
import { generateKeyBetween } from "fractional-indexing";
import type { EntityManager } from "../database/database.ts";
import { notFound } from "../activity/refusal.ts";
import { TaskPlacementTable } from "./board.tables.ts";

/**
 * Order key for a place in a column: right under a task, at the top (null) or at the end (undefined).
 * Runs under the lock of the coalition, so that keys of one column stay unique.
 */
export async function orderKey(
  em: EntityManager,
  column: BoardColumn,
  afterTaskId: string | null | undefined,
  movingTaskId: string | null,
): Promise<string> {
  const others = { columnId: column.id, ...(movingTaskId ? { taskId: { $ne: movingTaskId } } : {}) };
  if (afterTaskId === undefined) {
    const last = await em.findOne(TaskPlacementTable, others, { orderBy: { position: "desc" } });
    return generateKeyBetween(last?.position ?? null, null);
  }
  let above: TaskPlacement | null = null;
  if (afterTaskId !== null) {
    above = await em.findOne(TaskPlacementTable, { ...others, taskId: afterTaskId });
    if (!above) throw notFound("afterTaskId");
  }
  const below = await em.findOne(
    TaskPlacementTable,
    { ...others, ...(above ? { position: { $gt: above.position } } : {}) },
    { orderBy: { position: "asc" } },
  );
  return generateKeyBetween(above?.position ?? null, below?.position ?? null);
}
