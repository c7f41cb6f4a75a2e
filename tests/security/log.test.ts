import { documentIds } from "@wijkbord/schema/documentIds";
import { hubLog } from "@wijkbord/server/src/graphql/log.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";

let hub: Hub;
let token: string;
const lines: string[] = [];
const log = hubLog("trace", { write: (line: string) => void lines.push(line) });

beforeAll(async () => {
  hub = await startTestHub({}, { log });
  token = await tokenOf(hub.url, "demi");
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (body: unknown, headers: Record<string, string> = bearer(token)) => raw(`${hub.url}/graphql`, { body, headers });
const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? "{}");

test("LOG-01 a request is one line with document, cost, class of rights, duration and sequence", async () => {
  await ask({ documentId: documentIds["DemoPeople"] }, {});
  expect(last()).toMatchObject({ msg: "graphql", documentId: documentIds["DemoPeople"], trusted: true, class: "anonymous", codes: [] });
  const { data } = await ask({ query: "{ boards { id coalition { id } } }" });
  const {
    boards: [board],
  } = data as { boards: { id: string }[] };
  expect(last()).toMatchObject({ trusted: false, cost: 10, codes: [] });
  expect(last()["class"]).toMatch(/^[0-9a-f]{12}$/);
  const query = "mutation C($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskPayload { asOfSequence } } }";
  const made = await ask({ query, variables: { input: { boardId: board?.id, title: "Geheime titel" } } });
  expect(last()["sequence"]).toBe((made.data as { createTask: { asOfSequence: number } }).createTask.asOfSequence);
  expect(last()["milliseconds"]).toBeGreaterThan(0);
  await ask({ query: "{ nothing }" });
  expect(last()).toMatchObject({ codes: ["BAD_USER_INPUT"] });
});

test("LOG-02 no line holds a variable, a token, a name, an address or a text", async () => {
  const secret = "Mevrouw Geheim";
  await ask({ query: "query T($id: ID!) { task(id: $id) { title } }", variables: { id: secret } });
  await ask({ query: `{ coalition(slug: "${secret}") { id } }` });
  await ask({ query: "query { coalition(slug: $slug) { id } }", variables: { slug: secret } });
  await ask(`{ "query": "${secret}`);
  await ask({ query: 'mutation { signInAsDemoPerson(key: "demi") { token } }' }, { cookie: `wijkbord-session=${token}` });
  await raw(`${hub.url}/zuidwest/taken/${encodeURIComponent(secret)}?wie=${encodeURIComponent(secret)}`);
  await raw(`${hub.url}/graphql?query=${encodeURIComponent(`{ coalition(slug: "${secret}") { id } }`)}`, { headers: bearer(token) });
  await hub.services.database.read().execute("select 1");
  const whole = lines.join("\n");
  for (const hidden of ["Geheim", token, "Geheime titel", "Demi", "deportiek", "127.0.0.1:", "user-agent"]) {
    expect(lines.filter((line) => line.includes(hidden) && !line.includes("Server listening"))).toEqual([]);
  }
  expect(whole).toContain("graphql");
});
