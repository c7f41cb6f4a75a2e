import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, historyOf, newBoard, selfOf, taskIn, taskNow } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let rachid: Client;
let sem: Client;
let board: Awaited<ReturnType<typeof newBoard>>;
const nobody = "018f0000-0000-7000-8000-000000000000";

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, rachid, sem] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "rachid"),
    Client.as(hub.url, "sem"),
  ]);
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (title: string, by = fenna, extra: object = {}) => taskIn(await act(by, "createTask", { boardId: board.id, title, ...extra }));
interface Page {
  tasks: {
    totalCount: number;
    asOfSequence: number;
    nodes: { id: string; number: string; title: string }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const listQuery = `query L($c: ID!, $f: TaskFilter, $first: Int, $after: String) { tasks(coalitionId: $c, filter: $f, first: $first, after: $after) {
  totalCount asOfSequence nodes { id number title } edges { cursor } pageInfo { hasNextPage endCursor } } }`;
const list = async (client: Client, filter: object, extra: object = {}) =>
  (await client.run<Page>(listQuery, { c: board.coalitionId, f: filter, ...extra })).tasks;

test("T4-03 every field group conflicts only with itself, and nothing is lost", async () => {
  const task = await create("Samen");
  const edit = (input: object) => act(fenna, "updateTask", { id: task.id, expectedVersion: 1, ...input });
  for (const input of [{ title: "Nieuw" }, { description: "Tekst" }, { dueOn: "2031-05-01" }, { allInformed: true }]) taskIn(await edit(input));
  taskIn(await act(fenna, "addChecklistItem", { taskId: task.id, text: "Stap" }));
  for (const [input, group] of [
    [{ title: "x" }, "TITLE"],
    [{ description: "x" }, "DESCRIPTION"],
    [{ priority: "HIGH" }, "PLANNING"],
    [{ allInformed: false }, "LETTERS"],
  ] as const) {
    expect(await edit(input)).toMatchObject({ __typename: "VersionConflict", groups: [group] });
  }
  expect((await taskNow(fenna, task.id)).title).toBe("Nieuw");
});

test("T9-01 fields are edited by those involved, by anybody while nobody trekt", async () => {
  const task = await create("Van iedereen");
  taskIn(await act(rachid, "updateTask", { id: task.id, expectedVersion: 1, title: "Nog van niemand" }));
  const rights = async (client: Client) =>
    (
      await client.run<{ task: object }>(
        `query R($id: ID!) { task(id: $id) { viewerCanEdit viewerCanArchive viewerCanCancel viewerCanComment viewerCanWatch } }`,
        { id: task.id },
      )
    ).task;
  taskIn(await act(demi, "pickUpTask", { id: task.id, expectedVersion: 2 }));
  expect(await act(rachid, "updateTask", { id: task.id, expectedVersion: 9, title: "Nee" })).toMatchObject({
    __typename: "NotAllowed",
    reason: "NOT_INVOLVED",
  });
  expect(await act(rachid, "archiveTask", { id: task.id, expectedVersion: 9 })).toMatchObject({ __typename: "NotAllowed" });
  expect(await rights(rachid)).toEqual({ viewerCanEdit: false, viewerCanArchive: false, viewerCanCancel: true, viewerCanComment: true, viewerCanWatch: true });
  expect(await rights(sem)).toEqual({ viewerCanEdit: false, viewerCanArchive: false, viewerCanCancel: false, viewerCanComment: true, viewerCanWatch: false });
  expect(await rights(demi)).toMatchObject({ viewerCanEdit: true, viewerCanArchive: true });
  expect(taskIn(await act(demi, "archiveTask", { id: task.id, expectedVersion: 9 })).archivedAt).not.toBeNull();
  expect(await act(demi, "updateTask", { id: task.id, expectedVersion: 9, title: "Ligt weg" })).toMatchObject({ missing: [{ code: "TASK_ARCHIVED" }] });
  expect((await list(fenna, { archived: true, boardId: board.id })).nodes.map(({ id }) => id)).toEqual([task.id]);
  expect(taskIn(await act(demi, "restoreTask", { id: task.id, expectedVersion: 9 })).archivedAt).toBeNull();
});

test("T11-01 the limits of every text hold on the server", async () => {
  const task = await create("Grenzen");
  const long = (length: number) => "é".repeat(length);
  const cases: [name: string, input: object, field: string][] = [
    ["createTask", { boardId: board.id, title: long(141) }, "title"],
    ["updateTask", { id: task.id, expectedVersion: 1, description: long(20_001) }, "description"],
    ["addComment", { taskId: task.id, text: long(4_001) }, "text"],
    ["addComment", { taskId: task.id, text: " \n " }, "text"],
    ["addChecklistItem", { taskId: task.id, text: long(301) }, "text"],
    ["addTaskLink", { taskId: task.id, title: long(141), url: "https://voorbeeld.example/" }, "title"],
    ["addTaskLink", { taskId: task.id, title: "Link", url: `https://voorbeeld.example/${"a".repeat(2_000)}` }, "url"],
    ["addTaskLink", { taskId: task.id, title: "Link", url: "javascript:alert(1)" }, "url"],
    ["proposeAssignment", { taskId: task.id, organisationId: (await selfOf(demi)).organisationId, letter: "SUPPORT", note: long(301) }, "note"],
    ["createLabel", { coalitionId: board.coalitionId, name: long(41) }, "name"],
    ["redactText", { targetType: "Task", targetId: task.id, field: "title", reason: long(501) }, "reason"],
    ["createTask", { boardId: board.id, title: "Nul \u0000 teken" }, "title"],
  ];
  for (const [name, input, field] of cases) expect(await act(fenna, name, { ...input }), name).toMatchObject({ __typename: "ValidationProblem", field });
  expect(taskIn(await act(fenna, "updateTask", { id: task.id, expectedVersion: 1, title: long(140) })).title).toHaveLength(140);
});

test("B-03 ids that are no UUID, of nobody and of other coalitions answer alike, everywhere", async () => {
  const task = await create("Kenmerken");
  const thijs = await Client.as(hub.url, "thijs");
  const foreign = await newBoard(thijs, "GM0983");
  for (const id of ["x", "", "------------------------------------", nobody, foreign.id]) {
    const cases: [name: string, input: object, field: string][] = [
      ["createTask", { boardId: id, title: "x" }, "boardId"],
      ["createTask", { boardId: board.id, title: "x", columnId: id }, "columnId"],
      ["createTask", { boardId: board.id, title: "x", themeId: id || "y" }, "themeId"],
      ["createTask", { boardId: board.id, title: "x", accountableOrganisationId: id || "y" }, "accountableOrganisationId"],
      ["moveTask", { id, columnId: board.columnOf("DONE"), expectedVersion: 1 }, "id"],
      ["moveTask", { id: task.id, columnId: id, expectedVersion: 1 }, "columnId"],
      ["updateTask", { id: task.id, expectedVersion: 1, blockedByTaskId: id || "y" }, "blockedByTaskId"],
      ["proposeAssignment", { taskId: task.id, organisationId: id, letter: "SUPPORT" }, "organisationId"],
      ["acceptAssignment", { id, expectedVersion: 1 }, "id"],
      ["setChecklistItem", { id, done: true }, "id"],
      ["addTaskLabel", { taskId: task.id, labelId: id }, "labelId"],
      ["relateTasks", { taskId: task.id, otherTaskId: id, kind: "RELATES" }, "otherTaskId"],
      ["redactText", { targetType: "Comment", targetId: id, field: "text", reason: "x" }, "targetId"],
      ["updateColumn", { id, expectedVersion: 1 }, "id"],
      ["publishActionLine", { id, expectedVersion: 1 }, "id"],
    ];
    for (const [name, input, field] of cases) expect(await act(fenna, name, { ...input }), `${name} ${id}`).toMatchObject({ __typename: "NotFound", field });
    for (const query of [
      `query Q($id: ID!) { board(id: $id) { id } }`,
      `query Q($id: ID!) { task(id: $id) { id } }`,
      `query Q($id: ID!) { taskMatrix(boardId: $id) { asOfSequence } }`,
      `query Q($id: ID!) { tasks(coalitionId: $id) { totalCount } }`,
    ]) {
      expect((await fenna.send(query, { id })).errors?.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
    }
  }
  expect(await act(fenna, "createTask", { boardId: board.id, title: "x", clientMutationId: "geen-uuid" })).toMatchObject({
    __typename: "ValidationProblem",
    field: "clientMutationId",
  });
  expect(await act(fenna, "createTask", { boardId: board.id, title: "x", id: "geen-uuid" })).toMatchObject({ __typename: "ValidationProblem", field: "id" });
});

test("T5-02 lists are pages with a cursor, a total and every filter", async () => {
  const { organisationId } = await selfOf(demi);
  const label = (await act(fenna, "createLabel", { coalitionId: board.coalitionId, name: "Filter" })).label;
  const own = await newBoard(fenna, "BU05183620");
  const tasks = [];
  for (let index = 0; index < 5; index++)
    tasks.push(taskIn(await act(fenna, "createTask", { boardId: own.id, title: `Lijst ${index}`, dueOn: `2031-01-0${index + 1}` })));
  const [one, two, three] = tasks;
  await act(demi, "pickUpTask", { id: one?.id, expectedVersion: 1 });
  await act(fenna, "proposeAssignment", { taskId: two?.id, organisationId, letter: "SUPPORT" });
  await act(fenna, "addTaskLabel", { taskId: three?.id, labelId: label?.id });
  const titles = async (filter: object) => (await list(rachid, { boardId: own.id, ...filter })).nodes.map(({ title }) => title.slice(-1)).join("");
  expect(await titles({})).toBe("01234");
  expect(await titles({ organisationId })).toBe("01");
  expect(await titles({ organisationId, letter: "SUPPORT" })).toBe("1");
  expect(await titles({ letter: "ACCOUNTABLE" })).toBe("0");
  expect(await titles({ waitsOnOrganisationId: organisationId })).toBe("1");
  expect(await titles({ withoutAccountable: true })).toBe("1234");
  expect(await titles({ withoutAccountable: false })).toBe("0");
  expect(await titles({ labelId: label?.id })).toBe("2");
  expect(await titles({ state: "AGREED" })).toBe("0");
  expect(await titles({ dueBefore: "2031-01-03" })).toBe("01");
  expect(await titles({ areaCode: "BU05183620" })).toBe("01234");
  expect(await titles({ number: Number(one?.number.split("-")[1]) })).toBe("0");
  const first = await list(rachid, { boardId: own.id }, { first: 2 });
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, endCursor: first.edges[1]?.cursor } });
  const last = await list(rachid, { boardId: own.id }, { first: 100, after: first.pageInfo.endCursor });
  expect([last.nodes.length, last.pageInfo.hasNextPage, last.totalCount]).toEqual([3, false, 5]);
  for (const [extra, code] of [
    [{ first: 101 }, "LIMIT"],
    [{ first: 0 }, "BAD_USER_INPUT"],
    [{ after: "onzin" }, "BAD_USER_INPUT"],
  ] as const) {
    expect((await rachid.send(listQuery, { c: board.coalitionId, ...extra })).errors?.[0]?.extensions.code).toBe(code);
  }
});

