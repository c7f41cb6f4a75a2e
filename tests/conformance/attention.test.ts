import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { actOnSeat, newRole, seatOf } from "../harness/roles.ts";
import { newBoard, taskNow } from "../harness/work.ts";

interface Item {
  kind: string;
  reach: string;
  action: string;
  objectId: string;
  objectVersion: number | null;
  aboutId: string;
  title: string;
  organisationId: string | null;
  dueOn: string | null;
  count: number;
}
interface Attention {
  items: Item[];
  counts: { kind: string; reach: string; count: number }[];
  asOfSequence: number;
}

let world: CoalitionWorld;
let board: Awaited<ReturnType<typeof newBoard>>;
beforeAll(async () => {
  world = await CoalitionWorld.start();
  board = await newBoard(await world.as("fenna"), "WK051832");
});
afterAll(() => world[Symbol.asyncDispose]());

const attention = async (key: string) =>
  (
    await world.read<{ attention: Attention }>(
      key,
      `query A($id: ID!) { attention(coalitionId: $id) { asOfSequence items { kind reach action objectId objectVersion aboutId title organisationId dueOn count } counts { kind reach count } } }`,
      { id: world.coalitionId },
    )
  ).attention;
const about = async (key: string, id: string) => (await attention(key)).items.filter(({ aboutId }) => aboutId === id);
const kinds = async (key: string, id: string) => (await about(key, id)).map(({ kind, reach, action }) => `${kind} ${reach} ${action}`);
const newTask = async (key: string, extra: Record<string, unknown> = {}) =>
  (await world.done(key, "createTask", { boardId: board.id, title: "Proeftaak", ...extra }, "", "object: task { id }")).object?.id ?? "";
const propose = async (key: string, taskId: string, whose: string, letter: string, extra: Record<string, unknown> = {}) =>
  world.done(key, "proposeAssignment", { taskId, organisationId: await world.organisation(whose), letter, ...extra });

test("AT-01 a task that nobody leads waits on the coalition until somebody is asked; two that want it are a choice", async () => {
  const id = await newTask("fenna");
  expect(await kinds("sem", id)).toEqual(["TASK_WITHOUT_ACCOUNTABLE COALITION PICK_UP"]);
  await propose("fenna", id, "demi", "ACCOUNTABLE");
  expect(await kinds("joost", id)).toEqual([]);
  expect(await kinds("demi", id)).toEqual(["LETTER_ASKED ORGANISATION ACCEPT"]);
  await propose("fenna", id, "joost", "ACCOUNTABLE");
  expect(await kinds("fenna", id)).toEqual(["SEVERAL_WANT_TASK COALITION CHOOSE"]);
  const [asked] = (await about("demi", id)).filter(({ kind }) => kind === "LETTER_ASKED");
  await world.done("demi", "acceptAssignment", { id: asked?.objectId, expectedVersion: asked?.objectVersion }, "ActInput");
  for (const key of ["demi", "joost", "fenna"]) expect(await kinds(key, id)).toEqual([]);
});

test("AT-02 a letter with my name waits on me, without a name on my organisation; never on another", async () => {
  const id = await newTask("fenna");
  await propose("fenna", id, "demi", "RESPONSIBLE", { membershipId: (await world.member("demi")).id });
  expect((await kinds("demi", id)).sort()).toEqual(["LETTER_ASKED ME ACCEPT", "TASK_WITHOUT_ACCOUNTABLE COALITION PICK_UP"]);
  expect(await kinds("joost", id)).toEqual(["TASK_WITHOUT_ACCOUNTABLE COALITION PICK_UP"]);
});

test("AT-03 what waits longer than five working days, is late, or is not answered shows on the right day and goes when it is solved", async () => {
  const blocked = await newTask("loes");
  await world.done("loes", "pickUpTask", { id: blocked, expectedVersion: 9 }, "ActInput");
  await world.done("loes", "moveTask", { id: blocked, columnId: board.columnOf("BLOCKED"), expectedVersion: 99, reason: "Wacht op vergunning" });
  const late = await newTask("fenna", { dueOn: "2026-11-26", accountableOrganisationId: await world.organisation("fenna") });
  const asked = await newTask("fenna", { accountableOrganisationId: await world.organisation("fenna") });
  await propose("fenna", asked, "joost", "SUPPORT");
  await world.pass(2);
  expect(await kinds("fenna", late)).toEqual([]);
  await world.pass(1);
  expect(await kinds("fenna", late)).toEqual(["TASK_OVERDUE ORGANISATION LOOK"]);
  await world.pass(5);
  expect([await kinds("loes", blocked), await kinds("fenna", asked)]).toEqual([[], []]);
  await world.pass(1);
  expect(await kinds("loes", blocked)).toEqual(["TASK_BLOCKED_LONG ORGANISATION LOOK"]);
  expect(await kinds("imani", blocked)).toEqual(["TASK_BLOCKED_LONG COALITION LOOK"]);
  expect(await kinds("fenna", asked)).toEqual(["PROPOSAL_UNANSWERED ORGANISATION ASK_AGAIN"]);
  await world.done("loes", "moveTask", { id: blocked, columnId: board.columnOf("IN_PROGRESS"), expectedVersion: 99 });
  expect(await kinds("loes", blocked)).toEqual([]);
  expect((await taskNow(await world.as("loes"), blocked)).state).toBe("IN_PROGRESS");
});

