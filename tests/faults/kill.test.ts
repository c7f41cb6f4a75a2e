import { existsSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "@wijkbord/server/src/demo/random.ts";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { type HubProcess, hubProgram, NotStarted, startHubProcess } from "../harness/hubProcess.ts";
import { collect, tokenOf } from "../harness/live.ts";
import { rounds } from "../harness/seeds.ts";
import { databaseKind, freshStore } from "../harness/store.ts";

interface Write {
  readonly title: string;
  readonly clientMutationId: string;
}
interface Acknowledged extends Write {
  readonly taskId: string;
  readonly asOfSequence: number;
}
interface Replayed {
  readonly boardEvents: { fromSequence: number; toSequence: number; headSequence: number; reset: boolean; events: { sequence: number; taskId: string }[] };
}

const people = ["fenna", "demi", "marlon", "loes"];
const replay = `subscription R($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) {
  fromSequence toSequence headSequence reset events { sequence taskId } } }`;
let program: string;
beforeAll(async () => {
  program = await hubProgram();
});

const create = (client: Client, boardId: string, write: Write) => change(client, "createTask", "CreateTaskInput", { boardId, ...write });

/** Writes without pause until the hub is gone; what it acknowledged is known for sure, the last one is not. */
async function writeUntilGone(client: Client, boardId: string, name: string, acknowledged: Acknowledged[], unsure: Write[]): Promise<void> {
  for (let index = 0; ; index++) {
    const write = { title: `${name} ${index}`, clientMutationId: uuidv7() };
    try {
      const { task, asOfSequence } = await create(client, boardId, write);
      acknowledged.push({ ...write, taskId: task?.id ?? "", asOfSequence: asOfSequence ?? 0 });
    } catch {
      unsure.push(write);
      return;
    }
  }
}

/** Reads the whole log of the board again, and checks that no number is missing. */
async function wholeLog(hub: HubProcess, token: string, boardId: string, after: number): Promise<Map<number, string>> {
  const batches = await collect<Replayed>(hub.url, token, { query: replay, variables: { boardId, after } }, (all) => {
    const last = all.at(-1)?.boardEvents;
    return last !== undefined && last.toSequence >= last.headSequence;
  });
  const events = batches.flatMap(({ boardEvents }) => boardEvents.events);
  expect(batches.some(({ boardEvents }) => boardEvents.reset)).toBe(false);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => after + 1 + index));
  return new Map(events.map(({ sequence, taskId }) => [sequence, taskId]));
}

test("M-5 a hub killed during writes loses nothing that it acknowledged, skips no number and starts again by itself", { timeout: 1_800_000 }, async () => {
  await using store = await freshStore("demo");
  const random = createRandom(5);
  const acknowledged: Acknowledged[] = [];
  let hub = await startHubProcess(program, store.env);
  try {
    const token = await tokenOf(hub.url, "fenna");
    const tokens = await Promise.all(people.map((key) => tokenOf(hub.url, key)));
    const board = await boardCalled(new Client(hub.url, token), "Moerwijk");
    for (let round = 1; round <= rounds(3, 25); round++) {
      const unsure: Write[] = [];
      const { url } = hub;
      const enough = acknowledged.length + 10 + random.below(60);
      const reached = Promise.withResolvers<void>();
      const watched = new Proxy(acknowledged, {
        set(target, key, value, receiver) {
          if (target.length >= enough) reached.resolve();
          return Reflect.set(target, key, value, receiver);
        },
      });
      const writing = tokens.map((each, index) => writeUntilGone(new Client(url, each), board.id, `Ronde ${round} van ${index}`, watched, unsure));
      await Promise.race([reached.promise, Promise.all(writing)]);
      expect(await hub.stop("SIGKILL")).toBeNull();
      await Promise.all(writing);

      hub = await startHubProcess(program, store.env);
      const client = new Client(hub.url, token);
      const log = await wholeLog(hub, token, board.id, board.asOfSequence);
      for (const { taskId, asOfSequence } of acknowledged) expect(log.get(asOfSequence)).toBe(taskId);
      expect(new Set(acknowledged.map(({ asOfSequence }) => asOfSequence)).size).toBe(acknowledged.length);
      for (const write of unsure) {
        const { task, asOfSequence } = await create(client, board.id, write);
        acknowledged.push({ ...write, taskId: task?.id ?? "", asOfSequence: asOfSequence ?? 0 });
      }
      const { title, taskId } = acknowledged[random.below(acknowledged.length)] ?? { title: "", taskId: "" };
      expect(await client.run(`query T($id: ID!) { task(id: $id) { title } }`, { id: taskId })).toEqual({ task: { title } });
    }
    const log = await wholeLog(hub, token, board.id, board.asOfSequence);
    expect(new Set(log.values()).size).toBe(log.size);
    expect(acknowledged.length).toBeGreaterThan(rounds(3, 25) * 10);
  } finally {
    await hub[Symbol.asyncDispose]();
  }
});

test("M-5 a stopped hub ends cleanly, with its streams told to come back", { timeout: 300_000 }, async () => {
  await using store = await freshStore("demo");
  await using hub = await startHubProcess(program, store.env);
  const token = await tokenOf(hub.url, "fenna");
  const board = await boardCalled(new Client(hub.url, token), "Moerwijk");
  const stream = collect<Replayed>(hub.url, token, { query: replay, variables: { boardId: board.id, after: 0 } }, (all) => {
    if (all.length === 1) process.kill(hub.pid, "SIGTERM");
    return false;
  });
  await expect(stream).rejects.toMatchObject({ code: 1012 });
  expect(await hub.ended).toBe(0);
  const folder = store.env["DATA_DIR"];
  if (folder) expect(existsSync(join(folder, "hub.pid"))).toBe(false);
});

test.runIf(databaseKind() === "pglite")(
  "M-5 a second process on one data folder is refused with one sentence, and the first goes on",
  { timeout: 300_000 },
  async () => {
    await using store = await freshStore("demo");
    await using hub = await startHubProcess(program, store.env);
    const second = await startHubProcess(program, store.env).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(NotStarted);
    expect(second).toMatchObject({
      code: 1,
      said: `DATA_DIR ${store.env["DATA_DIR"]} is in use by process ${hub.pid}. Stop that hub first, or choose another DATA_DIR.\n`,
    });
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  },
);