test("D4-06 task links, labels, remarks and steps: each act is one readable difference in the history", async () => {
  const [task, other] = [await create("Geschiedenis"), await create("De andere")];
  const { coalitionId } = board;
  const label = (await act(fenna, "createLabel", { coalitionId, name: "Leesbaar" })).label;
  taskIn(await act(fenna, "addTaskLabel", { taskId: task.id, labelId: label?.id }));
  taskIn(await act(fenna, "moveTask", { id: task.id, columnId: board.columnOf("AGREED"), expectedVersion: 2 }));
  taskIn(await act(fenna, "relateTasks", { taskId: task.id, otherTaskId: other.id, kind: "BLOCKS" }));
  taskIn(await act(fenna, "updateTask", { id: other.id, expectedVersion: 9, blockedByTaskId: task.id }));
  expect(await act(fenna, "updateTask", { id: task.id, expectedVersion: 9, blockedByTaskId: other.id })).toMatchObject({ rule: "NO_CIRCLE" });
  const past = await historyOf(demi, task.id);
  const said = past.flatMap(({ changes }) => changes.map(({ field, beforeText, afterText }) => `${field}: ${beforeText} > ${afterText}`));
  expect(said).toEqual(
    expect.arrayContaining([
      "columnId: Te verdelen > Afgesproken",
      "labelId: null > Leesbaar",
      `toTaskId: null > ${other.number}`,
      "title: null > Geschiedenis",
    ]),
  );
  expect((await historyOf(demi, other.id))[0]?.changes[0]).toMatchObject({ field: "blockedByTaskId", afterText: task.number });
  const related = await demi.run<{ task: { relations: { id: string; kind: string; outgoing: boolean; task: { id: string } }[] } }>(
    `query R($id: ID!) { task(id: $id) { relations { id kind outgoing task { id } } } }`,
    { id: other.id },
  );
  expect(related.task.relations).toMatchObject([{ kind: "BLOCKS", outgoing: false, task: { id: task.id } }]);
  taskIn(await act(fenna, "unrelateTasks", { id: related.task.relations[0]?.id }));
  expect((await historyOf(demi, other.id))[0]?.type).toBe("TASK_UNLINKED");
});

