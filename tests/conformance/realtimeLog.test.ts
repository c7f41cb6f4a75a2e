import { EventType } from "@wijkbord/schema";
import { systemChange } from "@wijkbord/server/src/activity/change.ts";
import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
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
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  fenna = await Client.as(hub.url, "fenna");
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

const head = async () => (await boardCalled(fenna, "Moerwijk")).asOfSequence;
const events = (socket: TestSocket, id: string) => socket.batches(id).flatMap((batch) => batch.events);

/** Events that another process writes: nobody in this one is told. */
const elsewhere = (count: number) =>
  systemChange({ database: hub.services.database, clock, wake: () => {} }, board.coalition.id, async ({ record }) => {
    for (let index = 0; index < count; index += 1) record({ type: EventType.BOARD_CHANGED, target: { type: "Board", id: board.id }, boardIds: [board.id] });
  });

test("RT-11 changes of other processes and lost wake-ups cost one look, never an event", async () => {
  await using socket = await TestSocket.as(hub.url, await tokenOf(hub.url, "demi"));
  const after = await head();
  socket.subscribe("a", followBoard, { boardId: board.id, after });
  await socket.until(() => socket.batches("a").length > 0);
  await elsewhere(3);
  await hub.services.engine.tick();
  await socket.until(() => events(socket, "a").length === 3);
  expect(events(socket, "a").map(({ sequence }) => sequence)).toEqual([after + 1, after + 2, after + 3]);
});

test("RT-12 a follower may be 5,000 numbers behind and gets them all; further behind it fetches again", async () => {
  const after = await head();
  await elsewhere(5_000);
  await using socket = await TestSocket.as(hub.url, await tokenOf(hub.url, "demi"));
  socket.subscribe("near", followBoard, { boardId: board.id, after });
  await socket.until(() => (socket.batches("near").at(-1)?.toSequence ?? 0) >= after + 5_000);
  expect(events(socket, "near").map(({ sequence }) => sequence)).toEqual(Array.from({ length: 5_000 }, (_, index) => after + 1 + index));
  socket.subscribe("far", followBoard, { boardId: board.id, after: after - 1 });
  await socket.until(() => socket.batches("far").length > 0);
  expect(socket.batches("far")).toEqual([{ fromSequence: after, toSequence: after + 5_000, headSequence: after + 5_000, reset: true, events: [] }]);
});

test("RT-13 who asks what the log does not keep any more fetches again", async () => {
  const last = await head();
  await hub.services.database.transaction(
    async (em) => void (await em.nativeDelete(EventTable, { coalitionId: board.coalition.id, sequence: { $lte: last - 10 } })),
  );
  await using socket = await TestSocket.as(hub.url, await tokenOf(hub.url, "demi"));
  socket.subscribe("kept", followBoard, { boardId: board.id, after: last - 10 });
  socket.subscribe("gone", followBoard, { boardId: board.id, after: last - 11 });
  await socket.until(() => socket.batches("kept").length > 0 && socket.batches("gone").length > 0);
  expect(events(socket, "kept")).toHaveLength(10);
  expect(socket.batches("gone")[0]).toMatchObject({ reset: true, toSequence: last });
});

test("RT-14 what was taken back is in no replay that follows", async () => {
  const after = await head();
  const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Belt 06 12345678" });
  const query = `subscription C($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) { fromSequence toSequence headSequence reset
    events { sequence type changes { field before after } subject { ... on Task { title } } } } }`;
  await using socket = await TestSocket.as(hub.url, await tokenOf(hub.url, "demi"));
  socket.subscribe("before", query, { boardId: board.id, after });
  await socket.until(() => JSON.stringify(socket.messages).includes("06 12345678"));
  const input = { targetType: "Task", targetId: task?.id, field: "title", reason: "telefoonnummer" };
  await change(fenna, "redactText", "RedactTextInput", input);
  const seen = socket.messages.length;
  socket.subscribe("after", query, { boardId: board.id, after });
  await socket.until(
    () => events(socket, "after").some(({ type }) => type === "TEXT_REDACTED") && events(socket, "before").some(({ type }) => type === "TEXT_REDACTED"),
  );
  expect(JSON.stringify(socket.messages.slice(seen))).not.toContain("06 12345678");
});
