import { AccessRole, Capability, OrganisationKind } from "@wijkbord/schema";
import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import { OrganisationTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { TaskAssignmentTable, TaskTable } from "@wijkbord/server/src/tasks/task.tables.ts";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";

interface Answer {
  __typename: string;
  [field: string]: unknown;
}
interface Organisation {
  id: string;
  shortName: string;
  parentId: string | null;
  version: number;
}
interface Member {
  id: string;
  displayName: string;
  organisationId: string;
  accessRole: string;
  capabilities: string[];
  version: number;
}
interface Coalition {
  id: string;
  slug: string;
  name: string;
  version: number;
  sequence: number;
  defaultStyle: string;
  organisations: (Organisation & { leftOn: string | null })[];
  members: Member[];
}

let hub: Hub;
const tokens = new Map<string, string>();
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

async function as(key: string, query: string, variables: Record<string, unknown> = {}) {
  const token = tokens.get(key) ?? (await tokenOf(hub.url, key));
  tokens.set(key, token);
  return raw(`${hub.url}/graphql`, { body: { query, variables }, headers: bearer(token) });
}

async function zuidwest(key = "fenna"): Promise<Coalition> {
  const fields = "id slug name version sequence defaultStyle organisations { id shortName parentId version leftOn } members { id displayName organisationId accessRole capabilities version }";
  const { data } = await as(key, `{ coalitions { ${fields} } }`);
  const found = (data as { coalitions: Coalition[] }).coalitions.find(({ slug }) => slug === "zuidwest");
  if (!found) throw new Error("No Zuidwest.");
  return found;
}

/** Runs a mutation of a coalition and gives its answer. */
async function change(key: string, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const object = name === "updateCoalition" ? "coalition { id name defaultStyle version }" : name.includes("Membership") ? "membership { id displayName accessRole capabilities version validUntil }" : "organisation { id name shortName letters parentId leftOn version }";
  const query = `mutation M($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on ${type}Payload { ${object} asOfSequence }
    ... on NotAllowed { reason } ... on NotFound { field } ... on ValidationProblem { field code limit } ... on RuleBroken { rule missing { code } } ... on VersionConflict { version groups } } }`;
  const { data, text } = await as(key, query, { input });
  if (!data) throw new Error(text);
  return (data as { answer: Answer }).answer;
}

const eventsSince = async (coalitionId: string, sequence: number) => {
  const events = await hub.services.database.read().find(EventTable, { coalitionId, sequence: { $gt: sequence } }, { orderBy: { sequence: "asc" } });
  return events.map(({ type }) => String(type));
};
const memberOf = ({ members }: Coalition, name: string): Member => {
  const found = members.find(({ displayName }) => displayName.startsWith(name));
  if (!found) throw new Error(`No ${name}.`);
  return found;
};
const own = (coalition: Coalition, name: string): Organisation => {
  const { organisationId } = memberOf(coalition, name);
  return coalition.organisations.find(({ id }) => id === organisationId) as Organisation;
};

describe("C9-01 settings of a coalition", () => {
  test("C9-01 a coordinator changes them, in one event", async () => {
    const { id, version, sequence } = await zuidwest();
    const answer = await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "Zuidwest samen", defaultStyle: "STRICT", timeZone: "Europe/Brussels", ownDeviceDays: 14 });
    expect(answer).toMatchObject({ __typename: "UpdateCoalitionPayload", coalition: { name: "Zuidwest samen", defaultStyle: "STRICT", version: version + 1 }, asOfSequence: sequence + 1 });
    expect(await eventsSince(id, sequence)).toEqual(["COALITION_CHANGED"]);
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "Te laat" })).toMatchObject({ __typename: "VersionConflict" });
  });
  test("C9-01 others may not, and bad values are refused by name", async () => {
    const { id, version } = await zuidwest();
    expect(await change("demi", "updateCoalition", { id, expectedVersion: version, name: "Anders" })).toMatchObject({ reason: "NOT_COORDINATOR" });
    expect(await change("sem", "updateCoalition", { id, expectedVersion: version, name: "Anders" })).toMatchObject({ reason: "NOT_COORDINATOR" });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "ab" })).toMatchObject({ field: "name", code: "REQUIRED", limit: 3 });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "x".repeat(121) })).toMatchObject({ field: "name", code: "TOO_LONG", limit: 120 });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, timeZone: "Mars/Olympus" })).toMatchObject({ field: "timeZone", code: "NOT_A_TIME_ZONE" });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, ownDeviceDays: 91 })).toMatchObject({ field: "ownDeviceDays", code: "OUT_OF_RANGE" });
  });
});

