import { once } from "node:events";
import { connect } from "node:net";
import type { ImportReply, ImportReport } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { ImportCalls } from "./importCalls.ts";
import { smallBoard } from "./trelloFile.ts";

let hub: Hub;
let calls: ImportCalls;
const call: ImportCalls["call"] = (path, init) => calls.call(path, init);
const read = <Row extends object>(sql: string, values: unknown[] = []) => hub.services.database.read().execute<Row[]>(sql, values);

beforeAll(async () => {
  hub = await startTestHub();
  calls = await ImportCalls.of(hub);
});
afterAll(() => hub[Symbol.asyncDispose]());

async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  choices: unknown = { boardId: calls.board.id },
  signal: AbortSignal | null = null,
  token: string | null = calls.token,
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
    await read<{ sequence: string; tasks: number }>(`select sequence, (select count(*)::int from task) as tasks from coalition where id = ?`, [
      calls.coalitionId,
    ])
  )[0];

test("T11-30 a coordinator uploads a board, sees what comes in, and lands or forgets it", async () => {
  const before = await head();
  const dry = await upload(JSON.stringify(smallBoard()), {
    boardId: calls.board.id,
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
  expect((await upload(file, { boardId: calls.board.id }, null, demi)).last).toHaveProperty(
    "refused.nl",
    "Alleen een coördinator van de coalitie kan een bord binnenhalen.",
  );
  expect([(await upload(file, { boardId: calls.board.id }, null, thijs)).status, (await upload(file, { boardId: calls.board.id }, null, null)).status]).toEqual(
    [404, 401],
  );
  const [other] = await read<{ id: string }>(`select b.id from board b join coalition c on c.id = b.coalition_id where c.slug = 'venlo'`);
  for (const boardId of [other?.id ?? "", calls.coalitionId]) expect((await upload(file, { boardId })).last).toHaveProperty("refused");
  expect((await calls.list([calls.task("x")], { boardId: other?.id })).refused?.nl).toBe("Dit bord bestaat niet.");
  expect((await calls.list([calls.task("x")], {}, demi)).refused?.nl).toMatch(/^Alleen een coördinator/);
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
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(Buffer.from(`${JSON.stringify({ boardId: calls.board.id })}\n{`)) });
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

test("T11-34 who never finishes to send what was refused does not hold up the stop of the hub", async () => {
  const other = await startTestHub();
  const { port } = new URL(other.url);
  const asker = connect(Number(port), "127.0.0.1");
  asker.on("error", () => undefined);
  asker.write(`POST /imports/trello HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n{`);
  expect(String(await once(asker, "data"))).toMatch(/^HTTP\/1\.1 401 /);
  await Promise.all([once(asker, "close"), other[Symbol.asyncDispose]()]);
}, 20_000);
