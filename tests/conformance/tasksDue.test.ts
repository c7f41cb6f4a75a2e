import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { dueDates } from "@wijkbord/server/src/tasks/dueDates.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { days, TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, historyOf, newBoard, taskIn } from "../harness/work.ts";

const clock = new TestClock(new Date("2026-03-02T09:00:00Z"));
let hub: Hub;
let fenna: Client;
let board: Awaited<ReturnType<typeof newBoard>>;

const signIn = async () => {
  fenna = await Client.as(hub.url, "fenna");
};
beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  await signIn();
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

/** The job as one process runs it. */
const remind = () => dueDates({ database: hub.services.database, clock, wake: (id) => hub.services.engine.wake(id) }).run();
const create = async (title: string, dueOn: string, extra: object = {}) =>
  taskIn(await act(fenna, "createTask", { boardId: board.id, title, dueOn, ...extra }));
const told = async (task: { id: string }) =>
  (await historyOf(fenna, task.id))
    .filter(({ type }) => type === "TASK_DUE_SOON" || type === "TASK_OVERDUE")
    .map(({ type, changes }) => `${type} ${changes[0]?.after}`)
    .toReversed();
const numbers = async () => {
  const events = await hub.services.database.read().find(EventTable, { coalitionId: board.coalitionId }, { orderBy: { sequence: "asc" } });
  return events.map(({ sequence }) => sequence);
};

test("DUE-01 three days before and on the day, once, by the system, in the time zone of the coalition", async () => {
  const [later, soon, done, hidden] = [
    await create("Later", "2026-03-06"),
    await create("Bijna", "2026-03-05"),
    await create("Klaar", "2026-03-05", { columnId: board.columnOf("DONE") }),
    await create("Intern", "2026-03-05", { visibility: "ORGANISATION" }),
  ];
  await remind();
  await remind();
  expect(await told(later)).toEqual([]);
  expect(await told(soon)).toEqual(["TASK_DUE_SOON 2026-03-05"]);
  expect(await told(done)).toEqual([]);
  expect(await told(hidden)).toEqual(["TASK_DUE_SOON 2026-03-05"]);
  expect((await historyOf(fenna, soon.id))[0]?.actor.displayName).toBeNull();
  const demi = await Client.as(hub.url, "demi");
  const start = (await demi.run<{ board: { asOfSequence: number } }>(`query B($id: ID!) { board(id: $id) { asOfSequence } }`, { id: board.id })).board
    .asOfSequence;
  const batches = await demi.follow(board.id, 0, (all) => (all.at(-1)?.toSequence ?? 0) >= start);
  expect(batches.flatMap(({ events }) => events).filter(({ type, taskId }) => type === "TASK_DUE_SOON" && taskId === hidden.id)).toEqual([]);
  clock.advance(3 * days - 10 * 3_600_000);
  await signIn();
  await remind();
  expect(await told(soon)).toEqual(["TASK_DUE_SOON 2026-03-05", "TASK_OVERDUE 2026-03-05"]);
});

test("DUE-02 two processes at once repeat nothing, a new date is spoken of again, numbers have no gap", async () => {
  clock.advance(1 * days);
  await signIn();
  const task = await create("Tweemaal", "2026-03-08");
  await Promise.all([remind(), remind(), remind()]);
  expect(await told(task)).toEqual(["TASK_DUE_SOON 2026-03-08"]);
  taskIn(await act(fenna, "updateTask", { id: task.id, expectedVersion: 9, dueOn: "2026-03-07" }));
  await remind();
  expect(await told(task)).toEqual(["TASK_DUE_SOON 2026-03-08", "TASK_DUE_SOON 2026-03-07"]);
  const all = await numbers();
  expect(all).toEqual(all.map((_, index) => index + 1));
});

test("INV-21 an accepted change has its events, a refused one leaves no trace", async () => {
  const before = await numbers();
  expect(await act(fenna, "createTask", { boardId: board.id, title: "" })).toMatchObject({ __typename: "ValidationProblem" });
  expect(await act(fenna, "moveTask", { id: board.id, columnId: board.id, expectedVersion: 1 })).toMatchObject({ __typename: "NotFound" });
  expect(await numbers()).toEqual(before);
  const task = await create("Een gebeurtenis", "2026-12-01");
  const answers = await Promise.all([
    act(fenna, "addComment", { taskId: task.id, text: "x" }),
    act(fenna, "addChecklistItem", { taskId: task.id, text: "y" }),
    act(fenna, "pickUpTask", { id: task.id, expectedVersion: 1 }),
  ]);
  const after = await numbers();
  expect(after).toEqual(after.map((_, index) => index + 1));
  expect(Math.max(...answers.map(({ asOfSequence }) => asOfSequence ?? 0))).toBe(after.at(-1));
  expect(after.length - before.length).toBe(1 + 1 + 1 + 3);
});
