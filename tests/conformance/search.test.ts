import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, newBoard, selfOf, taskIn } from "../harness/work.ts";

let hub: Hub;
let fenna: Client;
let demi: Client;
let sem: Client;
let board: Awaited<ReturnType<typeof newBoard>>;

interface Hit {
  kind: string;
  id: string;
  number: string;
  title: string;
  state: string;
  archived: boolean;
  address: string;
  organisationId: string | null;
  snippet: { text: string; hit: boolean }[];
}

beforeAll(async () => {
  hub = await startTestHub();
  [fenna, demi, sem] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi"), Client.as(hub.url, "sem")]);
  board = await newBoard(fenna, "GM0518");
});
afterAll(() => hub[Symbol.asyncDispose]());

const query = `query Search($coalitionId: ID!, $text: String!, $first: Int) { search(coalitionId: $coalitionId, text: $text, first: $first) {
  hasMore hits { kind id number title state archived address organisationId snippet { text hit } } } }`;
const search = async (by: Client, text: string, first = 20) =>
  (await by.run<{ search: { hasMore: boolean; hits: Hit[] } }>(query, { coalitionId: board.coalitionId, text, first })).search;
const hits = async (by: Client, text: string) => (await search(by, text, 50)).hits;
const titles = async (by: Client, text: string) => (await hits(by, text)).map(({ title }) => title);
const create = async (by: Client, title: string, extra: object = {}) => taskIn(await act(by, "createTask", { boardId: board.id, title, ...extra }));
const commentsOf = async (by: Client, id: string) =>
  (await by.run<{ task: { comments: { id: string }[] } }>(`query T($id: ID!) { task(id: $id) { comments { id } } }`, { id })).task.comments;

test("SE-01 a number finds its task first, with or without prefix, and numbers that begin so after it", async () => {
  const task = await create(fenna, "Eenhoornpad aanleggen");
  const bare = task.number.split("-")[1] ?? "";
  for (const text of [task.number, task.number.toLowerCase(), `ZW ${bare}`, `zw${bare}`, bare, ` ${task.number} `]) {
    expect((await hits(fenna, text))[0], text).toMatchObject({ kind: "TASK", id: task.id, number: task.number, address: `/zuidwest/taken/${task.number}` });
  }
  const beginning = (await hits(fenna, `ZW-${bare.slice(0, -1)}`)).map(({ number }) => number);
  expect(beginning).toContain(task.number);
  expect(await titles(fenna, `QQ-${bare}`)).not.toContain(task.title);
});

test("SE-02 words are found by their Dutch stem, their beginning, inside a longer word, in any order, and with a slip of the finger", async () => {
  const task = await create(fenna, "Zonnepanelen voor de flatbewoners", { description: "De bewonersvergadering kiest twee aannemers." });
  for (const text of [
    "zonnepaneel",
    "Zonnepan",
    "bewoners",
    "flatbewoner zonnepanelen",
    "aannemer",
    "vergadering kiest aannemers".split(" ").slice(1).join(" "),
    "zonepanelen",
    "zonnepaenlen",
  ]) {
    expect(await titles(fenna, text), text).toContain(task.title);
  }
  expect(await titles(fenna, "zonnepanelen olifant")).not.toContain(task.title);
  expect((await titles(fenna, "flatbewoners"))[0]).toBe(task.title);
});

test("SE-03 a label finds its tasks, and cancelled and archived tasks are found too, after the open ones", async () => {
  const name = "Kruidentuinen";
  const label = (await act(fenna, "createLabel", { coalitionId: board.coalitionId, name })).label;
  const [open, cancelled, archived] = [await create(fenna, "Bakken timmeren"), await create(fenna, "Slang kopen"), await create(fenna, "Hek lenen")];
  for (const { id } of [open, cancelled, archived]) taskIn(await act(fenna, "addTaskLabel", { taskId: id, labelId: label?.id }));
  taskIn(await act(fenna, "cancelTask", { id: cancelled.id, expectedVersion: 99, reason: "niet nodig" }));
  taskIn(await act(fenna, "archiveTask", { id: archived.id, expectedVersion: 99 }));
  const found = await hits(fenna, "kruidentuin");
  expect(found[0]).toMatchObject({ title: open.title, archived: false });
  expect(found.find(({ id }) => id === cancelled.id)).toMatchObject({ state: "CANCELLED" });
  expect(found.find(({ id }) => id === archived.id)).toMatchObject({ archived: true });
});

