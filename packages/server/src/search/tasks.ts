import { SearchKind } from "@wijkbord/schema";
import type { EntityManager } from "../database/database.ts";
import { hitOf, partsOf, type Scored } from "./hit.ts";
import { headline, numberFor, titled, vector, type Wanted } from "./query.ts";

interface Row {
  id: string;
  number: number;
  title: string;
  state: string;
  archived: boolean;
  area_code: string;
  snippet: string | null;
  score: number;
}

const words = "to_tsquery('dutch', ?)";
const document = titled("t.title", "t.description");
/** The rank looks at titles only: to read every long description again costs more than it tells. */
const titleVector = vector("t.title");
/** As every read of tasks: of the coalition, and internal ones only for the organisation that wrote them. */
export const readableTask = "t.coalition_id = ? and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?)";

const scored = ({ coalition: { slug, taskPrefix } }: Wanted, row: Row): Scored => {
  const number = `${taskPrefix}-${row.number}`;
  const fields = {
    kind: SearchKind.TASK,
    id: row.id,
    number,
    title: row.title,
    state: row.state,
    archived: row.archived,
    areaCode: row.area_code,
    organisationId: null,
  };
  return { score: row.score, hit: hitOf({ ...fields, snippet: partsOf(row.snippet), address: `/${slug}/taken/${number}` }) };
};

/** Tasks by number, title, description and label. */
export async function searchTasks(em: EntityManager, wanted: Wanted): Promise<Scored[]> {
  const { viewer, query, within, limit } = wanted;
  const number = numberFor(wanted, wanted.coalition.taskPrefix);
  const sql = `
    with found as (
      select t.id from task t where t.coalition_id = ? and ${document} @@ ${words}
      union select t.id from task t where t.coalition_id = ? and t.title ilike ?
      union select t.id from task t where t.coalition_id = ? and t.number::text like ?
      union select tl.task_id from label l join task_label tl on tl.label_id = l.id
        where l.coalition_id = ? and (l.name ilike ? or ${vector("l.name")} @@ ${words})
    ), best as (
      select t.id, t.number, t.title, t.state, t.archived_at is not null as archived, t.area_code, t.description, t.updated_at,
        ((t.number = ?)::int * 100 + (t.number::text like ?)::int * 10 + (t.title ilike ?)::int * 2
          + ts_rank(${titleVector}, ${words}) * 4 + 0.5) * (case when t.archived_at is null and t.state not in ('DONE', 'CANCELLED') then 1 else 0.7 end) as score
      from task t where t.id in (select id from found) and ${readableTask}
      order by score desc, t.updated_at desc, t.id limit ?
    )
    select id, number, title, state, archived, area_code, score::float8 as score, ${headline("description")} as snippet from best
    order by score desc, updated_at desc, id`;
  const { coalitionId, organisationId } = viewer;
  const beginning = `${number}%`;
  const values = [
    coalitionId,
    query,
    coalitionId,
    within,
    coalitionId,
    beginning,
    coalitionId,
    within,
    query,
    number,
    beginning,
    within,
    query,
    coalitionId,
    organisationId,
    limit,
    query,
  ];
  return (await em.execute<Row[]>(sql, values)).map((row) => scored(wanted, row));
}

/** Shorter words look like too many others. */
const longEnough = 4;

/** Tasks with a title in which each word looks like one that was typed: for slips of the finger. */
export async function searchAlikeTasks(em: EntityManager, wanted: Wanted, least: number): Promise<Scored[]> {
  const { viewer, limit } = wanted;
  const typed = wanted.words.filter(({ length }) => length >= longEnough);
  if (typed.length === 0) return [];
  const sql = `
    select * from (select t.id, t.number, t.title, t.state, t.archived_at is not null as archived, t.area_code, null as snippet,
      least(${typed.map(() => "word_similarity(?, t.title)").join(", ")})::float8 as score from task t where ${readableTask}) alike
    where score >= ? order by score desc, number limit ?`;
  return (await em.execute<Row[]>(sql, [...typed, viewer.coalitionId, viewer.organisationId, least, limit])).map((row) => scored(wanted, row));
}
