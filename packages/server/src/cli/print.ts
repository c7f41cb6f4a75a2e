import type { AreaImportReport, ImportCounts, ImportNote, ImportReport, RowCounts } from "@wijkbord/schema";
import type { CommandName, Commands } from "./protocol.ts";

/** Control characters never reach a terminal: a name in a file could steer it. */
const safe = (text: string) => text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, "\uFFFD");
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}
const notes = (list: readonly ImportNote[]) => list.map(({ place, text }) => (place === "" ? text : `${place}: ${text}`));

const words: readonly (readonly [keyof ImportCounts, string])[] = [
  ["lists", "lists"],
  ["archivedLists", "archived lists"],
  ["cards", "cards"],
  ["archivedCards", "archived cards"],
  ["checklists", "checklists"],
  ["checklistItems", "checklist items"],
  ["comments", "comments"],
  ["labels", "labels"],
  ["links", "attachments and links"],
  ["letters", "proposed letters"],
];

function importLines(report: ImportReport, dryRun: boolean): string[] {
  const { board, boardIsNew, file, fresh, lists, removedColumns, members, customFields, cuts, links, personalData, skipped } = report;
  const width = Math.max(...words.map(([, word]) => word.length));
  return [
    dryRun ? "Nothing was changed. This would happen:" : "Imported.",
    "",
    `Board: ${board}${boardIsNew ? " (new)" : ""}`,
    `${" ".repeat(width)}  in the file   new here`,
    ...words.map(([key, word]) => `${word.padEnd(width)}  ${String(file[key]).padStart(11)}   ${String(fresh[key]).padStart(8)}`),
    ...section(
      "Lists",
      lists.map(({ list, state, from, column, cards }) => {
        const how = { NEW: "new column", EXISTING: "existing column", ARCHIVED: "no column, cards archived" }[column];
        return `${list} → ${state} (${{ CHOSEN: "chosen", GUESSED: "guessed", COLUMN: "of the column" }[from]}; ${how}; ${plural(cards, "card")})`;
      }),
    ),
    ...section("Empty columns that go", removedColumns),
    ...section(
      "Members",
      members.map(
        ({ name, organisation, person, cards }) =>
          `${name} → ${organisation === null ? "stays a name on the card" : `${organisation}${person === null ? "" : ` (${person})`}, proposed`} (${plural(cards, "card")})`,
      ),
    ),
    ...section("Custom fields, as lines under the description", customFields),
    ...section("Links", notes(links)),
    ...section("Cut", notes(cuts)),
    ...section("Does not come in", notes(skipped)),
    ...section("Look at these: personal data does not belong on a board", notes(personalData)),
  ];
}

const rows = ({ added, changed, same }: RowCounts) => `${added} new, ${changed} changed, ${same} as they were`;

function areaLines(report: AreaImportReport, dryRun: boolean): string[] {
  return [
    dryRun ? "Nothing was changed. This would happen:" : "Imported.",
    "",
    `${report.kind === "FIGURES" ? "Figures" : "Outlines"} of ${report.years.join(", ")} (${report.encoding}): ${plural(report.municipalities, "municipality").replace("ys", "ies")}, ${plural(report.districts, "district")}, ${plural(report.subDistricts, "sub-district")}`,
    `areas     ${rows(report.areas)}`,
    `editions  ${rows(report.editions)}`,
    ...(report.kind === "FIGURES" ? [`figures   ${rows(report.figures)}; ${plural(report.missing, "cell")} without a figure`] : []),
    ...section("Read as", notes(report.columns)),
    ...section("Columns that are not read", report.unmapped),
    ...section("Rows that do not come in", notes(report.skipped)),
  ];
}

const printers: { readonly [Name in CommandName]: (answer: Commands[Name]["answer"], dryRun: boolean) => string[] } = {
  "import areas": areaLines,
  "import trello": importLines,
  "demo reset": ({ coalitions, endedSessions }) => [
    `The demo is as on the first day: ${coalitions.join(", ")}. ${plural(endedSessions, "demo session")} ended.`,
  ],
  "demo generate": ({ slug, tasks, events }) => [`Made /${slug} with ${plural(tasks, "task")} and ${plural(events, "event")}.`],
  "create-coalition": ({ slug }) => [`Made the coalition /${slug}.`],
  doctor: ({ checks }) => checks.map(({ name, ok, text }) => `${ok ? "ok  " : "FAIL"} ${name}${text === "" ? "" : ` (${text})`}`),
};

/** The answer of a command in lines for people. */
export function answerLines<Name extends CommandName>(name: Name, answer: Commands[Name]["answer"], dryRun: boolean): string[] {
  return printers[name](answer, dryRun).map(safe);
}