test("SE-04 what is internal is found by the organisation that wrote it alone, until it is made wider", async () => {
  const word = "Paarsekoe";
  const shared = await create(fenna, "Gewone taak voor iedereen");
  const own = await create(demi, `${word} titel`, { description: `${word} tekst`, visibility: "ORGANISATION" });
  taskIn(await act(demi, "addComment", { taskId: own.id, text: `${word} onder intern` }));
  taskIn(await act(demi, "addComment", { taskId: shared.id, text: `${word} notitie`, visibility: "ORGANISATION" }));
  expect((await hits(demi, word)).map(({ kind }) => kind).toSorted()).toEqual(["COMMENT", "COMMENT", "TASK"]);
  for (const other of [fenna, sem]) {
    for (const text of [word, "paarsek", "Paarsekeo", own.number])
      expect(JSON.stringify(await hits(other, text)), text).not.toMatch(new RegExp(`${word}|${own.id}`, "i"));
  }
  const [note] = await commentsOf(demi, shared.id);
  taskIn(await act(demi, "setVisibility", { targetType: "Comment", targetId: note?.id, visibility: "COALITION", warned: true }));
  expect(await hits(sem, word)).toMatchObject([{ kind: "COMMENT", id: note?.id, number: shared.number, organisationId: (await selfOf(demi)).organisationId }]);
});

test("SE-05 text that is taken back, removed or changed is not found from that moment", async () => {
  const word = "Mevrouw Geheimwoord";
  const task = await create(demi, `${word} bellen`, { description: `${word} woont op drie hoog` });
  taskIn(await act(demi, "addComment", { taskId: task.id, text: `${word} belde terug` }));
  taskIn(await act(demi, "addComment", { taskId: task.id, text: `${word} ook weg` }));
  const [first, second] = await commentsOf(demi, task.id);
  expect(await hits(fenna, "geheimwoord")).toHaveLength(3);
  taskIn(await act(demi, "redactText", { targetType: "Comment", targetId: first?.id, field: "text", reason: "naam" }));
  taskIn(await act(demi, "removeComment", { id: second?.id }));
  taskIn(await act(demi, "redactText", { targetType: "Task", targetId: task.id, field: "title", reason: "naam" }));
  expect(await hits(fenna, "geheimwoord")).toMatchObject([{ kind: "TASK", id: task.id }]);
  taskIn(await act(demi, "updateTask", { id: task.id, expectedVersion: 99, description: "Niets" }));
  for (const text of ["geheimwoord", "geheimw", "geheimwrood"]) expect(await hits(fenna, text), text).toEqual([]);
});

test("SE-06 the snippet is plain text with the words that were found marked", async () => {
  const task = await create(fenna, "Met opmaak", {
    description: `${"Vooraf staat er veel. ".repeat(60)}**Wisselbeker** uitreiken <img src=x onerror=alert(1)> in [de zaal](https://voorbeeld.example)`,
  });
  const [hit] = (await hits(fenna, "wisselbeker")).filter(({ id }) => id === task.id);
  const marked = hit?.snippet.filter(({ hit: is }) => is).map(({ text }) => text);
  expect(marked).toEqual(["Wisselbeker"]);
  const text = hit?.snippet.map((part) => part.text).join("") ?? "";
  expect(text).toContain("Wisselbeker uitreiken");
  expect(text.length).toBeLessThan(300);
  expect((await hits(fenna, "opmaak")).find(({ id }) => id === task.id)?.snippet).toEqual([]);
});