describe("D16-01 partners and departments", () => {
  const kind = OrganisationKind.COMMUNITY_ORG;
  test("D16-01 a coordinator adds a partner, a partner its department; a department has none", async () => {
    const coalition = await zuidwest();
    const { id: coalitionId, sequence } = coalition;
    const partner = await change("fenna", "addOrganisation", { coalitionId, name: "Stichting Nieuw", shortName: "Nieuw Begin", kind });
    expect(partner).toMatchObject({ organisation: { letters: "NB", parentId: null } });
    expect(await eventsSince(coalitionId, sequence)).toEqual(["PARTNER_JOINED"]);
    expect(await change("demi", "addOrganisation", { coalitionId, name: "Stichting Anders", shortName: "Anders", kind })).toMatchObject({ reason: "NOT_COORDINATOR" });
    const portiek = own(coalition, "Demi").id;
    const department = await change("demi", "addOrganisation", { coalitionId, name: "De Portiek beheer", shortName: "Beheer", kind, parentId: portiek });
    expect(department).toMatchObject({ organisation: { parentId: portiek } });
    const { id } = department["organisation"] as { id: string };
    expect(await change("fenna", "addOrganisation", { coalitionId, name: "Te diep", shortName: "Diep", kind, parentId: id })).toMatchObject({ rule: "D16", missing: [{ code: "NOT_A_PARTNER" }] });
    expect(await change("marlon", "addOrganisation", { coalitionId, name: "Vreemd", shortName: "Vreemd", kind, parentId: portiek })).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
    expect(await change("fenna", "addOrganisation", { coalitionId, name: "Stichting Nieuw", shortName: "Weer", kind })).toMatchObject({ field: "name", code: "TAKEN" });
  });
  test("D16-01 a partner changes its own name and look, not those of others", async () => {
    const coalition = await zuidwest();
    const { id, version } = own(coalition, "Demi");
    expect(await change("marlon", "updateOrganisation", { id, expectedVersion: version, shortName: "Gekaapt" })).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version, shortName: "Portiek", letters: "pt", colourIndex: 3 })).toMatchObject({ organisation: { shortName: "Portiek", letters: "PT", version: version + 1 } });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version, shortName: "Te laat" })).toMatchObject({ __typename: "VersionConflict" });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version + 1, letters: "1!" })).toMatchObject({ code: "NOT_LETTERS" });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version + 1, colourIndex: 12 })).toMatchObject({ code: "NOT_A_COLOUR" });
  });
});

