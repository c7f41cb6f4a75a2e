import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, boardIn, newBoard, selfOf, taskIn, taskNow, type WorkColumn } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let coalitionId: string;

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi")]);
  ({ coalitionId } = await selfOf(fenna));
});
afterAll(() => hub[Symbol.asyncDispose]());

const titles = (board: { columns: WorkColumn[] }) => board.columns.map(({ title }) => title);
const columnNow = async (boardId: string, title: string): Promise<WorkColumn | undefined> => {
  const { board } = await fenna.run<{ board: { columns: WorkColumn[] } }>(
    `query B($id: ID!) { board(id: $id) { columns { id title state position wipLimit version } } }`,
    { id: boardId },
  );
  return board.columns.find((column) => column.title === title);
};
const headOf = (boardId: string) =>
  fenna
    .run<{ board: { asOfSequence: number } }>(`query B($id: ID!) { board(id: $id) { asOfSequence } }`, { id: boardId })
    .then(({ board }) => board.asOfSequence);
async function eventsSince(boardId: string, start: number): Promise<string[]> {
  const head = await headOf(boardId);
  const batches = await demi.follow(boardId, start, (all) => (all.at(-1)?.toSequence ?? 0) >= head);
  return batches.flatMap(({ events }) => events.map(({ type }) => type));
}

test("D2-02 columns are added, changed and put in order by the coordinator, within their limits", async () => {
  const board = await newBoard(fenna, "BU05183620");
  const start = await headOf(board.id);
  expect(await act(demi, "addColumn", { boardId: board.id, title: "Van mij", state: "AGREED" })).toMatchObject({ __typename: "NotAllowed" });
  const added = boardIn(await act(fenna, "addColumn", { boardId: board.id, title: "Nakijken", state: "IN_REVIEW", position: 3, wipLimit: 4 }));
  expect(titles(added)).toEqual(["Te verdelen", "Afgesproken", "Bezig", "Nakijken", "Wacht op partner", "Klaar"]);
  const column = added.columns[3];
  for (const [input, code] of [
    [{ title: "" }, "REQUIRED"],
    [{ title: "x".repeat(41) }, "TOO_LONG"],
    [{ state: "CANCELLED" }, "NOT_A_COLUMN_STATE"],
    [{ wipLimit: 0 }, "OUT_OF_RANGE"],
    [{ position: 6 }, "BAD_PLACE"],
  ] as const) {
    expect(await act(fenna, "updateColumn", { id: column?.id, expectedVersion: column?.version, ...input })).toMatchObject({
      __typename: "ValidationProblem",
      code,
    });
  }
  const moved = boardIn(await act(fenna, "updateColumn", { id: column?.id, expectedVersion: column?.version, title: "Controle", position: 0, wipLimit: null }));
  expect(moved.columns.map(({ title, position, wipLimit }) => [title, position, wipLimit])[0]).toEqual(["Controle", 0, null]);
  expect(await act(fenna, "updateColumn", { id: column?.id, expectedVersion: column?.version, title: "Te laat" })).toMatchObject({
    __typename: "VersionConflict",
  });
  expect(await eventsSince(board.id, start)).toEqual(["COLUMN_ADDED", "COLUMN_CHANGED"]);
});

test("T4-04 title and style of a board conflict with themselves only, not with columns", async () => {
  const board = await newBoard(fenna, "BU05183284");
  boardIn(await act(fenna, "addColumn", { boardId: board.id, title: "Extra", state: "AGREED" }));
  expect(boardIn(await act(fenna, "updateBoard", { id: board.id, expectedVersion: 1, title: "Andere titel" })).title).toBe("Andere titel");
  expect(boardIn(await act(fenna, "updateBoard", { id: board.id, expectedVersion: 1, style: "STRICT" })).style).toBe("STRICT");
  expect(await act(fenna, "updateBoard", { id: board.id, expectedVersion: 1, title: "Te laat" })).toMatchObject({ __typename: "VersionConflict" });
});

