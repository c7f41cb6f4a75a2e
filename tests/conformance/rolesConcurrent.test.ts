import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, CoalitionWorld } from "../harness/coalitionWorld.ts";
import { actOnSeat, newRole, roleNow, seatOf } from "../harness/roles.ts";
import { rounds } from "../harness/seeds.ts";

let world: CoalitionWorld;
let boardId = "";
beforeAll(async () => {
  world = await CoalitionWorld.start();
  const { boards } = await world.read<{ boards: { id: string; title: string }[] }>("fenna", `{ boards { id title } }`);
  boardId = boards.find(({ title }) => title.includes("Moerwijk"))?.id ?? "";
});
afterAll(() => world[Symbol.asyncDispose]());

const won = (answers: readonly Answer[]) => answers.filter(({ __typename }) => __typename.endsWith("Payload")).length;
const broken = (answers: readonly Answer[]) => answers.filter(({ __typename }) => !__typename.endsWith("Payload"));
const newTask = async (key: string, extra: Record<string, unknown> = {}) =>
  (await world.done(key, "createTask", { boardId, title: "Tegelijk", ...extra }, "", "object: task { id }")).object?.id ?? "";

interface Letter {
  id: string;
  version: number;
  organisationId: string;
  letter: string;
  state: string;
}
const lettersOf = async (id: string) =>
  (
    await world.read<{ task: { state: string; blockedByTaskId: string | null; assignments: Letter[] } }>(
      "fenna",
      `query T($id: ID!) { task(id: $id) { state blockedByTaskId assignments { id version organisationId letter state } } }`,
      { id },
    )
  ).task;
const ask = async (taskId: string, whose: string, letter: string) =>
  world.done("fenna", "proposeAssignment", { taskId, organisationId: await world.organisation(whose), letter });
/** An answer to a letter of an organisation, ready to be given by somebody. */
async function answerTo(taskId: string, whose: string, letter: string): Promise<(key: string) => Promise<Answer>> {
  const organisationId = await world.organisation(whose);
  const held = (await lettersOf(taskId)).assignments.find((each) => each.organisationId === organisationId && each.letter === letter);
  return (key) => world.act(key, "acceptAssignment", { id: held?.id, expectedVersion: held?.version }, "ActInput");
}
/** Runs this often with everything new. */
async function often(work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds(2, 20); round += 1) await work();
}

