import type { BoardColumn, TaskPlacement } from "@wijkbord/schema/types";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { EntityManager } from "../database/database.ts";
import { TaskPlacementTable } from "./board.tables.ts";

type Column = Pick<BoardColumn, "id">;
const others = (column: Column, movingTaskId: string | null) => ({ columnId: column.id, ...(movingTaskId ? { taskId: { $ne: movingTaskId } } : {}) });

/** Key right under another one of the column. All keys are made under the lock of the coalition, so each is used once. */
async function keyUnder(em: EntityManager, column: Column, above: string | null, movingTaskId: string | null): Promise<string> {
  const where = { ...others(column, movingTaskId), ...(above === null ? {} : { position: { $gt: above } }) };
  const below = await em.findOne(TaskPlacementTable, where, { orderBy: { position: "asc" } });
  return generateKeyBetween(above, below?.position ?? null);
}

/** Keys at the end of a column. */
export async function keysAtEnd(em: EntityManager, column: Column, count: number, movingTaskId: string | null = null): Promise<string[]> {
  const last = await em.findOne(TaskPlacementTable, others(column, movingTaskId), { orderBy: { position: "desc" } });
  return generateNKeysBetween(last?.position ?? null, null, count);
}

/** Key for a place in a column: at the top (null), or right under a task; at the end when that task stands elsewhere by now. */
export async function orderKey(em: EntityManager, column: Column, afterTaskId: string | null, movingTaskId: string | null): Promise<string> {
  if (afterTaskId === null) return keyUnder(em, column, null, movingTaskId);
  const above: TaskPlacement | null = await em.findOne(TaskPlacementTable, { ...others(column, movingTaskId), $and: [{ taskId: afterTaskId }] });
  if (!above) return (await keysAtEnd(em, column, 1, movingTaskId))[0] ?? "";
  return keyUnder(em, column, above.position, movingTaskId);
}

/** Key for the place that a task had before: the same one when it is free, else right under who has it now. */
export async function formerKey(em: EntityManager, column: Column, position: string, movingTaskId: string): Promise<string> {
  const taken = await em.count(TaskPlacementTable, { ...others(column, movingTaskId), position });
  return taken ? keyUnder(em, column, position, movingTaskId) : position;
}
