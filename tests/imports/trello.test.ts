import type { ImportReport } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { fileOf, smallBoard, trelloId } from "./trelloFile.ts";

let hub: Hub;
let fenna: Client;
beforeAll(async () => {
  hub = await startTestHub();
  fenna = await Client.as(hub.url, "fenna");
});
afterAll(() => hub[Symbol.asyncDispose]());

const map = [
  { member: "annabuiten", organisation: "De Portiek", person: "Demi Demo", place: "map, line 2" },
  { member: "Cor Buiten", organisation: "ROC Haagkant", person: null, place: "map, line 3" },
];
const options = (more: object = {}) => ({ coalition: "zuidwest", board: "ZW-VREDERUST", actor: null, members: map, states: {}, owner: null, ...more });

async function bringIn(file: unknown, more: object = {}): Promise<ImportReport> {
  const { id, report } = await hub.services.imports.prepare(fileOf(file), options(more));
  await hub.services.imports.land(id, null);
  return report;
}

interface Row {
  title: string;
  description: string;
  state: string;
  number: number;
  due_on: string | null;
  archived_at: string | null;
  imported_names: string[];
  unconfirmed_import: boolean;
  column_title: string;
  steps: { text: string; done: boolean }[];
  links: string[];
  labels: string[];
  letters: string[];
  comments: { text: string; imported_author: string | null; created_at: string }[];
}
const rowsSql = `select t.title, t.description, t.state, t.number, t.due_on::text, t.archived_at, t.imported_names, t.unconfirmed_import, k.title as column_title,
  (select coalesce(jsonb_agg(jsonb_build_object('text', i.text, 'done', i.done) order by i.position), '[]') from checklist_item i where i.task_id = t.id) as steps,
  (select coalesce(jsonb_agg(l.url), '[]') from task_link l where l.task_id = t.id) as links,
  (select coalesce(jsonb_agg(l.name order by l.name collate "C"), '[]') from task_label tl join label l on l.id = tl.label_id where tl.task_id = t.id) as labels,
  (select coalesce(jsonb_agg(o.short_name || ' ' || a.letter || ' ' || a.state order by a.letter, o.short_name), '[]') from task_assignment a join organisation o on o.id = a.organisation_id where a.task_id = t.id) as letters,
  (select coalesce(jsonb_agg(jsonb_build_object('text', c.text, 'imported_author', c.imported_author, 'created_at', c.created_at) order by c.created_at), '[]') from comment c where c.task_id = t.id) as comments
  from task t join task_placement p on p.task_id = t.id join board_column k on k.id = p.column_id join board b on b.id = p.board_id
  where b.area_code = ? order by k.position, p.position collate "C"`;
const rows = (area = "ZW-VREDERUST") => hub.services.database.read().execute<Row[]>(rowsSql, [area]);
const log = () =>
  hub.services.database
    .read()
    .execute<{ type: string; sequence: string }[]>(
      `select e.type, e.sequence from event e join coalition c on c.id = e.coalition_id where c.slug = 'zuidwest' order by e.sequence`,
    );

test("T11-01 a dry run says what comes in and what not, and changes nothing", async () => {
  const before = await log();
  const { id, report } = await hub.services.imports.prepare(fileOf(smallBoard()), options());
  await hub.services.imports.cancel(id);
  expect(report.file).toMatchObject({ lists: 4, archivedLists: 1, cards: 8, archivedCards: 1, checklists: 2, checklistItems: 3, comments: 2 });
  expect(report.lists.map(({ list, state, column }) => [list, state, column])).toEqual([
    ["Te doen", "PROPOSED", "NEW"],
    ["Mee bezig", "IN_PROGRESS", "NEW"],
    ["Done", "DONE", "NEW"],
    ["Oud spul", "PROPOSED", "ARCHIVED"],
  ]);
  expect(report.skipped.map(({ text }) => text).join()).toContain("only https addresses");
  expect(report.cuts).toHaveLength(2);
  expect(report.personalData).toEqual([{ place: 'card "<script>alert(1)</script> & <b>vet</b>"', text: "the description seems to hold a phone number" }]);
  expect(report.members.map(({ name, organisation, cards }) => [name, organisation, cards])).toEqual([
    ["Anna Buiten", "De Portiek", 1],
    ["Ben Buiten", null, 1],
    ["Cor Buiten", "ROC Haagkant", 1],
  ]);
  expect(await rows()).toEqual([]);
  expect(await log()).toEqual(before);
  expect(await hub.services.database.read().execute("select 1 from import_row union all select 1 from import_run")).toEqual([]);
});

