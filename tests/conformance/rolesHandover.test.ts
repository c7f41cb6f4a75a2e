import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { actOnSeat, newRole, roleNow } from "../harness/roles.ts";

let world: CoalitionWorld;
let boardId = "";
beforeAll(async () => {
  world = await CoalitionWorld.start();
  const { boards } = await world.read<{ boards: { id: string; title: string }[] }>("fenna", `{ boards { id title } }`);
  boardId = boards.find(({ title }) => title.includes("Moerwijk"))?.id ?? "";
});
afterAll(() => world[Symbol.asyncDispose]());

interface Item {
  kind: string;
  objectId: string;
  aboutId: string;
  title: string;
  letter: string | null;
  membershipId: string | null;
  request: { id: string; version: number } | null;
}
interface Overview {
  items: Item[];
  openCount: number;
  waitingCount: number;
}
const overview = async (key: string, whose = key, membershipId: string | null = null) =>
  (
    await world.read<{ handoverOf: Overview }>(
      key,
      `query H($id: ID!, $member: ID) { handoverOf(organisationId: $id, membershipId: $member) { openCount waitingCount items { kind objectId aboutId title letter membershipId request { id version } } } }`,
      { id: await world.organisation(whose), member: membershipId },
    )
  ).handoverOf;
const letters = async (taskId: string) =>
  (
    await world.read<{
      task: {
        openPoints: { code: string }[];
        assignments: { id: string; organisationId: string; letter: string; state: string; membershipId: string | null; version: number }[];
      };
    }>("fenna", `query T($id: ID!) { task(id: $id) { openPoints { code } assignments { id organisationId letter state membershipId version } } }`, {
      id: taskId,
    })
  ).task.assignments;

/** A task that a person's organisation trekt and doet. */
async function taskOf(key: string, title: string, extra: Record<string, unknown> = {}): Promise<string> {
  const { object } = await world.done(key, "createTask", { boardId, title, ...extra }, "", "object: task { id }");
  await world.done(key, "pickUpTask", { id: object?.id, expectedVersion: 99 }, "ActInput");
  return object?.id ?? "";
}
const accountable = async (taskId: string) => (await letters(taskId)).find(({ letter }) => letter === "ACCOUNTABLE");

test("RO-20 E11 T9 the old holder stays until the new one accepts; only the asked organisation decides; nobody is needed in between", async () => {
  const taskId = await taskOf("loes", "Steigervergunning regelen");
  const old = await accountable(taskId);
  const { object } = await world.done(
    "loes",
    "requestHandover",
    { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: await world.organisation("demi"), reason: "Wij stoppen" },
    "",
    "object: handover { id }",
  );
  expect((await accountable(taskId))?.organisationId).toBe(await world.organisation("loes"));
  const decide = (key: string, accept: boolean) => world.act(key, "decideHandover", { handoverId: object?.id, expectedVersion: 1, accept });
  expect(await decide("joost", true)).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect(await decide("fenna", true)).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect(
    await world.act("loes", "requestHandover", { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: await world.organisation("joost") }),
  ).toMatchObject({ missing: [{ code: "HANDOVER_OPEN" }] });
  const before = await world.head();
  expect((await decide("demi", true)).__typename).toBe("DecideHandoverPayload");
  expect((await accountable(taskId))?.organisationId).toBe(await world.organisation("demi"));
  expect((await world.eventsAfter(before)).map(({ type }) => type)).toEqual(["ASSIGNMENT_RELEASED", "ASSIGNMENT_ACCEPTED", "HANDOVER_DECIDED"]);
  expect(await decide("demi", true)).toMatchObject({ rule: "C4", missing: [{ code: "NOT_OPEN" }] });
  const released = (await world.eventsAfter(before))[0];
  expect(await world.act("loes", "undoEvent", { eventId: released?.id })).toMatchObject({ rule: "T9", missing: [{ code: "NOT_UNDOABLE" }] });
  expect((await accountable(taskId))?.organisationId).toBe(await world.organisation("demi"));
});

test("RO-21 a request that is declined or taken back moves nothing; what is not held any more cannot be taken", async () => {
  const taskId = await taskOf("loes", "Bouwplaats afsluiten");
  const old = await accountable(taskId);
  const ask = async () =>
    (
      await world.done(
        "loes",
        "requestHandover",
        { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: await world.organisation("demi") },
        "",
        "object: handover { id }",
      )
    ).object?.id;
  const declined = await ask();
  await world.done("demi", "decideHandover", { handoverId: declined, expectedVersion: 1, accept: false, reason: "Geen tijd" });
  const cancelled = await ask();
  expect(await world.act("demi", "cancelHandover", { handoverId: cancelled, expectedVersion: 1 })).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  await world.done("loes", "cancelHandover", { handoverId: cancelled, expectedVersion: 1 });
  expect((await accountable(taskId))?.organisationId).toBe(await world.organisation("loes"));
  const moot = await ask();
  await world.done("loes", "releaseAssignment", { id: old?.id, expectedVersion: 99 }, "ActInput");
  expect(await world.act("demi", "decideHandover", { handoverId: moot, expectedVersion: 1, accept: true })).toMatchObject({
    rule: "C4",
    missing: [{ code: "NOT_HELD_ANY_MORE" }],
  });
});

