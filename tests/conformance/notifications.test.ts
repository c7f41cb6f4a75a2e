import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { collect, tokenOf } from "../harness/live.ts";
import { act, newBoard, selfOf, taskIn } from "../harness/work.ts";

interface Inbox {
  unreadCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { number: string; title: string; actorName: string | null; node: { id: string; kind: string; reason: string; readAt: string | null } }[];
}
type Self = Awaited<ReturnType<typeof selfOf>>;

const clock = new TestClock();
let hub: Hub;
let board: Awaited<ReturnType<typeof newBoard>>;
const clients: Record<string, Client> = {};
const selves: Record<string, Self> = {};

beforeAll(async () => {
  hub = await startTestHub({}, { clock });
  for (const key of ["fenna", "demi", "rachid"]) {
    clients[key] = await Client.as(hub.url, key);
    selves[key] = await selfOf(of(key));
  }
  board = await newBoard(of("fenna"), "GM0518");
  for (const key of Object.keys(clients)) await read(key);
});
afterAll(() => hub[Symbol.asyncDispose]());

function of(key: string): Client {
  const client = clients[key];
  if (!client) throw new Error(`${key} is not signed in.`);
  return client;
}
function self(key: string): Self {
  const own = selves[key];
  if (!own) throw new Error(`${key} is not signed in.`);
  return own;
}
async function inbox(key: string, first = 20, after: string | null = null): Promise<Inbox> {
  const query = `query N($coalitionId: ID!, $first: Int!, $after: String) { notifications(coalitionId: $coalitionId, first: $first, after: $after) { unreadCount
    pageInfo { hasNextPage endCursor } edges { number title actorName node { id kind reason readAt } } } }`;
  return (await of(key).run<{ notifications: Inbox }>(query, { coalitionId: board.coalitionId, first, after })).notifications;
}
async function read(key: string, ids: string[] | null = null): Promise<{ unreadCount?: number; code?: string }> {
  const query = `mutation R($input: MarkNotificationsReadInput!) { answer: markNotificationsRead(input: $input) { ... on MarkNotificationsReadPayload { unreadCount } ... on ValidationProblem { code } } }`;
  return (await of(key).run<{ answer: { unreadCount?: number } }>(query, { input: { coalitionId: self(key).coalitionId, ids } })).answer;
}
/** What waits for somebody about a task. */
const waiting = async (key: string, number: string) =>
  (await inbox(key)).edges.filter((entry) => entry.number === number && entry.node.readAt === null).map(({ node }) => `${node.kind} ${node.reason}`);
const create = async (title: string, extra: object = {}) => taskIn(await act(of("fenna"), "createTask", { boardId: board.id, title, ...extra }));
const person = (key: string) => `@[${key}](lid:${self(key).id})`;
const organisation = (key: string) => `@[partner](organisatie:${self(key).organisationId})`;

test("NT-01 who is mentioned is told once, with number and title and without the text", async () => {
  const task = await create("Wie belt de bakker?");
  const text = `${person("demi")} en ${person("demi")}: geheim overleg`;
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text }));
  expect(await waiting("demi", task.number)).toEqual(["MENTION COMMENT_ADDED"]);
  expect(await waiting("fenna", task.number)).toEqual([]);
  const [entry] = (await inbox("demi")).edges;
  expect([entry?.title, entry?.actorName?.startsWith("Fenna")]).toEqual(["Wie belt de bakker?", true]);
  expect(JSON.stringify(entry)).not.toContain("geheim");
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text: organisation("demi") }));
  expect(await waiting("demi", task.number)).toEqual(["MENTION COMMENT_ADDED", "MENTION COMMENT_ADDED"]);
});

