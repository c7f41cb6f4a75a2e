import { TaskTable } from "@wijkbord/server/src/tasks/task.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, boardIn, historyOf, newBoard, selfOf, taskIn, taskNow, type WorkTask } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let rachid: Client;
let ayla: Client;
let sem: Client;
let board: Awaited<ReturnType<typeof newBoard>>;
const own: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, rachid, ayla, sem] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "rachid"),
    Client.as(hub.url, "ayla"),
    Client.as(hub.url, "sem"),
  ]);
  for (const [name, client] of Object.entries({ fenna, demi, rachid, ayla, sem })) own[name] = (await selfOf(client)).organisationId;
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (title: string) => taskIn(await act(fenna, "createTask", { boardId: board.id, title }));
const give = (by: Client, task: WorkTask, to: string, letter: string, extra: object = {}) =>
  act(by, "proposeAssignment", { taskId: task.id, organisationId: own[to], letter, ...extra });
const shown = ({ assignments }: WorkTask, of: string) =>
  assignments.filter(({ organisationId }) => organisationId === own[of]).map(({ letter, state }) => `${letter} ${state}`);
const letterOf = async (task: WorkTask, of: string, letter: string) => {
  const found = (await taskNow(fenna, task.id)).assignments.find((held) => held.organisationId === own[of] && held.letter === letter);
  return { id: found?.id, expectedVersion: found?.version };
};
const typesOf = async (task: WorkTask) => (await historyOf(fenna, task.id)).map(({ type }) => type).toReversed();

test("T8-01 the own organisation accepts at once, others are asked, I holds at once and may be declined", async () => {
  const task = await create("Letters");
  expect(shown(taskIn(await give(demi, task, "demi", "SUPPORT")), "demi")).toEqual(["SUPPORT ACCEPTED"]);
  expect(shown(taskIn(await give(demi, task, "rachid", "RESPONSIBLE")), "rachid")).toEqual(["RESPONSIBLE PROPOSED"]);
  expect(shown(taskIn(await give(demi, task, "ayla", "INFORMED")), "ayla")).toEqual(["INFORMED ACCEPTED"]);
  expect(shown(taskIn(await act(ayla, "declineAssignment", { ...(await letterOf(task, "ayla", "INFORMED")), reason: "Niet nodig" })), "ayla")).toEqual([]);
});

test("INV-04 A and R combine, C, S and I replace, and nobody takes a promised letter from another", async () => {
  const task = await create("Combineren");
  await give(demi, task, "demi", "RESPONSIBLE");
  expect(shown(taskIn(await give(demi, task, "demi", "ACCOUNTABLE")), "demi").toSorted()).toEqual(["ACCOUNTABLE ACCEPTED", "RESPONSIBLE ACCEPTED"]);
  expect(await give(rachid, task, "demi", "CONSULTED")).toMatchObject({ rule: "INV-04", missing: [{ code: "HOLDS_ANOTHER_LETTER" }] });
  expect(shown(taskIn(await give(demi, task, "demi", "CONSULTED")), "demi")).toEqual(["CONSULTED ACCEPTED"]);
  expect(await typesOf(task)).toContain("TASK_NEEDS_ACCOUNTABLE");
  await give(demi, task, "rachid", "SUPPORT");
  expect(shown(taskIn(await give(demi, task, "rachid", "RESPONSIBLE")), "rachid")).toEqual(["RESPONSIBLE PROPOSED"]);
});

test("INV-01 several organisations may be asked as A; accepting one declines the others with the reason", async () => {
  const task = await create("Kies");
  await give(fenna, task, "demi", "ACCOUNTABLE");
  await give(fenna, task, "rachid", "ACCOUNTABLE");
  const accepted = taskIn(await act(demi, "acceptAssignment", await letterOf(task, "demi", "ACCOUNTABLE")));
  expect(accepted.assignments.map(({ organisationId, state }) => [organisationId, state])).toEqual([[own["demi"], "ACCEPTED"]]);
  const declined = (await historyOf(fenna, task.id)).find(({ type }) => type === "ASSIGNMENT_DECLINED");
  expect(declined?.changes.find(({ field }) => field === "reason")?.after).toBe("ANOTHER_ACCEPTED");
  expect(await give(rachid, task, "rachid", "ACCOUNTABLE")).toMatchObject({ rule: "INV-01", missing: [{ objectId: own["demi"] }] });
});

