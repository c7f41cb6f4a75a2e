import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { followBoard, TestSocket } from "../harness/socket.ts";

const clock = new TestClock();
let hub: Hub;
let fenna: Client;
let demi: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  [fenna, demi] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi")]);
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

const socketOf = async (key: string) => TestSocket.as(hub.url, await tokenOf(hub.url, key));
const create = async (title: string, extra: Record<string, unknown> = {}, client = fenna) =>
  (await change(client, "createTask", "CreateTaskInput", { boardId: board.id, title, ...extra })).asOfSequence ?? 0;
const last = (socket: TestSocket, id: string) => socket.batches(id).at(-1)?.toSequence ?? 0;
const titles = (socket: TestSocket, id: string) => socket.batches(id).flatMap(({ events }) => events.map(({ subject }) => subject?.title));
const head = async () => (await boardCalled(fenna, "Moerwijk")).asOfSequence;

/** Whether batches follow each other without gap or overlap, beginning after a number. */
function joined(socket: TestSocket, id: string, after: number): boolean {
  let at = after;
  return socket.batches(id).every(({ fromSequence, toSequence }) => {
    const fits = fromSequence === at + 1 && toSequence >= at;
    at = toSequence;
    return fits;
  });
}

test("RT-01 without a number a stream begins now, and its first batch says where", async () => {
  await using socket = await socketOf("demi");
  const before = await head();
  socket.subscribe("a", followBoard, { boardId: board.id });
  await socket.until(() => socket.batches("a").length === 1);
  expect(socket.batches("a")[0]).toEqual({ fromSequence: before + 1, toSequence: before, headSequence: before, reset: false, events: [] });
  const made = await create("Vanaf nu");
  await socket.until(() => last(socket, "a") >= made);
  expect(joined(socket, "a", before)).toBe(true);
  expect(titles(socket, "a")).toEqual(["Vanaf nu"]);
});

test("RT-02 joining while changes go on misses nothing and repeats nothing", async () => {
  const after = await head();
  const writing = Promise.all(Array.from({ length: 20 }, (_, index) => create(`Erbij ${index}`)));
  await using socket = await socketOf("demi");
  for (let id = 0; id < 8; id += 1) socket.subscribe(`${id}`, followBoard, { boardId: board.id, after });
  const made = Math.max(...(await writing));
  for (let id = 0; id < 8; id += 1) {
    await socket.until(() => last(socket, `${id}`) >= made);
    expect(joined(socket, `${id}`, after)).toBe(true);
    expect(titles(socket, `${id}`).toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => `Erbij ${index}`).toSorted());
  }
});

test("RT-03 who is ahead of the log or too far behind is told to fetch again, once", async () => {
  await using socket = await socketOf("demi");
  const now = await head();
  socket.subscribe("ahead", followBoard, { boardId: board.id, after: now + 1_000_000 });
  await socket.until(() => socket.batches("ahead").length === 1);
  expect(socket.batches("ahead")[0]).toMatchObject({ reset: true, events: [], toSequence: now, headSequence: now });
  const made = await create("Na de herstart");
  await socket.until(() => last(socket, "ahead") >= made);
  expect(socket.batches("ahead").filter(({ reset }) => reset)).toHaveLength(1);
  expect(titles(socket, "ahead")).toEqual(["Na de herstart"]);
});

test("RT-04 hidden events advance the stream without content", async () => {
  await using socket = await socketOf("demi");
  const after = await head();
  socket.subscribe("a", followBoard, { boardId: board.id, after });
  const made = await create("Alleen van ons", { visibility: "ORGANISATION" });
  await socket.until(() => last(socket, "a") >= made);
  expect(joined(socket, "a", after)).toBe(true);
  expect(socket.batches("a").flatMap(({ events }) => events)).toEqual([]);
  expect(JSON.stringify(socket.messages)).not.toContain("Alleen van ons");
});

test("RT-05 an idle stream hears the latest number every 25 seconds", async () => {
  await using socket = await socketOf("demi");
  socket.subscribe("a", followBoard, { boardId: board.id });
  await socket.until(() => socket.batches("a").length === 1);
  const [first] = socket.batches("a");
  clock.advance(24_000);
  await hub.services.engine.tick();
  expect(socket.batches("a")).toHaveLength(1);
  clock.advance(2_000);
  await hub.services.engine.tick();
  await socket.until(() => socket.batches("a").length === 2);
  expect(socket.batches("a")[1]).toEqual(first);
});

