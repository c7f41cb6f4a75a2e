import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { days, TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, boardIn, historyOf, newBoard, selfOf, taskIn, taskNow, type WorkAnswer, type WorkTask } from "../harness/work.ts";

const clock = new TestClock();
const minutes = 60_000;
let hub: Hub;
let fenna: Client;
let demi: Client;
let rachid: Client;
let ayla: Client;
let light: Awaited<ReturnType<typeof newBoard>>;
let strict: Awaited<ReturnType<typeof newBoard>>;

const signIn = async () => {
  [fenna, demi, rachid, ayla] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "rachid"),
    Client.as(hub.url, "ayla"),
  ]);
};
beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  await signIn();
  light = await newBoard(fenna, "GM0518");
  strict = await newBoard(fenna, "GM0983", "STRICT");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (title: string, board: { id: string } = light) => taskIn(await act(fenna, "createTask", { boardId: board.id, title }));
const latest = async (task: { id: string }, type?: string) => (await historyOf(fenna, task.id)).find((event) => !type || event.type === type);
const undo = async (by: Client, eventId: string | undefined): Promise<WorkAnswer> => act(by, "undoEvent", { eventId });
const move = async (by: Client, task: WorkTask, columnId: string, extra: object = {}) =>
  taskIn(await act(by, "moveTask", { id: task.id, columnId, expectedVersion: 99, ...extra }));

test("T9-02 the same person undoes within ten minutes, later not by that alone", async () => {
  const task = await create("Terug");
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 1 }));
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, title: "Anders", dueOn: "2031-01-01" }));
  expect(await undo(ayla, (await latest(task))?.id)).toMatchObject({ __typename: "NotAllowed", reason: "NOT_YOURS_TO_UNDO" });
  const event = await latest(task);
  expect(taskIn(await undo(demi, event?.id)).title).toBe("Terug");
  const written = await latest(task);
  expect(written).toMatchObject({ type: "TASK_UPDATED", undoes: event?.id });
  expect(await undo(demi, event?.id)).toMatchObject({ __typename: "VersionConflict" });
  const mine = await create("Van mij", strict);
  taskIn(await act(ayla, "addChecklistItem", { taskId: mine.id, text: "Stap" }));
  taskIn(await act(demi, "pickUpTask", { id: mine.id, expectedVersion: 1 }));
  clock.advance(11 * minutes);
  const step = await latest(mine, "CHECKLIST_CHANGED");
  expect(await undo(ayla, step?.id)).toMatchObject({ __typename: "NotAllowed" });
  expect(taskIn(await undo(demi, step?.id)).checklistTotal).toBe(0);
});

test("D1-03 the organisation concerned undoes a move, column, state and place come back", async () => {
  const [task, under] = [await create("Boven"), await create("Onder")];
  taskIn(await act(fenna, "proposeAssignment", { taskId: task.id, organisationId: (await selfOf(demi)).organisationId, letter: "ACCOUNTABLE" }));
  const before = await taskNow(fenna, task.id);
  await move(rachid, task, light.columnOf("BLOCKED"), { reason: "Wacht" });
  clock.advance(30 * minutes);
  const after = taskIn(await undo(demi, (await latest(task))?.id));
  expect(after).toMatchObject({ state: "PROPOSED", blockedReason: null, placements: before.placements });
  expect((await latest(task))?.type).toBe("TASK_UNBLOCKED");
  expect((await taskNow(fenna, under.id)).placements[0]?.position).not.toBe(after.placements[0]?.position);
});

test("T9-03 undo walks back where C7.1 has no arrow, and is refused once the group changed", async () => {
  const task = await create("Streng", strict);
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 1 }));
  await move(demi, task, strict.columnOf("DONE"));
  const done = await latest(task);
  expect(taskIn(await undo(demi, done?.id)).state).toBe("AGREED");
  await move(demi, task, strict.columnOf("IN_PROGRESS"));
  const first = await latest(task);
  await move(demi, task, strict.columnOf("DONE"));
  expect(await undo(demi, first?.id)).toMatchObject({ __typename: "VersionConflict", groups: ["COLUMN"] });
});

