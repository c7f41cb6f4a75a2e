import type { Hub } from "@wijkbord/server/src/hub.ts";
import { TaskPlacementTable } from "@wijkbord/server/src/tasks/board.tables.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { days, hours, TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, boardIn, historyOf, newBoard, selfOf, taskIn, taskNow, type WorkTask } from "../harness/work.ts";

const clock = new TestClock();
let hub: Hub;
let fenna: Client;
let demi: Client;
let rachid: Client;
let sem: Client;
let strict: Awaited<ReturnType<typeof newBoard>>;
let light: Awaited<ReturnType<typeof newBoard>>;
const organisations: Record<string, string> = {};

async function signIn() {
  [fenna, demi, rachid, sem] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "rachid"),
    Client.as(hub.url, "sem"),
  ]);
}

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  await signIn();
  for (const [name, client] of Object.entries({ fenna, demi, rachid, sem })) organisations[name] = (await selfOf(client)).organisationId;
  strict = await newBoard(fenna, "GM0518", "STRICT");
  light = await newBoard(fenna, "GM0983");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (board: { id: string }, title: string, extra: Record<string, unknown> = {}, by = fenna) =>
  taskIn(await act(by, "createTask", { boardId: board.id, title, ...extra }));
const move = async (by: Client, task: { id: string }, columnId: string, extra: Record<string, unknown> = {}) => {
  const { version } = await taskNow(fenna, task.id);
  return act(by, "moveTask", { id: task.id, columnId, expectedVersion: version, ...extra });
};
/** A task that De Portiek trekt and the college does. */
async function divided(title: string): Promise<WorkTask> {
  const task = await create(strict, title);
  for (const [client, letter] of [
    [demi, "ACCOUNTABLE"],
    [rachid, "RESPONSIBLE"],
  ] as const) {
    taskIn(await act(client, "proposeAssignment", { taskId: task.id, organisationId: organisations[client === demi ? "demi" : "rachid"], letter }));
  }
  return taskNow(fenna, task.id);
}

test("D2-01 a new board has the usual columns, and a neighbourhood one active board", async () => {
  expect(strict.columns.map(({ title, state }) => `${title} ${state}`)).toEqual([
    "Te verdelen PROPOSED",
    "Afgesproken AGREED",
    "Bezig IN_PROGRESS",
    "Wacht op partner BLOCKED",
    "Klaar DONE",
  ]);
  const again = await act(fenna, "createBoard", { coalitionId: strict.coalitionId, areaCode: "GM0518", title: "Nog een" });
  expect(again).toMatchObject({ __typename: "RuleBroken", missing: [{ code: "BOARD_EXISTS", objectId: strict.id }] });
  expect(await act(demi, "createBoard", { coalitionId: strict.coalitionId, areaCode: "WK051836", title: "Van ons" })).toMatchObject({
    __typename: "NotAllowed",
  });
});

