import { createRandom, type Random } from "@wijkbord/server/src/demo/random.ts";
import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { rounds, seeds, withSeed } from "../harness/seeds.ts";
import { openStream } from "../harness/stream.ts";
import { callOf, type Ids, type Kind, kinds } from "../security/calls.ts";

type Under = "checklist" | "comments" | "links";
/** A text that was written, and who may read it. */
interface Written {
  readonly marker: string;
  readonly kind: "task" | Under;
  readonly taskId: string;
  readonly organisationId: string;
  id: string;
  hidden: boolean;
}
interface Person {
  readonly client: Client;
  readonly token: string;
  readonly organisationId: string;
}
type Details = { id: string; checklistTotal: number; commentCount: number } & Record<Under, { id: string; text?: string; title?: string }[]>;

const people = ["fenna", "bo", "demi", "marlon", "sem"];
const schema = await hubSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const details = `query D($id: ID!) { task(id: $id) { id title description checklistTotal commentCount checklist { id text } comments { id text } links { id title url }
  history(first: 100) { type taskId target { type id } changes { field before after } subject { ... on Task { title } } } } }`;
const list = `query L($coalitionId: ID!, $filter: TaskFilter) { tasks(coalitionId: $coalitionId, filter: $filter, first: 100) { nodes { id title description checklistTotal commentCount checklist { text } comments { text } links { title } } } }`;
const adds: Record<Under, readonly [string, string]> = {
  checklist: ["addChecklistItem", "AddChecklistItemInput"],
  comments: ["addComment", "AddCommentInput"],
  links: ["addTaskLink", "AddTaskLinkInput"],
};
const targets: Record<Written["kind"], string> = { task: "Task", checklist: "ChecklistItem", comments: "Comment", links: "TaskLink" };

let hub: Hub;
let board: TestBoard;
let persons: Person[];