describe("C9-02 members", () => {
  test("C9-02 a partner coordinator adds people to the own organisation only, without rights that reach further", async () => {
    const coalition = await zuidwest();
    const organisationId = own(coalition, "Demi").id;
    const person = { email: "Nieuw@Deportiek.example", displayName: "Nieuwe Collega", accessRole: "MEMBER" };
    const added = await change("demi", "addMembership", { organisationId, ...person, capabilities: [Capability.SIGN] });
    expect(added).toMatchObject({ membership: { displayName: "Nieuwe Collega", accessRole: "MEMBER", capabilities: ["SIGN"] } });
    expect(await change("demi", "addMembership", { organisationId, ...person })).toMatchObject({ field: "email", code: "ALREADY_MEMBER" });
    expect(await change("marlon", "addMembership", { organisationId, ...person })).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
    expect(await change("ayla", "addMembership", { organisationId, ...person })).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
    const other = { organisationId, email: "x@y.example", displayName: "X" };
    expect(await change("demi", "addMembership", { ...other, accessRole: AccessRole.COALITION_COORDINATOR })).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("demi", "addMembership", { ...other, accessRole: "MEMBER", capabilities: [Capability.PRIVACY] })).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("demi", "addMembership", { ...other, email: "geen adres", accessRole: "MEMBER" })).toMatchObject({ code: "NOT_AN_EMAIL" });
    expect(await change("demi", "addMembership", { ...other, displayName: "", accessRole: "MEMBER" })).toMatchObject({ field: "displayName", code: "REQUIRED" });
  });
  test("C9-02 nobody gives themselves or a coordinator other rights than they may", async () => {
    const coalition = await zuidwest();
    const demi = memberOf(coalition, "Demi");
    const fenna = memberOf(coalition, "Fenna");
    const rights = (member: Member, extra: Record<string, unknown>) => ({ id: member.id, expectedVersion: member.version, ...extra });
    expect(await change("demi", "changeMembership", rights(demi, { accessRole: AccessRole.COALITION_COORDINATOR }))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("demi", "changeMembership", rights(demi, { capabilities: [Capability.PRIVACY] }))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("bo", "changeMembership", rights(fenna, { accessRole: "MEMBER" }))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("bo", "revokeMembership", rights(fenna, {}))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("sem", "changeMembership", rights(memberOf(coalition, "Sem"), { accessRole: "MEMBER" }))).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
  });
  test("D10-11 a coalition keeps a coordinator; a second one makes room", async () => {
    const coalition = await zuidwest();
    const fenna = memberOf(coalition, "Fenna");
    const input = { id: fenna.id, expectedVersion: fenna.version };
    const last = { rule: "D10", missing: [{ code: "LAST_COORDINATOR" }] };
    expect(await change("fenna", "revokeMembership", input)).toMatchObject(last);
    expect(await change("fenna", "changeMembership", { ...input, accessRole: "MEMBER" })).toMatchObject(last);
    expect(await change("fenna", "partnerLeaves", { organisationId: own(coalition, "Fenna").id, expectedVersion: own(coalition, "Fenna").version })).toMatchObject(last);
    const loes = memberOf(coalition, "Loes");
    const made = await change("fenna", "changeMembership", { id: loes.id, expectedVersion: loes.version, accessRole: AccessRole.COALITION_COORDINATOR });
    expect(made).toMatchObject({ membership: { accessRole: AccessRole.COALITION_COORDINATOR } });
    const back = made["membership"] as Member;
    expect(await change("loes", "changeMembership", { id: back.id, expectedVersion: back.version, accessRole: AccessRole.PARTNER_COORDINATOR })).toMatchObject({ membership: { accessRole: "PARTNER_COORDINATOR" } });
  });
  test("C9-03 a revoked member reads nothing at the next request, and the log says so", async () => {
    const coalition = await zuidwest();
    const tess = memberOf(coalition, "Tess");
    expect((await as("tess", "{ boards { id } }")).data).not.toEqual({ boards: [] });
    const named = () => hub.services.database.read().find(TaskAssignmentTable, { membershipId: tess.id });
    const board = ((await as("tess", "{ boards { id } }")).data as { boards: { id: string }[] }).boards[0]?.id;
    const create = "mutation C($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskPayload { task { assignments { id version } } } } }";
    const made = await as("tess", create, { input: { boardId: board, title: "Van Tess", accountableOrganisationId: tess.organisationId } });
    const [letter] = (made.data as { createTask: { task: { assignments: { id: string; version: number }[] } } }).createTask.task.assignments;
    const name = "mutation N($input: NameAssigneeInput!) { nameAssignee(input: $input) { __typename } }";
    await as("tess", name, { input: { id: letter?.id, expectedVersion: letter?.version, membershipId: tess.id } });
    expect(await named()).not.toEqual([]);
    const answer = await change("fenna", "revokeMembership", { id: tess.id, expectedVersion: tess.version });
    expect(answer["membership"]).toMatchObject({ id: tess.id });
    expect((answer["membership"] as { validUntil: string | null }).validUntil).not.toBeNull();
    expect((await as("tess", "{ boards { id } }")).data).toEqual({ boards: [] });
    expect((await named()).filter(({ state }) => String(state) === "ACCEPTED" || String(state) === "PROPOSED")).toEqual([]);
    expect((await eventsSince(coalition.id, coalition.sequence)).at(-1)).toBe("MEMBERSHIP_REVOKED");
    expect(await change("fenna", "revokeMembership", { id: tess.id, expectedVersion: tess.version + 1 })).toMatchObject({ __typename: "NotFound" });
  });
});

