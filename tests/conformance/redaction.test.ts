import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, historyOf, newBoard, selfOf, taskIn, taskNow } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let bo: Client;
let rachid: Client;
let ayla: Client;
let board: Awaited<ReturnType<typeof newBoard>>;

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, bo, rachid, ayla] = await Promise.all([
    Client.as(hub.url, "fenna"),
    Client.as(hub.url, "demi"),
    Client.as(hub.url, "bo"),
    Client.as(hub.url, "rachid"),
    Client.as(hub.url, "ayla"),
  ]);
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

const create = async (by: Client, title: string) => taskIn(await act(by, "createTask", { boardId: board.id, title }));
const redact = (by: Client, targetType: string, targetId: string | undefined, field: string) =>
  act(by, "redactText", { targetType, targetId, field, reason: "Naam van een bewoner" });

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const em = hub.services.database.read();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const rows = await Promise.all(tables.map(({ name }) => em.execute<{ row: string }[]>(`select to_jsonb(t)::text as row from "${name}" t`)));
  return rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
}

interface Details {
  checklist: { id: string; text: string }[];
  links: { id: string }[];
  comments: { id: string; text: string; redactedFields: string[] | null }[];
  redactedFields: string[] | null;
}
const details = async (id: string) =>
  (
    await demi.run<{ task: Details }>(
      `query T($id: ID!) { task(id: $id) { redactedFields checklist { id text } links { id } comments { id text redactedFields } } }`,
      { id },
    )
  ).task;

test("D5-02 every text can be taken back, from the row, the log and every table", async () => {
  const secret = "Mevrouw Geheim-D502";
  const task = await create(demi, `${secret} titel`);
  const id = task.id;
  taskIn(await act(demi, "updateTask", { id, expectedVersion: 99, description: `${secret} tekst`, title: `${secret} opnieuw` }));
  taskIn(await act(demi, "moveTask", { id, columnId: board.columnOf("BLOCKED"), expectedVersion: 99, reason: `${secret} wacht` }));
  taskIn(await act(demi, "updateTask", { id, expectedVersion: 99, blockedReason: `${secret} wacht anders` }));
  taskIn(
    await act(demi, "moveTask", { id, columnId: board.columnOf("IN_PROGRESS"), expectedVersion: 99, reason: `${secret} verder`, waiveNote: `${secret} nota` }),
  );
  taskIn(await act(demi, "addComment", { taskId: id, text: `${secret} reactie` }));
  taskIn(await act(demi, "addChecklistItem", { taskId: id, text: `${secret} stap` }));
  taskIn(await act(demi, "addChecklistItem", { taskId: id, text: `${secret} weg` }));
  taskIn(await act(demi, "addTaskLink", { taskId: id, title: `${secret} link`, url: "https://voorbeeld.example/Geheim-D502", audience: `${secret} wie` }));
  taskIn(
    await act(demi, "proposeAssignment", { taskId: id, organisationId: (await selfOf(rachid)).organisationId, letter: "SUPPORT", note: `${secret} vraag` }),
  );
  const [letter] = (await taskNow(demi, id)).assignments;
  taskIn(await act(rachid, "declineAssignment", { id: letter?.id, expectedVersion: 1, reason: `${secret} nee` }));
  const { checklist, links, comments } = await details(id);
  taskIn(await act(demi, "removeChecklistItem", { id: checklist[1]?.id }));
  expect(await dump()).toContain("Geheim-D502");
  const texts: [type: string, id: string | undefined, field: string, by?: Client][] = [
    ...["title", "description", "blockedReason", "stateReason", "waiveNote"].map((field): [string, string, string] => ["Task", id, field]),
    ["Comment", comments[0]?.id, "text"],
    ["ChecklistItem", checklist[0]?.id, "text"],
    ["ChecklistItem", checklist[1]?.id, "text"],
    ...["title", "url", "audience"].map((field): [string, string | undefined, string] => ["TaskLink", links[0]?.id, field]),
    ["TaskAssignment", letter?.id, "note"],
    ["TaskAssignment", letter?.id, "reason", rachid],
  ];
  for (const [type, target, field, by = demi] of texts)
    expect((await redact(by, type, target, field)).__typename, `${type}.${field}`).toBe("RedactTextPayload");
  expect(await dump()).not.toContain("Geheim-D502");
  const past = await historyOf(fenna, id);
  expect(past.filter(({ type }) => type === "TEXT_REDACTED")).toHaveLength(texts.length);
  expect(JSON.stringify(past)).not.toContain("Geheim-D502");
  expect((await details(id)).redactedFields?.toSorted()).toEqual(["blockedReason", "description", "stateReason", "title", "waiveNote"]);
  expect((await details(id)).comments[0]).toMatchObject({ text: "", redactedFields: ["text"] });
});

