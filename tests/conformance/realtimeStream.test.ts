import type { Hub } from "@wijkbord/server/src/hub.ts";
import { createClient } from "graphql-sse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard } from "../harness/board.ts";
import { type Batch, Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";
import { followBoard } from "../harness/socket.ts";

let hub: Hub;
let fenna: Client;
let board: TestBoard;

beforeAll(async () => {
  hub = await startTestHub();
  fenna = await Client.as(hub.url, "fenna");
  board = await boardCalled(fenna, "Moerwijk");
});
afterAll(() => hub[Symbol.asyncDispose]());

const address = () => `${hub.url}/graphql/stream`;
const eventStream = { accept: "text/event-stream" };
const streamOf = (token: string) => createClient({ url: address(), headers: bearer(token), retryAttempts: 0 });

test("SSE-01 a stream of events follows a board like a socket does", async () => {
  const after = (await boardCalled(fenna, "Moerwijk")).asOfSequence;
  const client = streamOf(await tokenOf(hub.url, "demi"));
  const batches: Batch[] = [];
  for (const title of ["Een", "Twee"]) await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title });
  for await (const { data } of client.iterate<{ boardEvents: Batch }>({ query: followBoard, variables: { boardId: board.id, after } })) {
    if (data) batches.push(data.boardEvents);
    if (batches.length === 1) await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Drie" });
    if (batches.flatMap(({ events }) => events).length >= 3) break;
  }
  expect(batches.flatMap(({ events }) => events.map(({ subject }) => subject?.title))).toEqual(["Een", "Twee", "Drie"]);
  expect(batches[0]).toMatchObject({ fromSequence: after + 1, reset: false });
  client.dispose();
});

test("SSE-02 queries are answered once, with the same limits, masking and rights as HTTP", async () => {
  const client = streamOf(await tokenOf(hub.url, "demi"));
  const answers = async (query: string) => {
    const all: unknown[] = [];
    for await (const answer of client.iterate({ query })) all.push(answer);
    return all;
  };
  expect(await answers("{ boards { id } }")).toMatchObject([{ data: { boards: expect.any(Array) }, extensions: { cost: expect.any(Number) } }]);
  expect(await answers(`{ __typename ${"a: __typename ".repeat(16)} }`)).toMatchObject([{ errors: [{ extensions: { code: "LIMIT" } }] }]);
  const foreign = followBoard.replace("$boardId: ID!, ", "").replace("$boardId", `"018f0000-0000-7000-8000-000000000000"`);
  expect(await answers(foreign)).toMatchObject([{ errors: [{ extensions: { code: "NOT_FOUND" } }] }]);
  client.dispose();
  const nobody = await raw(address(), { body: { query: "{ boards { id } }" }, headers: eventStream });
  expect(nobody.text).toContain("UNAUTHENTICATED");
  expect(nobody.text.endsWith("event: complete\ndata:\n\n")).toBe(true);
});

test("SSE-03 the shape of the request is checked like on HTTP", async () => {
  const body = { query: "{ __typename }" };
  expect((await raw(address(), { body, headers: { accept: "application/json" } })).status).toBe(406);
  expect((await raw(address(), { body, headers: { ...eventStream, origin: "https://elders.example" } })).status).toBe(403);
  expect((await raw(address(), { body: "geen json", headers: eventStream })).status).toBe(400);
  const change = encodeURIComponent(`mutation { signInAsDemoPerson(key: "demi") { token } }`);
  expect((await raw(`${address()}?query=${change}`, { headers: eventStream })).status).toBe(405);
  const read = await raw(`${address()}?query=${encodeURIComponent("{ demoPeople { key } }")}`, { headers: eventStream });
  expect(read.headers.get("content-type")).toContain("text/event-stream");
  expect(read.text).toContain("demoPeople");
});

test("SSE-04 a stream ends with its session", async () => {
  const token = await tokenOf(hub.url, "demi");
  const client = streamOf(token);
  const answers: unknown[] = [];
  for await (const answer of client.iterate({ query: followBoard, variables: { boardId: board.id } })) {
    answers.push(answer);
    if (answers.length === 1) await new Client(hub.url, token).run(`mutation { signOut(input: { everywhere: false }) { __typename } }`);
  }
  expect(answers.at(-1)).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  client.dispose();
});
