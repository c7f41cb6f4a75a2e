import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, historyOf, newBoard, selfOf, taskIn, taskNow, type WorkTask } from "../harness/work.ts";

const clock = new TestClock();
const minute = 60_000;
let hub: Hub;
let fenna: Client;
let demi: Client;
let rachid: Client;
let board: Awaited<ReturnType<typeof newBoard>>;

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  [fenna, demi, rachid] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi"), Client.as(hub.url, "rachid")]);
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

interface Next extends WorkTask {
  dueOn: string | null;
  repeatUnit: string | null;
  repeatEvery: number | null;
  repeatOfTaskId: string | null;
  checklist: { text: string; done: boolean }[];
}
const fields = `id number title state version dueOn repeatUnit repeatEvery repeatOfTaskId archivedAt checklist { text done } labels { id name }
  assignments { id organisationId letter state version }`;

/** Tasks that follow this one, put away or not. */
async function nextOf(client: Client, task: { id: string }): Promise<Next[]> {
  const query = `query N($coalitionId: ID!) {
    open: tasks(coalitionId: $coalitionId, filter: { areaCode: "GM0518" }, first: 100) { nodes { ${fields} } }
    put: tasks(coalitionId: $coalitionId, filter: { areaCode: "GM0518", archived: true }, first: 100) { nodes { ${fields} } } }`;
  const { open, put } = await client.run<Record<"open" | "put", { nodes: Next[] }>>(query, { coalitionId: board.coalitionId });
  return [...open.nodes, ...put.nodes].filter(({ repeatOfTaskId }) => repeatOfTaskId === task.id);
}
const onlyNext = async (task: { id: string }) => {
  const [next, ...others] = await nextOf(fenna, task);
  if (!next || others.length > 0) throw new Error("There is not exactly one next task.");
  return next;
};
const move = async (by: Client, task: { id: string }, state: string) =>
  act(by, "moveTask", { id: task.id, columnId: board.columnOf(state), expectedVersion: 99 });
const letters = ({ assignments }: Pick<WorkTask, "assignments">) => assignments.map(({ letter, state }) => `${letter} ${state}`).sort();
const undoLast = async (by: Client, task: { id: string }) =>
  act(by, "undoEvent", { eventId: (await historyOf(by, task.id)).find(({ type }) => type === "TASK_MOVED")?.id });

/** A task that Demi's organisation trekt and doet, and that repeats. */
async function repeating(title: string, extra: object = {}): Promise<WorkTask> {
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title, dueOn: "2026-03-05" }));
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 99 }));
  return taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, repeatUnit: "WEEK", ...extra }));
}

test("H-02 Klaar makes the next one at once: same letters, labels and steps, none of them done", async () => {
  const task = await repeating("Koffie in de Moerwijk", { repeatEvery: 2 });
  taskIn(await act(demi, "addChecklistItem", { taskId: task.id, text: "Zaal" }));
  const { id } = taskIn(await act(demi, "addChecklistItem", { taskId: task.id, text: "Koekjes" }));
  const steps = await fenna.run<{ task: { checklist: { id: string }[] } }>(`query C($id: ID!) { task(id: $id) { checklist { id } } }`, { id });
  taskIn(await act(demi, "setChecklistItem", { id: steps.task.checklist[0]?.id, done: true }));
  taskIn(await act(demi, "proposeAssignment", { taskId: task.id, organisationId: (await selfOf(rachid)).organisationId, letter: "SUPPORT" }));
  const { asOfSequence } = await move(demi, task, "DONE");
  const next = await onlyNext(task);
  expect(next).toMatchObject({ title: "Koffie in de Moerwijk", state: "AGREED", dueOn: "2026-03-19", repeatUnit: "WEEK", repeatEvery: 2, archivedAt: null });
  expect(next.checklist).toEqual([
    { text: "Zaal", done: false },
    { text: "Koekjes", done: false },
  ]);
  expect(letters(next)).toEqual(["ACCOUNTABLE ACCEPTED", "RESPONSIBLE ACCEPTED", "SUPPORT PROPOSED"]);
  const made = (await historyOf(fenna, next.id)).at(-1);
  expect(made?.type).toBe("TASK_CREATED");
  expect(made?.sequence).toBeLessThanOrEqual(asOfSequence ?? 0);
});

