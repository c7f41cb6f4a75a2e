import { documentIds } from "@wijkbord/schema/documentIds";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { limits } from "@wijkbord/server/src/graphql/limits.ts";
import { Documents } from "@wijkbord/server/src/graphql/documents.ts";
import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import { getIntrospectionQuery } from "graphql";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";

let hub: Hub;
let token: string;

beforeAll(async () => {
  hub = await startTestHub();
  token = await tokenOf(hub.url, "fenna");
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (body: unknown, signedIn = true) => raw(`${hub.url}/graphql`, { body, headers: signedIn ? bearer(token) : {} });

/** The codes of one operation over WebSocket. */
async function overSocket(query: string): Promise<string[]> {
  const socket = createClient({
    url: `${hub.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const codes = (errors: unknown) =>
    Array.isArray(errors) ? errors.map((error: { extensions?: { code?: unknown } }) => String(error.extensions?.code)) : [String(errors)];
  socket.subscribe({ query }, { next: ({ errors }) => resolve(codes(errors ?? [])), error: (errors) => resolve(codes(errors)), complete: () => resolve([]) });
  return promise.finally(() => socket.dispose());
}

const deep = "{ coalitions { boards { coalition { boards { coalition { boards { coalition { boards { coalition { boards { id } } } } } } } } } } }";
const aliased = `{ ${Array.from({ length: limits.aliases + 1 }, (_, index) => `a${index}: coalitions { id }`).join(" ")} }`;
const directives = `{ coalitions { id ${"@include(if: true)".repeat(1)} name ${Array.from({ length: limits.directives + 1 }, () => "slug @include(if: true)").join(" ")} } }`;
const wide = `{ coalitions { ${Array.from({ length: limits.fields + 1 }, () => "id").join(" ")} } }`;
const bomb = `{ coalitions { ...A0 } } ${Array.from({ length: 40 }, (_, index) => `fragment A${index} on Coalition { ...A${index + 1} ...A${index + 1} }`).join(" ")} fragment A40 on Coalition { __typename }`;
const costly = "{ coalitions { members { coalition { members { coalition { members { coalition { id } } } } } } } }";
const circular = "{ coalitions { ...A } } fragment A on Coalition { boards { coalition { ...A } } }";

describe("LIM-01 too big documents are refused alike on HTTP and WebSocket", () => {
  test.each([
    ["deep", deep],
    ["aliased", aliased],
    ["directives", directives],
    ["wide", wide],
    ["fragments that double", bomb],
    ["costly", costly],
    ["circular fragments", circular],
    ["two operations", "query A { coalitions { id } } query B { coalitions { id } }"],
  ])("LIM-01 %s", async (_name, query) => {
    expect((await ask({ query })).codes).toContain("LIMIT");
    expect(await overSocket(query)).toContain("LIMIT");
  });
});

test("LIM-02 the cost stands in extensions, and page sizes multiply", async () => {
  const page = (first: number) =>
    ask({ query: 'query P($first: Int!) { boards { id } tasks(coalitionId: "none", first: $first) { nodes { id title } } }', variables: { first } });
  const [ten, hundred] = [await page(10), await page(100)];
  expect(Number(hundred.extensions["cost"]) - Number(ten.extensions["cost"])).toBe(90 * 2);
});

test("LIM-02 a page over 100 is refused", async () => {
  const settings = await ask({ query: "{ coalitions { id } }" });
  const {
    coalitions: [coalition],
  } = settings.data as { coalitions: { id: string }[] };
  const query = "query P($id: ID!, $first: Int!) { tasks(coalitionId: $id, first: $first) { nodes { id } } }";
  expect((await ask({ query, variables: { id: coalition?.id, first: limits.page } })).codes).toEqual([]);
  for (const first of [limits.page + 1, 0, -1]) expect((await ask({ query, variables: { id: coalition?.id, first } })).codes).not.toEqual([]);
});

test("LIM-03 introspection is for the signed-in person and has no depth limit, but an end", async () => {
  const query = getIntrospectionQuery();
  expect((await ask({ query })).data).toHaveProperty("__schema");
  expect((await ask({ query }, false)).codes).toEqual(["UNAUTHENTICATED"]);
  const endless = `{ __schema { types { ${"fields { type { ".repeat(12)} name ${"} }".repeat(12)} } } }`;
  expect((await ask({ query: endless })).codes.length).toBeGreaterThan(0);
});

test("LIM-04 a body over 100 kB, a batch and bad JSON get one error in the shape of GraphQL", async () => {
  const big = await ask({ query: "{ me { id } }", variables: { x: "x".repeat(limits.bodyBytes) } });
  expect([big.status, ...big.codes]).toEqual([413, "LIMIT"]);
  expect((await ask([{ query: "{ me { id } }" }, { query: "{ me { id } }" }])).codes).toEqual(["BAD_USER_INPUT"]);
  expect((await ask("{ not json")).codes).toEqual(["BAD_USER_INPUT"]);
  expect((await ask({})).codes).toEqual(["BAD_USER_INPUT"]);
  expect((await ask({ query: "{ me { nothing } }" })).codes).toEqual(["BAD_USER_INPUT"]);
  expect((await ask({ query: 'subscription { coalitionEvents(coalitionId: "x") { toSequence } }' })).codes).toEqual(["BAD_USER_INPUT"]);
  const form = await raw(`${hub.url}/graphql`, { body: "query=x", headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect([form.status, ...form.codes]).toEqual([415, "BAD_USER_INPUT"]);
});

test("LIM-05 a request that takes too long ends with TIMEOUT", async () => {
  await using slow = await startTestHub({}, { requestTime: 300 });
  const mine = await tokenOf(slow.url, "fenna");
  const settings = await raw(`${slow.url}/graphql`, { body: { query: "{ coalitions { id version } }" }, headers: bearer(mine) });
  const {
    coalitions: [coalition],
  } = settings.data as { coalitions: { id: string; version: number }[] };
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: held, resolve: holding } = Promise.withResolvers<void>();
  const holder = slow.services.database.transaction(async (em) => {
    await em.execute("select id from coalition for update");
    holding();
    await gate;
  });
  await held;
  const query = "mutation U($input: UpdateCoalitionInput!) { updateCoalition(input: $input) { __typename } }";
  const input = { id: coalition?.id, expectedVersion: coalition?.version, name: "Te laat" };
  const answer = await raw(`${slow.url}/graphql`, { body: { query, variables: { input } }, headers: bearer(mine) });
  open();
  await holder;
  expect([answer.status, ...answer.codes]).toEqual([504, "TIMEOUT"]);
});

test("LIM-06 signing in and free documents have a rate; trusted ones of a person have none", async () => {
  await using busy = await startTestHub();
  const mine = await tokenOf(busy.url, "demi");
  const signIn = { query: 'mutation { signInAsDemoPerson(key: "nobody") { token } }' };
  const codes = new Set<string>();
  for (let index = 0; index < 400 && !codes.has("RATE_LIMITED"); index += 1) {
    for (const code of (await raw(`${busy.url}/graphql`, { body: signIn })).codes) codes.add(code);
  }
  expect([...codes].toSorted()).toEqual(["NOT_FOUND", "RATE_LIMITED"]);
  expect((await raw(`${busy.url}/graphql`, { body: { query: "{ me { id } }" }, headers: bearer(mine) })).codes).toEqual([]);
});

describe("T6-05 trusted documents", () => {
  test("T6-05 a trusted document works by id without session, also by GET", async () => {
    const documentId = documentIds["DemoPeople"];
    expect((await ask({ documentId }, false)).data).toHaveProperty("demoPeople");
    const got = await raw(`${hub.url}/graphql?documentId=${documentId}`, { headers: { "apollo-require-preflight": "1" } });
    expect(got.data).toHaveProperty("demoPeople");
    const hello = await ask({ documentId: documentIds["Hello"] }, false);
    expect(hello.data).toMatchObject({ hello: { demo: true } });
  });
  test("T6-05 a free document needs a session, apart from the demo sign-in", async () => {
    expect((await ask({ query: "{ hello { version } }" }, false)).codes).toEqual(["UNAUTHENTICATED"]);
    expect((await ask({ query: "{ demoPeople { key } me { id } }" }, false)).codes).toEqual(["UNAUTHENTICATED"]);
    expect((await ask({ query: "{ ...F } fragment F on Query { demoPeople { key } }" }, false)).codes).toEqual(["UNAUTHENTICATED"]);
    expect((await ask({ query: "{ demoPeople { key } }" }, false)).data).toHaveProperty("demoPeople");
  });
  test("T6-05 an unknown id is bad input", async () => {
    expect((await ask({ documentId: "0".repeat(64) })).codes).toEqual(["BAD_USER_INPUT"]);
  });
  test("T6-05 every trusted document fits the schema", async () => {
    expect(new Documents(await hubSchema()).brokenTrusted()).toEqual([]);
  });
});

test("T5-14 ids that are no UUID answer like unknown ones, never as a fault", async () => {
  for (const id of ["x", "'; drop table task; --", "018f0000", "\u0000", "ü".repeat(500)]) {
    expect((await ask({ query: "query T($id: ID!) { task(id: $id) { id } }", variables: { id } })).codes).toEqual(["NOT_FOUND"]);
  }
  const slug = await ask({ query: "query C($slug: String!) { coalition(slug: $slug) { id } }", variables: { slug: "a\u0000b" } });
  expect(["NOT_FOUND", "BAD_USER_INPUT"]).toContain(slug.codes[0]);
});
