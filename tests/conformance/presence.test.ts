import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, readAs } from "../harness/agreements.ts";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { TestSocket } from "../harness/socket.ts";

interface Person {
  membershipId: string;
  displayName: string;
  organisation: { shortName: string };
  taskId: string | null;
  mode: string;
}
interface Update {
  full: boolean;
  left: string[];
  present: Person[];
}

const query = `subscription P($boardId: ID, $objectId: ID) { presence(boardId: $boardId, objectId: $objectId) {
  full left present { membershipId displayName organisation { shortName } page objectId taskId mode } } }`;
const say = `mutation S($input: SetPresenceInput!) { setPresence(input: $input) { __typename ... on SetPresencePayload { mode shownUntil } ... on NotFound { field } ... on ValidationProblem { field code } } }`;

const clock = new TestClock();
let hub: Hub;
let fenna: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  fenna = await Client.as(hub.url, "fenna");
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

const socketOf = async (key: string) => TestSocket.as(hub.url, await tokenOf(hub.url, key));
const updates = (socket: TestSocket, id = "p") => socket.results<Update>(id, "presence");
let asked = 0;

async function set(
  socket: TestSocket,
  input: Record<string, unknown> = {},
): Promise<{ __typename: string; mode?: string; shownUntil?: string | null; field?: string }> {
  asked += 1;
  clock.advance(1_000);
  const base = { coalitionId: board.coalition.id, page: "BOARD", objectId: board.id, mode: "VIEWING" };
  const { data, errors } = await socket.ask<{ setPresence: { __typename: string } }>(`s${asked}`, say, { input: { ...base, ...input } });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.setPresence;
}

async function watch(key: string, variables: Record<string, unknown> = { boardId: board.id }): Promise<TestSocket> {
  const socket = await socketOf(key);
  socket.subscribe("p", query, variables);
  await socket.until(() => updates(socket).length > 0);
  return socket;
}

/** The list that a follower has after all updates so far. */
function listed(socket: TestSocket): Person[] {
  const list = new Map<string, Person>();
  for (const { full, present, left } of updates(socket)) {
    if (full) list.clear();
    for (const person of present) list.set(person.membershipId, person);
    for (const id of left) list.delete(id);
  }
  return [...list.values()];
}
const names = (socket: TestSocket) => listed(socket).map(({ displayName }) => displayName.split(" ")[0]);

test("PRES-01 the list comes first, then who comes and goes with the socket, by name and organisation only", async () => {
  await using demi = await socketOf("demi");
  await set(demi);
  await using watcher = await watch("fenna");
  expect(updates(watcher)[0]).toMatchObject({
    full: true,
    left: [],
    present: [{ organisation: { shortName: expect.any(String) }, mode: "VIEWING", taskId: null }],
  });
  const joost = await socketOf("joost");
  await set(joost, { mode: "EDITING" });
  await watcher.until(() => names(watcher).length === 2);
  await joost[Symbol.asyncDispose]();
  await watcher.until(() => names(watcher).join() === "Demi");
  expect(updates(watcher).filter(({ full }) => full)).toHaveLength(1);
});

test("PRES-02 two windows of one person show once, editing before looking", async () => {
  await using watcher = await watch("fenna");
  await using one = await socketOf("demi");
  await using two = await socketOf("demi");
  await set(one, { mode: "EDITING" });
  await set(two);
  await watcher.until(() => listed(watcher).some(({ mode }) => mode === "EDITING"));
  expect(names(watcher)).toEqual(["Demi"]);
  await one[Symbol.asyncDispose]();
  await watcher.until(() => listed(watcher).every(({ mode }) => mode === "VIEWING"));
  expect(names(watcher)).toEqual(["Demi"]);
});

test("PRES-03 HIDDEN takes a person away in all windows", async () => {
  await using watcher = await watch("fenna");
  await using one = await socketOf("demi");
  await using two = await socketOf("demi");
  expect(await set(one)).toMatchObject({ __typename: "SetPresencePayload", mode: "VIEWING", shownUntil: expect.any(String) });
  await set(two);
  await watcher.until(() => names(watcher).includes("Demi"));
  expect(await set(one, { mode: "HIDDEN", objectId: null })).toEqual({ __typename: "SetPresencePayload", mode: "HIDDEN", shownUntil: null });
  await watcher.until(() => names(watcher).length === 0);
});

test("PRES-04 who is not heard for 45 seconds is gone, also when it came over HTTP", async () => {
  await using watcher = await watch("fenna");
  const demi = await Client.as(hub.url, "demi");
  await demi.run(say, { input: { coalitionId: board.coalition.id, page: "BOARD", objectId: board.id, mode: "VIEWING" } });
  await watcher.until(() => names(watcher).includes("Demi"));
  clock.advance(44_000);
  await hub.services.engine.tick();
  expect(names(watcher)).toEqual(["Demi"]);
  clock.advance(1_000);
  await hub.services.engine.tick();
  await watcher.until(() => names(watcher).length === 0);
});