test("SE-07 limits hold, and signs that mean something elsewhere mean nothing here", async () => {
  await create(fenna, "Honderd % & (klaar) | 'echt' \\ waar");
  for (const text of ["", "   ", "%", "_", "& | !", "'", "\u0000"]) expect(await hits(fenna, text), JSON.stringify(text)).toEqual([]);
  for (const text of [
    "honderd%",
    "100% & klaar",
    "'); drop table task; --",
    "\\",
    "honderd_",
    "a:* & b",
    "<-> klaar",
    "klaar:*",
    "\u0000honderd",
    "😀 honderd",
    "x".repeat(200),
  ]) {
    expect(Array.isArray(await hits(fenna, text)), text).toBe(true);
  }
  expect(await titles(fenna, "honderd % & (klaar)")).toContain("Honderd % & (klaar) | 'echt' \\ waar");
  const codes = async (by: Client, variables: object) =>
    (await by.send(query, { coalitionId: board.coalitionId, text: "taak", ...variables })).errors?.map(({ extensions }) => extensions.code);
  expect(await codes(fenna, { text: "x".repeat(201) })).toEqual(["LIMIT"]);
  expect(await codes(fenna, { first: 51 })).toEqual(["LIMIT"]);
  expect(await codes(fenna, { first: 0 })).toEqual(["BAD_USER_INPUT"]);
  expect((await search(fenna, "de wijk bewoners", 1)).hits.length).toBeLessThanOrEqual(1);
  const { hits: one, hasMore } = await search(fenna, "klaar", 1);
  expect([one.length, hasMore]).toEqual([1, (await hits(fenna, "klaar")).length > 1]);
});

test("SE-08 nobody searches a coalition without being a member of it", async () => {
  const thijs = await Client.as(hub.url, "thijs");
  const code = async (by: Client) => (await by.send(query, { coalitionId: board.coalitionId, text: "taak" })).errors?.[0]?.extensions.code;
  expect(await code(thijs)).toBe("NOT_FOUND");
  expect(await code(new Client(hub.url, null))).toBe("UNAUTHENTICATED");
});

test("SE-09 whatever a person finds, that person may read", async () => {
  const words = ["wijk", "energie", "taak", "overleg", "bewoner", "werk", "1", "plan", "huisbezoek", "school"];
  for (const key of ["fenna", "demi", "ayla", "sem"]) {
    const by = await Client.as(hub.url, key);
    const found = new Map((await Promise.all(words.map((word) => hits(by, word)))).flat().map((hit) => [`${hit.kind}${hit.id}`, hit]));
    expect(found.size).toBeGreaterThan(5);
    for (const { kind, id, number } of found.values()) {
      if (kind === "AGREEMENT") expect(await by.run(`query A($id: ID!) { agreement(id: $id) { number } }`, { id }), key).toEqual({ agreement: { number } });
      const task = kind === "TASK" && (await by.run(`query T($id: ID!) { task(id: $id) { number } }`, { id }));
      if (task) expect(task).toEqual({ task: { number } });
    }
  }
});

test("SE-10 words and pieces of titles are found through an index", async () => {
  const plans = await hub.services.database.transaction(async (em) => {
    await em.execute("set local enable_seqscan = off");
    const words = (text: string) => `to_tsvector('dutch', translate(${text}, '-/.@', '    '))`;
    const where = {
      task_words: `task where (setweight(${words("title")}, 'A') || setweight(${words("description")}, 'B')) @@ to_tsquery('dutch', 'wijk:*')`,
      task_title_trigrams: "task where title ilike '%wijk%'",
      comment_words: `comment where ${words("text")} @@ to_tsquery('dutch', 'wijk:*')`,
      agreement_version_words: `agreement_version where (setweight(${words("title")}, 'A') || setweight(${words("summary || ' ' || text")}, 'B')) @@ to_tsquery('dutch', 'wijk:*')`,
    };
    const plan = async (from: string) => JSON.stringify(await em.execute(`explain select 1 from ${from}`));
    return Promise.all(Object.entries(where).map(async ([name, from]) => [name, await plan(from)] as const));
  });
  for (const [name, plan] of plans) expect(plan, name).toContain(name);
});
