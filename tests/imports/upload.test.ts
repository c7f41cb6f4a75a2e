import type { ActionListReport, ImportReply, ImportReport } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { smallBoard } from "./trelloFile.ts";

let hub: Hub;
let fenna: string;
let board: { id: string; columns: { id: string; title: string }[] };
let coalition: { id: string; organisations: { id: string; shortName: string }[] };
const read = <Row extends object>(sql: string, values: unknown[] = []) => hub.services.database.read().execute<Row[]>(sql, values);

beforeAll(async () => {
  hub = await startTestHub();
  fenna = await tokenOf(hub.url, "fenna");
  const client = new Client(hub.url, fenna);
  const document = `{ coalition(slug: "zuidwest") { id organisations { id shortName } boards { id slug columns { id title } } } }`;
  const { coalition: found } = await client.run<{ coalition: typeof coalition & { boards: (typeof board & { slug: string })[] } }>(document);
  coalition = found;
  board = found.boards.find(({ slug }) => slug === "morgenstond") ?? { id: "", columns: [] };
});
afterAll(() => hub[Symbol.asyncDispose]());

async function call(path: string, init: RequestInit & { token?: string | null } = {}): Promise<Response> {
  const { token = fenna, headers, ...rest } = init;
  return fetch(`${hub.url}/imports${path}?coalition=${coalition.id}`, { ...rest, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } });
}

async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  choices: unknown = { boardId: board.id },
  signal: AbortSignal | null = null,
  token: string | null = fenna,
) {
  const body = new Blob([JSON.stringify(choices), "\n", content]);
  const response = await call("/trello", { method: "POST", body, headers: { "content-type": "application/octet-stream" }, signal, token });
  const lines = (await response.text()).trim().split("\n");
  return { status: response.status, last: JSON.parse(lines.at(-1) ?? "") as ImportReply<{ id: string; report: ImportReport }> };
}

const waiting = async () =>
  (await read<{ rows: number }>(`select (select count(*) from import_run)::int + (select count(*) from import_row)::int as rows`))[0]?.rows;
const head = async () =>
  (
    await read<{ sequence: string; tasks: number }>(`select sequence, (select count(*)::int from task) as tasks from coalition where id = ?`, [coalition.id])
  )[0];

test("T11-30 a coordinator uploads a board, sees what comes in, and lands or forgets it", async () => {
  const before = await head();
  const dry = await upload(JSON.stringify(smallBoard()), {
    boardId: board.id,
    states: { "Te doen": "AGREED" },
    members: [{ member: "annabuiten", organisation: "De Portiek" }],
  });
  if (!("answer" in dry.last)) throw new Error(JSON.stringify(dry.last));
  expect(dry.last.answer.report.lists[0]).toMatchObject({ list: "Te doen", state: "AGREED", from: "CHOSEN" });
  expect(dry.last.answer.report.members[0]).toMatchObject({ name: "Anna Buiten", organisation: "De Portiek" });
  expect(await head()).toEqual(before);
  const stranger = await tokenOf(hub.url, "thijs");
  expect((await call(`/${dry.last.answer.id}`, { method: "DELETE", token: stranger })).status).toBe(404);
  expect(await waiting()).toBeGreaterThan(0);
  expect((await call(`/${dry.last.answer.id}`, { method: "DELETE" })).status).toBe(200);
  expect(await waiting()).toBe(0);
  expect((await call(`/${dry.last.answer.id}/land`, { method: "POST" })).status).toBe(422);

  const again = await upload(JSON.stringify(smallBoard()));
  if (!("answer" in again.last)) throw new Error(JSON.stringify(again.last));
  expect((await call(`/${again.last.answer.id}/land`, { method: "POST" })).status).toBe(200);
  expect((await head())?.tasks).toBe((before?.tasks ?? 0) + 8);
  expect(await waiting()).toBe(0);
});

test("T11-31 only coordinators of the coalition may; unknown and foreign boards answer alike", async () => {
  const before = await head();
  const [demi, thijs] = [await tokenOf(hub.url, "demi"), await tokenOf(hub.url, "thijs")];
  const file = JSON.stringify(smallBoard());
  expect((await upload(file, { boardId: board.id }, null, demi)).last).toHaveProperty(
    "refused.nl",
    "Alleen een coördinator van de coalitie kan een bord binnenhalen.",
  );
  expect([(await upload(file, { boardId: board.id }, null, thijs)).status, (await upload(file, { boardId: board.id }, null, null)).status]).toEqual([404, 401]);
  const [other] = await read<{ id: string }>(`select b.id from board b join coalition c on c.id = b.coalition_id where c.slug = 'venlo'`);
  for (const boardId of [other?.id ?? "", coalition.id]) expect((await upload(file, { boardId })).last).toHaveProperty("refused");
  expect((await list([task("x")], { boardId: other?.id })).refused?.nl).toBe("Dit bord bestaat niet.");
  expect((await list([task("x")], {}, demi)).refused?.nl).toMatch(/^Alleen een coördinator/);
  const foreign = await call("/list", { method: "POST", body: "{}", headers: { "content-type": "application/json", origin: "https://elders.example" } });
  expect(foreign.status).toBe(403);
  expect(await head()).toEqual(before);
});

