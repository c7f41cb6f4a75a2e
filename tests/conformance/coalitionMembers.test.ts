import { AccessRole, Capability } from "@wijkbord/schema";
import { OrganisationTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import { TaskAssignmentTable, TaskTable } from "@wijkbord/server/src/tasks/task.tables.ts";
import { afterAll, describe, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";

import { coalitionActs, type Member, memberOf, own } from "../harness/coalitions.ts";

const hub = await startTestHub();
const { as, zuidwest, change, eventsSince } = coalitionActs(hub);
afterAll(() => hub[Symbol.asyncDispose]());

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
    expect(await change("demi", "addMembership", { ...other, accessRole: "MEMBER", capabilities: [Capability.PRIVACY] })).toMatchObject({
      reason: "NOT_YOURS_TO_GIVE",
    });
    expect(await change("demi", "addMembership", { ...other, email: "geen adres", accessRole: "MEMBER" })).toMatchObject({ code: "NOT_AN_EMAIL" });
    expect(await change("demi", "addMembership", { ...other, displayName: "", accessRole: "MEMBER" })).toMatchObject({
      field: "displayName",
      code: "REQUIRED",
    });
  });
  test("C9-02 nobody gives themselves or a coordinator other rights than they may", async () => {
    const coalition = await zuidwest();
    const demi = memberOf(coalition, "Demi");
    const fenna = memberOf(coalition, "Fenna");
    const rights = (member: Member, extra: Record<string, unknown>) => ({ id: member.id, expectedVersion: member.version, ...extra });
    expect(await change("demi", "changeMembership", rights(demi, { accessRole: AccessRole.COALITION_COORDINATOR }))).toMatchObject({
      reason: "NOT_YOURS_TO_GIVE",
    });
    expect(await change("demi", "changeMembership", rights(demi, { capabilities: [Capability.PRIVACY] }))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("bo", "changeMembership", rights(fenna, { accessRole: "MEMBER" }))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("bo", "revokeMembership", rights(fenna, {}))).toMatchObject({ reason: "NOT_YOURS_TO_GIVE" });
    expect(await change("sem", "changeMembership", rights(memberOf(coalition, "Sem"), { accessRole: "MEMBER" }))).toMatchObject({
      reason: "NOT_YOUR_ORGANISATION",
    });
  });
  test("D10-11 a coalition keeps a coordinator; a second one makes room", async () => {
    const coalition = await zuidwest();
    const fenna = memberOf(coalition, "Fenna");
    const input = { id: fenna.id, expectedVersion: fenna.version };
    const last = { rule: "D10", missing: [{ code: "LAST_COORDINATOR" }] };
    expect(await change("fenna", "revokeMembership", input)).toMatchObject(last);
    expect(await change("fenna", "changeMembership", { ...input, accessRole: "MEMBER" })).toMatchObject(last);
    expect(
      await change("fenna", "partnerLeaves", { organisationId: own(coalition, "Fenna").id, expectedVersion: own(coalition, "Fenna").version }),
    ).toMatchObject(last);
    const loes = memberOf(coalition, "Loes");
    const made = await change("fenna", "changeMembership", { id: loes.id, expectedVersion: loes.version, accessRole: AccessRole.COALITION_COORDINATOR });
    expect(made).toMatchObject({ membership: { accessRole: AccessRole.COALITION_COORDINATOR } });
    const back = made["membership"] as Member;
    expect(await change("loes", "changeMembership", { id: back.id, expectedVersion: back.version, accessRole: AccessRole.PARTNER_COORDINATOR })).toMatchObject({
      membership: { accessRole: "PARTNER_COORDINATOR" },
    });
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
  const states = async () =>
    new Map((await em().find(TaskTable, { coalitionId: coalition.id }, { orderBy: { id: "asc" } })).map(({ id, state }) => [id, state]));
  const held = await em().find(TaskAssignmentTable, { organisationId: leaving.id, state: { $in: ["ACCEPTED", "PROPOSED"] as never[] } });
  expect(held.length).toBeGreaterThan(1);
  const before = await states();
  const { sequence } = await zuidwest();

  expect(await change("demi", "partnerLeaves", { organisationId: leaving.id, expectedVersion: leaving.version })).toMatchObject({
    reason: "NOT_YOUR_ORGANISATION",
  });
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
  expect(await change("fenna", "partnerLeaves", { organisationId: leaving.id, expectedVersion: leaving.version + 1 })).toMatchObject({
    rule: "INV-20",
    missing: [{ code: "ALREADY_LEFT" }],
  });

  const { name, shortName, kind } = await em().findOneOrFail(OrganisationTable, { id: leaving.id });
  const back = await change("fenna", "addOrganisation", { coalitionId: coalition.id, name, shortName, kind });
  expect(back).toMatchObject({ organisation: { id: leaving.id, leftOn: null } });
});