test("PRES-05 an internal task that is open shows to its organisation alone", async () => {
  const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Binnenskamers", visibility: "ORGANISATION" });
  await using own = await watch("fenna");
  await using other = await watch("demi");
  await using acting = await socketOf("fenna");
  await set(acting, { taskId: task?.id, mode: "EDITING" });
  await Promise.all([own, other].map((socket) => socket.until(() => names(socket).includes("Fenna"))));
  expect(listed(own)).toMatchObject([{ taskId: task?.id, mode: "EDITING" }]);
  expect(listed(other)).toMatchObject([{ taskId: null, mode: "VIEWING" }]);
  expect(JSON.stringify(other.messages)).not.toContain(task?.id);
  await using demi = await socketOf("demi");
  expect(await set(demi, { taskId: task?.id })).toEqual({ __typename: "NotFound", field: "taskId" });
  demi.subscribe("t", query, { objectId: task?.id });
  await demi.until(() => demi.ended("t"));
  expect(JSON.stringify(demi.messages)).toContain("NOT_FOUND");
});

test("PRES-06 a task has its own page, and changes nothing in log or tables", async () => {
  const before = (await boardCalled(fenna, "Moerwijk")).asOfSequence;
  const [task] = board.tasks;
  await using watcher = await watch("demi", { objectId: task?.id });
  await using one = await socketOf("joost");
  await set(one, { page: "TASK", objectId: task?.id });
  await watcher.until(() => names(watcher).includes("Joost"));
  expect((await boardCalled(fenna, "Moerwijk")).asOfSequence).toBe(before);
  expect(await set(one, { objectId: "018f0000-0000-7000-8000-000000000000" })).toEqual({ __typename: "NotFound", field: "objectId" });
  expect(await set(one, { objectId: null })).toMatchObject({ __typename: "ValidationProblem", field: "objectId" });
});

test("PRES-07 changes come together, at most two tellings per second", async () => {
  const started = performance.now();
  await using watcher = await watch("fenna");
  await using one = await socketOf("demi");
  for (let index = 0; index < 12; index += 1) await set(one, { mode: index % 2 === 0 ? "EDITING" : "VIEWING" });
  await set(one, { taskId: board.tasks[0]?.id });
  await watcher.until(() => listed(watcher).some(({ taskId }) => taskId === board.tasks[0]?.id));
  const halfSeconds = (performance.now() - started) / 500;
  expect(updates(watcher).length).toBeLessThanOrEqual(halfSeconds + 2);
});

test("AG-50 an agreement shows who reads it only where the coalition chose that, to those who may read it; while a round is open only the organisation, once", async () => {
  const coalitionId = board.coalition.id;
  const signatoryIds = board.coalition.organisations.filter(({ shortName }) => ["Gemeente", "De Portiek"].includes(shortName)).map(({ id }) => id);
  const { agreement } = await actAs(fenna, "draftAgreement", { coalitionId, templateKey: "ritme", signatoryIds });
  const objectId = agreement?.id ?? "";
  const here = { page: "AGREEMENT", objectId };
  await using watcher = await watch("fenna", { objectId });
  await using demi = await socketOf("demi");
  expect(await set(demi, here)).toEqual({ __typename: "SetPresencePayload", mode: "HIDDEN", shownUntil: null });
  const settings = async () =>
    (await fenna.run<{ coalitions: { id: string; version: number }[] }>("{ coalitions { id version } }")).coalitions.find(({ id }) => id === coalitionId);
  const choose = async (agreementPresence: boolean) =>
    fenna.run(`mutation U($input: UpdateCoalitionInput!) { updateCoalition(input: $input) { __typename } }`, {
      input: { id: coalitionId, expectedVersion: (await settings())?.version, agreementPresence },
    });
  await choose(true);
  expect(await set(demi, here)).toMatchObject({ mode: "VIEWING" });
  await watcher.until(() => names(watcher).includes("Demi"));
  await using observer = await socketOf("sem");
  expect(await set(observer, here)).toEqual({ __typename: "NotFound", field: "objectId" });
  observer.subscribe("p", query, { objectId });
  await observer.until(() => observer.ended("p"));
  expect(JSON.stringify(observer.messages)).not.toContain("Demi");

  const { versions } = await readAs(fenna, objectId);
  expect(await actAs(fenna, "openConsentRound", { versionId: versions[0]?.id, expectedVersion: versions[0]?.version })).toMatchObject({
    __typename: "OpenConsentRoundPayload",
  });
  await hub.services.engine.tick();
  await watcher.until(() => listed(watcher)[0]?.displayName === "");
  expect(listed(watcher)).toMatchObject([{ displayName: "", organisation: { shortName: "De Portiek" }, mode: "VIEWING" }]);
  await using late = await watch("joost", { objectId });
  expect(JSON.stringify(late.messages)).not.toContain("Demi");
  expect(listed(late)).toHaveLength(1);
  await choose(false);
  await hub.services.engine.tick();
  await watcher.until(() => listed(watcher).length === 0);
});
