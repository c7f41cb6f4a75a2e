import { AccessRole, EventType } from "@wijkbord/schema";
import { systemChange } from "@wijkbord/server/src/activity/change.ts";
import { MembershipTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { hours, TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { followBoard, TestSocket } from "../harness/socket.ts";

interface Member {
  id: string;
  displayName: string;
  version: number;
  organisationId: string;
}

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

async function member(name: string): Promise<Member> {
  const query = `query M($id: ID!) { board(id: $id) { coalition { members { id displayName version organisationId } } } }`;
  const answer = await fenna.run<{ board: { coalition: { members: Member[] } } }>(query, { id: board.id });
  const found = answer.board.coalition.members.find(({ displayName }) => displayName.startsWith(name));
  if (!found) throw new Error(`${name} is no member.`);
  return found;
}

async function rights(name: string, field: string, input: Record<string, unknown>): Promise<void> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const answer = await fenna.run<Record<string, { __typename: string }>>(`mutation R($input: ${type}Input!) { ${field}(input: $input) { __typename } }`, {
    input,
  });
  expect(answer[field]?.__typename, name).toBe(`${type}Payload`);
}

const create = async (title: string) => (await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title })).asOfSequence ?? 0;
const elsewhere = {
  get database() {
    return hub.services.database;
  },
  clock,
  wake: () => {},
};

async function following(token: string, params: Record<string, unknown> = {}): Promise<TestSocket> {
  const socket = await TestSocket.open(hub.url, { authorization: `Bearer ${token}`, ...params });
  socket.subscribe("a", followBoard, { boardId: board.id });
  await socket.until(() => socket.batches("a").length > 0);
  return socket;
}

test("RT-20 signing out closes the sockets of the session with 4401 and leaves those of others open", async () => {
  const [token, other] = [await tokenOf(hub.url, "joost"), await tokenOf(hub.url, "joost")];
  await using socket = await following(token);
  await using stays = await following(other);
  await new Client(hub.url, token).run(`mutation { signOut(input: { everywhere: false }) { __typename } }`);
  const made = await create("Na het uitloggen");
  await stays.until(() => (stays.batches("a").at(-1)?.toSequence ?? 0) >= made);
  await socket.until(() => socket.closed !== null);
  expect(socket.closed?.code).toBe(4401);
  expect(JSON.stringify(socket.messages)).not.toContain("Na het uitloggen");
  expect(stays.closed).toBeNull();
});

test("RT-21 signing out over the socket itself is still answered", async () => {
  await using socket = await following(await tokenOf(hub.url, "joost"));
  expect(await socket.ask("o", `mutation { signOut(input: { everywhere: false }) { ... on SignOutPayload { ended } } }`)).toMatchObject({
    data: { signOut: { ended: 1 } },
  });
  await socket.until(() => socket.closed !== null);
  expect(socket.closed?.code).toBe(4401);
});

test("RT-22 other rights move a stream: it is told to fetch again, and goes on", async () => {
  const demi = await member("Demi");
  await using socket = await following(await tokenOf(hub.url, "demi"));
  const start = socket.batches("a").at(-1)?.toSequence ?? 0;
  await rights("demi", "changeMembership", { id: demi.id, expectedVersion: demi.version, accessRole: AccessRole.OBSERVER });
  await socket.until(() => socket.batches("a").some(({ reset }) => reset));
  const made = await create("Met andere rechten");
  await socket.until(() => (socket.batches("a").at(-1)?.toSequence ?? 0) >= made);
  expect(socket.batches("a").flatMap(({ events }) => events.map(({ subject }) => subject?.title))).toContain("Met andere rechten");
  socket.subscribe("again", followBoard, { boardId: board.id, after: start });
  await socket.until(() => socket.batches("again").length > 0);
  expect(socket.batches("again")[0]).toMatchObject({ reset: true, events: [] });
});

test("RT-23 a membership that ended ends its streams; a socket that acts for it alone closes", async () => {
  const sem = await member("Sem");
  const token = await tokenOf(hub.url, "sem");
  await using socket = await following(token);
  await using named = await following(token, { membership: sem.id });
  await rights("sem", "revokeMembership", { id: sem.id, expectedVersion: sem.version });
  await create("Zonder Sem");
  await socket.until(() => socket.ended("a"));
  await named.until(() => named.closed !== null);
  expect(named.closed?.code).toBe(4401);
  expect((await socket.ask("q", `{ boards { id } }`)).data).toEqual({ boards: [] });
  socket.subscribe("b", followBoard, { boardId: board.id });
  await socket.until(() => socket.ended("b"));
  for (const each of [socket, named]) expect(JSON.stringify(each.messages)).not.toContain("Zonder Sem");
});

test("RT-24 rights that another process took away are taken from streams in the order of the log", async () => {
  const rachid = await member("Rachid");
  await using socket = await following(await tokenOf(hub.url, "rachid"));
  await systemChange(elsewhere, board.coalition.id, async ({ em, record, now }) => {
    const row = await em.findOneOrFail(MembershipTable, { id: rachid.id });
    const note = (title: string) =>
      record({
        type: EventType.TASK_UPDATED,
        target: { type: "Task", id: row.id },
        boardIds: [board.id],
        changes: [{ field: "title", before: null, after: title }],
      });
    note("Ervoor");
    row.validUntil = now;
    record({ type: EventType.MEMBERSHIP_REVOKED, target: { type: "Membership", id: row.id } });
    note("Erna");
  });
  await hub.services.engine.tick();
  await socket.until(() => socket.ended("a"));
  expect(socket.batches("a").flatMap(({ events }) => events)).toHaveLength(1);
});

test("RT-25 a partner that leaves takes its streams along", async () => {
  const marlon = await member("Marlon");
  await using socket = await following(await tokenOf(hub.url, "marlon"));
  const query = `query O($id: ID!) { board(id: $id) { coalition { organisations { id version } } } }`;
  const { organisations } = (await fenna.run<{ board: { coalition: { organisations: { id: string; version: number }[] } } }>(query, { id: board.id })).board
    .coalition;
  const organisation = organisations.find(({ id }) => id === marlon.organisationId);
  await rights("marlon", "partnerLeaves", { organisationId: organisation?.id, expectedVersion: organisation?.version });
  await socket.until(() => socket.ended("a"));
});

test("RT-26 a session that ran out closes its sockets at the next sweep", async () => {
  await using socket = await following(await tokenOf(hub.url, "henk"));
  clock.advance(13 * hours);
  await hub.services.engine.tick();
  await socket.until(() => socket.closed !== null);
  expect(socket.closed?.code).toBe(4401);
});

test("RT-27 a hub that stops says so to its sockets", async () => {
  const own = await startTestHub();
  await using socket = await TestSocket.as(own.url, await tokenOf(own.url, "demi"));
  await own[Symbol.asyncDispose]();
  await socket.until(() => socket.closed !== null);
  expect(socket.closed?.code).toBe(1012);
});
