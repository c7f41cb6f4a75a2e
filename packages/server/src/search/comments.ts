import { SearchKind } from "@wijkbord/schema";
import type { EntityManager } from "../database/database.ts";
import { hitOf, partsOf, type Scored } from "./hit.ts";
import { headline, vector, type Wanted } from "./query.ts";
import { readableTask } from "./tasks.ts";

interface Row {
  id: string;
  number: number;
  title: string;
  state: string;
  archived: boolean;
  area_code: string;
  organisation_id: string;
  snippet: string;
  score: number;
}

const words = "to_tsquery('dutch', ?)";
const document = vector("m.text");

/** Comments by their text: those that the viewer may read, under tasks that the viewer may read. */
export async function searchComments(em: EntityManager, { viewer, coalition: { slug, taskPrefix }, query, limit }: Wanted): Promise<Scored[]> {
  const sql = `
    with best as (
      select m.id, t.number, t.title, t.state, t.archived_at is not null as archived, t.area_code, m.organisation_id, m.text, m.created_at,
        ts_rank(${document}, ${words}) * 2 as score
      from comment m join task t on t.id = m.task_id
      where m.coalition_id = ? and ${document} @@ ${words} and m.removed_at is null
        and (m.visibility <> 'ORGANISATION' or m.organisation_id = ?) and ${readableTask}
      order by score desc, m.created_at desc, m.id limit ?
    )
    select id, number, title, state, archived, area_code, organisation_id, score::float8 as score, ${headline("text")} as snippet from best
    order by score desc, created_at desc, id`;
  const { coalitionId, organisationId } = viewer;
  const rows = await em.execute<Row[]>(sql, [query, coalitionId, query, organisationId, coalitionId, organisationId, limit, query]);
  return rows.map(({ id, title, state, archived, score, ...row }) => {
    const number = `${taskPrefix}-${row.number}`;
    const fields = { kind: SearchKind.COMMENT, id, number, title, state, archived, areaCode: row.area_code, organisationId: row.organisation_id };
    return { score, hit: hitOf({ ...fields, snippet: partsOf(row.snippet), address: `/${slug}/taken/${number}` }) };
  });
}
