import { expect, test } from "vitest";
import { toHtml, toTable, toTsv } from "./table.ts";

const nodes = [
  { __typename: "Task", number: "ZW-101", theme: { nameNl: "Werk" }, labels: ["a", "b"], dueOn: null },
  { __typename: "Task", number: "ZW-102", theme: null, labels: [], dueOn: "2026-12-01" },
];

test("TABLE-01 nested objects become columns with a dot and lists are joined", () => {
  expect(toTable({ tasks: { totalCount: 2, nodes } })).toEqual({
    columns: ["number", "theme.nameNl", "labels", "dueOn"],
    rows: [
      ["ZW-101", "Werk", "a, b", ""],
      ["ZW-102", "", "", "2026-12-01"],
    ],
  });
});

test("TABLE-01 a list of objects in a cell reads as words", () => {
  const assignments = [
    { letter: "ACCOUNTABLE", organisation: { shortName: "De Portiek" }, state: "ACCEPTED" },
    { letter: "SUPPORT", organisation: { shortName: "UWV" }, state: "PROPOSED" },
  ];
  expect(toTable([{ assignments }])?.rows).toEqual([["ACCOUNTABLE De Portiek ACCEPTED; SUPPORT UWV PROPOSED"]]);
});

test("TABLE-01 the list that lies least deep is the table", () => {
  const data = { task: { number: "ZW-1", history: [{ sequence: 3, changes: [{ field: "title" }] }] } };
  expect(toTable(data)).toEqual({ columns: ["sequence", "changes"], rows: [["3", "title"]] });
});

test("TABLE-01 a result without a list of objects is no table", () => {
  expect(toTable({ tasks: { nodes: [] } })).toBeNull();
  expect(toTable({ task: { labels: ["a"] } })).toBeNull();
  expect(toTable(null)).toBeNull();
});

test("TABLE-02 tabs, quotes and new lines stay inside their cell", () => {
  const table = {
    columns: ["a", "b"],
    rows: [
      ["x\ty", 'zeg "ja"'],
      ["een\ntwee", "z"],
    ],
  };
  expect(toTsv(table)).toBe('a\tb\n"x\ty"\t"zeg ""ja"""\n"een\ntwee"\tz');
});

test("TABLE-02 text that looks like a formula is not computed, numbers stay numbers", () => {
  const table = { columns: ["a"], rows: [["=HYPERLINK(1)"], ["-12,5"], ["@x"], ["+31 70"]] };
  expect(toTsv(table)).toBe("a\n'=HYPERLINK(1)\n-12,5\n'@x\n'+31 70");
  expect(toHtml(table)).toContain(`<td style="mso-number-format:'\\@'">=HYPERLINK(1)</td>`);
  expect(toHtml(table)).toContain("<td>-12,5</td>");
});

test("TABLE-02 HTML in a cell stays text", () => {
  expect(toHtml({ columns: ["<b>"], rows: [["<script>&"]] })).toBe(
    "<table><thead><tr><th>&lt;b&gt;</th></tr></thead><tbody><tr><td>&lt;script&gt;&amp;</td></tr></tbody></table>",
  );
});
