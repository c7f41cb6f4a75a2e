import { columnKindOf, ListColumnKind, type ListShape } from "./listColumns.ts";
import { readWhen } from "./listDates.ts";
import { columnOfStatus, type StatusColumn } from "./listStatus.ts";
import { cellText, type MergedCells, type SheetTable } from "./listTable.ts";
import { type ListPartners, readWho, type WhoMatch } from "./listWho.ts";

/** What of a line of a list a person should look at. */
export type ListDoubt = "TITLE" | "WHO" | "WHEN" | "STATUS";

/** A partner on a line: it trekt, it doet, or both. */
export interface ListHolder extends WhoMatch {
  readonly lead: boolean;
  readonly does: boolean;
}

/** A line of a list as it was understood; not on a board yet. */
export interface ListTask {
  /** Line in the file, counted from one. */
  readonly place: number;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly holders: readonly ListHolder[];
  readonly names: readonly string[];
  readonly dueOn: string | null;
  readonly when: string;
  readonly columnId: string;
  /** What stood in the column of the status. */
  readonly status: string;
  readonly doubts: readonly ListDoubt[];
}

export interface ListContext {
  readonly partners: ListPartners;
  readonly columns: readonly StatusColumn[];
  /** YYYY-MM-DD in the time of the coalition. */
  readonly today: string;
}

/** A line before its cells are understood. */
interface Line {
  readonly place: number;
  readonly section: string;
  readonly cells: Map<ListColumnKind, string[]>;
  readonly extra: string[];
}

/** A heading over several columns. */
const isHeading = (merge: MergedCells, width: number) => merge.startRow === merge.endRow && merge.endCol - merge.startCol + 1 >= Math.max(3, width / 2);

/** What was merged downwards counts for every row of it, except in the column of the actions: there the rows are one action. */
function filled({ rows, merges }: SheetTable, { kinds }: ListShape): string[][] {
  const out = rows.map((row) => row.map(cellText));
  for (const { startRow, startCol, endRow } of merges) {
    const value = out[startRow]?.[startCol] ?? "";
    if (value === "" || kinds[startCol] === ListColumnKind.TITLE) continue;
    for (let row = startRow + 1; row <= Math.min(endRow, out.length - 1); row += 1) {
      const cells = out[row];
      if (!cells) continue;
      while (cells.length <= startCol) cells.push("");
      cells[startCol] = value;
    }
  }
  return out;
}

function add(line: Line, shape: ListShape, row: readonly string[]): void {
  for (const [index, cell] of row.entries()) {
    const kind = shape.kinds[index] ?? ListColumnKind.SKIP;
    if (cell === "" || kind === ListColumnKind.SKIP) continue;
    if (kind === ListColumnKind.LINE) {
      const text = `${cellText(shape.headers[index] ?? "") || "Extra"}: ${cell}`;
      if (!line.extra.includes(text)) line.extra.push(text);
      continue;
    }
    const before = line.cells.get(kind) ?? [];
    if (!before.includes(cell)) line.cells.set(kind, [...before, cell]);
  }
}

/** Puts the rows of a table together to lines: a row without an action goes on with the one above. */
function linesOf(table: SheetTable, shape: ListShape): Line[] {
  const lines: Line[] = [];
  const headings = new Set(table.merges.filter((merge) => isHeading(merge, shape.kinds.length)).map(({ startRow }) => startRow));
  const titleAt = shape.kinds.indexOf(ListColumnKind.TITLE);
  let section = "";
  for (const [index, row] of filled(table, shape).entries()) {
    if (index <= shape.headerRow || row.every((cell) => cell === "")) continue;
    if (headings.has(index)) {
      section = row.find((cell) => cell !== "") ?? section;
      continue;
    }
    if (row.filter((cell) => columnKindOf(cell) !== null).length >= 2 && row.join() === shape.headers.map(cellText).join()) continue;
    const above = lines.at(-1);
    const goesOn = (row[titleAt] ?? "") === "" && above !== undefined;
    const line = goesOn ? above : { place: index + 1, section, cells: new Map<ListColumnKind, string[]>(), extra: [] };
    if (!goesOn) lines.push(line);
    add(line, shape, row);
  }
  return lines;
}

/** Who leads and who does: the column of the trekker first, without one the first of "wie". */
export function holdersOf(lead: string, who: string, partners: ListPartners): Pick<ListTask, "holders" | "names"> & { doubtful: boolean } {
  const [leads, does] = [readWho(lead, partners), readWho(who, partners)];
  const holders = new Map<string, ListHolder>();
  for (const [index, match] of leads.matches.entries()) holders.set(match.organisationId, { ...match, lead: index === 0, does: true });
  for (const match of does.matches) {
    const known = holders.get(match.organisationId);
    holders.set(match.organisationId, {
      ...match,
      ...known,
      membershipId: known?.membershipId ?? match.membershipId,
      lead: known?.lead ?? holders.size === 0,
      does: true,
    });
  }
  return { holders: [...holders.values()], names: [...new Set([...leads.names, ...does.names])], doubtful: leads.doubtful || does.doubtful };
}

function taskOf({ place, section, cells, extra }: Line, { partners, columns, today }: ListContext): ListTask {
  const text = (kind: ListColumnKind, between = "\n") => (cells.get(kind) ?? []).join(between);
  const { holders, names, doubtful } = holdersOf(text(ListColumnKind.LEAD), text(ListColumnKind.WHO), partners);
  const read = (cells.get(ListColumnKind.WHEN) ?? [""]).map((cell) => readWhen(cell, today));
  const dates = read.filter(({ dueOn }) => dueOn !== null);
  const last =
    dates
      .map(({ dueOn }) => dueOn ?? "")
      .toSorted()
      .at(-1) ?? null;
  const status = text(ListColumnKind.STATUS, " ");
  const column = columnOfStatus(status, columns);
  const title = text(ListColumnKind.TITLE, " ").replaceAll("\n", " ");
  const doubts: ListDoubt[] = [];
  if (title === "") doubts.push("TITLE");
  if (doubtful) doubts.push("WHO");
  if (dates.length > 1 || read.some((one) => one.doubtful)) doubts.push("WHEN");
  if (column.doubtful) doubts.push("STATUS");
  return {
    place,
    title,
    description: text(ListColumnKind.DESCRIPTION, "\n\n"),
    lines: section === "" ? extra : [...extra, `Onderdeel: ${section}`],
    holders,
    names,
    dueOn: last,
    when: read
      .map(({ when }) => when)
      .filter((when) => when !== "")
      .join(", "),
    columnId: column.columnId,
    status,
    doubts,
  };
}

/** The tasks in a table, with what to look at. */
export const tasksOfTable = (table: SheetTable, shape: ListShape, context: ListContext): ListTask[] =>
  linesOf(table, shape).map((line) => taskOf(line, context));
