import { notFound } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { BoardTable } from "./board.tables.ts";
import { ChecklistItemTable, CommentTable, TaskAssignmentTable, TaskLinkTable, TaskTable } from "./task.tables.ts";

const tableOf = {
  board: BoardTable,
  task: TaskTable,
  assignment: TaskAssignmentTable,
  checklistItem: ChecklistItemTable,
  comment: CommentTable,
  taskLink: TaskLinkTable,
};
/** What a change can be about. */
export type Subject = keyof typeof tableOf;

/** Type names of the contract, as `redactText` takes them. */
export const subjectNames: Record<string, Subject> = {
  Task: "task",
  TaskAssignment: "assignment",
  ChecklistItem: "checklistItem",
  Comment: "comment",
  TaskLink: "taskLink",
};

const isUuid = (id: string) => /^[0-9a-f-]{36}$/i.test(id);

/** The coalition a subject belongs to, when it is one of the person's own; else it does not exist. */
export async function coalitionOf({ services, readers }: HubContext, subject: Subject, id: string): Promise<string> {
  const coalitionIds = readers().map(({ coalitionId }) => coalitionId);
  if (!isUuid(id)) throw notFound("id");
  const [found] = await services.database.read().execute<{ coalition_id: string }[]>(
    `select coalition_id from "${tableOf[subject].meta.tableName}" where id = ? and coalition_id in (${coalitionIds.map(() => "?").join(",") || "null"})`,
    [id, ...coalitionIds],
  );
  if (!found) throw notFound("id");
  return found.coalition_id;
}
