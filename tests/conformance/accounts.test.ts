import { AccessRole } from "@wijkbord/schema";
import { sessionEnds } from "@wijkbord/server/src/accounts/sessionLife.ts";
import { MembershipTable, OrganisationTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import { SessionTable } from "@wijkbord/server/src/accounts/account.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { days, hours, TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";

let hub: Hub;
const clock = new TestClock();

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (token: string, query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  raw(`${hub.url}/graphql`, { body: { query, variables }, headers: { ...bearer(token), ...headers } });
const isSignedIn = async (token: string) => (await ask(token, "{ me { id } }")).data?.["me"] !== undefined;

interface Listed {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  ownDevice: boolean;
  current: boolean;
}
async function sessionsOf(token: string): Promise<Listed[]> {
  const { data } = await ask(token, "{ me { sessions { id createdAt lastUsedAt ownDevice current } } }");
  return (data as { me: { sessions: Listed[] } }).me.sessions;
}

describe("D12-01 how long a session lives", () => {
  const start = new Date("2026-03-02T09:00:00Z");
  const life = (ownDevice: boolean, roles: AccessRole[], chosenDays: (number | null)[] = []) =>
    (sessionEnds({ ownDevice, createdAt: start, lastUsedAt: start, roles, chosenDays }).getTime() - start.getTime()) / hours;
  test("D12-01 elsewhere 12 hours, on an own device 90 days, 30 for coordinators", () => {
    expect(life(false, [AccessRole.MEMBER])).toBe(12);
    expect(life(true, [AccessRole.MEMBER])).toBe(90 * 24);
    expect(life(true, [AccessRole.MEMBER, AccessRole.PARTNER_COORDINATOR])).toBe(30 * 24);
    expect(life(true, [AccessRole.COALITION_COORDINATOR])).toBe(30 * 24);
  });
  test("D12-01 a coalition may choose shorter, never longer", () => {
    expect(life(true, [AccessRole.MEMBER], [7, null])).toBe(7 * 24);
    expect(life(true, [AccessRole.COALITION_COORDINATOR], [80])).toBe(30 * 24);
  });
});

test("D12-02 elsewhere a session ends after 12 hours, also when it is used", async () => {
  const token = await tokenOf(hub.url, "ayla");
  clock.advance(11 * hours);
  expect(await isSignedIn(token)).toBe(true);
  clock.advance(2 * hours);
  expect(await isSignedIn(token)).toBe(false);
});

test("D12-03 on an own device use makes it longer, and no use ends it", async () => {
  const token = await tokenOf(hub.url, "ayla", true);
  clock.advance(80 * days);
  expect(await isSignedIn(token)).toBe(true);
  clock.advance(80 * days);
  expect(await isSignedIn(token)).toBe(true);
  clock.advance(91 * days);
  expect(await isSignedIn(token)).toBe(false);
});

test("D12-04 latest use is written at most every five minutes", async () => {
  const token = await tokenOf(hub.url, "wouter", true);
  const [first] = await sessionsOf(token);
  clock.advance(4 * 60_000);
  const [soon] = await sessionsOf(token);
  clock.advance(2 * 60_000);
  const [later] = await sessionsOf(token);
  expect(soon?.lastUsedAt).toBe(first?.lastUsedAt);
  expect(later?.lastUsedAt).toBe(clock.now().toISOString());
});

test("D12-05 a person sees and ends own sessions, and nobody else's", async () => {
  const [laptop, phone] = [await tokenOf(hub.url, "ineke"), await tokenOf(hub.url, "ineke", true)];
  const listed = await sessionsOf(laptop);
  expect(listed.map(({ current, ownDevice }) => [current, ownDevice]).toSorted()).toEqual([
    [false, true],
    [true, false],
  ]);
  const other = listed.find(({ current }) => !current)?.id;
  const end = "mutation E($id: ID!) { endSession(input: { id: $id }) { __typename ... on NotFound { field } } }";
  const stranger = await tokenOf(hub.url, "demi");
  const refused = [await ask(stranger, end, { id: other }), await ask(stranger, end, { id: uuidv7() }), await ask(stranger, end, { id: "x" })];
  for (const answer of refused) expect(answer.data).toEqual({ endSession: { __typename: "NotFound", field: "id" } });
  expect((await ask(laptop, end, { id: other })).data).toEqual({ endSession: { __typename: "EndSessionPayload" } });
  expect([await isSignedIn(laptop), await isSignedIn(phone)]).toEqual([true, false]);
});

test("D12-06 signing out ends this device, or all at once", async () => {
  const tokens = [await tokenOf(hub.url, "loes"), await tokenOf(hub.url, "loes"), await tokenOf(hub.url, "loes")];
  const out = "mutation O($everywhere: Boolean!) { signOut(input: { everywhere: $everywhere }) { ... on SignOutPayload { ended } } }";
  expect((await ask(tokens[0] ?? "", out, { everywhere: false })).data).toEqual({ signOut: { ended: 1 } });
  expect(await Promise.all(tokens.map(isSignedIn))).toEqual([false, true, true]);
  expect((await ask(tokens[1] ?? "", out, { everywhere: true })).data).toEqual({ signOut: { ended: 2 } });
  expect(await Promise.all(tokens.map(isSignedIn))).toEqual([false, false, false]);
});

test("D12-07 the database holds no token", async () => {
  const token = await tokenOf(hub.url, "henk");
  const rows = await hub.services.database.read().find(SessionTable, {});
  expect(JSON.stringify(rows)).not.toContain(token);
});

describe("T6-06 a request acts for one membership", () => {
  let token: string;
  let own: { id: string; coalitionId: string; organisationId: string }[];
  let second: string;
  beforeAll(async () => {
    token = await tokenOf(hub.url, "marlon");
    const memberships = "{ me { memberships { id coalitionId organisationId } } }";
    own = ((await ask(token, memberships)).data as { me: { memberships: typeof own } }).me.memberships;
    second = uuidv7();
    await hub.services.database.transaction(async (em) => {
      const first = await em.findOneOrFail(MembershipTable, { id: own[0]?.id ?? "" });
      const other = await em.findOneOrFail(OrganisationTable, {
        coalitionId: first.coalitionId,
        shortName: { $ne: "" },
        id: { $ne: first.organisationId },
        parentId: null,
      });
      em.create(MembershipTable, {
        id: second,
        coalitionId: first.coalitionId,
        organisationId: other.id,
        userId: first.userId,
        accessRole: AccessRole.MEMBER,
        capabilities: [],
        validFrom: clock.now(),
        validUntil: null,
        version: 1,
      });
    });
    clock.advance(2_000);
  });
  const create =
    "mutation C($input: CreateTaskInput!) { createTask(input: $input) { __typename ... on ValidationProblem { field code } ... on CreateTaskPayload { task { id } } } }";
  const boardOf = async () => {
    const { data } = await ask(token, "{ coalitions { id boards { id } } }");
    return (data as { coalitions: { id: string; boards: { id: string }[] }[] }).coalitions.find(({ id }) => id === own[0]?.coalitionId)?.boards[0]?.id;
  };
  const internal = async (membership: string) => {
    const input = { boardId: await boardOf(), title: "Alleen wij", visibility: "ORGANISATION" };
    const { data } = await ask(token, create, { input }, { "x-wijkbord-membership": membership });
    return (data as { createTask: { task: { id: string } } }).createTask.task.id;
  };

  test("T6-06 a change without a name is refused when several would do", async () => {
    const answer = await ask(token, create, { input: { boardId: await boardOf(), title: "Voor wie?" } });
    expect(answer.data).toEqual({ createTask: { __typename: "ValidationProblem", field: "membership", code: "ACTING_FOR_REQUIRED" } });
  });
  test("T6-06 reads are those of that membership alone; without a name those of the oldest", async () => {
    const [ofFirst, ofSecond] = [await internal(own[0]?.id ?? ""), await internal(second)];
    const sees = async (id: string, headers: Record<string, string> = {}) =>
      (await ask(token, "query T($id: ID!) { task(id: $id) { id } }", { id }, headers)).data !== null;
    expect([await sees(ofFirst), await sees(ofSecond)]).toEqual([true, false]);
    const asSecond = { "x-wijkbord-membership": second };
    expect([await sees(ofFirst, asSecond), await sees(ofSecond, asSecond)]).toEqual([false, true]);
  });
  test("T6-06 a membership that is not one's own gives nothing, and says nothing", async () => {
    const foreign = await hub.services.database.read().findOneOrFail(MembershipTable, { id: { $nin: [second, own[0]?.id ?? ""] } }, { orderBy: { id: "asc" } });
    for (const membership of [foreign.id, uuidv7(), "nonsense"]) {
      const headers = { "x-wijkbord-membership": membership };
      expect((await ask(token, "{ boards { id } }", {}, headers)).data).toEqual({ boards: [] });
      const board = await ask(token, "query B($id: ID!) { board(id: $id) { id } }", { id: await boardOf() }, headers);
      expect(board.codes).toEqual(["NOT_FOUND"]);
      expect((await ask(token, "{ me { memberships { id } } }", {}, headers)).data).not.toEqual({ me: { memberships: [] } });
    }
  });
});

test("T6-07 without demo mode the demo fields answer NOT_FOUND", async () => {
  await using plain = await startTestHub({ DEMO: "off" });
  const people = await raw(`${plain.url}/graphql`, { body: { query: "{ demoPeople { key } }" } });
  const signIn = await raw(`${plain.url}/graphql`, { body: { query: 'mutation { signInAsDemoPerson(key: "fenna") { token } }' } });
  expect([people.codes, signIn.codes]).toEqual([["NOT_FOUND"], ["NOT_FOUND"]]);
});