test("INV-01 INV-03 of three writers at once, two that accept and one that accepts for another, one leads and the foreign yes never counts", async () => {
  await often(async () => {
    const taskId = await newTask("fenna");
    await ask(taskId, "demi", "ACCOUNTABLE");
    await ask(taskId, "rachid", "ACCOUNTABLE");
    const [first, second] = [await answerTo(taskId, "demi", "ACCOUNTABLE"), await answerTo(taskId, "rachid", "ACCOUNTABLE")];
    const answers = await Promise.all([first("demi"), second("rachid"), second("joost")]);
    expect(won(answers)).toBe(1);
    expect(answers[2]).toMatchObject({ __typename: "NotAllowed", reason: "ONLY_THE_ORGANISATION_ITSELF" });
    const leading = (await lettersOf(taskId)).assignments.filter(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED");
    expect(leading).toHaveLength(1);
  });
});

test("INV-04 two letters of one organisation at once end as one, or as A and R", async () => {
  await often(async () => {
    const taskId = await newTask("fenna");
    const organisationId = await world.organisation("demi");
    const letters = ["CONSULTED", "SUPPORT", "RESPONSIBLE", "ACCOUNTABLE"];
    await Promise.all(letters.map((letter) => world.act("demi", "proposeAssignment", { taskId, organisationId, letter })));
    const held = (await lettersOf(taskId)).assignments.filter((each) => each.organisationId === organisationId).map(({ letter }) => letter);
    if (held.length > 1) expect(held.toSorted()).toEqual(["ACCOUNTABLE", "RESPONSIBLE"]);
    else expect(held).toHaveLength(1);
  });
});

test("INV-05 two organisations that accept the last seat at once: one holds it, the other reads the rule and who holds it", async () => {
  await often(async () => {
    const { id } = await newRole(world);
    for (const key of ["demi", "rachid"]) await world.done("fenna", "proposeRoleHolder", { roleId: id, organisationId: await world.organisation(key) });
    const answers = await Promise.all(["demi", "rachid"].map((key) => actOnSeat(world, key, "acceptRole", id)));
    expect(won(answers)).toBe(1);
    const { holders } = await roleNow(world, id);
    expect(holders).toHaveLength(1);
    expect(broken(answers)).toMatchObject([{ rule: "INV-05", missing: [{ code: "ROLE_FULL", objectId: holders[0]?.organisationId }] }]);
  });
});

test("INV-06 of two that give the last seat back at once the role is vacant once; it cannot end before it starts", async () => {
  await often(async () => {
    const { id } = await newRole(world);
    await world.done("fenna", "proposeRoleHolder", { roleId: id, organisationId: await world.organisation("demi") });
    await actOnSeat(world, "demi", "acceptRole", id);
    const { startsOn } = await seatOf(world, id, "demi");
    expect(await actOnSeat(world, "demi", "resignRole", id, "demi", { endsOn: "2026-11-01" })).toMatchObject({ field: "endsOn", code: "IN_THE_PAST" });
    const before = await world.head();
    const answers = await Promise.all([1, 2].map(() => actOnSeat(world, "demi", "resignRole", id, "demi", { endsOn: startsOn })));
    expect(won(answers)).toBe(1);
    expect((await world.eventsAfter(before)).filter(({ type, targetId }) => type === "ROLE_VACANT" && targetId === id)).toHaveLength(1);
    expect(await roleNow(world, id)).toMatchObject({ state: "VACANT", holders: [] });
  });
});

test("RO-32 a circle of roles or of waiting tasks that two writers make at once is refused to one of them", async () => {
  await often(async () => {
    const [above, below] = [await newRole(world), await newRole(world)];
    const parents = await Promise.all([
      world.act("fenna", "updateRole", { id: above.id, expectedVersion: above.version, parentRoleId: below.id }),
      world.act("fenna", "updateRole", { id: below.id, expectedVersion: below.version, parentRoleId: above.id }),
    ]);
    expect(won(parents)).toBe(1);
    const [one, other] = [await newTask("fenna"), await newTask("fenna")];
    const waits = await Promise.all([
      world.act("fenna", "updateTask", { id: one, expectedVersion: 99, blockedByTaskId: other }),
      world.act("fenna", "updateTask", { id: other, expectedVersion: 99, blockedByTaskId: one }),
    ]);
    expect(won(waits)).toBe(1);
    expect(JSON.stringify([broken(parents), broken(waits)])).toMatch(/CIRC|LOOP|BAD_PARENT/);
  });
});

test("INV-20 a partner that leaves while it is accepting keeps no letter and no role", async () => {
  const taskId = await newTask("fenna");
  await ask(taskId, "piotr", "RESPONSIBLE");
  const { id } = await newRole(world);
  const { organisationId } = await world.member("piotr");
  await world.done("fenna", "proposeRoleHolder", { roleId: id, organisationId });
  const letter = (await answerTo(taskId, "piotr", "RESPONSIBLE"))("piotr");
  const seat = actOnSeat(world, "piotr", "acceptRole", id);
  const left = world.act("fenna", "partnerLeaves", { organisationId, expectedVersion: 99 });
  await Promise.allSettled([letter, seat, left]);
  expect((await left).__typename).toBe("PartnerLeavesPayload");
  expect((await lettersOf(taskId)).assignments.filter((each) => each.organisationId === organisationId)).toEqual([]);
  expect((await roleNow(world, id)).holders).toEqual([]);
});
