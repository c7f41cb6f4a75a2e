import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, boardIn, newBoard, selfOf, taskIn, taskNow } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let ayla: Client;
let board: Awaited<ReturnType<typeof newBoard>>;
let coalitionId: string;

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, ayla] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi"), Client.as(hub.url, "ayla")]);
  ({ coalitionId } = await selfOf(fenna));
  board = await newBoard(fenna, "BU05183620");
});
afterAll(() => hub[Symbol.asyncDispose]());

const content = (filter: object = {}) => ({ layout: "LIST", filter, orderBy: "DUE", descending: true });
const keep = async (client: Client, input: object) => act(client, "createSavedView", { boardId: board.id, shared: true, content: content(), ...input });
const viewsOf = (client: Client, boardId = board.id) =>
  client
    .run<{ savedViews: { id: string; name: string; isDefault: boolean; filter: { text: string } }[] }>(
      `query V($b: ID!) { savedViews(boardId: $b) { id name isDefault filter { text } } }`,
      { b: boardId },
    )
    .then(({ savedViews }) => savedViews);
const head = (boardId: string) =>
  fenna
    .run<{ board: { asOfSequence: number } }>(`query B($id: ID!) { board(id: $id) { asOfSequence } }`, { id: boardId })
    .then((read) => read.board.asOfSequence);
const eventsOf = async (client: Client, boardId: string, after: number) => {
  const query = `query A($c: ID!, $a: Sequence) { activity(coalitionId: $c, after: $a, first: 100) { events { id type boardIds changes { field before after } } } }`;
  const { activity } = await client.run<{ activity: { events: { id: string; type: string; boardIds: string[]; changes: unknown[] }[] } }>(query, {
    c: coalitionId,
    a: after,
  });
  return activity.events.filter(({ boardIds }) => boardIds.includes(boardId));
};

test("SV-01 a private view is its maker's alone and in no event; a shared one is everybody's and is followed live", async () => {
  const start = await head(board.id);
  const own = (await keep(demi, { name: "Van mij", shared: false, content: content({ text: "geheim woord" }) })).savedView;
  const shared = (await keep(demi, { name: "Te laat" })).savedView;
  expect((await viewsOf(demi)).map(({ name }) => name)).toEqual(["Te laat", "Van mij"]);
  expect((await viewsOf(ayla)).map(({ name }) => name)).toEqual(["Te laat"]);
  for (const name of ["updateSavedView", "removeSavedView"])
    expect(await act(ayla, name, { id: own?.id, expectedVersion: 1 })).toMatchObject({ __typename: "NotFound", field: "id" });
  expect((await act(demi, "updateSavedView", { id: shared?.id, expectedVersion: 1, name: "Deze week" })).savedView?.version).toBe(2);
  const events = await eventsOf(ayla, board.id, start);
  expect(events.map(({ type }) => type)).toEqual(["VIEW_CHANGED", "VIEW_CHANGED"]);
  expect(JSON.stringify(events)).not.toContain("Te laat");
  expect((await act(demi, "updateSavedView", { id: own?.id, expectedVersion: 1, shared: true })).savedView).toMatchObject({ shared: true });
  expect(await act(demi, "updateSavedView", { id: own?.id, expectedVersion: 9, shared: false })).toMatchObject({ rule: "D4" });
});