test("T11-32 a bad upload gives one Dutch and one English sentence with the place, and changes nothing", async () => {
  const before = await head();
  const text = JSON.stringify(smallBoard());
  const bad: [content: string | Uint8Array<ArrayBuffer>, nl: RegExp][] = [
    ["", /leeg/],
    ["Beste allemaal", /kapot bij het begin \(regel 1, byte 0\)/],
    [text.slice(0, 2_000), /houdt te vroeg op, bij \S+ \(regel 1, byte 2000\)/],
    [text.replace('"desc":""', '"__proto__":{"admin":true}'), /Bij cards\[0\]\.__proto__/],
    [Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le")), /UTF-16/],
    [`{"a":"${"x".repeat(66 * 1024 * 1024)}"}`, /groter dan 64 MB/],
  ];
  for (const [content, nl] of bad) {
    const { last } = await upload(content);
    expect("refused" in last && last.refused.nl).toMatch(nl);
  }
  expect((await upload(text, "geen keuzes")).last).toHaveProperty("refused.nl", expect.stringMatching(/^Regel 1/));
  expect([await head(), await waiting()]).toEqual([before, 0]);
}, 60_000);

test("T11-33 who stops an upload leaves nothing behind, and what nobody landed goes after an hour", async () => {
  const stop = new AbortController();
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(Buffer.from(`${JSON.stringify({ boardId: board.id })}\n{`)) });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/octet-stream" }, signal: stop.signal };
  const answer = call("/trello", init).catch(() => null);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
  stop.abort();
  await answer;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);

  await upload(JSON.stringify(smallBoard()));
  await hub.services.imports.forget();
  expect(await waiting()).toBeGreaterThan(0);
  await hub.services.database.transaction(async (em) => void (await em.execute(`update import_run set touched_at = touched_at - interval '61 minutes'`, [])));
  await hub.services.imports.forget();
  expect(await waiting()).toBe(0);
});

const organisation = (shortName: string) => coalition.organisations.find((one) => one.shortName === shortName)?.id;
const column = (title: string) => board.columns.find((one) => one.title === title)?.id;
const task = (title: string, more: object = {}) => ({
  place: 2,
  title,
  description: "",
  lines: [],
  holders: [],
  names: [],
  dueOn: null,
  when: "",
  columnId: board.columns[0]?.id,
  ...more,
});
async function list(tasks: unknown, more: object = {}, token: string = fenna) {
  const body = JSON.stringify({ boardId: board.id, dryRun: false, tasks, ...more });
  const response = await call("/list", { method: "POST", body, headers: { "content-type": "application/json" }, token });
  return (await response.json()) as { answer?: ActionListReport; refused?: { nl: string; en: string } };
}
const taskSql = `select t.id, t.description, t.due_on::text, t.state, t.imported_names, k.title as column_title,
  (select coalesce(jsonb_agg(o.short_name || ' ' || a.letter || ' ' || a.state order by a.letter, o.short_name), '[]') from task_assignment a join organisation o on o.id = a.organisation_id where a.task_id = t.id) as letters
  from task t join task_placement p on p.task_id = t.id join board_column k on k.id = p.column_id where t.title = ?`;
const found = (title: string) =>
  read<{ id: string; description: string; due_on: string | null; state: string; imported_names: string[]; column_title: string; letters: string[] }>(taskSql, [
    title,
  ]);

test("D7-03 a list comes in as one change: proposed letters, names as text, wanneer in words; the same list again creates nothing", async () => {
  const last = board.columns.at(-1)?.title ?? "";
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
  const last = board.columns.at(-1)?.title ?? "";
  await list([task("Week later"), task("Hier gewijzigd", { dueOn: "2026-12-01" })]);
  const [mine] = await found("Hier gewijzigd");
  const client = new Client(hub.url, fenna);
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
    [[task("a", { place: 3, columnId: coalition.id })], /^Regel 3: deze kolom/],
    [[task("a", { place: 4, holders: [{ organisationId: coalition.id, lead: true, does: true }] })], /^Regel 4: een van de partners/],
    [[task("a", { place: 5, names: Array.from({ length: 51 }, () => "x") })], /^Regel 5, names/],
    [[task("a", { place: 6, title: { toString: "x" } })], /^Regel 6, title/],
    [[task("x".repeat(5_001))], /^Regel 2, title/],
    [Array.from({ length: 1_001 }, (_, index) => task(`${index}`)), /^Regel 1001/],
  ];
  for (const [tasks, nl] of bad) expect((await list(tasks)).refused?.nl).toMatch(nl);
  const broken = await call("/list", { method: "POST", body: `{"tasks": [`, headers: { "content-type": "application/json" } });
  expect(broken.status).toBe(400);
  const huge = await call("/list", {
    method: "POST",
    body: JSON.stringify({ tasks: ["x".repeat(9_000_000)] }),
    headers: { "content-type": "application/json" },
  });
  expect(huge.status).toBe(413);
  expect(await head()).toEqual(before);
});
