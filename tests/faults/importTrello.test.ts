import { deepStrictEqual } from "node:assert/strict";
import { Readable } from "node:stream";
import { AccessRole } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { ImportRefused } from "@wijkbord/server/src/imports/refused.ts";
import { readMemberMap } from "@wijkbord/server/src/imports/trello/mapFile.ts";
import { readStates } from "@wijkbord/server/src/imports/trello/stateChoices.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { fileOf, smallBoard, streamOf, trelloId } from "../imports/trelloFile.ts";

let hub: Hub;
let before: unknown;
const everything = () =>
  hub.services.database.read()
    .execute(`select (select count(*)::int from task) as tasks, (select count(*)::int from board_column) as columns, (select count(*)::int from event) as events,
    (select count(*)::int from import_row) as staged, (select count(*)::int from import_run) as runs, (select count(*)::int from label) as labels, (select count(*)::int from imported) as known`);

beforeAll(async () => {
  hub = await startTestHub();
  before = await everything();
});
afterAll(() => hub[Symbol.asyncDispose]());
afterEach(async () => deepStrictEqual(await everything(), before));

const options = { coalition: "zuidwest", board: "WK051836", actor: null, members: [], states: {}, owner: null };

/** The sentence with which a file is refused. */
async function refusal(input: AsyncIterable<Uint8Array>, more: object = {}): Promise<string> {
  try {
    await hub.services.imports.prepare(input, { ...options, ...more });
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  throw new Error("The file was not refused.");
}

const text = () => JSON.stringify(smallBoard());
const change = async (sql: string, values: string[] = []) => hub.services.database.transaction(async (em) => void (await em.execute(sql, values)));
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

function withCard(fields: object): Readable {
  const board = smallBoard();
  Object.assign(board.cards[2] ?? {}, fields);
  return fileOf(board);
}

function* cards(count: number): Generator<Uint8Array> {
  yield Buffer.from(`{"lists":[{"id":"l","name":"Lijst"}],"cards":[`);
  for (let index = 0; index < count; index++)
    yield Buffer.from(`${index === 0 ? "" : ","}{"id":"c${index}","name":"Kaart ${index}","idList":"l","pos":${index}}`);
  yield Buffer.from("]}");
}

function* endless(): Generator<Uint8Array> {
  yield Buffer.from(`{"prefs":"`);
  const chunk = Buffer.alloc(1_000_000, "x");
  for (let index = 0; index < 100; index++) yield chunk;
}

const cases: [name: string, input: () => AsyncIterable<Uint8Array>, sentence: RegExp][] = [
  ["empty", () => streamOf(""), /^The file is empty\.$/],
  ["not JSON", () => streamOf("Beste allemaal,\n"), /^The file is not valid JSON at the beginning \(line 1, byte 0\)\.$/],
  ["broken in the middle", () => streamOf(text().replace('"idList"', 'idList"')), /^The file is not valid JSON at cards\[0\]\S* \(line 1, byte \d+\)\.$/],
  ["truncated", () => streamOf(text().slice(0, 2_500)), /^The file ends too early, at \S+ \(line 1, byte 2500\): part of it is missing\.$/],
  ["more after the end", () => streamOf(`${text()}{}`), /not valid JSON/],
  ["UTF-16", () => streamOf(Buffer.from(`\uFEFF${text()}`, "utf16le")), /^The file is written in UTF-16 \(byte 0\)/],
  [
    "windows-1252",
    () => streamOf(Buffer.from(text().replace("Bovenaan", "Caf\u00e9"), "latin1")),
    /^The file is not written in UTF-8: byte \d+ cannot be read/,
  ],
  ["a list", () => streamOf("[]"), /^At the beginning: a list stands where a board export begins with \{\.$/],
  ["a number", () => streamOf("12"), /^At the beginning: a board export begins with \{\.$/],
  ["other JSON", () => streamOf(`{"boards": {}, "stacks": []}`), /not a Trello export: at the top of the file stands no "lists" and no "cards"\.$/],
  ["cards that are no list", () => streamOf(`{"cards": {"a": 1}, "lists": []}`), /^At cards: a list was expected\.$/],
  ["a card that is no thing", () => streamOf(`{"cards": [1], "lists": []}`), /^At cards\[0\]: one thing with names and values was expected\.$/],
  ["a name that is a list", () => withCard({ name: ["x"] }), /^At cards\[2\]\.name: text was expected, not a list\.$/],
  ["closed as text", () => withCard({ closed: "ja" }), /^At cards\[2\]\.closed: true or false was expected, not a string\.$/],
  ["no identity", () => withCard({ id: null }), /^At cards\[2\]\.id: an identity/],
  ["a position of 1e300", () => withCard({ pos: 1e300 }), /^At cards\[2\]\.pos: the position 1e\+300 is out of range\.$/],
  ["members that are no names", () => withCard({ idMembers: [{}] }), /^At cards\[2\]\.idMembers\[0\]: text was expected, not an object\.$/],
  [
    "a __proto__ key",
    () => streamOf(text().replace('"desc":""', '"__proto__":{"admin":true}')),
    /^At cards\[0\]\.__proto__: this key does not belong in an export\.$/,
  ],
  ["deep nesting", () => streamOf(text().replace('"desc":""', `"desc":${deep(5_000)}`)), /^At cards\[0\]\.desc\S*: more than 64 levels deep/],
  ["deep nesting elsewhere", () => streamOf(`{"x":${deep(100_000)}}`), /more than 64 levels deep/],
  ["100,000 cards", () => Readable.from(cards(100_000)), /^At cards\[75000\]: more than 75,000 cards on one board\.$/],
  ["too large", () => Readable.from(endless()), /^The file is larger than 64 MB/],
];

test.for(cases)("T11-10 %s: one sentence with the place, and nothing changes", async ([, input, sentence]) => {
  expect(await refusal(input())).toMatch(sentence);
});

test("T11-11 unknown coalition, board, list, state and organisation are named", async () => {
  const of = (more: object) => refusal(fileOf(smallBoard()), more);
  expect(await of({ coalition: "nergens" })).toBe('There is no coalition "nergens". Known are: venlo, zuidwest.');
  expect(await of({ board: "WK999999" })).toMatch(/has no board "WK999999", and no area has this code\. Boards are: /);
  expect(await of({ states: { Nergens: "DONE" } })).toMatch(/^The file has no list "Nergens"\. Its lists are: "Te doen"/);
  expect(await of({ states: { Done: "WEG" } })).toMatch(/^The state "WEG" of list "Done" is unknown\. Allowed: PROPOSED/);
  const unknown = readMemberMap("member;organisation\nannabuiten;Bestaat niet\n", "map.csv");
  expect(await of({ members: unknown })).toMatch(/^map\.csv, line 2: the coalition has no organisation "Bestaat niet"\. Known are: /);
  const elsewhere = readMemberMap(`[{"member":"annabuiten","organisation":"De Portiek","person":"Imani Voorbeeld"}]`, "map.json");
  expect(await of({ members: elsewhere })).toBe('map.json, entry 1: "Imani Voorbeeld" is not a member of Woningcorporatie De Portiek.');
});

test("T11-12 a broken map or choice of states is refused with its place", () => {
  expect(() => readMemberMap("{", "map.json")).toThrow(/^map\.json is not valid JSON/);
  expect(() => readMemberMap("member;organisation\nx;\n", "map.csv")).toThrow("map.csv, line 2: a member and an organisation were expected.");
  expect(() => readMemberMap('"a;b\n', "map.csv")).toThrow(/^map\.csv cannot be read as CSV/);
  expect(() => readStates("Doing", "--states")).toThrow("--states, entry 1: a list and a state were expected, such as Doing=IN_PROGRESS.");
  expect(readStates("Doing=bezig, Klaar = DONE", "--states")).toEqual({ Doing: "bezig", Klaar: "DONE" });
  const members = readMemberMap(`{"anna":"ROC","ben":{"organisation":"UWV","person":"Imani"}}`, "m");
  expect(members).toMatchObject([
    { member: "anna", organisation: "ROC", person: null },
    { member: "ben", person: "Imani" },
  ]);
});

test("T11-13 stopping while the file is read leaves nothing behind", async () => {
  const stop = new AbortController();
  async function* half(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text().slice(0, 3_000));
    stop.abort();
    yield Buffer.from(text().slice(3_000));
  }
  await expect(hub.services.imports.prepare(half(), { ...options, signal: stop.signal })).rejects.toThrow(/abort/i);
});

test("T11-14 a source that breaks off leaves nothing behind", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text().slice(0, 3_000));
    throw new Error("gone");
  }
  await expect(hub.services.imports.prepare(broken(), options)).rejects.toThrow("gone");
});

