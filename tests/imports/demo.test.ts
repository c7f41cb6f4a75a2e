import { generateDemo } from "@wijkbord/server/src/demo/generateDemo.ts";
import { resetDemo } from "@wijkbord/server/src/demo/reset.ts";
import { seedDemo } from "@wijkbord/server/src/demo/seed.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";

const long = process.env["WIJKBORD_LONG"] !== undefined;
let hub: Hub;
beforeAll(async () => {
  hub = await startTestHub({}, { clock: { now: () => new Date("2026-03-10T09:00:00Z") } });
});
afterAll(() => hub[Symbol.asyncDispose]());

const rows = <Row = Record<string, unknown>>(sql: string) => hub.services.database.read().execute<Row[]>(sql);
const counters = () =>
  rows(`select slug, sequence::int, last_task_number, (select count(*)::int from event e where e.coalition_id = c.id) as events, (select max(sequence)::int from event e where e.coalition_id = c.id) as last,
  (select count(*)::int from task t where t.coalition_id = c.id) as tasks from coalition c order by slug`);

test("T16-02 the demo is filled once, and its log has every number", async () => {
  const before = await counters();
  await seedDemo(hub.services);
  expect(await counters()).toEqual(before);
  for (const { sequence, events, last, last_task_number, tasks } of before) {
    expect([events, last]).toEqual([sequence, sequence]);
    expect(last_task_number).toBe(100 + Number(tasks));
  }
});

test("T16-03 every task tells how it came to be, and ends as it is", async () => {
  const histories = await rows<{
    id: string;
    state: string;
    version: number;
    types: string[];
    last: string | null;
    latest: string;
  }>(`select t.id, t.state, t.version,
    (select jsonb_agg(e.type order by e.sequence) from event e where e.task_id = t.id and e.type not in ('TASK_DUE_SOON', 'TASK_OVERDUE')) as types,
    (select x->>'after' from event e cross join lateral jsonb_array_elements(e.changes) x where e.task_id = t.id and x->>'field' = 'state' and e.target_type = 'Task' order by e.sequence desc limit 1) as last,
    (select max(e.occurred_at)::text from event e where e.task_id = t.id and e.type not in ('TASK_DUE_SOON', 'TASK_OVERDUE')) as latest from task t`);
  expect(histories).toHaveLength(50);
  for (const { state, types, last, version, latest } of histories) {
    expect(types[0]).toBe("TASK_CREATED");
    expect(last ?? "PROPOSED").toBe(state);
    expect(version).toBe(types.length);
    expect(new Date(latest).getTime()).toBeLessThan(Date.parse("2026-03-10T09:00:00Z"));
  }
  expect(
    await rows(
      `select 1 from event e join comment c on c.id = e.target_id where c.visibility = 'ORGANISATION' and (e.visibility <> 'ORGANISATION' or e.organisation_id <> c.organisation_id)`,
    ),
  ).toEqual([]);
});

test("T16-04 a person of the demo sees the history of a task with names", async () => {
  const fenna = await Client.as(hub.url, "fenna");
  const [task] = await rows<{ id: string }>(`select id from task where state = 'DONE' limit 1`);
  const { task: found } = await fenna.run<{ task: { history: { type: string; actor: { displayName: string | null } }[] } }>(
    `query H($id: ID!) { task(id: $id) { history { type actor { displayName } } } }`,
    { id: task?.id },
  );
  expect(found.history.length).toBeGreaterThan(3);
  expect(found.history.every(({ actor }) => actor.displayName !== null)).toBe(true);
});

const size = long ? { tasks: 1_000, partners: 40, events: 100_000, boards: 4 } : { tasks: 120, partners: 10, events: 3_000, boards: 2 };
const picture = (slug: string) =>
  rows(`select md5(string_agg(x, '|' order by x)) as sum, count(*)::int as rows from (
    select e.id::text || e.sequence || e.type || e.changes::text || coalesce(e.actor_membership_id::text, '') as x from event e join coalition c on c.id = e.coalition_id where c.slug = '${slug}'
    union all select t.id::text || t.title || t.state || t.priority || t.version || t.organisation_id from task t join coalition c on c.id = t.coalition_id where c.slug = '${slug}'
    union all select p.task_id::text || p.column_id || p.position from task_placement p join coalition c on c.id = p.coalition_id where c.slug = '${slug}') y`);

test("T16-05 a generated coalition has its size, every number, and is the same for the same seed", async () => {
  const told: number[] = [];
  const made = await generateDemo(hub.services, { ...size, seed: 7 }, (done) => told.push(done));
  expect(made).toEqual({ slug: "proef-7", tasks: size.tasks, events: size.events });
  expect(told.at(-1)).toBe(size.events);
  expect((await counters())[0]).toMatchObject({ slug: "proef-7", sequence: size.events, events: size.events, last: size.events, tasks: size.tasks });
  expect(
    await rows(
      `select t.id from task t join event e on e.task_id = t.id and e.type = 'TASK_UPDATED' join lateral (select max(sequence) as last from event x where x.task_id = t.id and x.type = 'TASK_UPDATED') m on m.last = e.sequence where e.changes->0->>'after' <> t.priority`,
    ),
  ).toEqual([]);
  const first = await picture("proef-7");
  await expect(generateDemo(hub.services, { ...size, seed: 7 }, () => {})).rejects.toThrow("exists already");
  await generateDemo(hub.services, { ...size, seed: 8 }, () => {});
  expect(await picture("proef-8")).not.toEqual(first);
  await resetDemo(hub.services);
  expect(await rows(`select slug from coalition order by slug`)).toEqual([{ slug: "venlo" }, { slug: "zuidwest" }]);
  expect(await rows(`select demo_key from user_account where demo_key like 'lid-%'`)).toEqual([]);
  await generateDemo(hub.services, { ...size, seed: 7 }, () => {});
  expect(await picture("proef-7")).toEqual(first);
}, 300_000);

test("T16-06 fewer events than the tasks would tell: the log is shorter and still whole", async () => {
  const { events } = await generateDemo(hub.services, { tasks: 10, partners: 3, boards: 1, events: 5, seed: 9 }, () => {});
  expect(events).toBe(5);
});
