import type { EntityManager } from "../database/database.ts";

/** Ids of the tasks that stand on a board. */
export async function tasksOnBoard(em: EntityManager, boardId: string): Promise<Set<string>> {
  const rows = await em.execute<{ task_id: string }[]>("select task_id from task_placement where board_id = ?", [boardId]);
  return new Set(rows.map(({ task_id }) => task_id));
}

/** Boards on which tasks stand, by task. */
export async function boardsOfTasks(em: EntityManager, taskIds: readonly string[]): Promise<Map<string, Set<string>>> {
  if (taskIds.length === 0) return new Map();
  const rows = await em.execute<{ task_id: string; board_id: string }[]>(
    `select task_id, board_id from task_placement where task_id in (${taskIds.map(() => "?").join(",")})`,
    [...taskIds],
  );
  const byTask = Map.groupBy(rows, ({ task_id }) => task_id);
  return new Map([...byTask].map(([id, places]) => [id, new Set(places.map(({ board_id }) => board_id))]));
}

/** Boards of areas; null: of every area. */
export async function boardsOfAreas(em: EntityManager, coalitionId: string, areaCodes: readonly string[] | null): Promise<Set<string>> {
  const rows = await em.execute<{ id: string; area_code: string }[]>("select id, area_code from board where coalition_id = ?", [coalitionId]);
  return new Set(rows.filter(({ area_code }) => areaCodes === null || areaCodes.includes(area_code)).map(({ id }) => id));
}
