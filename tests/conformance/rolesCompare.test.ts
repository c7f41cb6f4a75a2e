import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { rounds, seeds, withSeed } from "../harness/seeds.ts";

let world: CoalitionWorld;
let boardId = "";
beforeAll(async () => {
  world = await CoalitionWorld.start();
  const { boards } = await world.read<{ boards: { id: string; title: string }[] }>("fenna", `{ boards { id title } }`);
  boardId = boards.find(({ title }) => title.includes("Moerwijk"))?.id ?? "";
});
afterAll(() => world[Symbol.asyncDispose]());

interface Cell {
  organisationId: string;
  cell: string;
  accepted: boolean;
}
type Row = [number: string, cells: Cell[]];
const sorted = (cells: Cell[]) => cells.toSorted((one, other) => one.organisationId.localeCompare(other.organisationId));

/** The division as the hub shows it at this moment. */
async function snapshot(key: string): Promise<Row[]> {
  const { taskMatrix } = await world.read<{ taskMatrix: { rows: { task: { number: string }; cells: Cell[] }[] } }>(
    key,
    `query M($id: ID!) { taskMatrix(boardId: $id) { rows { task { number } cells { organisationId cell accepted } } } }`,
    { id: boardId },
  );
  return taskMatrix.rows.map(({ task, cells }) => [task.number, sorted(cells)]);
}
const pastQuery = `query P($id: ID!, $at: DateTimeISO!) { pastDivision(boardId: $id, at: $at) { rows { number title cells { organisationId cell accepted } } } }`;
interface Past {
  pastDivision: { rows: { number: string; title: string; cells: Cell[] }[] };
}
async function past(key: string, at: Date): Promise<Row[]> {
  const { pastDivision } = await world.read<Past>(key, pastQuery, { id: boardId, at });
  return pastDivision.rows.map(({ number, cells }) => [number, sorted(cells)]);
}

/** Random numbers that are the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 374_761_393) >>> 0;
    return state % below;
  };
}

interface Task {
  id: string;
  version: number;
  state: string;
  archivedAt: string | null;
  visibility: string;
  assignments: { id: string; version: number; organisationId: string; state: string }[];
}
const people = ["demi", "fenna", "loes", "rachid", "joost"];
const letters = ["ACCOUNTABLE", "RESPONSIBLE", "SUPPORT", "CONSULTED", "INFORMED"];

/** One random act on the board; refusals are part of life. */
async function actAtRandom(dice: (below: number) => number, made: string[]): Promise<void> {
  const key = people[dice(people.length)] ?? "demi";
  const taskId = made[dice(made.length)];
  const kind = dice(taskId ? 9 : 1);
  if (kind === 0 || !taskId) {
    const internal = dice(3) === 0;
    const { object } = await world.done(
      internal ? "demi" : key,
      "createTask",
      { boardId, title: "Taak", ...(internal && { visibility: "ORGANISATION" }) },
      "",
      "object: task { id }",
    );
    if (object) made.push(object.id);
    return;
  }
  const { task } = await world.read<{ task: Task }>(
    "demi",
    `query T($id: ID!) { task(id: $id) { id version state archivedAt visibility assignments { id version organisationId state } } }`,
    { id: taskId },
  );
  const act = { id: task.id, expectedVersion: task.version, reason: "Zo gaat het" };
  const letter = task.assignments[dice(Math.max(1, task.assignments.length))];
  if (kind <= 3) {
    const to = people[dice(people.length)] ?? "demi";
    const input = { taskId, organisationId: await world.organisation(to), letter: letters[dice(letters.length)] };
    await world.act(key, "proposeAssignment", input);
  } else if (kind === 4) await world.act(key, "pickUpTask", act, "ActInput");
  else if (kind <= 6 && letter) {
    const names = ["acceptAssignment", "declineAssignment", "releaseAssignment"];
    for (const who of people) {
      if ((await world.organisation(who)) !== letter.organisationId) continue;
      await world.act(who, names[dice(names.length)] ?? "", { id: letter.id, expectedVersion: letter.version, reason: "Zo gaat het" }, "ActInput");
    }
  } else if (kind === 7) {
    if (task.state === "CANCELLED") await world.act("fenna", "reopenTask", act, "ActInput");
    else await world.act("fenna", dice(2) === 0 ? "cancelTask" : task.archivedAt ? "restoreTask" : "archiveTask", act, "ActInput");
  } else if (task.visibility === "ORGANISATION")
    await world.act("demi", "setVisibility", { targetType: "Task", targetId: taskId, visibility: "COALITION", warned: true });
}

test(
  "RO-30 C5 the division at a moment that has passed, computed from the log, is what it was at that moment",
  { timeout: rounds(60_000, 300_000) },
  async () => {
    for (const seed of seeds("compare", 1)) {
      await withSeed("compare", seed, async () => {
        const dice = chance(seed);
        const made: string[] = [];
        const taken: { at: Date; rows: Row[] }[] = [];
        for (let look = 0; look < rounds(12, 50); look += 1) {
          for (let count = 0; count < 8; count += 1) {
            world.wait(1 + dice(60_000));
            await actAtRandom(dice, made);
          }
          taken.push({ at: world.now(), rows: await snapshot("demi") });
        }
        world.wait(1);
        for (const { at, rows } of taken) expect(await past("demi", at)).toEqual(rows);
      });
    }
  },
);

test("RO-31 D4 the past shows nothing that may not be read now, and no board of another coalition; what is new was not there", async () => {
  const title = "Alleen voor De Portiek";
  const { object } = await world.done("demi", "createTask", { boardId, title, visibility: "ORGANISATION" }, "", "object: task { id }");
  const titles = async (key: string, at: Date) => (await world.read<Past>(key, pastQuery, { id: boardId, at })).pastDivision.rows.map((row) => row.title);
  const then = world.now();
  expect(await titles("demi", then)).toContain(title);
  expect(await titles("fenna", then)).not.toContain(title);
  world.wait(60_000);
  await world.done("demi", "archiveTask", { id: object?.id, expectedVersion: 99 }, "ActInput");
  expect(await titles("demi", world.now())).not.toContain(title);
  expect(await titles("demi", then)).toContain(title);
  expect(await titles("demi", new Date("2020-01-01"))).toEqual([]);
  const stranger = await (await world.as("marit")).send(pastQuery, { id: boardId, at: then });
  expect(stranger.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});
