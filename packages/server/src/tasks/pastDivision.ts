import { AssignmentState, cellOf, Letter, type Viewer } from "@wijkbord/schema";
import type { PastDivision, PastDivisionRow, TaskMatrixCell } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";

interface PastLetter {
  readonly id: string;
  readonly organisation_id: string;
  readonly letter: Letter;
  readonly state: AssignmentState;
}
interface PastRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly letters: PastLetter[];
}

/** What a field was at the moment: what its first later change came from, or what it is now. */
const before = (table: string, field: string, now: string) => `coalesce((select change->>'before' from event e, jsonb_array_elements(e.changes) change
  where e.coalition_id = ? and e.target_id = ${table}.id and e.occurred_at > ? and change->>'field' = '${field}' order by e.sequence limit 1), ${now})`;

const sql = `
with past as materialized (
  select t.id, t.number, t.title from task t join task_placement h on h.task_id = t.id and h.is_home
  where t.coalition_id = ? and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?) and h.board_id = ? and t.created_at <= ?
    and ${before("t", "archived", "(t.archived_at is not null)::text")} = 'false'
    and ${before("t", "state", "t.state")} <> 'CANCELLED'),
letters as materialized (
  select a.id, a.task_id, a.organisation_id, a.letter, ${before("a", "state", "a.state")} as state
  from task_assignment a join past on past.id = a.task_id where a.created_at <= ?)
select c.sequence, coalesce((select jsonb_agg(jsonb_build_object('id', past.id, 'number', c.task_prefix || '-' || past.number, 'title', past.title,
    'letters', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from letters l where l.task_id = past.id and l.state in ('PROPOSED', 'ACCEPTED')))
  order by past.number) from past), '[]') as rows
from coalition c where c.id = ?`;

function cellsOf(letters: readonly PastLetter[]): TaskMatrixCell[] {
  return [...Map.groupBy(letters, ({ organisation_id: id }) => id)]
    .flatMap(([organisationId, own]) => {
      const cell = cellOf(own.map(({ id, letter, state }) => ({ id, letter, state, organisationId })));
      return cell ? [{ organisationId, cell, accepted: own.every(({ state }) => state === AssignmentState.ACCEPTED) }] : [];
    })
    .toSorted((one, other) => one.organisationId.localeCompare(other.organisationId));
}

const rowOf = ({ id, number, title, letters }: PastRow): PastDivisionRow => ({ taskId: id, number, title, cells: cellsOf(letters) });

/**
 * The division of a board as it was, worked back from what it is now through the log: what was never logged one by one,
 * as an import, counts from when it was made.
 */
export async function readPastDivision(em: EntityManager, viewer: Viewer, boardId: string, at: Date): Promise<PastDivision> {
  const { coalitionId, organisationId } = viewer;
  const since = [coalitionId, at];
  const values = [coalitionId, organisationId, boardId, at, ...since, ...since, ...since, at, coalitionId];
  const [found] = await em.execute<{ sequence: string; rows: PastRow[] }[]>(sql, values);
  return { at, rows: (found?.rows ?? []).map(rowOf), asOfSequence: Number(found?.sequence ?? 0) };
}