test("SV-02 limits, rights and what a view names are checked; name and content conflict only with themselves", async () => {
  for (const [input, problem] of [
    [{ name: "" }, { field: "name", code: "REQUIRED" }],
    [{ name: "x".repeat(61) }, { field: "name", code: "TOO_LONG" }],
    [
      { name: "a", content: content({ text: "x".repeat(101) }) },
      { field: "text", code: "TOO_LONG" },
    ],
    [
      { name: "a", content: content({ themeId: board.id }) },
      { __typename: "NotFound", field: "themeId" },
    ],
    [
      { name: "a", content: content({ labelId: "no-uuid" }) },
      { __typename: "NotFound", field: "labelId" },
    ],
    [
      { name: "a", boardId: coalitionId },
      { __typename: "NotFound", field: "boardId" },
    ],
  ] as const)
    expect(await keep(demi, input)).toMatchObject(problem);
  const view = (await keep(demi, { name: "<script>alert(1)</script>" })).savedView;
  expect(view?.name).toBe("<script>alert(1)</script>");
  expect(await act(ayla, "updateSavedView", { id: view?.id, expectedVersion: 1, name: "Van Ayla" })).toMatchObject({ reason: "NOT_YOUR_VIEW" });
  expect((await act(fenna, "updateSavedView", { id: view?.id, expectedVersion: 1, name: "Netjes" })).savedView).toMatchObject({ name: "Netjes" });
  expect(await act(demi, "updateSavedView", { id: view?.id, expectedVersion: 1, name: "Anders" })).toMatchObject({ groups: ["NAME"] });
  expect((await act(demi, "updateSavedView", { id: view?.id, expectedVersion: 1, content: content() })).savedView?.version).toBe(3);
  expect(await act(demi, "removeSavedView", { id: view?.id, expectedVersion: 1 })).toMatchObject({ groups: ["NAME", "CONTENT"] });
  expect((await act(demi, "removeSavedView", { id: view?.id, expectedVersion: 3 })).savedView?.id).toBe(view?.id);
  const label = (await act(fenna, "createLabel", { coalitionId, name: "Tijdelijk" })).label;
  const kept = (await keep(demi, { name: "Met label", content: content({ labelId: label?.id }) })).savedView;
  await act(fenna, "removeLabel", { id: label?.id, expectedVersion: 1 });
  expect((await viewsOf(ayla)).some(({ id }) => id === kept?.id)).toBe(true);
});

test("SV-03 a board opens with one own view, and with one for everybody that the coordinator chooses", async () => {
  const [first, second] = [(await keep(demi, { name: "A", shared: false })).savedView, (await keep(demi, { name: "B", shared: false })).savedView];
  const forAll = (await keep(demi, { name: "C" })).savedView;
  for (const view of [first, second]) await act(demi, "updateSavedView", { id: view?.id, expectedVersion: 1, isDefault: true });
  expect(await act(demi, "updateSavedView", { id: forAll?.id, expectedVersion: 1, isDefault: true })).toMatchObject({ reason: "NOT_COORDINATOR" });
  expect((await act(fenna, "updateSavedView", { id: forAll?.id, expectedVersion: 1, isDefault: true })).savedView?.isDefault).toBe(true);
  const opens = async (client: Client) => (await viewsOf(client)).filter(({ isDefault }) => isDefault).map(({ name }) => name);
  expect([await opens(demi), await opens(ayla)]).toEqual([["B", "C"], ["C"]]);
});

test("D10-02 adding and removing a column and putting a board away are turned around; tasks come back where they stood", async () => {
  const other = await newBoard(fenna, "BU05183284");
  const start = await head(other.id);
  const [from, to] = other.columns;
  const task = taskIn(await act(demi, "createTask", { boardId: other.id, title: "Blijft", columnId: from?.id }));
  const moved = taskIn(await act(demi, "createTask", { boardId: other.id, title: "Gaat verder", columnId: from?.id }));
  boardIn(await act(fenna, "removeColumn", { id: from?.id, expectedVersion: 1, moveTasksToColumnId: to?.id }));
  taskIn(await act(demi, "moveTask", { id: moved.id, columnId: other.columns[2]?.id, expectedVersion: 99 }));
  const of = async (type: string) => (await eventsOf(fenna, other.id, start)).findLast((event) => event.type === type)?.id;
  const undo = (by: Client, eventId: string | undefined) => act(by, "undoEvent", { eventId });
  expect(await undo(ayla, await of("COLUMN_REMOVED"))).toMatchObject({ reason: "NOT_YOURS_TO_UNDO" });
  expect((await undo(demi, await of("COLUMN_REMOVED"))).__typename).toBe("UndoEventPayload");
  expect((await taskNow(fenna, task.id)).placements[0]).toMatchObject({ columnId: from?.id, position: task.placements[0]?.position });
  expect((await taskNow(fenna, moved.id)).placements[0]?.columnId).toBe(other.columns[2]?.id);
  boardIn(await act(fenna, "addColumn", { boardId: other.id, title: "Extra", state: "AGREED", position: 1 }));
  const added = await of("COLUMN_ADDED");
  expect((await undo(demi, added)).__typename).toBe("UndoEventPayload");
  expect(await undo(demi, added)).toMatchObject({ rule: "T9", missing: [{ code: "COLUMN_IS_GONE" }] });
  const read = await fenna.run<{ board: { columns: { title: string }[] } }>(`query B($id: ID!) { board(id: $id) { columns { title } } }`, { id: other.id });
  expect(read.board.columns.map(({ title }) => title)).toEqual(other.columns.map(({ title }) => title));
  boardIn(await act(fenna, "archiveBoard", { id: other.id, expectedVersion: 99 }));
  expect((await undo(demi, await of("BOARD_ARCHIVED"))).__typename).toBe("UndoEventPayload");
});

