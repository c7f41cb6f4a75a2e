import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow } from "../harness/meetings.ts";
import { newBoard, taskNow } from "../harness/work.ts";

let world: CoalitionWorld;
let strict: Awaited<ReturnType<typeof newBoard>>;
beforeAll(async () => {
  world = await CoalitionWorld.start();
  strict = await newBoard(await world.as("fenna"), "WK051832", "STRICT");
});
afterAll(() => world[Symbol.asyncDispose]());

const newTask = async (key: string, boardId: string, title = "Proeftaak") =>
  (await world.done(key, "createTask", { boardId, title }, "", "object: task { id }")).object?.id ?? "";
const promise = async (meetingId: string, taskId: string, whose: string, letter: string, key = "fenna") =>
  world.act(key, "recordPromise", { meetingId, taskId, organisationId: await world.organisation(whose), letter, saidBy: "De buurtbeheerder" });
const close = (meetingId: string, key = "fenna") => world.act(key, "closeMeeting", { meetingId }, "MeetingActInput");

test("ME-05 D9 a promise is no letter: it lets a card stand in AGREED on a STRICT board until it is confirmed by the organisation alone", async () => {
  const taskId = await newTask("fenna", strict.id);
  const meetingId = await live(world, strict.id, ["Verdelen"]);
  const move = () => world.act("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("AGREED"), expectedVersion: 99 });
  expect(await move()).toMatchObject({ rule: "C7.1" });
  expect((await promise(meetingId, taskId, "joost", "ACCOUNTABLE", "demi")).reason).toBe("NOT_THE_NOTE_TAKER");
  expect((await promise(meetingId, taskId, "joost", "ACCOUNTABLE")).__typename).toBe("RecordPromisePayload");
  expect((await move()).__typename).toBe("MoveTaskPayload");
  const task = await taskNow(await world.as("fenna"), taskId);
  expect(task).toMatchObject({ state: "AGREED", assignments: [], openPoints: [] });
  expect(await world.act("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("IN_PROGRESS"), expectedVersion: 99 })).toMatchObject({ rule: "C7.1" });
  await close(meetingId);
  const [open] = (await meetingNow(world, meetingId)).promises;
  expect(await world.act("demi", "confirmPromises", { meetingId, promiseIds: [open?.id] })).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  await world.done("joost", "confirmPromises", { meetingId });
  const { assignments } = await taskNow(await world.as("fenna"), taskId);
  expect(assignments).toMatchObject([{ letter: "ACCOUNTABLE", state: "ACCEPTED", organisationId: await world.organisation("joost") }]);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "CONFIRMED" }]);
});

test("ME-06 D9 one organisation confirms all in one act and denies one with its reason, which stands in the minutes as a declined proposal", async () => {
  const tasks = [await newTask("fenna", strict.id, "Eerste"), await newTask("fenna", strict.id, "Tweede"), await newTask("fenna", strict.id, "Derde")];
  const meetingId = await live(world, strict.id);
  for (const taskId of tasks) await promise(meetingId, taskId, "joost", "SUPPORT");
  await promise(meetingId, tasks[0] ?? "", "demi", "SUPPORT");
  await close(meetingId);
  const waiting = async (key: string) =>
    (
      await world.read<{ attention: { items: { kind: string; objectId: string }[] } }>(
        key,
        `query A($id: ID!) { attention(coalitionId: $id) { items { kind objectId } } }`,
        { id: world.coalitionId },
      )
    ).attention.items.filter(({ kind }) => kind === "PROMISE_TO_CONFIRM");
  expect([(await waiting("joost")).length, (await waiting("demi")).length, (await waiting("imani")).length]).toEqual([3, 1, 0]);
  const [wrong] = await waiting("joost");
  await world.done("joost", "denyPromise", { promiseId: wrong?.objectId, reason: "Dat heb ik niet gezegd" });
  const before = await world.head();
  await world.done("joost", "confirmPromises", { meetingId });
  expect((await world.eventsAfter(before)).map(({ type }) => type).filter((type) => type === "PROMISE_CONFIRMED").length).toBe(2);
  expect(await waiting("joost")).toEqual([]);
  const meeting = await meetingNow(world, meetingId);
  expect(meeting.promises.map(({ state }) => state).toSorted()).toEqual(["CONFIRMED", "CONFIRMED", "DENIED", "OPEN"]);
  expect(meeting.minutes?.markdown).toContain("Dat heb ik niet gezegd");
  const denied = meeting.promises.find(({ state }) => state === "DENIED");
  const rows = await world.hub.services.database
    .read()
    .execute<{ state: string; reason: string }[]>(`select state, reason from task_assignment where task_id = ? and organisation_id = ?`, [
      denied?.taskId ?? "",
      denied?.organisationId ?? "",
    ]);
  expect(rows).toEqual([{ state: "DECLINED", reason: "Dat heb ik niet gezegd" }]);
  expect(await world.act("joost", "denyPromise", { promiseId: denied?.id, reason: "Nog eens" })).toMatchObject({
    rule: "D9",
    missing: [{ code: "PROMISE_ANSWERED" }],
  });
});

test("ME-07 D9 after ten working days a promise lapses by the calendar; the card keeps its column and counts as without trekker", async () => {
  const taskId = await newTask("fenna", strict.id, "Verloopt");
  const meetingId = await live(world, strict.id);
  await promise(meetingId, taskId, "joost", "ACCOUNTABLE");
  await world.done("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("AGREED"), expectedVersion: 99 });
  await close(meetingId);
  await world.pass(14);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "OPEN" }]);
  const standing = async () =>
    (await world.read<{ task: { promises: { letter: string }[] } }>("demi", `query T($id: ID!) { task(id: $id) { promises { letter } } }`, { id: taskId })).task
      .promises;
  expect(await standing()).toEqual([{ letter: "ACCOUNTABLE" }]);
  const before = await world.head();
  await world.pass(1);
  expect(await standing()).toEqual([]);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "LAPSED" }]);
  const said = (await world.eventsAfter(before)).filter(({ targetId }) => targetId === meetingId || targetId === taskId);
  expect(said.map(({ type }) => type)).toEqual(["PROMISE_LAPSED", "TASK_NEEDS_ACCOUNTABLE"]);
  const task = await taskNow(await world.as("fenna"), taskId);
  expect(task.state).toBe("AGREED");
  expect(task.openPoints.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
});

test("ME-12 D9 a promise counts when columns of a STRICT board change, as it does when a card moves", async () => {
  const board = await newBoard(await world.as("fenna"), "BU05183284", "STRICT");
  const task = await newTask("fenna", board.id, "Toegezegd");
  const { columns } = (
    await world.read<{ board: { columns: { id: string; state: string; version: number }[] } }>(
      "fenna",
      `query B($id: ID!) { board(id: $id) { columns { id state version } } }`,
      { id: board.id },
    )
  ).board;
  const first = columns.find(({ state }) => state === "PROPOSED");
  const agree = () => world.act("fenna", "updateColumn", { id: first?.id, expectedVersion: first?.version, state: "AGREED", moveTasksToColumnId: first?.id });
  expect(await agree()).toMatchObject({ rule: "C7.1", missing: [{ code: "NO_ACCOUNTABLE" }, { code: "NO_RESPONSIBLE" }] });
  const meetingId = await live(world, board.id);
  await promise(meetingId, task, "joost", "ACCOUNTABLE");
  expect((await agree()).__typename).toBe("UpdateColumnPayload");
  expect(await taskNow(await world.as("fenna"), task)).toMatchObject({ state: "AGREED", openPoints: [] });
});
