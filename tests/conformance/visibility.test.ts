import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, historyOf, newBoard, taskIn, taskNow } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let ayla: Client;
let sem: Client;
let board: Awaited<ReturnType<typeof newBoard>>;

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, ayla, sem] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "ayla"),
    Client.as(hub.url, "sem"),
  ]);
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (by: Client, title: string, extra: object = {}) => taskIn(await act(by, "createTask", { boardId: board.id, title, ...extra }));
const everything = `id title description commentCount checklistTotal checklistDone openPoints { code } checklist { id text } links { id title url } comments { id text } relations { task { title } } watchers { id }
  history(first: 100) { type target { type id } changes { field before after } }`;
const readAll = async (client: Client, id: string) => JSON.stringify(await client.send(`query T($id: ID!) { task(id: $id) { ${everything} } }`, { id }));
const headOf = async () =>
  (await fenna.run<{ board: { asOfSequence: number } }>(`query B($id: ID!) { board(id: $id) { asOfSequence } }`, { id: board.id })).board.asOfSequence;
const stream = async (client: Client, start: number) => {
  const head = await headOf();
  return client.follow(board.id, start, (all) => (all.at(-1)?.toSequence ?? 0) >= head);
};
const details = async (by: Client, id: string) =>
  (
    await by.run<{
      task: { checklist: { id: string; text: string }[]; links: { id: string }[]; comments: { id: string; text: string; visibility: string }[] };
    }>(`query T($id: ID!) { task(id: $id) { checklist { id text } links { id } comments { id text visibility } } }`, { id })
  ).task;

test("D4-02 internal notes, steps and links leak through no text, count, history, event or rule", async () => {
  const task = await create(fenna, "Samen", {});
  const start = await headOf();
  const secret = "GEHEIM-D402";
  taskIn(await act(demi, "addComment", { taskId: task.id, text: `${secret} notitie`, visibility: "ORGANISATION" }));
  taskIn(await act(demi, "addChecklistItem", { taskId: task.id, text: `${secret} stap`, visibility: "ORGANISATION" }));
  taskIn(await act(demi, "addTaskLink", { taskId: task.id, title: `${secret} link`, url: `https://voorbeeld.example/${secret}`, visibility: "ORGANISATION" }));
  const own = await details(demi, task.id);
  taskIn(await act(demi, "setChecklistItem", { id: own.checklist[0]?.id, text: `${secret} anders` }));
  taskIn(await act(demi, "removeTaskLink", { id: own.links[0]?.id }));
  for (const client of [fenna, ayla, sem]) {
    const seen = (await readAll(client, task.id)) + JSON.stringify(await stream(client, start));
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain("CHECKLIST_CHANGED");
    for (const id of [own.comments[0]?.id, own.checklist[0]?.id, own.links[0]?.id]) expect(seen).not.toContain(id);
    expect(await taskNow(client, task.id)).toMatchObject({ commentCount: 0, checklistTotal: 0 });
    expect(await act(client, "removeChecklistItem", { id: own.checklist[0]?.id })).toMatchObject({ __typename: "NotFound" });
  }
  expect(await taskNow(demi, task.id)).toMatchObject({ commentCount: 1, checklistTotal: 1 });
  const batches = await stream(sem, start);
  expect(batches.at(-1)?.toSequence).toBe(await headOf());
});

test("D4-03 wider is one act of the writer with a warning, and is not taken back", async () => {
  const task = await create(fenna, "Breder");
  taskIn(await act(demi, "addComment", { taskId: task.id, text: "Eerst intern", visibility: "ORGANISATION" }));
  const [note] = (await details(demi, task.id)).comments;
  const share = { targetType: "Comment", targetId: note?.id, visibility: "COALITION" };
  expect(await act(fenna, "setVisibility", { ...share, warned: true })).toMatchObject({ __typename: "NotFound" });
  expect(await act(demi, "setVisibility", share)).toMatchObject({ __typename: "ValidationProblem", field: "warned" });
  expect(await act(demi, "setVisibility", { ...share, visibility: "PUBLIC", warned: true })).toMatchObject({ code: "RESERVED" });
  taskIn(await act(demi, "setVisibility", { ...share, warned: true }));
  expect((await details(fenna, task.id)).comments).toMatchObject([{ text: "Eerst intern", visibility: "COALITION" }]);
  expect((await historyOf(fenna, task.id)).filter(({ target }) => target.id === note?.id)).toHaveLength(2);
  expect(await act(demi, "setVisibility", { ...share, visibility: "ORGANISATION", warned: true })).toMatchObject({
    rule: "D4",
    missing: [{ code: "OTHERS_COULD_READ" }],
  });
});