test("T9-04 steps, links, labels, archive and questions are undone; acceptance, remarks and sharing are not", async () => {
  const task = await create("Van alles");
  const details = async () =>
    (
      await fenna.run<{ task: { checklist: { id: string; text: string; done: boolean }[]; links: { id: string; url: string }[] } }>(
        `query T($id: ID!) { task(id: $id) { checklist { id text done } links { id url } } }`,
        { id: task.id },
      )
    ).task;
  taskIn(await act(fenna, "addChecklistItem", { taskId: task.id, text: "Bellen" }));
  const [item] = (await details()).checklist;
  taskIn(await act(fenna, "setChecklistItem", { id: item?.id, done: true }));
  taskIn(await act(fenna, "removeChecklistItem", { id: item?.id }));
  taskIn(await undo(fenna, (await latest(task))?.id));
  expect((await details()).checklist).toEqual([{ ...item, done: true }]);
  taskIn(await act(fenna, "addTaskLink", { taskId: task.id, title: "Plan", url: "https://voorbeeld.example/plan" }));
  const [link] = (await details()).links;
  taskIn(await act(fenna, "removeTaskLink", { id: link?.id }));
  taskIn(await undo(fenna, (await latest(task))?.id));
  expect((await details()).links).toEqual([link]);
  const label = (await act(fenna, "createLabel", { coalitionId: light.coalitionId, name: "Tijdelijk" })).label;
  taskIn(await act(fenna, "addTaskLabel", { taskId: task.id, labelId: label?.id }));
  expect(taskIn(await undo(fenna, (await latest(task))?.id)).labels).toEqual([]);
  taskIn(await act(fenna, "archiveTask", { id: task.id, expectedVersion: 99 }));
  expect(taskIn(await undo(fenna, (await latest(task))?.id)).archivedAt).toBeNull();
  taskIn(await act(fenna, "proposeAssignment", { taskId: task.id, organisationId: (await selfOf(demi)).organisationId, letter: "SUPPORT" }));
  const question = await latest(task);
  const [letter] = (await taskNow(demi, task.id)).assignments;
  taskIn(await act(demi, "acceptAssignment", { id: letter?.id, expectedVersion: 1 }));
  const accepted = await latest(task);
  expect(await undo(demi, accepted?.id)).toMatchObject({ rule: "T9", missing: [{ code: "NOT_UNDOABLE" }] });
  expect(await undo(fenna, question?.id)).toMatchObject({ __typename: "VersionConflict" });
  taskIn(await act(demi, "releaseAssignment", { id: letter?.id, expectedVersion: 2 }));
  expect(taskIn(await undo(demi, (await latest(task, "ASSIGNMENT_RELEASED"))?.id)).assignments).toMatchObject([{ state: "ACCEPTED" }]);
  taskIn(await act(fenna, "addComment", { taskId: task.id, text: "Gezegd" }));
  expect(await undo(fenna, (await latest(task))?.id)).toMatchObject({ missing: [{ code: "NOT_UNDOABLE" }] });
  expect(await undo(fenna, "018f0000-0000-7000-8000-000000000000")).toMatchObject({ __typename: "NotFound", field: "eventId" });
});

test("D10-01 a change of style or column is turned around by any partner coordinator within five working days", async () => {
  const board = await newBoard(fenna, "WK098331");
  const events = async () => {
    const head = (await demi.run<{ board: { asOfSequence: number } }>(`query B($id: ID!) { board(id: $id) { asOfSequence } }`, { id: board.id })).board
      .asOfSequence;
    const { collect, tokenOf } = await import("../harness/live.ts");
    const query = `subscription F($b: ID!, $a: Sequence) { boardEvents(boardId: $b, after: $a) { toSequence events { id type } } }`;
    const batches = await collect<{ boardEvents: { toSequence: number; events: { id: string; type: string }[] } }>(
      hub.url,
      await tokenOf(hub.url, "demi"),
      { query, variables: { b: board.id, a: 0 } },
      (all) => (all.at(-1)?.boardEvents.toSequence ?? 0) >= head,
    );
    return batches.flatMap(({ boardEvents }) => boardEvents.events);
  };
  boardIn(await act(fenna, "updateBoard", { id: board.id, expectedVersion: board.version, style: "STRICT" }));
  const [column] = board.columns;
  boardIn(await act(fenna, "updateColumn", { id: column?.id, expectedVersion: 1, title: "Nieuw", wipLimit: 3 }));
  const known = await events();
  const of = (type: string) => known.find((event) => event.type === type)?.id;
  expect(await undo(ayla, of("BOARD_CHANGED"))).toMatchObject({ __typename: "NotAllowed" });
  expect((await undo(demi, of("BOARD_CHANGED"))).__typename).toBe("UndoEventPayload");
  const read = async () =>
    (
      await demi.run<{ board: { style: string; columns: { title: string; wipLimit: number | null }[] } }>(
        `query B($id: ID!) { board(id: $id) { style columns { title wipLimit } } }`,
        { id: board.id },
      )
    ).board;
  expect((await read()).style).toBe("LIGHT");
  expect(await undo(demi, of("BOARD_CHANGED"))).toMatchObject({ __typename: "VersionConflict" });
  clock.advance(9 * days);
  await signIn();
  expect(await undo(demi, of("COLUMN_CHANGED"))).toMatchObject({ __typename: "NotAllowed" });
  expect((await undo(fenna, of("COLUMN_CHANGED"))).__typename).toBe("UndoEventPayload");
  expect((await read()).columns[0]).toEqual({ title: "Te verdelen", wipLimit: null });
});
