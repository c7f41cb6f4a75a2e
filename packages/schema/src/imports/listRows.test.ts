import { describe, expect, test } from "vitest";
import { TaskState } from "../tasks/task.ts";
import { ListColumnKind, shapeOf } from "./listColumns.ts";
import { readWhen } from "./listDates.ts";
import { tasksOfTable } from "./listRows.ts";
import { columnOfStatus } from "./listStatus.ts";
import { pastedRows } from "./listTable.ts";
import { readWho } from "./listWho.ts";

const today = "2026-11-29";
const partners = {
  organisations: [
    { id: "o1", name: "Gemeente Den Haag", shortName: "Gemeente", letters: "GDH" },
    { id: "o2", name: "Stichting De Portiek", shortName: "De Portiek", letters: "DP" },
    { id: "o3", name: "Zorg en Welzijn Zuid", shortName: "Zorg en Welzijn", letters: "ZW" },
  ],
  members: [
    { id: "m1", displayName: "Fenna Vermeer", organisationId: "o1" },
    { id: "m2", displayName: "Demi Demo", organisationId: "o2" },
    { id: "m3", displayName: "Demi Bos", organisationId: "o3" },
  ],
};
const columns = [
  { id: "c1", title: "Te verdelen", state: TaskState.PROPOSED },
  { id: "c2", title: "Afgesproken", state: TaskState.AGREED },
  { id: "c3", title: "Bezig", state: TaskState.IN_PROGRESS },
  { id: "c4", title: "Klaar", state: TaskState.DONE },
];

test.each([
  ["12-12", "2026-12-12", false],
  ["12/12/26", "2026-12-12", false],
  ["do 3-12", "2026-12-03", false],
  ["12 dec", "2026-12-12", false],
  ["uiterlijk 1 maart", "2027-03-01", false],
  ["1e mei 2027", "2027-05-01", false],
  ["2027-02-28T00:00:00.000Z", "2027-02-28", false],
  ["week 48", "2026-11-27", true],
  ["wk 1", "2027-01-08", false],
  ["week 53 2026", "2027-01-01", false],
  ["1-10", "2026-10-01", true],
  ["1-9", "2027-09-01", false],
])("a day: %s", (text, dueOn, doubtful) => {
  expect(readWhen(text, today)).toEqual({ dueOn, when: "", doubtful });
});

test.each([
  ["zsm", false],
  ["na de zomer", false],
  ["31-2", true],
  ["week 60", true],
  ["1-1-1900", true],
  ["31-12-9999", true],
  ["12-12 of 13-12", true],
])("what is no day stays in words: %s", (when, doubtful) => {
  expect(readWhen(when, today)).toEqual({ dueOn: null, when, doubtful });
  expect(readWhen("n.v.t.", today).when).toBe("");
});

test.each([
  ["Gemeente, De Portiek", ["o1", "o2"], [], false],
  ["Fenna en Portiek", ["o1", "o2"], [], false],
  ["Zorg en Welzijn", ["o3"], [], false],
  ["Fenna Vermeer (gemeente) / DP", ["o1", "o2"], [], false],
  ["Demi", [], ["Demi"], true],
  ["Portiekk + Jan van hiernaast", ["o2"], ["Jan van hiernaast"], true],
  ["allen", [], ["allen"], true],
  ["nnb", [], [], false],
])("who: %s", (text, organisations, names, doubtful) => {
  const read = readWho(text, partners);
  expect([read.matches.map(({ organisationId }) => organisationId), read.names, read.doubtful]).toEqual([organisations, names, doubtful]);
});

test("status words lead to a column", () => {
  const found = ["", "bezig", "Gereed", "✓", "open", "50%", "wacht op partner", "paars"].map((text) => columnOfStatus(text, columns));
  expect(found.map(({ columnId }) => columnId)).toEqual(["c1", "c3", "c4", "c4", "c1", "c3", "c3", "c1"]);
  expect(found.map(({ doubtful }) => doubtful)).toEqual([false, false, false, false, false, false, true, true]);
});

test("a pasted text keeps quotes, line breaks and empty cells", () => {
  expect(pastedRows('Wat\tWie\r\n"Twee ""regels""\nsamen"\tDP\r\n\tx\t\r\n')).toEqual([
    ["Wat", "Wie"],
    ['Twee "regels"\nsamen', "DP"],
    ["", "x", ""],
  ]);
  expect(pastedRows("")).toEqual([[]]);
});

describe("a table", () => {
  const rows = [
    ["Actielijst Moerwijk", "", "", "", ""],
    ["Nr", "Actie", "Wie", "Wanneer", "Stand van zaken", "Budget"],
    ["Werk", "", "", "", "", ""],
    ["1", "Banenmarkt", "Gemeente, De Portiek", "12-12", "bezig", "€ 500"],
    ["2", "Huisbezoek", "DP", "zsm", "", ""],
    ["", "", "Jan", "", "", ""],
    ["3", "Folder", "", "week 50", "klaar", ""],
  ];
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({ startRow, startCol, endRow, endCol });
  const table = { rows, merges: [merge(0, 0, 0, 5), merge(2, 0, 2, 5), merge(4, 1, 5, 1), merge(4, 2, 4, 2), merge(3, 4, 4, 4)] };

  test("columns are found by their names, wherever they stand", () => {
    const { TITLE, WHO, WHEN, STATUS, LINE, SKIP } = ListColumnKind;
    expect(shapeOf(table)).toMatchObject({ headerRow: 1, kinds: [SKIP, TITLE, WHO, WHEN, STATUS, LINE] });
    expect(shapeOf({ rows: [["x", "een lange zin zonder kop"]], merges: [] })).toMatchObject({ headerRow: -1, kinds: [SKIP, TITLE] });
  });

  test("merged cells, headings and rows that go on become tasks", () => {
    const tasks = tasksOfTable(table, shapeOf(table), { partners, columns, today });
    expect(tasks.map(({ place, title, dueOn, when, columnId, names, doubts }) => ({ place, title, dueOn, when, columnId, names, doubts }))).toEqual([
      { place: 4, title: "Banenmarkt", dueOn: "2026-12-12", when: "", columnId: "c3", names: [], doubts: [] },
      { place: 5, title: "Huisbezoek", dueOn: null, when: "zsm", columnId: "c3", names: ["Jan"], doubts: ["WHO"] },
      { place: 7, title: "Folder", dueOn: "2026-12-11", when: "", columnId: "c4", names: [], doubts: [] },
    ]);
    expect(tasks[0]?.holders.map(({ organisationId, lead, does }) => [organisationId, lead, does])).toEqual([
      ["o1", true, true],
      ["o2", false, true],
    ]);
    expect(tasks[0]?.lines).toEqual(["Budget: € 500", "Onderdeel: Werk"]);
  });
});
