import type { Hub } from "@wijkbord/server/src/hub.ts";
import trusted from "@wijkbord/schema/trusted" with { type: "json" };
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard, type TestTask } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";

let hub: Hub;
let fenna: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub();
  fenna = await Client.as(hub.url, "fenna");
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

interface Logged {
  sequence: number;
  type: string;
  actor: { displayName: string | null; organisation: { id: string } | null };
  target: { type: string; id: string };
  taskId: string | null;
  boardIds: string[];
  version: number | null;
  changes: { field: string; before: unknown; after: unknown }[];
}

async function newTask(title: string): Promise<TestTask> {
  const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title });
  if (!task) throw new Error("No task was made.");
  return task;
}

async function historyOf(taskId: string): Promise<Logged[]> {
  const query = `query H($id: ID!) { task(id: $id) { history(first: 100) { sequence type taskId boardIds version
    actor { displayName organisation { id } } target { type id } changes { field before after } } } }`;
  return (await fenna.run<{ task: { history: Logged[] } }>(query, { id: taskId })).task.history;
}

test("T10-01 an event says who, what, where and how it changed; each act has its own type", async () => {
  const task = await newTask("Gebeurtenissen");
  const column = (state: string) => board.columns.find((each) => each.state === state)?.id;
  const step = async (name: string, type: string, input: Record<string, unknown>) => {
    const answer = await change(fenna, name, type, input);
    expect(answer.__typename, name).toBe(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`);
    return answer.task?.version ?? 0;
  };
  let version = await step("updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: task.version, title: "Gebeurtenissen twee" });
  version = await step("moveTask", "MoveTaskInput", { id: task.id, columnId: column("BLOCKED"), expectedVersion: version, reason: "wacht op sleutel" });
  version = await step("moveTask", "MoveTaskInput", { id: task.id, columnId: column("IN_PROGRESS"), expectedVersion: version });
  await step("addChecklistItem", "AddChecklistItemInput", { taskId: task.id, text: "Een stap" });
  await step("addTaskLink", "AddTaskLinkInput", { taskId: task.id, title: "Stuk", url: "https://stuk.example/" });
  await step("addComment", "AddCommentInput", { taskId: task.id, text: "Dit staat nooit in het logboek" });
  const history = (await historyOf(task.id)).toReversed();
  expect(history.map(({ type }) => type)).toEqual([
    "TASK_CREATED",
    "TASK_UPDATED",
    "TASK_BLOCKED",
    "TASK_UNBLOCKED",
    "CHECKLIST_CHANGED",
    "TASK_LINKED",
    "COMMENT_ADDED",
  ]);
  for (const event of history) {
    expect(event.actor).toMatchObject({ displayName: "Fenna Voorbeeld", organisation: { id: expect.any(String) as string } });
    expect(event).toMatchObject({ taskId: task.id, boardIds: [board.id] });
  }
  expect(history[1]?.changes).toEqual([{ field: "title", before: "Gebeurtenissen", after: "Gebeurtenissen twee" }]);
  expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_event, index) => (history[0]?.sequence ?? 0) + index));
});

test("T10-02 the text of a comment is never in the log, only its id", async () => {
  const task = await newTask("Zonder tekst");
  await change(fenna, "addComment", "AddCommentInput", { taskId: task.id, text: "Geheime formulering 8841" });
  const [latest] = await historyOf(task.id);
  expect(latest).toMatchObject({ type: "COMMENT_ADDED", target: { type: "Comment" } });
  const [found] = await hub.services.database
    .read()
    .execute<{ count: number }[]>(`select count(*)::int as count from event where changes::text like '%Geheime formulering%'`);
  expect(found?.count).toBe(0);
});

/** Names of places are public; an invitation answers only to who holds its secret, which this test does not. */
const open: ReadonlySet<string> = new Set(["demoPeople", "hello", "me", "startAreas"]);

test("INV-22 without signing in no document of the web app answers with anything of a coalition", async () => {
  const anyId = board.id;
  const queries = Object.entries(trusted as Record<string, string>).flatMap(([documentId, text]) => {
    const operation = parse(text).definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
    return operation?.operation === "query" ? [{ documentId, operation }] : [];
  });
  expect(queries.length).toBeGreaterThan(5);
  for (const { documentId, operation } of queries) {
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        JSON.stringify(type).includes('"Int"') ? 101 : variable.name.value === "slug" ? "zuidwest" : anyId,
      ]),
    );
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ documentId, variables }),
    });
    const { data } = (await response.json()) as { data?: Record<string, unknown> | null };
    const told = Object.entries(data ?? {}).filter(([field, value]) => value !== null && !open.has(field));
    expect(told, operation.name?.value).toEqual([]);
  }
});