test("RO-22 a role goes over in one step, as a decision, and is never vacant; an agreement gets another owner", async () => {
  const { id } = await newRole(world);
  await world.done("fenna", "proposeRoleHolder", { roleId: id, organisationId: await world.organisation("loes") });
  await actOnSeat(world, "loes", "acceptRole", id);
  const [seat] = (await roleNow(world, id)).seats;
  const { object } = await world.done(
    "loes",
    "requestHandover",
    { kind: "ROLE_SEAT", objectId: seat?.id, toOrganisationId: await world.organisation("demi") },
    "",
    "object: handover { id }",
  );
  expect((await roleNow(world, id)).holders).toEqual([{ organisationId: await world.organisation("loes") }]);
  const before = await world.head();
  await world.done("demi", "decideHandover", { handoverId: object?.id, expectedVersion: 1, accept: true });
  expect((await world.eventsAfter(before)).map(({ type }) => type)).toEqual([
    "ROLE_HOLDER_ENDED",
    "ROLE_HOLDER_CHOSEN",
    "DECISION_RECORDED",
    "HANDOVER_DECIDED",
  ]);
  expect(await roleNow(world, id)).toMatchObject({
    state: "FILLED",
    holders: [{ organisationId: await world.organisation("demi") }],
    pastSeats: [{ endReason: "HANDED_OVER" }],
  });
  const agreement = (await overview("fenna")).items.find(({ kind }) => kind === "AGREEMENT");
  const request = await world.done(
    "fenna",
    "requestHandover",
    { kind: "AGREEMENT", objectId: agreement?.objectId, toOrganisationId: await world.organisation("joost") },
    "",
    "object: handover { id }",
  );
  await world.done("joost", "decideHandover", { handoverId: request.object?.id, expectedVersion: 1, accept: true });
  expect((await overview("joost")).items.map(({ objectId }) => objectId)).toContain(agreement?.objectId);
});

test("RO-23 everything of a leaving organisation is asked in one step, and the list says what is still open", async () => {
  const start = await overview("henk");
  await taskOf("henk", "Kozijnen schilderen");
  await world.done("henk", "createTask", {
    boardId,
    title: "Alleen voor Kwast",
    visibility: "ORGANISATION",
    accountableOrganisationId: await world.organisation("henk"),
  });
  const held = await overview("henk");
  expect(held.items.length).toBe(start.items.length + 2);
  expect(held.items.map(({ title }) => title)).not.toContain("Alleen voor Kwast");
  const before = await world.head();
  await world.done("henk", "handOverAll", {
    organisationId: await world.organisation("henk"),
    toOrganisationId: await world.organisation("shanti"),
    reason: "Wij stoppen",
  });
  const events = await world.eventsAfter(before);
  expect(events.map(({ type }) => type)).toEqual(held.items.map(() => "HANDOVER_REQUESTED"));
  const waiting = await overview("henk");
  expect(waiting).toMatchObject({ openCount: 0, waitingCount: held.items.length });
  for (const { request } of waiting.items)
    await world.done("shanti", "decideHandover", { handoverId: request?.id, expectedVersion: request?.version, accept: true });
  expect((await overview("henk")).items).toEqual([]);
  expect(
    await world.act("demi", "handOverAll", { organisationId: await world.organisation("henk"), toOrganisationId: await world.organisation("demi") }),
  ).toMatchObject({ reason: "NOT_YOUR_ORGANISATION" });
});

test("RO-24 D11 what one person holds is seen and handed over inside the own organisation, at once to a colleague", async () => {
  const [fenna, bo] = [await world.member("fenna"), await world.member("bo")];
  const taskId = await taskOf("fenna", "Verkeersplan");
  for (const { id, version, organisationId } of await letters(taskId))
    if (organisationId === fenna.organisationId) await world.done("fenna", "nameAssignee", { id, expectedVersion: version, membershipId: fenna.id });
  const mine = await overview("fenna", "fenna", fenna.id);
  expect(mine.items.map(({ aboutId }) => aboutId)).toContain(taskId);
  const foreign = await (
    await world.as("demi")
  ).send(`query H($id: ID!, $member: ID) { handoverOf(organisationId: $id, membershipId: $member) { openCount } }`, {
    id: fenna.organisationId,
    member: fenna.id,
  });
  expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  await world.done("fenna", "handOverAll", {
    organisationId: fenna.organisationId,
    membershipId: fenna.id,
    toOrganisationId: fenna.organisationId,
    toMembershipId: bo.id,
  });
  expect((await overview("fenna", "fenna", fenna.id)).items).toEqual([]);
  expect((await letters(taskId)).every(({ membershipId }) => membershipId === bo.id)).toBe(true);
});

test("RO-25 of two decisions on one request at once one counts", async () => {
  const taskId = await taskOf("loes", "Tweemaal ja");
  const old = await accountable(taskId);
  const { object } = await world.done(
    "loes",
    "requestHandover",
    { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: await world.organisation("demi") },
    "",
    "object: handover { id }",
  );
  const answers = await Promise.all([true, false].map((accept) => world.act("demi", "decideHandover", { handoverId: object?.id, expectedVersion: 1, accept })));
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["DecideHandoverPayload", "RuleBroken"]);
});

test("INV-20 a partner that leaves neither asks nor is asked any more, and holds no role", async () => {
  const taskId = await taskOf("piotr", "Isolatie leveren");
  const old = await accountable(taskId);
  await world.done("piotr", "requestHandover", { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: await world.organisation("demi") });
  const { organisationId } = await world.member("piotr");
  await world.done("fenna", "partnerLeaves", { organisationId, expectedVersion: 1 });
  const { handovers } = await world.read<{ handovers: { fromOrganisationId: string }[] }>(
    "demi",
    `query H($id: ID!) { handovers(coalitionId: $id) { fromOrganisationId } }`,
    { id: world.coalitionId },
  );
  expect(handovers.map(({ fromOrganisationId }) => fromOrganisationId)).not.toContain(organisationId);
  expect((await overview("fenna", "piotr")).items).toEqual([]);
});