test("T11-15 when landing fails, nothing of it stays", async () => {
  const { id } = await hub.services.imports.prepare(fileOf(smallBoard()), options);
  await change(`update import_row set data = data || '{"due_on": "no day"}' where run_id = ? and external_id = ?`, [id, trelloId(14)]);
  await expect(hub.services.imports.land(id, null)).rejects.toThrow();
  await expect(hub.services.imports.land(id, null)).rejects.toThrow("stopped or has landed");
});

test("T11-16 what a killed process left behind goes at the next start", async () => {
  await hub.services.imports.prepare(fileOf(smallBoard()), options);
  await change(`update import_run set touched_at = touched_at - interval '2 hours'`);
  await hub.services.imports.sweep();
});

test("T11-17 a member who is no coordinator may not import", async () => {
  const [member] = await hub.services.database
    .read()
    .execute<{ id: string; organisation_id: string; coalition_id: string }[]>(
      `select m.id, m.organisation_id, m.coalition_id from membership m join coalition c on c.id = m.coalition_id where c.slug = 'zuidwest' and m.access_role = 'MEMBER' limit 1`,
    );
  const actor = {
    membershipId: member?.id ?? "",
    organisationId: member?.organisation_id ?? "",
    coalitionId: member?.coalition_id ?? "",
    accessRole: AccessRole.MEMBER,
    capabilities: [],
  };
  expect(await refusal(fileOf(smallBoard()), { actor })).toBe("Only a coordinator of the coalition may import a board.");
});
