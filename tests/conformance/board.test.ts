import { afterAll, beforeAll, expect, test } from "vitest";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub();
  fenna = await Client.as(hub.url, "fenna");
  demi = await Client.as(hub.url, "demi");
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

const columnOf = (state: string) => board.columns.find((column) => column.state === state)?.id;
const create = (client: Client, title: string, extra: Record<string, unknown> = {}) =>
  change(client, "createTask", "CreateTaskInput", { boardId: board.id, title, ...extra });

test("B-01 the demo board holds its 24 tasks and no foreign board opens", async () => {
  expect(board.tasks).toHaveLength(24);
  const { errors } = await fenna.send(`{ board(id: "018f0000-0000-7000-8000-000000000000") { id } }`);
  expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  const anonymous = await new Client(hub.url, null).send(`{ boards { id } }`);
  expect(anonymous.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
});

test("B-02 a task takes the next number and its limits hold", async () => {
  const first = await create(fenna, "Eerste");
  const second = await create(fenna, "Tweede");
  const numbers = [first, second].map(({ task }) => Number(task?.number.split("-")[1]));
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  expect(await create(fenna, "x".repeat(141))).toMatchObject({ __typename: "ValidationProblem", code: "TOO_LONG" });
  expect(await create(fenna, "  ")).toMatchObject({ __typename: "ValidationProblem", code: "REQUIRED" });
});

test("T3-01 a follower receives every number once, in order", async () => {
  const start = (await boardCalled(fenna, "Moerwijk")).asOfSequence;
  const done = demi.follow(board.id, start, (batches) => (batches.at(-1)?.toSequence ?? 0) >= start + 3);
  for (const title of ["Een", "Twee", "Drie"]) await create(fenna, title);
  const batches = await done;
  let last = start;
  for (const batch of batches) {
    expect(batch.fromSequence).toBe(last + 1);
    last = batch.toSequence;
  }
  const titles = batches.flatMap(({ events }) => events).map(({ subject }) => subject?.title);
  expect(titles).toEqual(["Een", "Twee", "Drie"]);
});

test("T4-01 one field group conflicts, different groups merge", async () => {
  const { task } = await create(fenna, "Samen");
  const edit = (fields: Record<string, unknown>) => change(fenna, "updateTask", "UpdateTaskInput", { id: task?.id, expectedVersion: 1, ...fields });
  expect(await edit({ title: "Anders" })).toMatchObject({ task: { title: "Anders", version: 2 } });
  expect(await edit({ description: "Erbij" })).toMatchObject({ task: { version: 3 } });
  expect(await edit({ title: "Nog anders" })).toMatchObject({ __typename: "VersionConflict", groups: ["TITLE"] });
});

test("T5-01 a repeat answers with the first result", async () => {
  const clientMutationId = "0197a000-0000-7000-8000-000000000001";
  const first = await create(fenna, "Eenmaal", { clientMutationId });
  const second = await create(fenna, "Eenmaal", { clientMutationId });
  expect(second.task?.id).toBe(first.task?.id);
  expect(second.asOfSequence).toBe(first.asOfSequence);
});

test("INV-01 INV-03 an organisation accepts only for itself and one trekt", async () => {
  const own = (await demi.run<{ me: { memberships: { organisationId: string }[] } }>(`{ me { memberships { organisationId } } }`)).me.memberships[0];
  const { task } = await create(fenna, "Verdelen", { accountableOrganisationId: own?.organisationId });
  const letter = task?.assignments[0];
  const answer = { id: letter?.id, expectedVersion: 1 };
  expect(await change(fenna, "acceptAssignment", "ActInput", answer)).toMatchObject({ __typename: "NotAllowed" });
  expect(await change(demi, "acceptAssignment", "ActInput", answer)).toMatchObject({ task: { assignments: [{ state: "ACCEPTED" }] } });
  const pickedUp = await change(fenna, "pickUpTask", "ActInput", { id: task?.id, expectedVersion: 1 });
  expect(pickedUp).toMatchObject({ __typename: "RuleBroken", rule: "INV-01", missing: [{ objectId: own?.organisationId }] });
});

test("D1-01 Pak op is one act and any member moves any card", async () => {
  const { task } = await create(fenna, "Oppakken");
  const picked = await change(fenna, "pickUpTask", "ActInput", { id: task?.id, expectedVersion: 1 });
  expect(picked.task?.state).toBe("AGREED");
  expect(picked.task?.assignments.map(({ letter, state }) => `${letter} ${state}`)).toEqual(["ACCOUNTABLE ACCEPTED", "RESPONSIBLE ACCEPTED"]);
  const moved = await change(demi, "moveTask", "MoveTaskInput", { id: task?.id, columnId: columnOf("DONE"), expectedVersion: picked.task?.version });
  expect(moved.task?.state).toBe("DONE");
});

test("D4-01 an internal task stays with its organisation", async () => {
  const start = (await boardCalled(demi, "Moerwijk")).asOfSequence;
  const { task } = await create(fenna, "Alleen van ons", { visibility: "ORGANISATION" });
  await create(fenna, "Voor allen");
  const batches = await demi.follow(board.id, start, (all) => (all.at(-1)?.toSequence ?? 0) >= start + 2);
  expect(JSON.stringify(batches)).not.toContain("Alleen van ons");
  expect((await boardCalled(demi, "Moerwijk")).tasks.map(({ id }) => id)).not.toContain(task?.id);
  const { errors } = await demi.send(`query T($id: ID!) { task(id: $id) { title } }`, { id: task?.id });
  expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});

test("D5-01 a text that was taken back is gone from rows and log", async () => {
  const start = (await boardCalled(fenna, "Moerwijk")).asOfSequence;
  const { task } = await create(fenna, "Titel een");
  const secret = "Mevrouw Geheim op de derde";
  const edited = await change(fenna, "updateTask", "UpdateTaskInput", { id: task?.id, expectedVersion: 1, title: secret });
  await change(fenna, "redactText", "RedactTextInput", { targetType: "Task", targetId: task?.id, field: "title", reason: "naam" });
  const batches = await fenna.follow(board.id, start, (all) => (all.at(-1)?.toSequence ?? 0) >= (edited.asOfSequence ?? 0) + 1);
  const history = await fenna.run(`query H($id: ID!) { task(id: $id) { title history { changes { field before after } } } }`, { id: task?.id });
  expect(JSON.stringify([batches, history])).not.toContain(secret);
});