test("B-04 steps can be put in order and given to a person; own remarks can be written again", async () => {
  const task = await create("Stappen");
  for (const text of ["Een", "Twee", "Drie"]) taskIn(await act(fenna, "addChecklistItem", { taskId: task.id, text }));
  const read = async () =>
    (
      await demi.run<{
        task: {
          checklist: { id: string; text: string; assigneeMembershipId: string | null }[];
          comments: { id: string; text: string; editedAt: string | null; authorName: string }[];
        };
      }>(`query T($id: ID!) { task(id: $id) { checklist { id text assigneeMembershipId } comments { id text editedAt authorName } } }`, { id: task.id })
    ).task;
  const last = (await read()).checklist[2];
  const me = (await selfOf(demi)).id;
  taskIn(await act(demi, "setChecklistItem", { id: last?.id, position: 0, assigneeMembershipId: me, done: true }));
  expect((await read()).checklist.map(({ text }) => text)).toEqual(["Drie", "Een", "Twee"]);
  expect((await read()).checklist[0]?.assigneeMembershipId).toBe(me);
  expect(await act(demi, "setChecklistItem", { id: last?.id, position: 3 })).toMatchObject({ code: "BAD_PLACE" });
  taskIn(await act(demi, "addComment", { taskId: task.id, text: "Eerst zo" }));
  const [comment] = (await read()).comments;
  expect(await act(fenna, "editComment", { id: comment?.id, text: "Van een ander" })).toMatchObject({ __typename: "NotAllowed" });
  taskIn(await act(demi, "editComment", { id: comment?.id, text: "Nu zo" }));
  expect((await read()).comments).toMatchObject([{ text: "Nu zo", authorName: "Demi Demo" }]);
  expect((await read()).comments[0]?.editedAt).not.toBeNull();
  expect(JSON.stringify(await historyOf(demi, task.id))).not.toContain("Eerst zo");
});

