import { EventType, type TaskFieldGroup, Visibility } from "@wijkbord/schema";
import type { ChecklistItem, Comment, FieldChange, TaskLink } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notFound } from "../activity/refusal.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable } from "./task.tables.ts";
import { type LoadedTask, loadOpenTask, readable, recordTask, touchUnder } from "./taskChange.ts";

/** Rows under a task that carry text and a visibility of their own. */
export type UnderTask = ChecklistItem | TaskLink | Comment;
export const underTables = { ChecklistItem: ChecklistItemTable, TaskLink: TaskLinkTable, Comment: CommentTable } as const;
export type UnderKind = keyof typeof underTables;
export const isUnderKind = (kind: string): kind is UnderKind => Object.hasOwn(underTables, kind);

/** The visibility of something new. */
export function checkVisibility(visibility: Visibility | null | undefined): Visibility {
  if (visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
  return visibility ?? Visibility.COALITION;
}

/** A row that the actor may read, with its task. */
export async function loadUnder<Row extends UnderTask>(
  change: Change,
  find: (where: object) => Promise<Row | null>,
  id: string,
): Promise<{ row: Row; loaded: LoadedTask }> {
  const row = await find({ id, ...readable(change) });
  if (!row) throw notFound("id");
  return { row, loaded: await loadOpenTask(change, row.taskId) };
}

interface UnderEvent {
  changes?: FieldChange[];
  group?: TaskFieldGroup;
  undoes?: string | null;
}

/** Records a change of something under a task; it is visible to those who may read both. */
export function recordUnder(
  change: Change,
  loaded: LoadedTask,
  kind: UnderKind,
  row: UnderTask,
  type: EventType,
  { changes, group, undoes }: UnderEvent = {},
): void {
  touchUnder(loaded, change, row, ...(group ? [group] : []));
  recordTask(change, loaded, type, { target: { type: kind, id: row.id }, under: row, changes, undoes });
}
