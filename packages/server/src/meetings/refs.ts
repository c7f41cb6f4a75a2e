import { RefType, Visibility } from "@wijkbord/schema";
import type { DecisionRef } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notFound } from "../activity/refusal.ts";
import { TaskTable } from "../tasks/task.tables.ts";

const tables = { [RefType.TASK]: "task", [RefType.ROLE]: "coalition_role", [RefType.AGREEMENT]: "process_agreement", [RefType.ORGANISATION]: "organisation" };
export const isRefType = (type: string): type is RefType => Object.hasOwn(tables, type);

/** Refuses objects of no or another coalition, and tasks that only one organisation sees: everybody reads what refers to them. */
export async function expectKnown(change: Change, refs: readonly DecisionRef[], field: string): Promise<void> {
  for (const { type, id } of refs) {
    if (!isRefType(type)) throw notFound(field);
    const [row] = await change.em.execute<{ id: string }[]>(`select id from "${tables[type]}" where id = ? and coalition_id = ?`, [id, change.coalition.id]);
    const hidden = type === RefType.TASK && (await change.em.count(TaskTable, { id, visibility: Visibility.ORGANISATION })) > 0;
    if (!row || hidden) throw notFound(field);
  }
}
