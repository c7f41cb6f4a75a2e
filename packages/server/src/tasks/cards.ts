import { type Viewer, Visibility, type WorkingStyle } from "@wijkbord/schema";
import { Label, Task, TaskAssignment, TaskPlacement } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";

/** A task with everything that its card shows, as one viewer may see it. */
export interface Card {
  readonly task: Task;
  readonly prefix: string;
  readonly style: WorkingStyle;
  readonly timeZone: string;
  readonly placements: TaskPlacement[];
  readonly assignments: TaskAssignment[];
  readonly labels: Label[];
  readonly checklistTotal: number;
  readonly checklistDone: number;
  readonly commentCount: number;
  readonly consultedCommented: string[];
}

type Json = Record<string, unknown>;
/** A card as the database gives it. */
export interface CardRow {
  task: Json;
  prefix: string;
  style: WorkingStyle;
  time_zone: string;
  placements: Json[];
  assignments: Json[];
  labels: Json[];
  checklist_total: number;
  checklist_done: number;
  comment_count: number;
  consulted: string[];
}

const toCamel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const moments = new Set(["createdAt", "updatedAt", "archivedAt", "enteredReviewAt", "doneAt"]);

/** Makes an object of the contract out of a row written as JSON. */
function revive<T extends object>(target: T, row: Json): T {
  for (const [column, value] of Object.entries(row)) {
    const key = toCamel(column);
    Object.assign(target, { [key]: moments.has(key) && typeof value === "string" ? new Date(value) : value });
  }
  return target;
}

/** Cards of readable tasks that meet a condition; its values follow those of `base`. */
export const select = (where: string) => `
select to_jsonb(t) || jsonb_build_object('blocked_by_task_id', (select o.id from task o where o.id = t.blocked_by_task_id
    and (o.visibility <> 'ORGANISATION' or o.organisation_id = ?)), 'repeat_of_task_id', (select o.id from task o
    where o.id = t.repeat_of_task_id and (o.visibility <> 'ORGANISATION' or o.organisation_id = ?))) as task,
  c.task_prefix as prefix, b.style, c.time_zone,
  (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from task_placement p where p.task_id = t.id) as placements,
  (select coalesce(jsonb_agg(to_jsonb(a) order by a.created_at, a.id), '[]') from task_assignment a
    where a.task_id = t.id and a.state in ('PROPOSED', 'ACCEPTED')) as assignments,
  (select coalesce(jsonb_agg(to_jsonb(l) order by l.name), '[]') from task_label tl join label l on l.id = tl.label_id
    where tl.task_id = t.id) as labels,
  (select count(*)::int from checklist_item i where i.task_id = t.id
    and (i.visibility <> 'ORGANISATION' or i.organisation_id = ?)) as checklist_total,
  (select count(*)::int from checklist_item i where i.task_id = t.id and i.done
    and (i.visibility <> 'ORGANISATION' or i.organisation_id = ?)) as checklist_done,
  (select count(*)::int from comment m where m.task_id = t.id and m.removed_at is null
    and (m.visibility <> 'ORGANISATION' or m.organisation_id = ?)) as comment_count,
  (select coalesce(jsonb_agg(distinct m.organisation_id), '[]') from comment m where m.task_id = t.id
    and m.removed_at is null and m.visibility <> 'ORGANISATION'
    and (t.entered_review_at is null or m.created_at >= t.entered_review_at)) as consulted
from task t
join coalition c on c.id = t.coalition_id
join task_placement h on h.task_id = t.id and h.is_home
join board b on b.id = h.board_id
where t.coalition_id = ? and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?) and ${where}`;

/** A card out of its row. */
export function toCard(row: CardRow): Card {
  return {
    task: revive(new Task(), row.task),
    prefix: row.prefix,
    style: row.style,
    timeZone: row.time_zone,
    placements: row.placements.map((placement) => revive(new TaskPlacement(), placement)),
    assignments: row.assignments.map((assignment) => revive(new TaskAssignment(), assignment)),
    labels: row.labels.map((label) => revive(new Label(), label)),
    checklistTotal: row.checklist_total,
    checklistDone: row.checklist_done,
    commentCount: row.comment_count,
    consultedCommented: row.consulted,
  };
}

/** Values of the placeholders before those of the condition. */
export function base({ organisationId, coalitionId }: Viewer): string[] {
  return [organisationId, organisationId, organisationId, organisationId, organisationId, coalitionId, organisationId];
}

/** Whole board in one statement, so that the cards and the number they belong to come from one snapshot. */
export async function readBoard(em: EntityManager, viewer: Viewer, boardId: string): Promise<{ cards: Card[]; asOfSequence: number }> {
  const sql = `
    with cards as (${select("t.archived_at is null and h.board_id = ? and t.state <> 'CANCELLED'")})
    select (select sequence from coalition where id = ?) as sequence,
      coalesce((select jsonb_agg(to_jsonb(cards) order by cards.task->'number') from cards), '[]') as rows`;
  const [found] = await em.execute<{ sequence: string; rows: CardRow[] }[]>(sql, [...base(viewer), boardId, viewer.coalitionId]);
  if (!found) return { cards: [], asOfSequence: 0 };
  return { cards: found.rows.map(toCard), asOfSequence: Number(found.sequence) };
}

/** Cards of these tasks, without those the viewer may not read. */
export async function readCards(em: EntityManager, viewer: Viewer, taskIds: readonly string[]): Promise<Card[]> {
  if (taskIds.length === 0) return [];
  const rows = await em.execute<CardRow[]>(select(`t.id in (${taskIds.map(() => "?").join(",")})`), [...base(viewer), ...taskIds]);
  return rows.map(toCard);
}

/** Whether a row with a visibility may be read by the viewer. */
export const isVisible = (row: { visibility: Visibility; organisationId: string | null }, viewer: Viewer): boolean =>
  row.visibility !== Visibility.ORGANISATION || row.organisationId === viewer.organisationId;