test("D10-03 what was turned back before becomes a point on the agenda of the next meeting, once", async () => {
  const other = await newBoard(fenna, "BU05183637");
  const start = await head(other.id);
  boardIn(await act(fenna, "updateBoard", { id: other.id, expectedVersion: 1, style: "STRICT" }));
  const latest = async () => (await eventsOf(fenna, other.id, start)).findLast(({ type }) => type === "BOARD_CHANGED")?.id;
  const undo = async () => act(demi, "undoEvent", { eventId: await latest() });
  expect((await undo()).__typename).toBe("UndoEventPayload");
  expect(await undo()).toMatchObject({ rule: "D10", missing: [{ code: "SECOND_REVERSAL" }] });
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { planned } = await fenna.run<{ planned: { meeting: { id: string } } }>(
    `mutation P($input: PlanMeetingInput!) { planned: planMeeting(input: $input) { ... on PlanMeetingPayload { meeting { id } } } }`,
    { input: { coalitionId, boardId: other.id, title: "Overleg", startsAt: hour(1), endsAt: hour(2) } },
  );
  for (let again = 0; again < 2; again += 1) expect(await undo()).toMatchObject({ rule: "D10", missing: [{ code: "SECOND_REVERSAL_ON_AGENDA" }] });
  const { meeting } = await demi.run<{ meeting: { agenda: unknown[] } }>(`query M($id: ID!) { meeting(id: $id) { agenda { title } } }`, {
    id: planned.meeting.id,
  });
  expect(meeting.agenda).toHaveLength(1);
});

test("TP-01 a template of a task gives text, steps, theme and letters as proposals; only the coordinator makes it, and nothing internal goes in", async () => {
  const { organisationId } = await selfOf(ayla);
  const from = taskIn(
    await act(fenna, "createTask", { boardId: board.id, title: "Buurtmaaltijd", description: "Met **iedereen**", accountableOrganisationId: organisationId }),
  );
  for (const [text, visibility] of [
    ["Zaal huren", "COALITION"],
    ["Intern overleg", "ORGANISATION"],
  ])
    taskIn(await act(fenna, "addChecklistItem", { taskId: from.id, text, visibility }));
  const start = await head(board.id);
  expect(await act(demi, "createTaskTemplate", { taskId: from.id, name: "Maaltijd" })).toMatchObject({ reason: "NOT_COORDINATOR" });
  const template = (await act(fenna, "createTaskTemplate", { taskId: from.id, name: "Maaltijd" })).template;
  expect(template?.task).toEqual({ title: "Buurtmaaltijd", description: "Met **iedereen**", steps: ["Zaal huren"] });
  const { activity } = await demi.run<{ activity: { events: { type: string }[] } }>(
    `query A($c: ID!, $a: Sequence) { activity(coalitionId: $c, after: $a) { events { type changes { field before after } } } }`,
    { c: coalitionId, a: start },
  );
  expect(activity.events.map(({ type }) => type)).toEqual(["TEMPLATE_CHANGED"]);
  expect(JSON.stringify(activity)).not.toContain("Maaltijd");
  const made = taskIn(await act(demi, "createTask", { boardId: board.id, title: "Maaltijd in mei", templateId: template?.id }));
  expect(made).toMatchObject({ title: "Maaltijd in mei", checklistTotal: 1, assignments: [{ organisationId, letter: "ACCOUNTABLE", state: "PROPOSED" }] });
  const hidden = taskIn(await act(fenna, "createTask", { boardId: board.id, title: "Geheim", visibility: "ORGANISATION" }));
  expect(await act(fenna, "createTaskTemplate", { taskId: hidden.id, name: "Mag niet" })).toMatchObject({ rule: "D4-TEMPLATE" });
  const changed = await act(fenna, "updateTemplate", { id: template?.id, expectedVersion: 1, name: "Samen eten", steps: ["Zaal", "Pannen"] });
  expect(changed.template).toMatchObject({ name: "Samen eten", version: 2, task: { steps: ["Zaal", "Pannen"] } });
  expect(await act(fenna, "updateTemplate", { id: template?.id, expectedVersion: 1, name: "Oud" })).toMatchObject({ groups: ["TEMPLATE"] });
  expect(await act(fenna, "updateTemplate", { id: template?.id, expectedVersion: 2, steps: ["x".repeat(301)] })).toMatchObject({ code: "TOO_LONG" });
  const redact = { targetType: "Task", targetId: from.id, reason: "persoonsgegevens" };
  for (const field of ["title", "description"]) taskIn(await act(fenna, "redactText", { ...redact, field }));
  const { templates } = await ayla.run<{ templates: unknown }>(`query T($c: ID!) { templates(coalitionId: $c) { task { title description } } }`, {
    c: coalitionId,
  });
  expect(templates).toEqual([{ task: { title: "—", description: "" } }]);
  expect(await act(demi, "removeTemplate", { id: template?.id, expectedVersion: 9 })).toMatchObject({ reason: "NOT_COORDINATOR" });
  expect((await act(fenna, "removeTemplate", { id: template?.id, expectedVersion: 9 })).template?.id).toBe(template?.id);
  expect(await act(demi, "createTask", { boardId: board.id, title: "Te laat", templateId: template?.id })).toMatchObject({ field: "templateId" });
});