test("H-03 nobody accepts for another: partners are asked once for a rhythm, and their yes holds from then on", async () => {
  const first = await repeating("Ronde langs de deuren");
  taskIn(await move(rachid, first, "DONE"));
  const second = await onlyNext(first);
  expect(second.state).toBe("PROPOSED");
  expect(letters(second)).toEqual(["ACCOUNTABLE PROPOSED", "RESPONSIBLE PROPOSED"]);
  taskIn(await act(demi, "pickUpTask", { id: second.id, expectedVersion: 99 }));
  taskIn(await move(rachid, second, "DONE"));
  const third = await onlyNext(second);
  expect(third).toMatchObject({ state: "AGREED", dueOn: "2026-03-19" });
  expect(letters(third)).toEqual(["ACCOUNTABLE ACCEPTED", "RESPONSIBLE ACCEPTED"]);
  taskIn(await act(demi, "updateTask", { id: third.id, expectedVersion: 99, repeatUnit: "MONTH" }));
  taskIn(await move(rachid, third, "DONE"));
  expect(letters(await onlyNext(third))).toEqual(["ACCOUNTABLE PROPOSED", "RESPONSIBLE PROPOSED"]);
});

test("H-04 undoing Klaar puts an untouched next one away, Klaar again brings it back, and there is never a second", async () => {
  const task = await repeating("Wekelijks overleg");
  taskIn(await move(demi, task, "DONE"));
  taskIn(await undoLast(demi, task));
  expect((await taskNow(fenna, task.id)).state).toBe("AGREED");
  expect((await onlyNext(task)).archivedAt).not.toBeNull();
  clock.advance(minute);
  taskIn(await move(demi, task, "DONE"));
  expect((await onlyNext(task)).archivedAt).toBeNull();
  taskIn(await move(demi, task, "IN_PROGRESS"));
  taskIn(await move(demi, task, "DONE"));
  const next = await onlyNext(task);
  clock.advance(minute);
  taskIn(await act(demi, "addComment", { taskId: next.id, text: "Ik heb de zaal al" }));
  taskIn(await undoLast(demi, task));
  expect((await onlyNext(task)).archivedAt).toBeNull();
});

test("H-05 the rhythm is a field like others: limits, history, undo, and only for who may edit", async () => {
  const task = await repeating("Maandelijks");
  const update = (by: Client, input: object) => act(by, "updateTask", { id: task.id, expectedVersion: 99, ...input });
  for (const repeatEvery of [0, 13]) expect(await update(demi, { repeatEvery })).toMatchObject({ field: "repeatEvery", code: "OUT_OF_RANGE" });
  expect(await update(demi, { repeatUnit: null, repeatEvery: 2 })).toMatchObject({ field: "repeatEvery" });
  expect((await update(rachid, { repeatUnit: null })).__typename).toBe("NotAllowed");
  taskIn(await update(demi, { repeatUnit: null }));
  const event = (await historyOf(demi, task.id))[0];
  expect(event?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ["repeatUnit", "WEEK", null],
    ["repeatEvery", 1, null],
  ]);
  taskIn(await move(demi, task, "DONE"));
  expect(await nextOf(fenna, task)).toEqual([]);
});

test("H-06 what is internal repeats internally: task and steps are seen by the own organisation only", async () => {
  const task = taskIn(await act(demi, "createTask", { boardId: board.id, title: "Intern", visibility: "ORGANISATION" }));
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, repeatUnit: "MONTH" }));
  taskIn(await move(demi, task, "DONE"));
  expect(await nextOf(demi, task)).toHaveLength(1);
  expect(await nextOf(fenna, task)).toEqual([]);
  const shared = await repeating("Gedeeld, met een eigen stap");
  taskIn(await act(demi, "addChecklistItem", { taskId: shared.id, text: "Alleen voor ons", visibility: "ORGANISATION" }));
  taskIn(await move(demi, shared, "DONE"));
  expect((await nextOf(demi, shared))[0]?.checklist).toHaveLength(1);
  expect((await onlyNext(shared)).checklist).toEqual([]);
});

test("H-08 the next one may stand where the former stood, last in its column", async () => {
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title: "Achteraan", dueOn: "2026-03-05" }));
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, repeatUnit: "WEEK" }));
  taskIn(await act(demi, "moveTask", { id: task.id, columnId: board.columnOf("DONE"), afterTaskId: null, expectedVersion: 99 }));
  expect((await taskNow(fenna, (await onlyNext(task)).id)).placements[0]?.position).toBe(task.placements[0]?.position);
});
