import { createRandom, type Random } from "@wijkbord/server/src/demo/random.ts";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { CutProxy } from "../harness/cutProxy.ts";
import { fetchedView, Follower } from "../harness/follower.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { rounds, seeds, withSeed } from "../harness/seeds.ts";

const people = ["fenna", "bo", "demi", "marlon", "rachid", "loes", "henk", "joost"];
const stepsEach = rounds(8, 12);

interface Player {
  readonly client: Client;
  readonly follower: Follower;
  readonly random: Random;
}
type Call = readonly [name: string, type: string, input: Record<string, unknown>];

const letters = ["RESPONSIBLE", "ACCOUNTABLE", "SUPPORT", "CONSULTED", "INFORMED"] as const;
const fields = [{ title: "Anders" }, { description: "Tekst" }, { dueOn: "2031-05-06" }, { priority: "HIGH" }, { allInformed: true }] as const;

const one = <T>(random: Random, values: readonly T[]): T | undefined => values[random.below(values.length)];

/** A random act on a random card, as the player's own copy knows it. */
function act({ follower, random }: Player, board: TestBoard, steps: Map<string, string>): Call {
  const cards = [...follower.cards.values()].filter(({ archivedAt }) => archivedAt === null);
  const chosen = one(random, cards);
  if (!chosen || random.chance(0.12))
    return [
      "createTask",
      "CreateTaskInput",
      { boardId: board.id, title: `Nieuw ${random.below(1000)}`, visibility: random.chance(0.2) ? "ORGANISATION" : "COALITION" },
    ];
  const { id, version } = chosen;
  const letter = one(random, chosen.assignments);
  const onLetter = (name: string): Call => [name, "ActInput", { id: letter?.id ?? id, expectedVersion: letter?.version ?? 1, reason: "past niet" }];
  const pickUp = (): Call => ["pickUpTask", "ActInput", { id, expectedVersion: version }];
  const acts: (() => Call)[] = [
    () => [
      "moveTask",
      "MoveTaskInput",
      {
        id,
        expectedVersion: version,
        columnId: one(random, board.columns)?.id,
        afterTaskId: random.chance(0.5) ? null : one(random, cards)?.id,
        reason: "wacht",
      },
    ],
    () => ["moveTask", "MoveTaskInput", { id, expectedVersion: version, columnId: one(random, board.columns)?.id, afterTaskId: null, reason: "wacht" }],
    () => ["updateTask", "UpdateTaskInput", { id, expectedVersion: version, ...one(random, fields) }],
    () => [
      "proposeAssignment",
      "ProposeAssignmentInput",
      { taskId: id, organisationId: one(random, board.coalition.organisations)?.id, letter: random.pick(letters) },
    ],
    () => onLetter("acceptAssignment"),
    () => onLetter("declineAssignment"),
    () => onLetter("releaseAssignment"),
    pickUp,
    () => [
      "addChecklistItem",
      "AddChecklistItemInput",
      { taskId: id, text: `Stap ${random.below(1000)}`, visibility: random.chance(0.3) ? "ORGANISATION" : "COALITION" },
    ],
    () => ["setChecklistItem", "SetChecklistItemInput", { id: steps.get(id) ?? id, done: random.chance(0.5) }],
    () => [
      "addComment",
      "AddCommentInput",
      { taskId: id, text: `Reactie ${random.below(1000)}`, visibility: random.chance(0.3) ? "ORGANISATION" : "COALITION" },
    ],
    () => ["archiveTask", "ActInput", { id, expectedVersion: version }],
    () => ["restoreTask", "ActInput", { id, expectedVersion: version }],
    () => ["cancelTask", "ActInput", { id, expectedVersion: version, reason: "niet meer nodig" }],
  ];
  return (one(random, acts) ?? pickUp)();
}

async function stepsOf(client: Client, board: TestBoard): Promise<Map<string, string>> {
  const query = `query S($id: ID!) { board(id: $id) { tasks { id checklist { id } } } }`;
  const found = await client.run<{ board: { tasks: { id: string; checklist: { id: string }[] }[] } }>(query, { id: board.id });
  return new Map(found.board.tasks.flatMap(({ id, checklist: [first] }) => (first ? [[id, first.id] as const] : [])));
}

/** One person's part: acts, and sometimes loses the connection in one of three ways. */
async function play(player: Player, board: TestBoard, proxy: CutProxy, steps: Map<string, string>, answers: Map<string, number>): Promise<void> {
  const { client, random } = player;
  for (let step = 0; step < stepsEach; step++) {
    const [name, type, input] = act(player, board, steps);
    const identified = { ...input, clientMutationId: uuidv7() };
    const answer = await change(client, name, type, identified);
    const kind = answer.__typename.endsWith("Payload") ? "accepted" : "refused";
    answers.set(`${name} ${kind}`, (answers.get(`${name} ${kind}`) ?? 0) + 1);
    if (kind === "accepted" && random.chance(0.15))
      expect(await change(client, name, type, identified)).toMatchObject({ __typename: answer.__typename, asOfSequence: answer.asOfSequence });
    if (random.chance(0.12)) player.follower.terminate();
    if (random.chance(0.05)) proxy.silence();
    if (random.chance(0.06)) proxy.reset();
  }
}

async function converge(seed: number, answers: Map<string, number>): Promise<void> {
  const hub = await startTestHub();
  try {
    await using proxy = await CutProxy.before(hub.url);
    const first = await Client.as(hub.url, "fenna");
    const board = await boardCalled(first, "Moerwijk");
    const steps = await stepsOf(first, board);
    const players = await Promise.all(
      people.map(async (key, index) => {
        const token = await tokenOf(hub.url, key);
        const client = new Client(hub.url, token);
        return { client, follower: await Follower.of(client, proxy.url, token, board.id), random: createRandom(seed * 1_000 + index) };
      }),
    );
    try {
      await Promise.all(players.map((player) => play(player, board, proxy, steps, answers)));
      proxy.reset();
      for (const { client, follower } of players) {
        const { view, asOfSequence } = await fetchedView(client, board.id);
        await follower.reached(asOfSequence);
        expect(follower.view()).toEqual(view);
        expect(follower.faults).toEqual([]);
      }
      expect(players.reduce((sum, { follower }) => sum + follower.breaks, 0)).toBeGreaterThan(people.length);
    } finally {
      await Promise.all(players.map(({ follower }) => follower[Symbol.asyncDispose]()));
    }
  } finally {
    await hub[Symbol.asyncDispose]();
  }
}

const answers = new Map<string, number>();

test.for(seeds("convergence", rounds(20, 200)))(
  "M-2 eight clients with random acts and breaks all end equal to the server, seed %i",
  { timeout: 600_000 },
  (seed) => withSeed("convergence", seed, () => converge(seed, answers)),
);

test("M-2 the random acts were accepted and refused", () => {
  const accepted = [...answers.keys()].filter((key) => key.endsWith(" accepted")).map((key) => key.split(" ")[0]);
  expect(accepted).toEqual(expect.arrayContaining(["addComment", "createTask", "moveTask", "proposeAssignment", "updateTask"]));
  expect([...answers.keys()].some((key) => key.endsWith(" refused"))).toBe(true);
});
