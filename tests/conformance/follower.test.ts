import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BoardFollower, judge } from "../../docs/partners/follower.ts";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi")]);
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

/** A running follower that can be awaited until its copy reaches a number. */
function follow(follower: (changed: (copy: BoardFollower) => void) => BoardFollower) {
  const stop = new AbortController();
  const waiting = new Set<() => void>();
  const copy = follower(() => waiting.forEach((look) => look()));
  const done = copy.run(stop.signal);
  return {
    copy,
    reached: (sequence: number) =>
      new Promise<void>((resolve) => {
        const look = () => copy.last >= sequence && resolve();
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}

const versions = (tasks: Iterable<{ id: string; version: number }>) => [...tasks].map(({ id, version }) => `${id} ${version}`).toSorted();
const make = (title: string, extra: Record<string, unknown> = {}) => change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title, ...extra });

test("PARTNER-01 the follower of the guide ends equal to the hub and sees nothing internal", async () => {
  const token = await tokenOf(hub.url, "demi");
  await using running = follow((changed) => new BoardFollower(hub.url, token, board.id, changed));
  await running.reached(1);
  const { task } = await make("Volg mij");
  await make("Alleen van de gemeente", { visibility: "ORGANISATION" });
  const archived = await change(fenna, "archiveTask", "ActInput", { id: task?.id, expectedVersion: task?.version });
  const last = await make("De laatste");
  await running.reached(last.asOfSequence ?? 0);
  const now = await boardCalled(demi, "Moerwijk");
  expect(archived.__typename).toBe("ArchiveTaskPayload");
  expect(versions(running.copy.tasks.values())).toEqual(versions(now.tasks));
  expect([...running.copy.tasks.values()].map(({ title }) => title)).not.toContain("Alleen van de gemeente");
});

test("PARTNER-01 the follower takes batches in order, asks again after a gap and reads again after a reset", () => {
  expect(judge(7, { fromSequence: 8, reset: false })).toBe("APPLY");
  expect(judge(7, { fromSequence: 3, reset: false })).toBe("APPLY");
  expect(judge(7, { fromSequence: 9, reset: false })).toBe("GAP");
  expect(judge(7, { fromSequence: 8, reset: true })).toBe("RESET");
});