test("D5-03 author, a coordinator of the author's organisation or the privacy capability; nobody else, and nothing twice", async () => {
  const task = await create(ayla, "Titel met een naam");
  taskIn(await act(ayla, "addComment", { taskId: task.id, text: "Meneer Voorbeeld" }));
  const [comment] = (await details(task.id)).comments;
  for (const client of [demi, rachid, fenna])
    expect(await redact(client, "Comment", comment?.id, "text")).toMatchObject({ __typename: "NotAllowed", reason: "NOT_THE_AUTHOR" });
  expect((await redact(bo, "Comment", comment?.id, "text")).__typename).toBe("RedactTextPayload");
  expect(await redact(ayla, "Comment", comment?.id, "state")).toMatchObject({ __typename: "ValidationProblem", field: "field" });
  expect(await redact(ayla, "User", comment?.id, "email")).toMatchObject({ __typename: "ValidationProblem" });
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, title: "Ander geheim van Demi" }));
  expect((await redact(demi, "Task", task.id, "title")).__typename).toBe("RedactTextPayload");
  expect(await dump()).not.toContain("Ander geheim van Demi");
});

test("D5-04 what was taken back does not return by undo", async () => {
  const task = await create(demi, "Onschuldig");
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, title: "Zie mevrouw Terugkeer" }));
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, title: "Weer onschuldig" }));
  const event = (await historyOf(demi, task.id))[0];
  expect((await redact(demi, "Task", task.id, "title")).__typename).toBe("RedactTextPayload");
  expect((await act(demi, "undoEvent", { eventId: event?.id })).__typename).not.toBe("UndoEventPayload");
  expect(await dump()).not.toContain("Terugkeer");
});

test("D5-05 the reason of a redaction can be taken back too", async () => {
  const task = await create(demi, "Reden");
  taskIn(await act(demi, "redactText", { targetType: "Task", targetId: task.id, field: "description", reason: "Stond: mevrouw Dubbel" }));
  const event = (await historyOf(demi, task.id))[0];
  expect((await redact(demi, "Event", event?.id, "reason")).__typename).toBe("RedactTextPayload");
  expect(await dump()).not.toContain("Dubbel");
});

test("D5-06 a text of an action line is taken back in the row and in the log", async () => {
  const [coalition] = (await demi.run<{ coalitions: { id: string; themes: { id: string }[] }[] }>(`{ coalitions { id themes { id } } }`)).coalitions;
  const named = { coalitionId: coalition?.id, themeId: coalition?.themes[0]?.id };
  const made = (await act(demi, "createActionLine", { ...named, title: "Samen", soThat: "mevrouw Actielijn meedoet" })).actionLine;
  const input = { targetType: "ActionLine", targetId: made?.id, field: "soThat", reason: "Naam van een bewoner" };
  expect(await act(ayla, "redactActionLineText", input)).toMatchObject({ reason: "NOT_THE_AUTHOR" });
  expect(await act(demi, "redactActionLineText", { ...input, field: "state" })).toMatchObject({ field: "field", code: "NOT_A_TEXT" });
  expect((await act(demi, "redactActionLineText", input)).actionLine).toMatchObject({ soThat: "—", version: 2 });
  expect(await dump()).not.toContain("mevrouw Actielijn");
});
