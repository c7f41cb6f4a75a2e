import { EventTable } from "../activity/event.table.ts";
import { notFound } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { ActionLineTable, BoardColumnTable, BoardTable, ThemeTable } from "./board.tables.ts";
import { SavedViewTable } from "./savedView.tables.ts";
import { TemplateTable } from "./template.tables.ts";
import { TaskRelationTable } from "./relation.tables.ts";
import { ChecklistItemTable, CommentTable, LabelTable, TaskAssignmentTable, TaskLinkTable, TaskTable } from "./task.tables.ts";

const tableOf = {
  Task: TaskTable,
  TaskAssignment: TaskAssignmentTable,
  ChecklistItem: ChecklistItemTable,
  Comment: CommentTable,
  TaskLink: TaskLinkTable,
  TaskRelation: TaskRelationTable,
  Board: BoardTable,
  BoardColumn: BoardColumnTable,
  Label: LabelTable,
  Theme: ThemeTable,
  ActionLine: ActionLineTable,
  SavedView: SavedViewTable,
  Template: TemplateTable,
  Event: EventTable,
};
/** What a change can be about, by its name in the contract. */
export type Subject = keyof typeof tableOf | "Coalition";
const isSubject = (name: string): name is keyof typeof tableOf => Object.hasOwn(tableOf, name);

/** The coalition of a row, when it is one of the person's own. */
async function coalitionOfRow({ services, readers }: HubContext, table: string, column: string, id: string): Promise<string | null> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  if (own.length === 0) return null;
  const places = own.map(() => "?").join(",");
  const sql = `select coalition_id from "${table}" where "${column}" = ? and coalition_id in (${places}) limit 1`;
  const [found] = await services.database.read().execute<{ coalition_id: string }[]>(sql, [id, ...own]);
  return found?.coalition_id ?? null;
}

/** The coalition a subject belongs to, when it is one of the person's own; else it does not exist. */
export async function coalitionOf(context: HubContext, subject: Subject, id: string, field: string): Promise<string> {
  if (subject === "Coalition") {
    if (!context.readers().some(({ coalitionId }) => coalitionId === id)) throw notFound(field);
    return id;
  }
  const found = isSubject(subject) ? await coalitionOfRow(context, tableOf[subject].meta.tableName, "id", id) : null;
  if (!found) throw notFound(field);
  return found;
}

/** The same for something that may be gone by now: what the log says of it counts too. */
export async function coalitionOfTarget(context: HubContext, type: string, id: string): Promise<string> {
  const found =
    (isSubject(type) ? await coalitionOfRow(context, tableOf[type].meta.tableName, "id", id) : null) ??
    (await coalitionOfRow(context, "event", "target_id", id));
  if (!found) throw notFound("targetId");
  return found;
}