test("RT-06 subscribers that ask the same with the same rights are executed once for all", async () => {
  const engine = hub.services.engine;
  await using one = await socketOf("fenna");
  await using two = await socketOf("fenna");
  await using other = await socketOf("demi");
  const named = followBoard.replace("Follow", "Other");
  const after = await head();
  for (let id = 0; id < 10; id += 1)
    for (const socket of [one, two]) socket.subscribe(`${id}`, followBoard, { boardId: board.id, after: id % 2 === 0 ? after : undefined });
  other.subscribe("0", followBoard, { boardId: board.id });
  one.subscribe("named", named, { boardId: board.id });
  const all = [
    ...Array.from({ length: 10 }, (_, id) => [one, `${id}`] as const),
    ...Array.from({ length: 10 }, (_, id) => [two, `${id}`] as const),
    [other, "0"] as const,
    [one, "named"] as const,
  ];
  for (const [socket, id] of all) await socket.until(() => socket.batches(id).length > 0);
  const before = { ...engine.counts };
  const made = await create("Een keer gemaakt");
  for (const [socket, id] of all) await socket.until(() => last(socket, id) >= made);
  expect(engine.counts.executions - before.executions).toBe(3);
  expect(engine.counts.sends - before.sends).toBe(22);
});

test("RT-07 a subscription is authorised like a query, and shares no field of one person", async () => {
  await using socket = await socketOf("demi");
  socket.subscribe("foreign", followBoard, { boardId: "018f0000-0000-7000-8000-000000000000" });
  socket.subscribe("personal", `subscription P($boardId: ID!) { boardEvents(boardId: $boardId) { events { subject { ... on Task { viewerCanEdit } } } } }`, {
    boardId: board.id,
  });
  await socket.until(() => socket.ended("foreign") && socket.ended("personal"));
  const errors = JSON.stringify(socket.messages.filter(({ id }) => id !== undefined));
  expect(errors).toContain("NOT_FOUND");
  expect(errors).toContain("Task.viewerCanEdit");
});

test("RT-08 queries and changes work over the socket, with cost, masking and limits", async () => {
  await using socket = await socketOf("demi");
  const { data, extensions } = await socket.ask<{ boards: unknown[] }>("q", "{ boards { id } }");
  expect(data?.boards.length).toBeGreaterThan(0);
  expect(extensions?.cost).toBeGreaterThan(0);
  const wrong = await socket.ask("w", `{ board(id: "018f0000-0000-7000-8000-000000000000") { id } }`);
  expect(wrong.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  const deep = await socket.ask("d", `{ __typename ${"a: __typename ".repeat(16)} }`);
  expect(deep.errors?.[0]?.extensions.code).toBe("LIMIT");
  await using nobody = await TestSocket.open(hub.url, {});
  expect((await nobody.ask("q", "{ boards { id } }")).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  expect((await nobody.ask("p", "{ demoPeople { key } }")).errors).toBeUndefined();
});

test("RT-09 a socket holds 50 operations and 20 new ones per second, a person ten sockets", async () => {
  await using hasty = await socketOf("joost");
  for (let id = 0; id < 21; id += 1) hasty.subscribe(`${id}`, followBoard, { boardId: board.id });
  await hasty.until(() => hasty.closed !== null);
  expect(hasty.closed?.code).toBe(4429);
  await using full = await socketOf("joost");
  for (let id = 0; id < 51; id += 1) {
    clock.advance(100);
    full.subscribe(`${id}`, followBoard, { boardId: board.id });
    await full.until(() => full.closed !== null || full.batches(`${id}`).length > 0);
  }
  expect(full.closed?.code).toBe(4429);
  const token = await tokenOf(hub.url, "joost");
  await using many = new AsyncDisposableStack();
  for (let index = 0; index < 10; index += 1) expect(many.use(await TestSocket.as(hub.url, token)).closed).toBeNull();
  const eleventh = await TestSocket.as(hub.url, token);
  await eleventh.until(() => eleventh.closed !== null);
  expect(eleventh.closed?.code).toBe(4429);
});

test("RT-10 activity pages through what the person may see, after a number or the latest", async () => {
  const after = await head();
  for (const title of ["Een", "Twee", "Drie"]) await create(title);
  const hidden = await create("Intern", { visibility: "ORGANISATION" });
  const coalitionId = board.coalition.id;
  const query = `query A($coalitionId: ID!, $after: Sequence, $first: Int) { activity(coalitionId: $coalitionId, after: $after, first: $first) {
    fromSequence toSequence headSequence reset events { sequence subject { ... on Task { title } } } } }`;
  type Page = {
    activity: {
      fromSequence: number;
      toSequence: number;
      headSequence: number;
      reset: boolean;
      events: { sequence: number; subject: { title: string } | null }[];
    };
  };
  const page = async (variables: object) => (await demi.run<Page>(query, { coalitionId, ...variables })).activity;
  const first = await page({ after, first: 2 });
  expect(first).toMatchObject({
    fromSequence: after + 1,
    toSequence: after + 2,
    headSequence: hidden,
    events: [{ subject: { title: "Een" } }, { subject: { title: "Twee" } }],
  });
  expect(await page({ after: first.toSequence, first: 2 })).toMatchObject({ toSequence: hidden, events: [{ subject: { title: "Drie" } }] });
  expect((await page({ first: 1 })).events.map(({ subject }) => subject?.title)).toEqual(["Drie"]);
  expect(await page({ after: hidden + 5 })).toMatchObject({ reset: true, toSequence: hidden });
  expect((await demi.send(query, { coalitionId, first: 101 })).errors?.[0]?.extensions.code).toBe("LIMIT");
});
