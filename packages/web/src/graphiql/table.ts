/** Rows of a GraphQL result, as a spreadsheet shows them. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is Plain[] => Array.isArray(value) && value.length > 0 && value.every(isPlain);
const fieldsOf = (value: Plain) => Object.entries(value).filter(([key]) => key !== "__typename");

/** The first list of objects, those that lie least deep first. */
function firstList(data: unknown): Plain[] | null {
  let level: unknown[] = [data];
  while (level.length > 0) {
    const found = level.find(isList);
    if (found) return found;
    level = level.filter(isPlain).flatMap((value) => fieldsOf(value).map(([, inner]) => inner));
  }
  return null;
}

/** One value in words: lists joined, objects as their values. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return value
      .map(inWords)
      .filter(Boolean)
      .join(value.some(isPlain) ? "; " : ", ");
  if (isPlain(value))
    return fieldsOf(value)
      .map(([, inner]) => inWords(inner))
      .filter(Boolean)
      .join(" ");
  return String(value);
}

/** Cells of one object; objects inside become columns with a dot. */
function cellsOf(row: Plain, prefix = ""): [column: string, text: string][] {
  return fieldsOf(row).flatMap(([key, value]): [string, string][] =>
    isPlain(value) ? cellsOf(value, `${prefix}${key}.`) : [[`${prefix}${key}`, inWords(value)]],
  );
}

/** A column of an object that is missing here stands elsewhere with a dot: it needs no column of its own. */
const isMissingObject = (column: string, columns: readonly string[], rows: readonly Map<string, string>[]) =>
  columns.some((other) => other.startsWith(`${column}.`)) && rows.every((cells) => !cells.get(column));

/** The first list of objects of a result as rows and columns; null when it holds none. */
export function toTable(data: unknown): Table | null {
  const list = firstList(data);
  if (!list) return null;
  const cells = list.map((row) => new Map(cellsOf(row)));
  const all = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  const columns = all.filter((column) => !isMissingObject(column, all, cells));
  return { columns, rows: cells.map((row) => columns.map((column) => row.get(column) ?? "")) };
}

/** Text that a spreadsheet would take for a formula. */
const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text);

function tsvCell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as text with tabs, as spreadsheets paste it. */
export const toTsv = ({ columns, rows }: Table): string => [columns, ...rows].map((row) => row.map(tsvCell).join("\t")).join("\n");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll("\n", "<br>");

/** The table as HTML, as word processors paste it; cells are marked as text where a spreadsheet would compute. */
export function toHtml({ columns, rows }: Table): string {
  const cell = (text: string) => `<td${isFormula(text) ? " style=\"mso-number-format:'\\@'\"" : ""}>${escapeHtml(text)}</td>`;
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
