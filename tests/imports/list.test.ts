import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { ImportCalls } from "./importCalls.ts";

let hub: Hub;
let calls: ImportCalls;
beforeAll(async () => {
  hub = await startTestHub();
  calls = await ImportCalls.of(hub);
});
afterAll(() => hub[Symbol.asyncDispose]());

const read = <Row extends object>(sql: string, values: unknown[] = []) => hub.services.database.read().execute<Row[]>(sql, values);
const head = async () =>
  (
    await read<{ sequence: string; tasks: number }>(`select sequence, (select count(*)::int from task) as tasks from coalition where id = ?`, [
      calls.coalitionId,
    ])
  )[0];

const organisation = (shortName: string) => calls.organisations.get(shortName);
const column = (title: string) => calls.board.columns.find((one) => one.title === title)?.id;
const task: ImportCalls["task"] = (title, more) => calls.task(title, more);
const list: ImportCalls["list"] = (tasks, more) => calls.list(tasks, more);
const taskSql = `select t.id, t.description, t.due_on::text, t.state, t.imported_names, k.title as column_title,
  (select coalesce(jsonb_agg(o.short_name || ' ' || a.letter || ' ' || a.state order by a.letter, o.short_name), '[]') from task_assignment a join organisation o on o.id = a.organisation_id where a.task_id = t.id) as letters
  from task t join task_placement p on p.task_id = t.id join board_column k on k.id = p.column_id where t.title = ?`;
const found = (title: string) =>
  read<{ id: string; description: string; due_on: string | null; state: string; imported_names: string[]; column_title: string; letters: string[] }>(taskSql, [
    title,
  ]);

test("D7-03 a list comes in as one change: proposed letters, names as text, wanneer in words; the same list again creates nothing", async () => {
  const last = calls.board.columns.at(-1)?.title ?? "";
  const holders = [
    { organisationId: organisation("De Portiek"), membershipId: null, lead: true, does: true },
    { organisationId: organisation("ROC Haagkant"), membershipId: null, lead: false, does: true },
  ];
  const lines = [
    task("Banenmarkt", { holders, names: ["Jan van hiernaast"], when: "zsm", description: "Bel 06-12345678" }),
    task("Folder <script>alert(1)</script>", { dueOn: "2026-12-12", columnId: column(last) }),
    task(`Lang ${"woord ".repeat(40)}`),
  ];
  const before = await head();
  const dry = await list(lines, { dryRun: true });
  expect(dry.answer).toMatchObject({
    created: 3,
    updated: 0,
    unchanged: 0,
    personalData: [{ text: "Banenmarkt" }],
    cuts: [{ text: expect.stringMatching(/…$/) }],
  });
  expect(await head()).toEqual(before);
  expect((await list(lines)).answer).toMatchObject({ created: 3, updated: 0 });
  expect(Number((await head())?.sequence)).toBe(Number(before?.sequence) + 1);
  expect(await found("Banenmarkt")).toMatchObject([
    {
      description: "Bel 06-12345678\n\nWanneer: zsm",
      due_on: null,
      imported_names: ["Jan van hiernaast"],
      letters: ["De Portiek ACCOUNTABLE PROPOSED", "De Portiek RESPONSIBLE PROPOSED", "ROC Haagkant RESPONSIBLE PROPOSED"],
    },
  ]);
  expect(await found("Folder <script>alert(1)</script>")).toMatchObject([{ due_on: "2026-12-12", column_title: last }]);
  const after = await head();
  expect((await list(lines)).answer).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  expect(await head()).toEqual(after);
  const [letter] = await read<{ id: string; version: number }>(`select id, version from task where title = 'Banenmarkt'`);
  expect(letter).toBeDefined();
});

test("D7-04 the list of a week later updates what nobody changed here, and keeps what somebody did", async () => {
  const last = calls.board.columns.at(-1)?.title ?? "";
  await list([task("Week later"), task("Hier gewijzigd", { dueOn: "2026-12-01" })]);
  const [mine] = await found("Hier gewijzigd");
  const client = new Client(hub.url, calls.token);
  await client.run(`mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { __typename } }`, {
    input: { id: mine?.id, expectedVersion: 1, dueOn: "2027-01-15" },
  });
  const again = [
    task("WEEK later!", { dueOn: "2026-12-20", columnId: column(last), when: "" }),
    task("Hier gewijzigd", { dueOn: "2026-12-08" }),
    task("Nieuw erbij"),
  ];
  expect((await list(again)).answer).toMatchObject({ created: 1, updated: 1, unchanged: 1, kept: [{ place: "Hier gewijzigd", text: "dueOn" }] });
  expect(await found("Week later")).toMatchObject([{ due_on: "2026-12-20", column_title: last }]);
  expect(await found("Hier gewijzigd")).toMatchObject([{ due_on: "2027-01-15" }]);
});

test("T11-34 a bad list gives one sentence with its line, and changes nothing", async () => {
  const before = await head();
  const bad: [tasks: unknown, nl: RegExp][] = [
    [[], /geen taken/],
    ["x", /geen taken/],
    [[1], /^Regel 1, tasks/],
    [[task("a"), task("", { place: 7 })], /^Regel 7, title: zeg wat er moet gebeuren/],
    [[task("a"), task("b", { place: 9, dueOn: "2026-02-31" })], /^Regel 9, dueOn/],
    [[task("a", { place: 3, columnId: calls.coalitionId })], /^Regel 3: deze kolom/],
    [[task("a", { place: 4, holders: [{ organisationId: calls.coalitionId, lead: true, does: true }] })], /^Regel 4: een van de partners/],
    [[task("a", { place: 5, names: Array.from({ length: 51 }, () => "x") })], /^Regel 5, names/],
    [[task("a", { place: 6, title: { toString: "x" } })], /^Regel 6, title/],
    [[task("x".repeat(5_001))], /^Regel 2, title/],
    [Array.from({ length: 1_001 }, (_, index) => task(`${index}`)), /^Regel 1001/],
  ];
  for (const [tasks, nl] of bad) expect((await list(tasks)).refused?.nl).toMatch(nl);
  const broken = await calls.call("/list", { method: "POST", body: `{"tasks": [`, headers: { "content-type": "application/json" } });
  expect(broken.status).toBe(400);
  const huge = await calls.call("/list", {
    method: "POST",
    body: JSON.stringify({ tasks: ["x".repeat(9_000_000)] }),
    headers: { "content-type": "application/json" },
  });
  expect(huge.status).toBe(413);
  expect(await head()).toEqual(before);
});