test("T11-02 a board lands whole with one event, in order, as text", async () => {
  const before = await log();
  await bringIn(smallBoard());
  const after = await log();
  expect(after.slice(before.length).map(({ type }) => type)).toEqual(["BOARD_IMPORTED"]);
  const tasks = await rows();
  expect(tasks.filter(({ archived_at }) => archived_at === null).map(({ title }) => title)).toEqual([
    "Wervingsavond",
    "Bovenaan",
    "<script>alert(1)</script> & <b>vet</b>",
    "Gelijk",
    "Zonder plaats",
    `${"woord ".repeat(23).trim()}…`,
  ]);
  expect(
    tasks
      .filter(({ archived_at }) => archived_at !== null)
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(["Gearchiveerd", "In een dichte lijst"]);
  const called = (title: string) => tasks.find((task) => task.title.startsWith(title));
  expect(called("Wervingsavond")).toMatchObject({ state: "PROPOSED", column_title: "Te doen", due_on: "2024-07-01", labels: ["Werving", "groen"] });
  expect(called("<script>")).toMatchObject({
    state: "IN_PROGRESS",
    imported_names: ["Ben Buiten"],
    steps: [
      { text: "Checklist: Eerste", done: true },
      { text: "Checklist: Tweede", done: false },
      { text: "Later: Derde", done: false },
    ],
  });
  expect(called("Bovenaan")?.links).toEqual(["https://example.org/plan"]);
  expect(called("woord")?.description).toBe(`${"woord ".repeat(40)}slot\n\nWijk: Oost\nSubsidie: ja`);
});

test("T11-03 a long comment is split at words and keeps its author and date", async () => {
  const comments = (await rows()).flatMap((task) => task.comments);
  expect(comments.map(({ imported_author }) => imported_author)).toEqual([null, "Ben Buiten", "Ben Buiten"]);
  expect(comments.map(({ text }) => text.length <= 4000)).toEqual([true, true, true]);
  expect(
    comments
      .slice(1)
      .map(({ text }) => text)
      .join(" "),
  ).toBe(`${"lang ".repeat(1000)}einde`);
  expect(comments[0]?.created_at).toContain("2024-03-02");
});

test("D7-01 members become proposed letters, the first one is also asked to lead; nobody is accepted", async () => {
  const [task] = (await rows()).filter(({ title }) => title === "Wervingsavond");
  expect(task?.letters).toEqual(["De Portiek ACCOUNTABLE PROPOSED", "De Portiek RESPONSIBLE PROPOSED", "ROC Haagkant RESPONSIBLE PROPOSED"]);
  expect((await rows()).every((row) => row.unconfirmed_import)).toBe(true);
});

test("T11-04 the same file again creates nothing, also what was removed here", async () => {
  const before = await rows();
  await hub.services.database.transaction(async (em) => void (await em.execute(`delete from checklist_item where text = 'Later: Derde'`)));
  const report = await bringIn(smallBoard());
  expect(report.fresh).toMatchObject({ lists: 0, cards: 0, checklistItems: 0, comments: 0, letters: 0, links: 0 });
  const after = await rows();
  expect(after).toEqual(before.map((row) => ({ ...row, steps: row.steps.filter(({ text }) => text !== "Later: Derde") })));
});

test("T11-05 a later export adds what is new and overwrites nothing that was edited here", async () => {
  await hub.services.database.transaction(async (em) => void (await em.execute(`update task set title = 'Hier veranderd' where title = 'Gelijk'`)));
  const later = smallBoard();
  later.cards.push({ ...later.cards[0], id: trelloId(19), name: "Nieuwe kaart", pos: 999 });
  later.lists.push({ id: trelloId(5), name: "Wacht op partner", closed: false, pos: 9000 });
  later.checklists.push({
    id: trelloId(66),
    name: "Nieuw",
    idCard: trelloId(13),
    pos: 1,
    checkItems: [{ id: trelloId(67), name: "Stap", state: "incomplete", pos: 1 }],
  });
  const report = await bringIn(later, { members: [...map, { member: "benbuiten", organisation: "Samen Moerwijk", person: null, place: "map, line 4" }] });
  expect(report.fresh).toMatchObject({ lists: 1, cards: 1, checklistItems: 1 });
  const tasks = await rows();
  expect(tasks.map(({ title }) => title)).toContain("Hier veranderd");
  expect(tasks.filter(({ title }) => title === "Wervingsavond" || title === "Nieuwe kaart").map(({ column_title }) => column_title)).toEqual([
    "Te doen",
    "Te doen",
  ]);
  const ben = tasks.find(({ title }) => title.startsWith("<script>"));
  expect(ben).toMatchObject({ imported_names: [], letters: ["Samen Moerwijk ACCOUNTABLE PROPOSED", "Samen Moerwijk RESPONSIBLE PROPOSED"] });
});

test("T11-06 states are chosen per list, and an area without a board gets one", async () => {
  const file = smallBoard();
  for (const kind of [file.cards, file.lists, file.actions, file.checklists])
    for (const thing of kind) Object.assign(thing, JSON.parse(JSON.stringify(thing).replaceAll("5f0000", "5f0001")));
  const report = await bringIn(file, { board: "WK051832", states: { "Te doen": "afgesproken", Done: "IN_REVIEW" } });
  expect(report).toMatchObject({ board: "Wijkbord Leyenburg", boardIsNew: true });
  expect(report.lists.slice(0, 3).map(({ state, from }) => [state, from])).toEqual([
    ["AGREED", "CHOSEN"],
    ["IN_PROGRESS", "GUESSED"],
    ["IN_REVIEW", "CHOSEN"],
  ]);
  const { boardOfArea } = await fenna.run<{ boardOfArea: { columns: { title: string; state: string }[] } }>(
    `query B($id: ID!) { boardOfArea(coalitionId: $id, areaCode: "WK051832") { columns { title state } } }`,
    { id: (await fenna.run<{ coalitions: { id: string }[] }>(`{ coalitions { id } }`)).coalitions[0]?.id },
  );
  expect(boardOfArea.columns).toEqual([
    { title: "Te doen", state: "AGREED" },
    { title: "Mee bezig", state: "IN_PROGRESS" },
    { title: "Done", state: "IN_REVIEW" },
  ]);
  const head = await log();
  expect(head.map(({ sequence }) => Number(sequence))).toEqual(head.map((_, index) => index + 1));
});