test("TP-02 a template of a board gives a new board its columns and working style", async () => {
  const from = await newBoard(fenna, "BU05183387", "STRICT");
  boardIn(await act(fenna, "addColumn", { boardId: from.id, title: "Nakijken", state: "IN_REVIEW", position: 3, wipLimit: 4 }));
  const template = (await act(fenna, "createBoardTemplate", { boardId: from.id, name: "Met nakijken" })).template;
  const made = boardIn(await act(fenna, "createBoard", { coalitionId, areaCode: "GM0518", title: "Heel de stad", templateId: template?.id }));
  expect(made).toMatchObject({ style: "STRICT", columns: expect.arrayContaining([expect.objectContaining({ title: "Nakijken", wipLimit: 4, position: 3 })]) });
  expect(made.columns).toHaveLength(6);
});

test("BM-01 a new board takes the columns that are given, else those of its template", async () => {
  const template = (await act(fenna, "createBoardTemplate", { boardId: board.id, name: "Vijf" })).template;
  const columns = [
    { title: " Ideeën ", state: "PROPOSED" },
    { title: "Bezig", state: "IN_PROGRESS", wipLimit: 3 },
  ];
  const make = (more: Record<string, unknown>, by = fenna) => act(by, "createBoard", { coalitionId, title: "Kort bord", areaName: "De Kade", ...more });
  expect(await make({ columns: [] })).toMatchObject({ field: "columns", code: "TOO_FEW" });
  expect(await make({ columns: [{ title: "", state: "DONE" }] })).toMatchObject({ field: "columns" });
  expect(await make({ columns: [{ title: "Weg", state: "CANCELLED" }] })).toMatchObject({ field: "state", code: "NOT_A_COLUMN_STATE" });
  expect(await make({ columns: Array.from({ length: 21 }, () => columns[0]) })).toMatchObject({ field: "columns", code: "TOO_MANY" });
  expect(await make({ columns }, demi)).toMatchObject({ reason: "NOT_COORDINATOR" });
  const made = boardIn(await make({ columns, templateId: template?.id }));
  expect(made.columns.map(({ title, state, wipLimit }) => ({ title, state, wipLimit }))).toEqual([
    { title: "Ideeën", state: "PROPOSED", wipLimit: null },
    { title: "Bezig", state: "IN_PROGRESS", wipLimit: 3 },
  ]);
});

test("BM-02 a neighbourhood that CBS does not know gets a board under its own name, once", async () => {
  const make = (areaName: string) => act(fenna, "createBoard", { coalitionId, title: "Eigen wijk", areaName });
  expect(await make("x")).toMatchObject({ field: "areaName" });
  const made = boardIn(await make("Havenkwartier"));
  const { board } = await fenna.run<{ board: { areaName: string; slug: string } }>(`query B($id: ID!) { board(id: $id) { areaName slug } }`, { id: made.id });
  expect(board).toEqual({ areaName: "Havenkwartier", slug: "havenkwartier" });
  expect(await make(" havenKwartier")).toMatchObject({ rule: "C4", missing: [{ code: "BOARD_EXISTS", objectId: made.id }] });
});