test("AT-04 roles: asked, to choose, several, vacant, ending, empty and to confirm, each for who can do something about it", async () => {
  const { id } = await newRole(world);
  expect(await kinds("demi", id)).toEqual(["ROLE_VACANT COALITION PROPOSE"]);
  await world.done("demi", "proposeRoleHolder", { roleId: id, organisationId: await world.organisation("demi") });
  expect([await kinds("fenna", id), await kinds("joost", id)]).toEqual([["ROLE_TO_CHOOSE ME CHOOSE"], []]);
  await world.done("joost", "proposeRoleHolder", { roleId: id, organisationId: await world.organisation("joost") });
  expect([await kinds("fenna", id), await kinds("joost", id)]).toEqual([["SEVERAL_WANT_ROLE ME CHOOSE"], ["SEVERAL_WANT_ROLE COALITION LOOK"]]);
  await actOnSeat(world, "fenna", "chooseRoleHolder", id, "demi");
  expect(await kinds("demi", id)).toEqual(["SEAT_EMPTY ORGANISATION NAME_SOMEBODY"]);
  await actOnSeat(world, "demi", "changeSeat", id, "demi", { membershipId: (await world.member("demi")).id });
  expect(await kinds("demi", id)).toEqual([]);
  await actOnSeat(world, "demi", "resignRole", id);
  const [ending] = await about("joost", id);
  expect(ending).toMatchObject({ kind: "ROLE_ENDING", dueOn: (await seatOf(world, id, "demi")).endsOn });
  const proposed = await newRole(world, { name: "Voorgesteld" }, "demi");
  expect([await kinds("fenna", proposed.id), await kinds("demi", proposed.id)]).toEqual([["ROLE_TO_CONFIRM ME CONFIRM"], []]);
});

test("AT-05 E11 a trekker that goes away shows at once; a request to take over waits on the asked organisation alone", async () => {
  const id = await newTask("loes");
  await world.done("loes", "pickUpTask", { id, expectedVersion: 9 }, "ActInput");
  const letter = (await taskNow(await world.as("loes"), id)).assignments.find(({ letter: given }) => given === "ACCOUNTABLE");
  await world.done("loes", "requestHandover", { kind: "TASK_LETTER", objectId: letter?.id, toOrganisationId: await world.organisation("demi") });
  expect([await kinds("demi", id), await kinds("loes", id)]).toEqual([["HANDOVER_ASKED ORGANISATION ANSWER"], []]);
  await world.done("loes", "releaseAssignment", { id: letter?.id, expectedVersion: 99 }, "ActInput");
  expect(await kinds("imani", id)).toEqual(["TASK_WITHOUT_ACCOUNTABLE COALITION PICK_UP"]);
});

test("AT-06 counts equal the lines, for everybody, and an agreement that waits on my organisation is one of them", async () => {
  for (const key of ["fenna", "demi", "joost", "sem"]) {
    const { items, counts, asOfSequence } = await attention(key);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    for (const { kind, reach, count } of counts) expect(items.filter((item) => item.kind === kind && item.reach === reach).length).toBe(count);
    expect(asOfSequence).toBe(await world.head());
    const { agreements } = await world.read<{ agreements: { nodes: { id: string }[] } }>(
      key,
      `query L($id: ID!) { agreements(coalitionId: $id, first: 100, filter: { waitsOnMyOrganisation: true }) { nodes { id } } }`,
      { id: world.coalitionId },
    );
    expect(
      items
        .filter(({ kind }) => kind === "AGREEMENT_WAITS")
        .map(({ aboutId }) => aboutId)
        .toSorted(),
    ).toEqual(agreements.nodes.map(({ id }) => id).toSorted());
  }
});

test("AT-07 nothing of what only another organisation sees shows or counts", async () => {
  const id = await newTask("demi", { visibility: "ORGANISATION", title: "Geheim van De Portiek" });
  expect(await kinds("demi", id)).toEqual(["TASK_WITHOUT_ACCOUNTABLE COALITION PICK_UP"]);
  expect(await about("fenna", id)).toEqual([]);
  expect(JSON.stringify(await attention("joost"))).not.toContain("Geheim van De Portiek");
});

test("D14-01 the figures of Vandaag are counted from this hub, with their definition", async () => {
  const { tiles } = await world.read<{ tiles: { key: string; value: number; of: number; nameNl: string; definitionNl: string }[] }>(
    "fenna",
    `query T($id: ID!) { tiles(coalitionId: $id) { key value of nameNl definitionNl } }`,
    { id: world.coalitionId },
  );
  expect(tiles.map(({ key }) => key)).toEqual(["M01", "M02", "M03", "M04"]);
  const em = world.hub.services.database.read();
  const count = async (sql: string) => Number((await em.execute<{ n: string }[]>(`select count(*) as n from ${sql}`, [world.coalitionId]))[0]?.n);
  const [roles, tasks, stuck] = tiles;
  expect(roles).toMatchObject({
    value: await count("coalition_role where coalition_id = ? and state = 'FILLED' and not is_proposed"),
    of: await count("coalition_role where coalition_id = ? and state <> 'RETIRED' and not is_proposed"),
  });
  expect(tasks?.of).toBe(
    await count("task where coalition_id = ? and archived_at is null and state not in ('PROPOSED', 'CANCELLED') and visibility <> 'ORGANISATION'"),
  );
  expect(stuck?.of).toBe(await count("task where coalition_id = ? and archived_at is null and state = 'BLOCKED'"));
  expect(tiles.every(({ value, of, definitionNl }) => value <= of && definitionNl.endsWith("."))).toBe(true);
});