test("INV-20 a partner that leaves keeps its history and nothing that is active; no card moves", async () => {
  const em = () => hub.services.database.read();
  const coalition = await zuidwest();
  const leaving = own(coalition, "Marlon");
  const board = ((await as("marlon", "{ boards { id } }")).data as { boards: { id: string }[] }).boards[0]?.id;
  const create = "mutation C($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskPayload { task { id } } } }";
  await as("marlon", create, { input: { boardId: board, title: "Alleen van ons", visibility: "ORGANISATION", accountableOrganisationId: leaving.id } });
  const states = async () => new Map((await em().find(TaskTable, { coalitionId: coalition.id }, { orderBy: { id: "asc" } })).map(({ id, state }) => [id, state]));
  const held = await em().find(TaskAssignmentTable, { organisationId: leaving.id, state: { $in: ["ACCEPTED", "PROPOSED"] as never[] } });
  expect(held.length).toBeGreaterThan(1);
  const before = await states();
  const { sequence } = await zuidwest();

  expect(await change("demi", "partnerLeaves", { organisationId: leaving.id, expectedVersion: leaving.version })).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
  const answer = await change("fenna", "partnerLeaves", { organisationId: leaving.id, expectedVersion: leaving.version });
  expect(answer).toMatchObject({ __typename: "PartnerLeavesPayload", organisation: { id: leaving.id } });

  const after = await em().find(TaskAssignmentTable, { id: { $in: held.map(({ id }) => id) } });
  expect(new Set(after.map(({ state }) => String(state)))).toEqual(new Set(["RELEASED"]));
  expect(await states()).toEqual(before);
  const events = await eventsSince(coalition.id, sequence);
  const count = (type: string) => events.filter((event) => event === type).length;
  expect(count("ASSIGNMENT_RELEASED")).toBe(held.length);
  expect(count("TASK_NEEDS_ACCOUNTABLE")).toBe(held.filter(({ letter, state }) => String(letter) === "ACCOUNTABLE" && String(state) === "ACCEPTED").length);
  expect([count("PARTNER_LEFT"), count("MEMBERSHIP_REVOKED")]).toEqual([1, 1]);
  expect((await as("marlon", "{ boards { id } }")).data).toEqual({ boards: [] });
  const now = await zuidwest();
  expect(now.organisations.find(({ id }) => id === leaving.id)?.leftOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(now.members.some(({ organisationId }) => organisationId === leaving.id)).toBe(false);
  expect(await change("fenna", "partnerLeaves", { organisationId: leaving.id, expectedVersion: leaving.version + 1 })).toMatchObject({ rule: "INV-20", missing: [{ code: "ALREADY_LEFT" }] });

  const { name, shortName, kind } = await em().findOneOrFail(OrganisationTable, { id: leaving.id });
  const back = await change("fenna", "addOrganisation", { coalitionId: coalition.id, name, shortName, kind });
  expect(back).toMatchObject({ organisation: { id: leaving.id, leftOn: null } });
});

test("C9-04 what is unknown or of another coalition does not exist, for every change", async () => {
  const coalition = await zuidwest();
  const organisation = own(coalition, "Loes");
  const member = memberOf(coalition, "Loes");
  const calls = (coalitionId: string, organisationId: string, membershipId: string): [string, Record<string, unknown>][] => [
    ["updateCoalition", { id: coalitionId, expectedVersion: 1, name: "Gekaapt" }],
    ["addOrganisation", { coalitionId, name: "Gekaapt", shortName: "G", kind: "OTHER" }],
    ["updateOrganisation", { id: organisationId, expectedVersion: 1, name: "Gekaapt" }],
    ["partnerLeaves", { organisationId, expectedVersion: 1 }],
    ["addMembership", { organisationId, email: "x@y.example", displayName: "X", accessRole: "MEMBER" }],
    ["changeMembership", { id: membershipId, expectedVersion: 1, accessRole: "MEMBER" }],
    ["revokeMembership", { id: membershipId, expectedVersion: 1 }],
  ];
  const foreign = calls(coalition.id, organisation.id, member.id);
  const unknown = calls(uuidv7(), uuidv7(), uuidv7());
  const nonsense = calls("x", "x", "x");
  for (const [index, [name, input]] of foreign.entries()) {
    const answers = [await change("thijs", name, input), await change("thijs", name, unknown[index]?.[1] ?? {}), await change("thijs", name, nonsense[index]?.[1] ?? {})];
    expect(answers[0]).toMatchObject({ __typename: "NotFound" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }
});

describe("D3-11 a new coalition", () => {
  const wanted = {
    name: "Coalitie Laak",
    slug: "laak",
    taskPrefix: "LK",
    municipalityCode: "GM0518",
    organisation: { name: "Buurthuis Laak", shortName: "Laak", kind: OrganisationKind.COMMUNITY_ORG },
    coordinator: { displayName: "Kim Voorbeeld", email: "kim@laak.example" },
  };
  test("D3-11 starts with its themes, first partner and coordinator", async () => {
    const made = await hub.services.coalitions.create(wanted);
    if ("problem" in made) throw new Error(JSON.stringify(made.problem));
    expect(await eventsSince(made.objectId, 0)).toEqual(["PARTNER_JOINED", "MEMBERSHIP_CHANGED"]);
  });
  test.each([
    [{ slug: "zuidwest" }, "slug"],
    [{ slug: "graphql" }, "slug"],
    [{ slug: "Met Spatie" }, "slug"],
    [{ taskPrefix: "abc" }, "taskPrefix"],
    [{ municipalityCode: "0518" }, "municipalityCode"],
    [{ name: "x" }, "name"],
  ])("D3-11 %j is refused", async (extra, field) => {
    expect(await hub.services.coalitions.create({ ...wanted, slug: "anders", ...extra })).toMatchObject({ problem: { field } });
  });
});

test("PERF-01 members with their organisation and coalition are read in a fixed number of statements", async () => {
  const connection = hub.services.database.read().getConnection();
  const execute = connection.execute.bind(connection);
  let statements = 0;
  connection.execute = (...sent: Parameters<typeof execute>) => {
    statements += 1;
    return execute(...sent);
  };
  await as("fenna", "{ coalitions { members { displayName coalition { name } organisation { name parent { name } } } } }");
  connection.execute = execute;
  expect(statements).toBeGreaterThan(3);
  expect(statements).toBeLessThan(15);
});