test("D2-03 a column with tasks is not removed without saying where they go", async () => {
  const board = await newBoard(fenna, "BU05183637");
  const tasks = await Promise.all(["Een", "Twee"].map(async (title) => taskIn(await act(fenna, "createTask", { boardId: board.id, title }))));
  const column = board.columns[0];
  const remove = { id: column?.id, expectedVersion: column?.version };
  expect(await act(fenna, "removeColumn", remove)).toMatchObject({ rule: "D2", missing: [{ code: "COLUMN_HAS_TASKS" }] });
  expect(await act(fenna, "removeColumn", { ...remove, moveTasksToColumnId: column?.id })).toMatchObject({
    __typename: "NotFound",
    field: "moveTasksToColumnId",
  });
  const start = await headOf(board.id);
  const after = boardIn(await act(fenna, "removeColumn", { ...remove, moveTasksToColumnId: board.columnOf("IN_PROGRESS") }));
  expect(titles(after)).not.toContain("Te verdelen");
  expect(after.columns.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  for (const { id } of tasks) expect((await taskNow(demi, id)).state).toBe("IN_PROGRESS");
  expect((await eventsSince(board.id, start)).toSorted()).toEqual(["COLUMN_REMOVED", "TASK_MOVED", "TASK_MOVED"]);
});

test("D2-04 the state of a column with tasks changes only when it is said where they go", async () => {
  const board = await newBoard(fenna, "BU05183638");
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title: "Blijft staan", columnId: board.columnOf("AGREED") }));
  const column = board.columns[1];
  const restate = { id: column?.id, expectedVersion: column?.version, state: "IN_REVIEW" };
  expect(await act(fenna, "updateColumn", restate)).toMatchObject({ rule: "D2", missing: [{ code: "COLUMN_HAS_TASKS" }] });
  boardIn(await act(fenna, "updateColumn", { ...restate, moveTasksToColumnId: column?.id }));
  expect(await taskNow(fenna, task.id)).toMatchObject({ state: "IN_REVIEW", placements: [{ columnId: column?.id }] });
});

test("T2-02 on a strict board a change of columns brings no task past its letters", async () => {
  const board = await newBoard(fenna, "BU05183639", "STRICT");
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title: "Zonder trekker" }));
  const column = board.columns[0];
  const answer = await act(fenna, "removeColumn", { id: column?.id, expectedVersion: column?.version, moveTasksToColumnId: board.columnOf("DONE") });
  expect(answer).toMatchObject({
    rule: "C7.1",
    missing: [
      { code: "NO_ACCOUNTABLE", objectId: task.id },
      { code: "NO_RESPONSIBLE", objectId: task.id },
    ],
  });
});

test("D4-05 an internal task of others neither stops nor survives unseen the removal of a column", async () => {
  const board = await newBoard(fenna, "BU05183480");
  const hidden = taskIn(await act(demi, "createTask", { boardId: board.id, title: "Alleen De Portiek", visibility: "ORGANISATION" }));
  const column = board.columns[0];
  boardIn(await act(fenna, "removeColumn", { id: column?.id, expectedVersion: column?.version }));
  expect((await taskNow(demi, hidden.id)).placements[0]?.columnId).toBe(board.columnOf("AGREED"));
});

test("D2-05 the last column stays", async () => {
  const board = await newBoard(fenna, "BU05183488");
  for (const { id, version } of board.columns.slice(1)) boardIn(await act(fenna, "removeColumn", { id, expectedVersion: version }));
  const last = await columnNow(board.id, "Te verdelen");
  expect(await act(fenna, "removeColumn", { id: last?.id, expectedVersion: last?.version })).toMatchObject({ rule: "D2", missing: [{ code: "LAST_COLUMN" }] });
});

test("C4-01 a board is archived with what stands on it and comes back when its place is free", async () => {
  const board = await newBoard(fenna, "BU05183489");
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title: "Gaat mee" }));
  boardIn(await act(fenna, "archiveBoard", { id: board.id, expectedVersion: board.version }));
  const { boards, archived } = await demi.run<{ boards: { id: string }[]; archived: { id: string }[] }>(
    `{ boards { id } archived: boards(archived: true) { id } }`,
  );
  expect([boards.some(({ id }) => id === board.id), archived.some(({ id }) => id === board.id)]).toEqual([false, true]);
  expect(await act(demi, "updateTask", { id: task.id, expectedVersion: 1, title: "Kan niet" })).toMatchObject({ missing: [{ code: "BOARD_ARCHIVED" }] });
  const second = await newBoard(fenna, "BU05183489");
  expect(await act(fenna, "restoreBoard", { id: board.id, expectedVersion: 2 })).toMatchObject({ missing: [{ code: "BOARD_EXISTS", objectId: second.id }] });
  boardIn(await act(fenna, "archiveBoard", { id: second.id, expectedVersion: 1 }));
  expect(boardIn(await act(fenna, "restoreBoard", { id: board.id, expectedVersion: 2 })).id).toBe(board.id);
});

