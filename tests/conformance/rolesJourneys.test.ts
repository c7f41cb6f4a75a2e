import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { actOnSeat, newRole, roleNow, seatOf } from "../harness/roles.ts";
import { newBoard } from "../harness/work.ts";

let world: CoalitionWorld;
let board: Awaited<ReturnType<typeof newBoard>>;
beforeAll(async () => {
  world = await CoalitionWorld.start();
  board = await newBoard(await world.as("fenna"), "WK051832");
});
afterAll(() => world[Symbol.asyncDispose]());

interface Line {
  kind: string;
  reach: string;
  action: string;
  objectId: string;
  objectVersion: number | null;
  columnId: string | null;
  aboutId: string;
}
const about = async (key: string, id: string) =>
  (
    await world.read<{ attention: { items: Line[] } }>(
      key,
      `query A($id: ID!) { attention(coalitionId: $id) { items { kind reach action objectId objectVersion columnId aboutId } } }`,
      { id: world.coalitionId },
    )
  ).attention.items.filter(({ aboutId }) => aboutId === id);
const kinds = async (key: string, id: string) => (await about(key, id)).map(({ kind }) => kind);
interface Task {
  state: string;
  blockedReason: string | null;
  blockedByTaskId: string | null;
  assignments: { id: string; organisationId: string; membershipId: string | null; letter: string; state: string; version: number }[];
}
const taskNow = async (id: string) =>
  (
    await world.read<{ task: Task }>(
      "fenna",
      `query T($id: ID!) { task(id: $id) { state blockedReason blockedByTaskId assignments { id organisationId membershipId letter state version } } }`,
      { id },
    )
  ).task;
