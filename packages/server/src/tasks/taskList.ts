import { taskLimits, type Viewer } from "@wijkbord/schema";
import type { TaskFilter } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { base, type Card, type CardRow, select, toCard } from "./cards.ts";

interface Condition {
  readonly sql: string;
  readonly values: (string | number)[];
}

const live = "x.task_id = t.id and x.state in ('PROPOSED','ACCEPTED')";
const letter = (condition: string) => `exists (select 1 from task_assignment x where x.task_id = t.id and ${condition})`;

/** SQL of a filter; the names of columns stand here, values are always placeholders. */
function conditionOf(filter: TaskFilter): Condition {
  const parts: string[] = [filter.archived ? "t.archived_at is not null" : "t.archived_at is null"];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number | null | undefined)[]) => {
    const known = given.filter((value) => value !== null && value !== undefined);
    if (known.length < given.length) return;
    parts.push(sql);
    values.push(...known);
  };
  add("h.board_id = ?", filter.boardId);
  add("t.area_code = ?", filter.areaCode);
  add("t.theme_id = ?", filter.themeId);
  add("t.action_line_id = ?", filter.actionLineId);
  add("exists (select 1 from task_label tl where tl.task_id = t.id and tl.label_id = ?)", filter.labelId);
  if (filter.organisationId && filter.letter) add(letter(`${live} and x.organisation_id = ? and x.letter = ?`), filter.organisationId, filter.letter);
  else {
    add(letter(`${live} and x.organisation_id = ?`), filter.organisationId);
    add(letter(`${live} and x.letter = ?`), filter.letter);
  }
  add(letter("x.state = 'PROPOSED' and x.letter <> 'INFORMED' and x.organisation_id = ?"), filter.waitsOnOrganisationId);
  add("t.state = ?", filter.state);
  add("t.number = ?", filter.number);
  add("t.due_on < ?", filter.dueBefore);
  const accountable = letter("x.state = 'ACCEPTED' and x.letter = 'ACCOUNTABLE'");
  if (typeof filter.withoutAccountable === "boolean") parts.push(filter.withoutAccountable ? `not ${accountable}` : accountable);
  if (typeof filter.open === "boolean") parts.push(`t.state ${filter.open ? "not in" : "in"} ('DONE', 'CANCELLED')`);
  return { sql: parts.join(" and "), values };
}

export interface TaskPage {
  readonly cards: Card[];
  readonly hasNextPage: boolean;
  readonly asOfSequence: number;
}

/** A page of tasks by number, as the viewer may see them, with the number of the log they belong to, from one snapshot. */
export async function readTaskPage(em: EntityManager, viewer: Viewer, filter: TaskFilter, afterNumber: number, first: number): Promise<TaskPage> {
  const { sql, values } = conditionOf(filter);
  const [found] = await em.execute<{ sequence: string; rows: CardRow[] }[]>(
    `with cards as (${select(`${sql} and t.number > ?`)} order by t.number limit ${Math.min(first, taskLimits.page) + 1})
    select (select sequence from coalition where id = ?) as sequence,
      coalesce((select jsonb_agg(to_jsonb(cards) order by cards.task->'number') from cards), '[]') as rows`,
    [...base(viewer), ...values, afterNumber, viewer.coalitionId],
  );
  const rows = found?.rows ?? [];
  return { cards: rows.slice(0, first).map(toCard), hasNextPage: rows.length > first, asOfSequence: Number(found?.sequence ?? 0) };
}

/** Number of tasks in a list that the viewer may see. */
export async function countTasks(em: EntityManager, viewer: Viewer, filter: TaskFilter): Promise<number> {
  const { sql, values } = conditionOf(filter);
  const [found] = await em.execute<{ total: number }[]>(
    `select count(*)::int as total from task t join task_placement h on h.task_id = t.id and h.is_home
    where t.coalition_id = ? and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?) and ${sql}`,
    [viewer.coalitionId, viewer.organisationId, ...values],
  );
  return found?.total ?? 0;
}

/** Tasks with letters that an import proposed to the own organisation, per board. */
export async function readImportedProposals(em: EntityManager, viewer: Viewer): Promise<Card[]> {
  const waits = letter("x.state = 'PROPOSED' and x.organisation_id = ?");
  const rows = await em.execute<CardRow[]>(`${select(`t.unconfirmed_import and t.archived_at is null and ${waits}`)} order by t.number`, [
    ...base(viewer),
    viewer.organisationId,
  ]);
  return rows.map(toCard);
}