test("D3-01 labels and themes are the coordinator's; a removed label leaves its tasks", async () => {
  const board = await newBoard(fenna, "BU05183387");
  expect(await act(demi, "createLabel", { coalitionId, name: "Van mij" })).toMatchObject({ __typename: "NotAllowed" });
  const label = (await act(fenna, "createLabel", { coalitionId, name: "Spoed" })).label;
  expect(await act(fenna, "createLabel", { coalitionId, name: " Spoed " })).toMatchObject({ code: "TAKEN" });
  const task = taskIn(await act(demi, "createTask", { boardId: board.id, title: "Met label" }));
  expect(taskIn(await act(demi, "addTaskLabel", { taskId: task.id, labelId: label?.id })).labels).toEqual([{ id: label?.id, name: "Spoed" }]);
  expect((await act(fenna, "renameLabel", { id: label?.id, expectedVersion: 1, name: "Haast" })).label).toMatchObject({ name: "Haast", version: 2 });
  expect(await act(fenna, "renameLabel", { id: label?.id, expectedVersion: 1, name: "Rust" })).toMatchObject({ groups: ["LABEL"] });
  expect(await act(fenna, "removeLabel", { id: label?.id, expectedVersion: 1 })).toMatchObject({ groups: ["LABEL"] });
  expect((await act(fenna, "removeLabel", { id: label?.id, expectedVersion: 2 })).label).toMatchObject({ id: label?.id, name: "Haast" });
  expect((await taskNow(demi, task.id)).labels).toEqual([]);
  const theme = (await act(fenna, "createTheme", { coalitionId, nameNl: "Groen", nameEn: "Green" })).theme;
  expect((await act(fenna, "updateTheme", { id: theme?.id, expectedVersion: 1, position: 0 })).theme?.version).toBe(2);
  expect(await act(fenna, "updateTheme", { id: theme?.id, expectedVersion: 1, nameNl: "Grijs" })).toMatchObject({ groups: ["THEME"] });
  const { coalition } = await fenna.run<{ coalition: { themes: { id: string }[] } }>(`query C($slug: String!) { coalition(slug: $slug) { themes { id } } }`, {
    slug: (await fenna.run<{ coalitions: { slug: string }[] }>(`{ coalitions { slug } }`)).coalitions[0]?.slug,
  });
  expect(coalition.themes[0]?.id).toBe(theme?.id);
});

test("INV-14 an action line is published only with zodat, impact, lead and a connected theme", async () => {
  const slug = (await fenna.run<{ coalitions: { slug: string }[] }>(`{ coalitions { slug } }`)).coalitions[0]?.slug;
  const { coalition } = await fenna.run<{ coalition: { themes: { id: string }[] } }>(`query C($slug: String!) { coalition(slug: $slug) { themes { id } } }`, {
    slug,
  });
  const [own, connected] = coalition.themes;
  const line = (await act(demi, "createActionLine", { coalitionId, title: "Samen bouwen", themeId: own?.id })).actionLine;
  expect(line?.state).toBe("DRAFT");
  const missing = (await act(fenna, "publishActionLine", { id: line?.id, expectedVersion: 1 })).missing?.map(({ code }) => code);
  expect(missing).toEqual(["NO_SO_THAT", "NO_EXPECTED_IMPACT", "NO_CONNECTED_THEME"]);
  expect(await act(demi, "updateActionLine", { id: line?.id, expectedVersion: 1, connectedThemeIds: [own?.id] })).toMatchObject({ rule: "INV-14" });
  const filled = (
    await act(demi, "updateActionLine", {
      id: line?.id,
      expectedVersion: 1,
      soThat: "iedereen meedoet",
      expectedImpact: "Meer banen",
      connectedThemeIds: [connected?.id],
    })
  ).actionLine;
  expect((await act(fenna, "publishActionLine", { id: line?.id, expectedVersion: filled?.version })).actionLine?.state).toBe("PUBLISHED");
  expect(await act(demi, "updateActionLine", { id: line?.id, expectedVersion: 9, soThat: "" })).toMatchObject({
    rule: "INV-14",
    missing: [{ code: "NO_SO_THAT" }],
  });
});