const newTask = async (key: string, title: string) => {
  const { object } = await world.done(key, "createTask", { boardId: board.id, title }, "", "object: task { id }");
  await world.done(key, "pickUpTask", { id: object?.id, expectedVersion: 99 }, "ActInput");
  return object?.id ?? "";
};
const leads = async (id: string) => (await taskNow(id)).assignments.find(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED");

test("E3 a role falls vacant after fourteen days, two propose themselves, one is chosen, Attention empties and history shows both holders", async () => {
  const role = await newRole(world, { name: "Leerwerkcoördinator Oost" });
  const rachid = await world.member("rachid");
  const { object: added } = await world.done(
    "rachid",
    "addMembership",
    { organisationId: rachid.organisationId, email: "nieuw@roc.example", displayName: "Nieuw Demo", accessRole: "MEMBER", capabilities: [] },
    "",
    "object: membership { id }",
  );
  await world.done("fenna", "proposeRoleHolder", { roleId: role.id, organisationId: rachid.organisationId, membershipId: added?.id });
  await actOnSeat(world, "rachid", "acceptRole", role.id);
  const taskId = await newTask("rachid", "Leerplekken tellen");
  for (const { id, version } of (await taskNow(taskId)).assignments)
    await world.done("rachid", "nameAssignee", { id, expectedVersion: version, membershipId: added?.id });

  await actOnSeat(world, "rachid", "resignRole", role.id, "rachid", { reason: "Ander werk" });
  expect(await roleNow(world, role.id)).toMatchObject({ state: "FILLED", vacantFrom: "2026-12-08" });
  expect(await kinds("joost", role.id)).toEqual(["ROLE_ENDING"]);
  await world.pass(13);
  expect((await roleNow(world, role.id)).state).toBe("FILLED");
  const before = await world.head();
  await world.pass(1);
  expect((await roleNow(world, role.id)).state).toBe("VACANT");
  expect((await world.eventsAfter(before)).filter(({ targetId, type }) => targetId === role.id && type === "ROLE_VACANT")).toHaveLength(1);
  expect(await kinds("joost", role.id)).toEqual(["ROLE_VACANT"]);

  await world.done("rachid", "revokeMembership", { id: added?.id, expectedVersion: 99 });
  const kept = (await taskNow(taskId)).assignments.filter(({ organisationId }) => organisationId === rachid.organisationId);
  expect(kept.map(({ membershipId, state }) => [membershipId, state])).toEqual(kept.map(() => [null, "ACCEPTED"]));
  expect(kept.length).toBeGreaterThan(0);

  for (const key of ["demi", "joost"]) await world.done(key, "proposeRoleHolder", { roleId: role.id, organisationId: await world.organisation(key) });
  expect(await kinds("fenna", role.id)).toEqual(["SEVERAL_WANT_ROLE"]);
  await actOnSeat(world, "fenna", "chooseRoleHolder", role.id, "joost");
  await actOnSeat(world, "joost", "changeSeat", role.id, "joost", { membershipId: (await world.member("joost")).id });
  for (const key of ["fenna", "demi", "joost", "sem"]) expect(await kinds(key, role.id)).toEqual([]);
  const now = await roleNow(world, role.id);
  expect(now.holders.map(({ organisationId }) => organisationId)).toEqual([await world.organisation("joost")]);
  expect(now.pastSeats.map(({ organisationId, endReason }) => [organisationId, endReason])).toContainEqual([rachid.organisationId, "RESIGNED"]);
  expect((await seatOf(world, role.id, "joost")).state).toBe("CURRENT");
});

test("E11 a blocked task names what it waits for, its permit goes over only with a yes, and when the permit is done it is offered to go on", async () => {
  const permit = await newTask("fenna", "Vergunning steigers");
  const works = await newTask("loes", "Steigers zetten");
  await world.done("loes", "moveTask", { id: works, columnId: board.columnOf("IN_PROGRESS"), expectedVersion: 99 });
  await world.done("loes", "moveTask", { id: works, columnId: board.columnOf("BLOCKED"), expectedVersion: 99, reason: "Wacht op de vergunning" });
  await world.done("loes", "updateTask", { id: works, expectedVersion: 99, blockedByTaskId: permit });
  expect(await taskNow(works)).toMatchObject({ state: "BLOCKED", blockedReason: "Wacht op de vergunning", blockedByTaskId: permit });
  expect(await world.act("fenna", "updateTask", { id: permit, expectedVersion: 99, blockedByTaskId: works })).toMatchObject({ __typename: "RuleBroken" });
  expect(await kinds("loes", works)).toEqual([]);

  const old = await leads(permit);
  const demi = await world.organisation("demi");
  const ask = { kind: "TASK_LETTER", objectId: old?.id, toOrganisationId: demi, reason: "Wij stoppen" };
  const { object } = await world.done("fenna", "requestHandover", ask, "", "object: handover { id }");
  expect((await leads(permit))?.organisationId).toBe(old?.organisationId);
  expect(await kinds("demi", permit)).toEqual(["HANDOVER_ASKED"]);
  await world.done("demi", "decideHandover", { handoverId: object?.id, expectedVersion: 1, accept: true });
  expect((await leads(permit))?.organisationId).toBe(demi);
  const now = await leads(permit);
  await world.done("demi", "releaseAssignment", { id: now?.id, expectedVersion: now?.version }, "ActInput");
  expect(await kinds("sem", permit)).toEqual(["TASK_WITHOUT_ACCOUNTABLE"]);
  await world.done("demi", "pickUpTask", { id: permit, expectedVersion: 99 }, "ActInput");

  await world.done("demi", "moveTask", { id: permit, columnId: board.columnOf("DONE"), expectedVersion: 99 });
  const [line] = await about("loes", works);
  expect(line).toMatchObject({ kind: "TASK_CAN_GO_ON", reach: "ORGANISATION", action: "GO_ON", columnId: board.columnOf("IN_PROGRESS") });
  expect((await about("joost", works)).map(({ reach }) => reach)).toEqual(["COALITION"]);
  await world.done("loes", "moveTask", { id: works, columnId: line?.columnId, expectedVersion: line?.objectVersion });
  expect((await taskNow(works)).state).toBe("IN_PROGRESS");
  for (const key of ["loes", "joost"]) expect(await kinds(key, works)).toEqual([]);
});
