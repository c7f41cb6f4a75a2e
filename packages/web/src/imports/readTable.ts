import { listLimits, type MergedCells, pastedRows, type SheetTable } from "@wijkbord/schema";
import type { importPageWords } from "./importPageWords.ts";

export interface NamedTable extends SheetTable {
  readonly name: string;
}
type Key = keyof (typeof importPageWords)["nl"];

/** A file that cannot be read, and why. */
export class Unreadable extends Error {
  constructor(
    readonly key: Key,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
  }
}

type Cell = string | number | boolean | Date | null | undefined;

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "ja" : "nee";
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell;
}

/** Cells as texts, without columns and rows beyond what a list has. */
const rowsOf = (rows: readonly (readonly Cell[])[]): string[][] =>
  rows.slice(0, listLimits.rows * 3).map((row) => row.slice(0, listLimits.columns).map((cell) => textOf(cell).slice(0, listLimits.cell)));

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** Text in the encoding in which Excel wrote it. */
function decoded(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new Unreadable("notText", { byte: zero });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function workbook(bytes: Uint8Array): Promise<NamedTable[]> {
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true, maxRows: listLimits.rows * 3, sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden });
    return sheets.map(({ name, rows, merges = [] }) => ({ name, rows: rowsOf(rows), merges }));
  } catch {
    throw new Unreadable("brokenXlsx");
  }
}

async function csv(bytes: Uint8Array): Promise<NamedTable[]> {
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  const { parseCsv, detectDelimiter } = await import("hucre/csv");
  try {
    return [{ name: "", rows: rowsOf(parseCsv(text, { delimiter: detectDelimiter(text) })), merges: [] }];
  } catch {
    throw new Unreadable("brokenCsv");
  }
}

/** The sheets of a file; throws `Unreadable` with the sentence. */
export async function readTables(file: File): Promise<NamedTable[]> {
  if (file.size > listLimits.bytes) throw new Unreadable("tooLarge", { size: listLimits.bytes / 1_000_000 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Unreadable("emptyFile");
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable("oldExcel");
  const tables = await (begins(bytes, 0x50, 0x4b) ? workbook(bytes) : csv(bytes));
  const filled = tables.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== "")));
  if (filled.length === 0) throw new Unreadable("emptyFile");
  return filled;
}

function cellLines(cell: Element): string {
  for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
  for (const block of cell.querySelectorAll("p, li, div")) block.append("\n");
  return (cell.textContent ?? "").replaceAll(/[ \t]*\n\s*/g, "\n").trim();
}

/** The table of a page that was copied from Excel or Word; null when there is none. */
export function tableOfHtml(html: string): NamedTable | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows: string[][] = [];
  const merges: MergedCells[] = [];
  const taken = new Set<string>();
  for (const [rowIndex, row] of [...table.rows].entries()) {
    const cells: string[] = [];
    let column = 0;
    for (const cell of row.cells) {
      while (taken.has(`${rowIndex},${column}`)) column += 1;
      const [endRow, endCol] = [rowIndex + Math.min(cell.rowSpan || 1, 1_000) - 1, column + Math.min(cell.colSpan, listLimits.columns) - 1];
      for (let r = rowIndex; r <= endRow; r += 1) for (let c = column; c <= endCol; c += 1) taken.add(`${r},${c}`);
      if (endRow > rowIndex || endCol > column) merges.push({ startRow: rowIndex, startCol: column, endRow, endCol });
      while (cells.length < column) cells.push("");
      cells[column] = cellLines(cell);
      column = endCol + 1;
    }
    rows.push(cells);
  }
  return { name: "", rows: rowsOf(rows), merges };
}

/** What was pasted: a table of Excel or Word, or lines with tabs. */
export function readPaste(html: string, text: string): NamedTable {
  if (html.length + text.length > listLimits.bytes) throw new Unreadable("tooLarge", { size: listLimits.bytes / 1_000_000 });
  const table = html === "" ? null : tableOfHtml(html);
  const read = table ?? { name: "", rows: rowsOf(pastedRows(text)), merges: [] };
  if (!read.rows.some((row) => row.some((cell) => cell.trim() !== ""))) throw new Unreadable("emptyPaste");
  return read;
}
