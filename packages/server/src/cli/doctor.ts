import type { Services } from "../services.ts";
import { migrations } from "../database/migrations/index.ts";
import type { Check } from "./protocol.ts";

/** Each finds rows that should not be; the first column says which. */
const faults: readonly (readonly [name: string, sql: string])[] = [
  [
    "every change has its number",
    `select c.slug || ' (' || c.sequence || ')' as place from coalition c left join (select coalition_id, min(sequence) as low, max(sequence) as high, count(*) as rows from event group by 1) e on e.coalition_id = c.id
     where coalesce(e.high, 0) <> c.sequence or (e.rows is not null and e.rows <> e.high - e.low + 1)`,
  ],
  [
    "every task stands on one board",
    `select t.id::text as place from task t where (select count(*) from task_placement p where p.task_id = t.id and p.is_home) <> 1`,
  ],
  [
    "every card stands in a column of its board",
    `select p.task_id::text as place from task_placement p left join board_column k on k.id = p.column_id and k.board_id = p.board_id where k.id is null`,
  ],
  [
    "every card has the state of its column",
    `select t.id::text as place from task t join task_placement p on p.task_id = t.id and p.is_home join board_column k on k.id = p.column_id where t.state <> k.state and t.state <> 'CANCELLED' and t.archived_at is null`,
  ],
  [
    "one organisation leads a task",
    `select a.task_id::text as place from task_assignment a where a.letter = 'ACCOUNTABLE' and a.state = 'ACCEPTED' group by a.task_id having count(*) > 1`,
  ],
  [
    "letters belong to organisations of the coalition",
    `select a.id::text as place from task_assignment a left join organisation o on o.id = a.organisation_id and o.coalition_id = a.coalition_id where o.id is null`,
  ],
  [
    "no task number is above the counter",
    `select c.slug as place from coalition c where c.last_task_number < (select coalesce(max(t.number), 0) from task t where t.coalition_id = c.id)`,
  ],
  [
    "no rows of an import are left behind",
    `select distinct r.run_id::text as place from import_row r where not exists (select 1 from import_run x where x.id = r.run_id)`,
  ],
];

/** Looks whether the database is whole. */
export async function doctor({ database }: Services): Promise<{ checks: Check[] }> {
  const em = database.read();
  const [version] = await em.execute<{ version: string }[]>("select version() as version");
  const done = await em.execute<{ name: string }[]>("select name from migration");
  const missing = migrations.filter(({ name }) => !done.some((row) => row.name === name));
  const checks: Check[] = [
    { name: "the database answers", ok: true, text: `${database.embedded ? "embedded, " : ""}${version?.version.split(" on ")[0] ?? ""}` },
    {
      name: "the tables are up to date",
      ok: missing.length === 0,
      text: missing.length === 0 ? `${done.length} migrations` : `missing: ${missing.map(({ name }) => name).join(", ")}`,
    },
  ];
  for (const [name, sql] of faults) {
    const found = await em.execute<{ place: string }[]>(sql);
    const places = found.slice(0, 5).map(({ place }) => place);
    checks.push({ name, ok: found.length === 0, text: found.length === 0 ? "" : `${found.length} not: ${places.join(", ")}${found.length > 5 ? ", …" : ""}` });
  }
  return { checks };
}
