/** Cells that were merged into one; all numbers count from zero and are part of it. */
export interface MergedCells {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** A table as it was read: texts, days as YYYY-MM-DD. */
export interface SheetTable {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedCells[];
}

/** Largest list that comes in at once, and largest file that is read for it. */
export const listLimits = { rows: 1_000, columns: 60, cell: 20_000, bytes: 10_000_000, who: 20, names: 50, name: 80, when: 200 } as const;

/** Spaces and line breaks of a cell made plain; lines stay. */
export const cellText = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\u00A0\u202F\t ]+/g, " ")
    .replaceAll(/ ?(\r\n|\r|\n) ?/g, "\n")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\uFEFF]/g, "")
    .trim();

/** A text in the form in which two are compared: without capitals, accents, marks and double spaces. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The text of a table that was pasted as plain text: tabs between cells, quotes round cells with line breaks. */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  while (at < text.length) {
    pattern.lastIndex = at;
    const [whole = "", quoted, plain = "", end = ""] = pattern.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === "\t" && at === text.length) rows.at(-1)?.push("");
    if (end !== "\t" && at < text.length) rows.push([]);
    if (whole === "") break;
  }
  return rows;
}