test("INV-01 two who accept at the same moment: one trekt", async () => {
  const task = await create("Tegelijk");
  await give(fenna, task, "demi", "ACCOUNTABLE");
  await give(fenna, task, "rachid", "ACCOUNTABLE");
  const [one, two] = [await letterOf(task, "demi", "ACCOUNTABLE"), await letterOf(task, "rachid", "ACCOUNTABLE")];
  await Promise.all([act(demi, "acceptAssignment", one), act(rachid, "acceptAssignment", two)]);
  expect((await taskNow(fenna, task.id)).assignments.filter(({ state }) => state === "ACCEPTED")).toHaveLength(1);
});

test("INV-03 nobody answers for another organisation; who asked may withdraw the question", async () => {
  const task = await create("Namens");
  await give(demi, task, "rachid", "RESPONSIBLE");
  const letter = await letterOf(task, "rachid", "RESPONSIBLE");
  for (const client of [fenna, demi, ayla, sem]) {
    expect(await act(client, "acceptAssignment", letter)).toMatchObject({ __typename: "NotAllowed" });
    if (client !== demi) expect(await act(client, "releaseAssignment", letter)).toMatchObject({ __typename: "NotAllowed" });
  }
  expect(shown(taskIn(await act(demi, "releaseAssignment", letter)), "rachid")).toEqual([]);
});

test("T8-02 observers carry C and I only", async () => {
  const task = await create("Meekijken");
  expect(await give(demi, task, "sem", "RESPONSIBLE")).toMatchObject({ rule: "T8", missing: [{ code: "ONLY_OBSERVERS" }] });
  taskIn(await give(demi, task, "sem", "CONSULTED"));
  expect(await give(sem, task, "sem", "INFORMED")).toMatchObject({ __typename: "NotAllowed", reason: "OBSERVER" });
  expect(await act(sem, "pickUpTask", { id: task.id, expectedVersion: 1 })).toMatchObject({ __typename: "NotAllowed" });
  expect(shown(taskIn(await act(sem, "acceptAssignment", await letterOf(task, "sem", "CONSULTED"))), "sem")).toEqual(["CONSULTED ACCEPTED"]);
});

test("T8-03 giving A or the last R back says who is needed, and moves no card", async () => {
  const task = await create("Teruggeven");
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 1 }));
  await give(rachid, task, "rachid", "RESPONSIBLE");
  const after = taskIn(await act(demi, "releaseAssignment", { ...(await letterOf(task, "demi", "ACCOUNTABLE")), reason: "Geen tijd" }));
  expect(after.state).toBe("AGREED");
  expect(await typesOf(task)).not.toContain("TASK_NEEDS_RESPONSIBLE");
  await act(demi, "releaseAssignment", await letterOf(task, "demi", "RESPONSIBLE"));
  await act(rachid, "releaseAssignment", await letterOf(task, "rachid", "RESPONSIBLE"));
  expect((await typesOf(task)).filter((type) => type.startsWith("TASK_NEEDS"))).toEqual(["TASK_NEEDS_ACCOUNTABLE", "TASK_NEEDS_RESPONSIBLE"]);
  expect((await taskNow(fenna, task.id)).openPoints.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
});