test("D4-04 a task that is shared takes its history with it, but not what was internal under it", async () => {
  const task = await create(demi, "Van ons", { visibility: "ORGANISATION" });
  const other = await create(demi, "Ook van ons", { visibility: "ORGANISATION" });
  const secret = "GEHEIM-D404";
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 1, description: "Voor later" }));
  taskIn(await act(demi, "addComment", { taskId: task.id, text: "Voor allen" }));
  taskIn(await act(demi, "addComment", { taskId: task.id, text: secret, visibility: "ORGANISATION" }));
  taskIn(await act(demi, "addChecklistItem", { taskId: task.id, text: secret, visibility: "ORGANISATION" }));
  const [gone] = (await details(demi, task.id)).checklist;
  taskIn(await act(demi, "removeChecklistItem", { id: gone?.id }));
  taskIn(await act(demi, "relateTasks", { taskId: task.id, otherTaskId: other.id, kind: "RELATES" }));
  for (const name of ["addComment", "watchTask"])
    expect(await act(fenna, name, { taskId: task.id, ...(name === "addComment" ? { text: "x" } : {}) })).toMatchObject({ __typename: "NotFound" });
  const share = { targetType: "Task", targetId: task.id, visibility: "COALITION", warned: true };
  expect(await act(fenna, "setVisibility", share)).toMatchObject({ __typename: "NotFound" });
  taskIn(await act(demi, "setVisibility", share));
  const seen = await readAll(fenna, task.id);
  expect(seen).toContain("Voor later");
  expect(seen).toContain("Voor allen");
  for (const hidden of [secret, gone?.id ?? "", "Ook van ons", other.id, "TASK_LINKED"]) expect(seen).not.toContain(hidden);
  expect((await historyOf(fenna, task.id)).map(({ type }) => type)).toEqual(["TASK_UPDATED", "COMMENT_ADDED", "TASK_UPDATED", "TASK_CREATED"]);
  expect(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, blockedByTaskId: other.id })).toMatchObject({
    rule: "D4",
    missing: [{ code: "OTHER_TASK_IS_INTERNAL" }],
  });
});

test("D4-07 seeded runs: no organisation sees the text of another in query, stream, count or history", async () => {
  const { default: fc } = await import("fast-check");
  const clients = { demi, ayla, fenna };
  const names = Object.keys(clients) as (keyof typeof clients)[];
  const step = fc.record({ by: fc.constantFrom(...names), kind: fc.constantFrom("task", "comment", "step", "link", "share"), internal: fc.boolean() });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      round += 1;
      const start = await headOf();
      const open = await create(fenna, `Ronde ${round}`);
      const ids = new Set([open.id]);
      const marks = new Map<string, keyof typeof clients>();
      for (const [index, { by, kind, internal }] of steps.entries()) {
        const mark = `MERK-${round}-${index}-X`;
        const visibility = internal ? "ORGANISATION" : "COALITION";
        const client = clients[by];
        if (kind === "task") ids.add((await create(client, mark, { visibility })).id);
        if (kind === "comment") await act(client, "addComment", { taskId: open.id, text: mark, visibility });
        if (kind === "step") await act(client, "addChecklistItem", { taskId: open.id, text: mark, visibility });
        if (kind === "link") await act(client, "addTaskLink", { taskId: open.id, title: mark, url: "https://voorbeeld.example/", visibility });
        if (kind === "share") {
          const [note] = (await details(client, open.id)).comments.filter((each) => each.visibility === "ORGANISATION");
          if (!note) continue;
          await act(client, "setVisibility", { targetType: "Comment", targetId: note.id, visibility: "COALITION", warned: true });
          marks.delete(note.text);
        } else if (internal) marks.set(mark, by);
      }
      for (const name of names) {
        const client = clients[name];
        const list = await client.send(
          `query L($c: ID!, $b: ID!) { tasks(coalitionId: $c, filter: { boardId: $b }, first: 100) { nodes { title history { changes { after } } } } }`,
          { c: board.coalitionId, b: board.id },
        );
        const seen = [
          JSON.stringify(list),
          JSON.stringify(await stream(client, start)),
          ...(await Promise.all([...ids].map((id) => readAll(client, id)))),
        ].join("\n");
        for (const [mark, owner] of marks) if (owner !== name) expect(seen).not.toContain(mark);
      }
    }),
    { numRuns: process.env["WIJKBORD_LONG"] ? 200 : 5, seed: 20260325 },
  );
});