test("NT-02 a mention of somebody outside, or of somebody who may not read it, is refused with its reason", async () => {
  const open = await create("Open taak");
  const hidden = await create("Interne taak", { visibility: "ORGANISATION" });
  const say = async (input: object) => {
    const { __typename, field, code } = await act(of("fenna"), "addComment", input as Record<string, unknown>);
    return [__typename, field, code];
  };
  const stranger = `@[Iemand](lid:01900000-0000-7000-8000-000000000000)`;
  expect(await say({ taskId: open.id, text: stranger })).toEqual(["ValidationProblem", "text", "MENTION_UNKNOWN"]);
  expect(await say({ taskId: hidden.id, text: person("demi") })).toEqual(["ValidationProblem", "text", "MENTION_MAY_NOT_READ"]);
  expect(await say({ taskId: open.id, text: organisation("demi"), visibility: "ORGANISATION" })).toEqual(["ValidationProblem", "text", "MENTION_MAY_NOT_READ"]);
  const many = Array.from({ length: 21 }, (_, n) => `@[x](lid:01900000-0000-7000-8000-0000000000${String(n).padStart(2, "0")})`).join(" ");
  expect(await say({ taskId: open.id, text: many })).toEqual(["ValidationProblem", "text", "TOO_MANY_MENTIONS"]);
  expect(await waiting("demi", open.number)).toEqual([]);
  expect(await waiting("demi", hidden.number)).toEqual([]);
});

test("NT-03 what is asked of an organisation reaches its coordinators, and what follows reaches followers once an hour", async () => {
  const task = await create("Fietsenstalling");
  taskIn(await act(of("fenna"), "proposeAssignment", { taskId: task.id, organisationId: self("demi").organisationId, letter: "RESPONSIBLE" }));
  expect(await waiting("demi", task.number)).toEqual(["ASKED ASSIGNMENT_PROPOSED"]);
  await read("demi");
  taskIn(await act(of("demi"), "watchTask", { taskId: task.id }));
  for (const text of ["een", "twee", "drie"]) taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text }));
  expect(await waiting("demi", task.number)).toEqual(["NEWS COMMENT_ADDED"]);
  taskIn(await act(of("demi"), "addComment", { taskId: task.id, text: "van mij" }));
  clock.advance(3_600_000);
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text: "vier" }));
  expect(await waiting("demi", task.number)).toEqual(["NEWS COMMENT_ADDED", "NEWS COMMENT_ADDED"]);
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text: "alleen voor ons", visibility: "ORGANISATION" }));
  clock.advance(3_600_000);
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text: "intern", visibility: "ORGANISATION" }));
  expect(await waiting("demi", task.number)).toHaveLength(2);
});

test("NT-04 read is read on every device, and only one's own is marked", async () => {
  const task = await create("Lampen");
  taskIn(await act(of("fenna"), "addComment", { taskId: task.id, text: `${person("demi")} ${person("rachid")}` }));
  const [ofDemi] = (await inbox("demi")).edges;
  const before = (await inbox("demi")).unreadCount;
  const others = (await inbox("rachid")).unreadCount;
  expect(await read("rachid", [ofDemi?.node.id ?? ""])).toEqual({ unreadCount: others });
  expect(await read("demi", [ofDemi?.node.id ?? ""])).toEqual({ unreadCount: before - 1 });
  expect(await read("demi")).toEqual({ unreadCount: 0 });
  expect((await inbox("rachid")).unreadCount).toBe(others);
  expect(
    (
      await read(
        "demi",
        Array.from({ length: 101 }, () => task.id),
      )
    ).code,
  ).toBe("TOO_MANY");
  const page = await inbox("demi", 1);
  const next = await inbox("demi", 1, page.pageInfo.endCursor);
  expect(page.pageInfo.hasNextPage).toBe(true);
  expect(next.edges[0]?.node.id).not.toBe(page.edges[0]?.node.id);
});

test("NT-05 the badge follows on every device, and is one's own", async () => {
  const task = await create("Bankje");
  const token = await tokenOf(hub.url, "demi");
  const query = `subscription B($coalitionId: ID!) { notificationBadge(coalitionId: $coalitionId) { waiting } }`;
  type Badge = { notificationBadge: { waiting: number } };
  const acts = [
    () => act(of("fenna"), "addComment", { taskId: task.id, text: person("demi") }),
    () => act(of("fenna"), "addComment", { taskId: task.id, text: person("rachid") }).then(() => read("demi")),
  ];
  let done = 0;
  const answers = await collect<Badge>(hub.url, token, { query, variables: { coalitionId: board.coalitionId } }, (all) => {
    while (done < Math.min(all.length, acts.length)) void acts[done++]?.();
    return all.length > acts.length;
  });
  expect(answers.map(({ notificationBadge }) => notificationBadge.waiting)).toEqual([0, 1, 0]);
  const foreign = await Client.as(hub.url, "fenna");
  const { errors } = await foreign.send(`query N($id: ID!) { notifications(coalitionId: $id) { unreadCount } }`, { id: task.id });
  expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});