test("T13-01 those who take A or R follow the task by themselves and may stop", async () => {
  const task = await create("Volgen");
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 1 }));
  const me = (await selfOf(demi)).id;
  const watchers = async () =>
    (
      await demi.run<{ task: { watchers: { id: string }[]; viewerWatches: boolean } }>(
        `query T($id: ID!) { task(id: $id) { watchers { id } viewerWatches } }`,
        { id: task.id },
      )
    ).task;
  expect(await watchers()).toEqual({ watchers: [{ id: me }], viewerWatches: true });
  await act(demi, "unwatchTask", { taskId: task.id });
  expect(await watchers()).toEqual({ watchers: [], viewerWatches: false });
  expect(await act(sem, "watchTask", { taskId: task.id })).toMatchObject({ __typename: "NotAllowed" });
});

/** Marks tasks as an import leaves them. */
const asImported = (ids: string[]) =>
  hub.services.database.transaction(async (em) => void (await em.nativeUpdate(TaskTable, { id: { $in: ids } }, { unconfirmedImport: true })));
const proposals = async (client: Client) => {
  const { coalitionId } = await selfOf(client);
  const found = await client.run<{ importedProposals: { board: { id: string }; total: number; tasks: { id: string }[] }[] }>(
    `query P($c: ID!) { importedProposals(coalitionId: $c) { board { id } total tasks { id } } }`,
    { c: coalitionId },
  );
  return found.importedProposals.find((each) => each.board.id === strict.id);
};
let strict: Awaited<ReturnType<typeof newBoard>>;

test("D7-01 imported tasks move as on a light board until confirmed, each organisation confirms in one act", async () => {
  strict = await newBoard(fenna, "GM0983", "STRICT");
  const tasks: WorkTask[] = [];
  for (const title of ["Een", "Twee", "Drie"]) tasks.push(taskIn(await act(fenna, "createTask", { boardId: strict.id, title })));
  for (const task of tasks) {
    await give(fenna, task, "demi", "ACCOUNTABLE");
    await give(fenna, task, "rachid", "RESPONSIBLE");
  }
  await asImported(tasks.map(({ id }) => id));
  const [first, second, third] = tasks.map(({ id }) => id);
  const moved = taskIn(await act(ayla, "moveTask", { id: first, columnId: strict.columnOf("DONE"), expectedVersion: 99 }));
  expect(moved).toMatchObject({ state: "DONE", unconfirmedImport: true });
  expect(await proposals(demi)).toMatchObject({ total: 3 });
  boardIn(await act(demi, "confirmImported", { boardId: strict.id, declineTaskIds: [third], reason: "Dat doen wij niet" }));
  expect(await proposals(demi)).toBeUndefined();
  expect(await proposals(rachid)).toMatchObject({ total: 3 });
  boardIn(await act(rachid, "confirmImported", { boardId: strict.id, taskIds: [first] }));
  expect((await proposals(rachid))?.tasks.map(({ id }) => id)).toEqual([second, third]);
  boardIn(await act(rachid, "confirmImported", { boardId: strict.id }));
  const now = await Promise.all([first, second, third].map((id) => taskNow(fenna, id ?? "")));
  expect(now.map(({ unconfirmedImport }) => unconfirmedImport)).toEqual([false, false, true]);
  expect(await act(ayla, "moveTask", { id: second, columnId: strict.columnOf("AGREED"), expectedVersion: 99 })).toMatchObject({ __typename: "NotAllowed" });
  expect(await act(demi, "confirmImported", { boardId: strict.id, taskIds: ["onzin"] })).toMatchObject({ __typename: "NotFound" });
});

test("D7-02 the matrix shows one letter or AR per partner", async () => {
  const task = await create("Matrix");
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 1 }));
  await give(demi, task, "rachid", "SUPPORT");
  const { taskMatrix } = await fenna.run<{
    taskMatrix: { rows: { task: { id: string }; cells: { organisationId: string; cell: string; accepted: boolean }[] }[] };
  }>(`query M($b: ID!) { taskMatrix(boardId: $b) { rows { task { id } cells { organisationId cell accepted } } } }`, { b: board.id });
  expect(taskMatrix.rows.find((row) => row.task.id === task.id)?.cells).toEqual([
    { organisationId: own["demi"], cell: "AR", accepted: true },
    { organisationId: own["rachid"], cell: "S", accepted: false },
  ]);
});
