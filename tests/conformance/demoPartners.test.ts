import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import { demoPartnersPace } from "@wijkbord/server/src/demo/partners/demoPartners.service.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { rounds } from "../harness/seeds.ts";
import { TestSocket } from "../harness/socket.ts";
import { selfOf } from "../harness/work.ts";

const clock = new TestClock(new Date("2026-11-24T09:00:00Z"));
let hub: Hub;
let fenna: Client;
let coalitionId: string;
let boardId: string;
beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  fenna = await Client.as(hub.url, "fenna");
  ({ coalitionId } = await selfOf(fenna));
  boardId = (await boardCalled(fenna, "Moerwijk")).id;
});
afterAll(() => hub[Symbol.asyncDispose]());

interface State {
  demoPartners: { on: boolean; until: string | null };
}
const stateOf = async (client: Client, id = coalitionId) =>
  (await client.run<State>("query D($id: ID!) { demoPartners(coalitionId: $id) { on until } }", { id })).demoPartners;
const set = async (client: Client, on: boolean, id = coalitionId) =>
  (
    await client.run<{ answer: { __typename: string; field?: string } & Partial<State> }>(
      `mutation S($input: SetDemoPartnersInput!) { answer: setDemoPartners(input: $input) {
        __typename ... on SetDemoPartnersPayload { demoPartners { on until } } ... on NotFound { field } } }`,
      { input: { coalitionId: id, on } },
    )
  ).answer;

/** The clock moves on, the hub looks at it, and what began is done. */
async function wait(milliseconds: number, step = 10_000): Promise<void> {
  for (let left = milliseconds; left > 0; left -= step) {
    clock.advance(Math.min(left, step));
    await hub.services.engine.tick();
    await hub.services.demoPartners.settle();
  }
}
const made = () => hub.services.database.read().find(EventTable, { coalitionId, byDemo: true }, { orderBy: { sequence: "asc" } });

async function watcher(key: string): Promise<TestSocket> {
  const socket = await TestSocket.as(hub.url, await tokenOf(hub.url, key));
  socket.subscribe("b", "subscription B($id: ID!) { boardEvents(boardId: $id) { toSequence events { type byDemo actor { displayName } } } }", { id: boardId });
  socket.subscribe("p", "subscription P($id: ID!) { presence(boardId: $id) { full } }", { id: boardId });
  await socket.until(() => socket.results("b", "boardEvents").length > 0);
  return socket;
}

test("FV-01 partners of the demo move every 20–40 seconds while somebody looks, by real changes that are marked as demo", async () => {
  expect(await stateOf(fenna)).toEqual({ on: false, until: null });
  const socket = await watcher("fenna");
  await wait(60_000);
  expect(await made()).toEqual([]);
  expect((await set(fenna, true)).demoPartners).toMatchObject({ on: true });
  const turns = rounds(8, 40);
  for (let turn = 0; turn < turns; turn += 1) await wait(40_000);
  const events = await made();
  expect(events.length).toBeGreaterThanOrEqual(turns * 0.8);
  expect(events.length).toBeLessThanOrEqual(turns * 4 + 4);
  expect(new Set(events.map(({ type }) => String(type))).size).toBeGreaterThan(2);
  const { organisationId } = await selfOf(fenna);
  const own = await hub.services.database.read().execute<{ id: string }[]>("select id from membership where organisation_id = ?", [organisationId]);
  expect(events.filter(({ actorMembershipId }) => actorMembershipId === null || own.some(({ id }) => id === actorMembershipId))).toEqual([]);
  const seen = () => socket.results<{ events: { byDemo: boolean }[] }>("b", "boardEvents").flatMap((batch) => batch.events);
  await socket.until(() => seen().filter(({ byDemo }) => byDemo).length >= events.length);
  expect(seen().every(({ byDemo }) => byDemo)).toBe(true);
  const { task } = await fenna.run<{ task: { history: { byDemo: boolean }[] } }>("query H($id: ID!) { task(id: $id) { history(first: 5) { byDemo } } }", {
    id: events.at(-1)?.taskId,
  });
  expect(task.history[0]?.byDemo).toBe(true);
  await set(fenna, false);
  await wait(120_000);
  expect(await made()).toHaveLength(events.length);
  await socket[Symbol.asyncDispose]();
});

test("FV-02 they stop by themselves after half an hour, and when nobody looks for a minute", async () => {
  const socket = await watcher("demi");
  await set(fenna, true);
  await wait(demoPartnersPace.lasts, 120_000);
  expect(await stateOf(fenna)).toEqual({ on: false, until: null });
  await set(fenna, true);
  await wait(45_000);
  const before = (await made()).length;
  await socket[Symbol.asyncDispose]();
  await expect.poll(() => hub.services.engine.watchers(coalitionId)).toEqual([]);
  await wait(50_000);
  expect((await stateOf(fenna)).on).toBe(true);
  await wait(20_000);
  expect((await stateOf(fenna)).on).toBe(false);
  expect((await made()).length).toBe(before);
});

test("FV-03 outside the demo there is no such switch, and for who is no member the coalition does not exist", async () => {
  const [stranger] = await hub.services.database.read().execute<{ demo_key: string }[]>(
    `select u.demo_key from user_account u where u.demo_key is not null
     and not exists (select 1 from membership m where m.user_id = u.id and m.coalition_id = ?) limit 1`,
    [coalitionId],
  );
  const other = await Client.as(hub.url, stranger?.demo_key ?? "");
  expect(await set(other, true)).toEqual({ __typename: "NotFound", field: "coalitionId" });
  await expect(stateOf(other)).rejects.toThrow();
  expect((await stateOf(fenna)).on).toBe(false);
  await hub.services.database.read().execute("update coalition set is_demo = false where id = ?", [coalitionId]);
  expect(await set(fenna, true)).toEqual({ __typename: "NotFound", field: "coalitionId" });
  await expect(stateOf(fenna)).rejects.toThrow();
});