beforeAll(async () => {
  hub = await startTestHub();
  persons = await Promise.all(
    people.map(async (key) => {
      const token = await tokenOf(hub.url, key);
      const client = new Client(hub.url, token);
      const { me } = await client.run<{ me: { memberships: { organisationId: string }[] } }>(`{ me { memberships { organisationId } } }`);
      return { client, token, organisationId: me.memberships[0]?.organisationId ?? "" };
    }),
  );
  board = await boardCalled(first().client, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

function first(): Person {
  const [person] = persons;
  if (!person) throw new Error("Nobody signed in.");
  return person;
}
const one = <T>(random: Random, values: readonly T[]): T | undefined => values[random.below(values.length)];

/** Whether a person may read a text: its own visibility and that of its task. */
function mayRead(person: Person, written: Written, all: readonly Written[]): boolean {
  const own = !written.hidden || written.organisationId === person.organisationId;
  return own && (written.kind === "task" || all.some((task) => task.kind === "task" && task.taskId === written.taskId && mayRead(person, task, all)));
}

const detailsOf = async ({ client }: Person, taskId: string) => (await client.run<{ task: Details }>(details, { id: taskId })).task;

async function writeTask(person: Person, marker: string, hidden: boolean, all: Written[]): Promise<void> {
  const { task } = await change(person.client, "createTask", "CreateTaskInput", {
    boardId: board.id,
    title: `Taak ${marker}`,
    description: `Tekst ${marker}`,
    visibility: hidden ? "ORGANISATION" : "COALITION",
  });
  if (task) all.push({ marker, kind: "task", taskId: task.id, id: task.id, organisationId: person.organisationId, hidden });
}

async function writeUnder(person: Person, kind: Under, taskId: string, marker: string, hidden: boolean, all: Written[]): Promise<void> {
  const [name, type] = adds[kind];
  const text = kind === "links" ? { title: `Map ${marker}`, url: `https://voorbeeld.example/${marker}` } : { text: `Tekst ${marker}` };
  const answer = await change(person.client, name, type, { taskId, ...text, visibility: hidden ? "ORGANISATION" : "COALITION" });
  if (!answer.__typename.endsWith("Payload")) return;
  const id = (await detailsOf(person, taskId))[kind].find(({ text: said = "", title = "" }) => `${said}${title}`.includes(marker))?.id;
  expect(id).toBeDefined();
  all.push({ marker, kind, taskId, id: id ?? "", organisationId: person.organisationId, hidden });
}

/** One random act of one person; what they cannot see they do not act on. */
async function act(person: Person, random: Random, all: Written[]): Promise<void> {
  const marker = `merk${uuidv7().replaceAll("-", "").slice(8)}`;
  const seen = all.filter((written) => mayRead(person, written, all));
  const task = one(
    random,
    seen.filter(({ kind }) => kind === "task"),
  );
  const own = one(
    random,
    seen.filter((written) => written.hidden && written.organisationId === person.organisationId),
  );
  if (!task || random.chance(0.25)) return writeTask(person, marker, random.chance(0.6), all);
  if (random.chance(0.65))
    return writeUnder(person, one(random, ["checklist", "comments", "links"] as const) ?? "comments", task.taskId, marker, random.chance(0.65), all);
  if (own && random.chance(0.4)) {
    const answer = await change(person.client, "setVisibility", "SetVisibilityInput", {
      targetType: targets[own.kind],
      targetId: own.id,
      visibility: "COALITION",
      warned: true,
    });
    if (answer.__typename.endsWith("Payload")) own.hidden = false;
    return;
  }
  const { task: now } =
    (await person.client.run<{ task: { version: number } | null }>(`query V($id: ID!) { task(id: $id) { version } }`, { id: task.taskId })) ?? {};
  const edit = { id: task.taskId, expectedVersion: now?.version ?? 1 };
  if (random.chance(0.5))
    await change(person.client, "moveTask", "MoveTaskInput", {
      ...edit,
      columnId: one(random, board.columns)?.id,
      afterTaskId: null,
      reason: `Wacht ${task.marker}`,
    });
  else await change(person.client, "updateTask", "UpdateTaskInput", { ...edit, description: `Anders ${task.marker}` });
}

/** What a person can ask about these tasks, as text: by every query there is, or by those that read tasks whole. */
async function everything(person: Person, taskIds: readonly string[], byEveryQuery: boolean): Promise<string[]> {
  const column = board.columns[0]?.id ?? "";
  const nothing = Object.fromEntries(kinds.map((kind) => [kind, uuidv7()])) as Record<Kind, string>;
  const ids = (task: string): Ids => ({ ...nothing, coalition: board.coalition.id, board: board.id, column, organisation: person.organisationId, task });
  const answers: string[] = [];
  const ask = async ({ query, variables }: { query: string; variables: Record<string, unknown> }) =>
    answers.push(JSON.stringify(await person.client.send(query, variables)));
  for (const field of byEveryQuery ? queries : []) {
    const call = (task: string) => callOf("query", field, ids(task));
    const perTask = JSON.stringify(call("a").variables) !== JSON.stringify(call("b").variables);
    for (const task of perTask ? taskIds : taskIds.slice(0, 1)) await ask(call(task));
  }
  for (const id of taskIds) await ask({ query: details, variables: { id } });
  for (const filter of [{ boardId: board.id }, { organisationId: person.organisationId }, { withoutAccountable: true }, { archived: true }])
    await ask({ query: list, variables: { coalitionId: board.coalition.id, filter } });
  return answers;
}

async function mixed(seed: number): Promise<void> {
  const random = createRandom(seed);
  const { asOfSequence: start } = await boardCalled(first().client, "Moerwijk");
  const open = (after: number) =>
    persons.flatMap(({ token }) => [
      openStream(hub.url, token, "boardEvents", board.id, after),
      openStream(hub.url, token, "coalitionEvents", board.coalition.id, after),
    ]);
  const live = open(start);
  const all: Written[] = [];
  try {
    for (let step = 0; step < 14; step++) await act(one(random, persons.slice(0, 4)) ?? first(), random, all);
    const { asOfSequence: head } = await boardCalled(first().client, "Moerwijk");
    await Promise.all(live.map((stream) => stream.reached(head)));
    const replayed = open(start);
    try {
      await Promise.all(replayed.map((stream) => stream.reached(head)));
      const tasks = all.filter(({ kind }) => kind === "task");
      for (const [index, person] of persons.entries()) {
        const asked = await everything(
          person,
          tasks.map(({ taskId }) => taskId),
          index === seed % persons.length,
        );
        const streams = [live, replayed].flatMap((streams) => streams.slice(index * 2, index * 2 + 2).map(({ texts }) => texts.join("\n")));
        for (const written of all) {
          const { marker } = written;
          if (mayRead(person, written, all)) {
            expect(
              asked.some((text) => text.includes(marker)),
              `${people[index]} reads ${marker}`,
            ).toBe(true);
          } else {
            expect(
              asked.filter((text) => text.includes(marker)),
              `${people[index]} does not read ${marker}`,
            ).toEqual([]);
            expect(
              streams.filter((text) => text.includes(marker)),
              `${people[index]} does not receive ${marker}`,
            ).toEqual([]);
          }
        }
        for (const task of tasks.filter((each) => mayRead(person, each, all))) {
          const readable = (kind: Under) => all.filter((each) => each.kind === kind && each.taskId === task.taskId && mayRead(person, each, all)).length;
          expect(await detailsOf(person, task.taskId)).toMatchObject({ checklistTotal: readable("checklist"), commentCount: readable("comments") });
        }
      }
    } finally {
      await Promise.all(replayed.map((stream) => stream[Symbol.asyncDispose]()));
    }
    await putAway(all);
  } finally {
    await Promise.all(live.map((stream) => stream[Symbol.asyncDispose]()));
  }
}

/** Keeps the board small for the next sequence. */
async function putAway(all: readonly Written[]): Promise<void> {
  for (const { taskId, organisationId } of all.filter(({ kind }) => kind === "task")) {
    const owner = persons.find((person) => person.organisationId === organisationId);
    const { task } = (await owner?.client.run<{ task: { version: number } }>(`query V($id: ID!) { task(id: $id) { version } }`, { id: taskId })) ?? {};
    await change(owner?.client ?? first().client, "archiveTask", "ActInput", { id: taskId, expectedVersion: task?.version ?? 1, reason: "klaar" });
  }
}

test.for(seeds("visibility", rounds(20, 200)))(
  "M-3 D4-01 nobody reads, receives or counts what another organisation keeps to itself, seed %i",
  { timeout: 600_000 },
  (seed) => withSeed("visibility", seed, () => mixed(seed)),
);
