import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { EventType } from "@wijkbord/schema";
import { systemChange } from "@wijkbord/server/src/activity/change.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { engineLimits } from "@wijkbord/server/src/realtime/limits.ts";
import { createClient } from "graphql-ws";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { boardCalled, type TestBoard } from "../harness/board.ts";
import { type Batch, Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { rounds } from "../harness/seeds.ts";
import { TestSocket } from "../harness/socket.ts";

const query = `subscription Big($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) {
  fromSequence toSequence headSequence reset events { sequence changes { after } } } }`;
const perChange = 20;
const megabyte = 1_000_000;

let clock: TestClock;
let hub: Hub;
let board: TestBoard;
beforeEach(async () => {
  clock = new TestClock();
  hub = await startTestHub({}, { clock });
  board = await boardCalled(await Client.as(hub.url, "fenna"), "Moerwijk");
});
afterEach(() => hub[Symbol.asyncDispose]());

/** One change with events of a given size; what the network holds for a client that does not read is soon full. */
function write(size: number): Promise<void> {
  const changes = [{ field: "description", before: null, after: "x".repeat(size) }];
  const { database, engine } = hub.services;
  return systemChange({ database, clock, wake: (id) => engine.wake(id) }, board.coalition.id, async ({ record }) => {
    for (let index = 0; index < perChange; index += 1)
      record({ type: EventType.BOARD_CHANGED, target: { type: "Board", id: board.id }, boardIds: [board.id], changes });
  });
}

/** What the hub holds for those who do not take it, in bytes: the most of any connection. */
const held = () => Math.max(0, ...[...hub.services.engine.connections].map(({ queuedBytes, wire }) => queuedBytes + wire.pending()));

/** A program that reads, and keeps nothing but the numbers. */
async function reader(key: string, after: number) {
  const token = await tokenOf(hub.url, key);
  const client = createClient({
    url: `${hub.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const seen: number[] = [];
  let resets = 0;
  const waiting = new Set<() => void>();
  const run = async () => {
    for await (const { data } of client.iterate<{ boardEvents: Batch }>({ query, variables: { boardId: board.id, after } })) {
      if (data?.boardEvents.reset) resets += 1;
      seen.push(...(data?.boardEvents.events ?? []).map(({ sequence }) => sequence));
      waiting.forEach((look) => look());
    }
  };
  void run().catch(() => {});
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => void (seen.length >= count && resolve());
      waiting.add(look);
      look();
    });
  return { seen, until, resets: () => resets, [Symbol.asyncDispose]: async () => client.dispose() };
}

async function stalled(key: string): Promise<TestSocket> {
  const socket = await TestSocket.as(hub.url, await tokenOf(hub.url, key));
  socket.subscribe("a", query, { boardId: board.id });
  await socket.until(() => socket.batches("a").length > 0);
  socket.stopReading();
  return socket;
}

function heapAfterCollecting(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Writes until the hub holds more for somebody than the network takes. */
async function fill(): Promise<void> {
  while (held() < engineLimits.highWater) await write(20_000);
}

test("M-4 a subscriber that stops reading costs a fixed amount, stops nobody, and fetches again when it reads", async () => {
  const events = rounds(2_000, 20_000);
  const after = (await boardCalled(await Client.as(hub.url, "fenna"), "Moerwijk")).asOfSequence;
  await using one = await reader("demi", after);
  await using two = await reader("fenna", after);
  await using deaf = await stalled("demi");
  const before = heapAfterCollecting();
  let most = 0;
  for (let written = 0; written < events; written += perChange) {
    await write(rounds(8_000, 2_000));
    most = Math.max(most, held());
    if (written % (10 * perChange) === 0) await Promise.all([one.until(written), two.until(written)]);
  }
  await Promise.all([one.until(events), two.until(events)]);
  for (const { seen, resets } of [one, two]) {
    expect(seen).toEqual(Array.from({ length: events }, (_, index) => after + 1 + index));
    expect(resets()).toBe(0);
  }
  const body = perChange * 20_000;
  expect(most).toBeLessThan(engineLimits.queueBytes + engineLimits.highWater + 2 * body);
  expect(heapAfterCollecting() - before).toBeLessThan(30 * megabyte);
  deaf.readAgain();
  await deaf.until(() => deaf.closed !== null || deaf.batches("a").some(({ reset }) => reset));
  if (deaf.closed) return expect(deaf.closed.code).toBe(1013);
  const reset = deaf.batches("a").find((batch) => batch.reset);
  expect(reset).toMatchObject({ events: [], toSequence: after + events });
  expect(deaf.batches("a").flatMap((batch) => batch.events).length).toBeLessThan(events);
  await write(10);
  await deaf.until(() => deaf.batches("a").at(-1)?.toSequence === after + events + perChange);
});

test("M-4 frames that stand for five seconds are dropped and replaced by one reset", async () => {
  await using deaf = await stalled("demi");
  await fill();
  await write(10);
  clock.advance(engineLimits.undrained + 1_000);
  await hub.services.engine.tick();
  expect([...hub.services.engine.connections].map(({ queuedBytes }) => queuedBytes)).toEqual([0]);
  deaf.readAgain();
  await deaf.until(() => deaf.batches("a").some(({ reset }) => reset));
  expect(deaf.batches("a").filter(({ reset }) => reset)).toHaveLength(1);
});

test("M-4 a socket that nobody reads for thirty seconds is closed with 1013", async () => {
  await using deaf = await stalled("demi");
  await fill();
  await hub.services.engine.tick();
  clock.advance(engineLimits.stuck);
  await hub.services.engine.tick();
  expect(hub.services.engine.counts.sends).toBeGreaterThan(0);
  deaf.readAgain();
  await deaf.until(() => deaf.closed !== null);
  expect(deaf.closed?.code).toBe(1013);
});

test("M-4 a client that sends and never reads is cut off before it fills the memory", async () => {
  const flood = await TestSocket.as(hub.url, await tokenOf(hub.url, "demi"));
  flood.stopReading();
  const ping = { type: "ping", payload: { text: "x".repeat(90_000) } };
  let most = 0;
  while ([...hub.services.engine.connections].length > 0) {
    flood.send(ping);
    most = Math.max(most, held());
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(most).toBeLessThan(5 * megabyte);
  await flood[Symbol.asyncDispose]();
});