test("INV-02 a strict board says all that is missing at once", async () => {
  const task = await create(strict, "Zonder letters");
  const refused = await move(fenna, task, strict.columnOf("DONE"));
  expect(refused).toMatchObject({ __typename: "RuleBroken", rule: "C7.1" });
  expect(refused.missing?.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
  expect((await taskNow(fenna, task.id)).version).toBe(task.version);
  expect(await act(fenna, "createTask", { boardId: strict.id, title: "Al bezig", columnId: strict.columnOf("IN_PROGRESS") })).toMatchObject({ rule: "C7.1" });
});

test("C7.1-01 the steps of a strict board, by those who may take them", async () => {
  const task = await divided("De hele weg");
  expect(await move(rachid, task, strict.columnOf("AGREED"))).toMatchObject({ __typename: "NotAllowed", reason: "NOT_YOUR_LETTER" });
  expect(taskIn(await move(demi, task, strict.columnOf("AGREED"))).state).toBe("AGREED");
  expect(taskIn(await move(rachid, task, strict.columnOf("IN_PROGRESS"))).state).toBe("IN_PROGRESS");
  expect(await move(rachid, task, strict.columnOf("BLOCKED"))).toMatchObject({ missing: [{ code: "REASON_MISSING" }] });
  const waits = taskIn(await move(rachid, task, strict.columnOf("BLOCKED"), { reason: "Sleutel ontbreekt" }));
  expect(waits).toMatchObject({ state: "BLOCKED", blockedReason: "Sleutel ontbreekt" });
  expect(taskIn(await move(demi, task, strict.columnOf("IN_PROGRESS")))).toMatchObject({ state: "IN_PROGRESS", blockedReason: null });
  expect(await move(rachid, task, strict.columnOf("DONE"))).toMatchObject({ __typename: "NotAllowed" });
  expect(taskIn(await move(demi, task, strict.columnOf("DONE"))).state).toBe("DONE");
  expect(await move(demi, task, strict.columnOf("IN_PROGRESS"))).toMatchObject({ missing: [{ code: "REASON_MISSING" }] });
  expect(await move(sem, task, strict.columnOf("IN_PROGRESS"), { reason: "x" })).toMatchObject({ __typename: "NotAllowed", reason: "OBSERVER" });
  clock.advance(31 * days);
  await signIn();
  expect(await move(demi, task, strict.columnOf("IN_PROGRESS"), { reason: "Toch niet" })).toMatchObject({ missing: [{ code: "DONE_TOO_LONG_AGO" }] });
  const types = (await historyOf(fenna, task.id)).map(({ type }) => type).toReversed();
  expect(types.slice(-5)).toEqual(["TASK_MOVED", "TASK_MOVED", "TASK_BLOCKED", "TASK_UNBLOCKED", "TASK_MOVED"]);
});

test("C7.1-02 on a strict board C is heard before DONE, from the entry into the work", async () => {
  const task = await divided("Meedenken");
  taskIn(await act(fenna, "proposeAssignment", { taskId: task.id, organisationId: organisations["sem"], letter: "CONSULTED" }));
  const asked = (await taskNow(fenna, task.id)).assignments.find(({ letter }) => letter === "CONSULTED");
  taskIn(await act(sem, "acceptAssignment", { id: asked?.id, expectedVersion: asked?.version }));
  taskIn(await act(sem, "addComment", { taskId: task.id, text: "Te vroeg" }));
  clock.advance(1 * hours);
  taskIn(await move(demi, task, strict.columnOf("IN_PROGRESS")));
  expect(await move(demi, task, strict.columnOf("DONE"))).toMatchObject({ missing: [{ code: "CONSULT_MISSING", objectId: organisations["sem"] }] });
  clock.advance(1 * hours);
  taskIn(await act(sem, "addComment", { taskId: task.id, text: "Alleen van ons", visibility: "ORGANISATION" }));
  expect(await move(demi, task, strict.columnOf("DONE"))).toMatchObject({ missing: [{ code: "CONSULT_MISSING" }] });
  taskIn(await act(sem, "addComment", { taskId: task.id, text: "Wij zijn het eens" }));
  expect(taskIn(await move(demi, task, strict.columnOf("DONE"))).state).toBe("DONE");
});

test("C7.1-03 an open checklist asks a note, on strict boards only", async () => {
  const task = await divided("Stappen");
  taskIn(await act(demi, "addChecklistItem", { taskId: task.id, text: "Nog doen" }));
  taskIn(await move(demi, task, strict.columnOf("IN_PROGRESS")));
  expect(await move(demi, task, strict.columnOf("DONE"))).toMatchObject({ missing: [{ code: "CHECKLIST_OPEN" }] });
  expect(await move(demi, task, strict.columnOf("DONE"), { waiveNote: "x".repeat(501) })).toMatchObject({
    __typename: "ValidationProblem",
    field: "waiveNote",
  });
  expect(taskIn(await move(demi, task, strict.columnOf("DONE"), { waiveNote: "Doet niet ter zake" })).state).toBe("DONE");
});

test("C7.1-04 cancelling and taking up again, strict and light", async () => {
  const task = await divided("Vervalt");
  expect(await act(rachid, "cancelTask", { id: task.id, expectedVersion: task.version, reason: "Niet nodig" })).toMatchObject({ __typename: "NotAllowed" });
  expect(await act(demi, "cancelTask", { id: task.id, expectedVersion: task.version })).toMatchObject({ missing: [{ code: "REASON_MISSING" }] });
  expect(taskIn(await act(demi, "cancelTask", { id: task.id, expectedVersion: task.version, reason: "Niet nodig" })).state).toBe("CANCELLED");
  const { board } = await fenna.run<{ board: { tasks: { id: string }[] } }>(`query B($id: ID!) { board(id: $id) { tasks { id } } }`, { id: strict.id });
  expect(board.tasks.map(({ id }) => id)).not.toContain(task.id);
  const list = await fenna.run<{ tasks: { totalCount: number } }>(`query L($c: ID!, $f: TaskFilter) { tasks(coalitionId: $c, filter: $f) { totalCount } }`, {
    c: strict.coalitionId,
    f: { boardId: strict.id, state: "CANCELLED" },
  });
  expect(list.tasks.totalCount).toBe(1);
  const { version } = await taskNow(fenna, task.id);
  expect(taskIn(await act(fenna, "reopenTask", { id: task.id, expectedVersion: version })).state).toBe("PROPOSED");
  const plain = await create(light, "Van een ander");
  expect(taskIn(await act(rachid, "cancelTask", { id: plain.id, expectedVersion: 1 })).state).toBe("CANCELLED");
});

test("D1-02 on a light board any member moves, and what is missing stands on the card", async () => {
  const task = await create(light, "Vrij");
  const done = taskIn(await move(rachid, task, light.columnOf("DONE")));
  expect(done.openPoints.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
  expect(await move(rachid, task, light.columnOf("BLOCKED"))).toMatchObject({ rule: "T1", missing: [{ code: "REASON_MISSING" }] });
  expect(await move(rachid, task, light.columnOf("BLOCKED"), { reason: "x".repeat(501) })).toMatchObject({ __typename: "ValidationProblem", field: "reason" });
});

test("T1-01 a change of style is logged, moves no card and holds from then on", async () => {
  const board = await newBoard(fenna, "WK098335");
  const task = await create(board, "Zonder trekker");
  taskIn(await move(fenna, task, board.columnOf("IN_PROGRESS")));
  expect(boardIn(await act(fenna, "updateBoard", { id: board.id, expectedVersion: board.version, style: "STRICT" })).style).toBe("STRICT");
  expect((await taskNow(fenna, task.id)).state).toBe("IN_PROGRESS");
  expect((await move(fenna, task, board.columnOf("DONE"))).missing?.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
});

test("INV-19 concurrent moves all succeed and end in one order, each place once", async () => {
  const board = await newBoard(fenna, "WK098331");
  const tasks = await Promise.all(Array.from({ length: 8 }, (_, index) => create(board, `Kaart ${index}`)));
  const [first] = tasks;
  const answers = await Promise.all(
    tasks.map((task, index) =>
      act(index % 2 ? fenna : demi, "moveTask", {
        id: task.id,
        columnId: board.columnOf("PROPOSED"),
        afterTaskId: index % 3 ? first?.id : null,
        expectedVersion: 1,
      }),
    ),
  );
  expect(answers.map(({ __typename }) => __typename)).toEqual(tasks.map(() => "MoveTaskPayload"));
  const read = async (client: Client) => {
    const found = await client.run<{ board: { tasks: WorkTask[] } }>(`query B($id: ID!) { board(id: $id) { tasks { id placements { position } } } }`, {
      id: board.id,
    });
    return found.board.tasks.map(({ id, placements }) => `${placements[0]?.position} ${id}`).toSorted();
  };
  expect(await read(fenna)).toEqual(await read(demi));
  const positions = (await read(fenna)).map((row) => row.split(" ")[0]);
  expect(new Set(positions).size).toBe(tasks.length);
});

test("T1-02 a card put under one that moved away goes to the end; unknown cards are refused", async () => {
  const board = await newBoard(fenna, "WK051832");
  const [one, two, three] = [await create(board, "Een"), await create(board, "Twee"), await create(board, "Drie")];
  taskIn(await act(fenna, "moveTask", { id: two?.id, columnId: board.columnOf("DONE"), afterTaskId: null, expectedVersion: 1 }));
  const placed = taskIn(await act(demi, "moveTask", { id: one?.id, columnId: board.columnOf("PROPOSED"), afterTaskId: two?.id, expectedVersion: 1 }));
  const last = (await taskNow(fenna, three?.id ?? "")).placements[0]?.position ?? "";
  expect((placed.placements[0]?.position ?? "") > last).toBe(true);
  const hidden = await create(board, "Intern", { visibility: "ORGANISATION" });
  for (const afterTaskId of [hidden.id, "018f0000-0000-7000-8000-000000000000", "geen-id"]) {
    expect(await act(demi, "moveTask", { id: one?.id, columnId: board.columnOf("PROPOSED"), afterTaskId, expectedVersion: 1 })).toMatchObject({
      __typename: "NotFound",
      field: "afterTaskId",
    });
  }
});

test("INV-19 keys that grew long are made short again, in the same order, with an event for each card", async () => {
  const board = await newBoard(fenna, "BU05183620");
  const cards: WorkTask[] = [];
  for (const title of ["Een", "Twee", "Drie"]) cards.push(await create(board, title));
  const long = (index: number) => `a0${"V".repeat(80)}${index}V`;
  await hub.services.database.transaction(async (em) => {
    for (const [index, { id }] of cards.entries()) await em.nativeUpdate(TaskPlacementTable, { taskId: id }, { position: long(index) });
  });
  const [one, two, three] = cards;
  taskIn(await act(demi, "moveTask", { id: three?.id, columnId: board.columnOf("PROPOSED"), afterTaskId: one?.id, expectedVersion: 1 }));
  const now = await Promise.all([one, three, two].map((task) => taskNow(fenna, task?.id ?? "")));
  const positions = now.map(({ placements }) => placements[0]?.position ?? "");
  expect(positions).toEqual(positions.toSorted());
  expect(Math.max(...positions.map(({ length }) => length))).toBeLessThan(10);
  for (const task of cards) expect((await historyOf(fenna, task.id))[0]?.type).toBe("TASK_MOVED");
});

test("T4-02 two moves of one card to different columns: the second gets the conflict", async () => {
  const task = await create(light, "Tweemaal");
  taskIn(await act(fenna, "moveTask", { id: task.id, columnId: light.columnOf("AGREED"), expectedVersion: 1 }));
  expect(await act(demi, "moveTask", { id: task.id, columnId: light.columnOf("DONE"), expectedVersion: 1 })).toMatchObject({
    __typename: "VersionConflict",
    groups: ["COLUMN"],
  });
  expect(taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 1, title: "Andere titel" })).state).toBe("AGREED");
});