test("T1-03 a board is read by one statement, and lists ask no more statements for more tasks", async () => {
  const big = await newBoard(fenna, "BU05183637");
  const statements = async (query: string, variables: object) => {
    const spy = vi.spyOn(hub.services.database.read().getConnection(), "execute");
    await fenna.run(query, { ...variables });
    const count = spy.mock.calls.filter(([sql]) => !/session|user_account|membership/.test(JSON.stringify(sql))).length;
    const ofTasks = spy.mock.calls.filter(([sql]) => JSON.stringify(sql).includes("from task t")).length;
    spy.mockRestore();
    return { count, ofTasks };
  };
  const boardQuery = `query B($id: ID!) { board(id: $id) { asOfSequence title areaName columns { id } coalition { id } tasks { id number openPoints { code } assignments { letter } labels { name } placements { position } checklistTotal commentCount } } }`;
  const deep = `query L($c: ID!, $b: ID!) { tasks(coalitionId: $c, filter: { boardId: $b }, first: 50) { nodes { id checklist { text } links { url } comments { text authorName } watchers { id } relations { id } history(first: 3) { id changes { field afterText } } } } }`;
  const variables = { id: big.id, b: big.id, c: board.coalitionId };
  const fill = async (count: number) => {
    for (let index = 0; index < count; index++) {
      const task = taskIn(await act(fenna, "createTask", { boardId: big.id, title: `Veel ${index}` }));
      taskIn(await act(fenna, "addComment", { taskId: task.id, text: "Reactie" }));
      taskIn(await act(fenna, "addChecklistItem", { taskId: task.id, text: "Stap" }));
    }
  };
  await fill(2);
  const few = [await statements(boardQuery, variables), await statements(deep, variables)];
  expect(few[0]?.ofTasks).toBe(1);
  await fill(6);
  expect([await statements(boardQuery, variables), await statements(deep, variables)]).toEqual(few);
});

test("T1-04 a free document reads whole boards of at most 100 tasks", async () => {
  const big = await newBoard(fenna, "BU05183638");
  for (let index = 0; index < 101; index++) taskIn(await act(fenna, "createTask", { boardId: big.id, title: `Vol ${index}` }));
  for (const query of [`query B($id: ID!) { board(id: $id) { tasks { id } } }`, `query M($id: ID!) { taskMatrix(boardId: $id) { asOfSequence } }`]) {
    const { errors } = await fenna.send(query, { id: big.id });
    expect(errors?.[0]).toMatchObject({ extensions: { code: "LIMIT" } });
    expect(errors?.[0]?.message).toContain("tasks(coalitionId");
  }
});
