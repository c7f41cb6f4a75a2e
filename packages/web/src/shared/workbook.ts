import { saveFile } from "./saveFile.ts";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const isDate = /^\d{4}-\d{2}-\d{2}$/;
const widest = 60;

/** A day as Excel knows it; every other text stays text, so that nothing in it is taken for a formula. */
const cellOf = (text: string): string | Date | null => (text === "" ? null : isDate.test(text) ? new Date(`${text}T00:00:00Z`) : text);

/** Rows as an Excel file: the first row holds the names of the columns and stays in sight. */
export async function workbookOf(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const [head = []] = rows;
  const columns = head.map((_, index) => ({
    width: Math.min(widest, 2 + Math.max(8, ...rows.map((row) => row[index]?.length ?? 0))),
    numFmt: rows.slice(1).some((row) => isDate.test(row[index] ?? "")) ? "dd-mm-yyyy" : "@",
  }));
  const name =
    sheet
      .replaceAll(/[[\]:*?/\\]/g, " ")
      .trim()
      .slice(0, 31) || "Blad1";
  return writeXlsx({ sheets: [{ name, columns, rows: rows.map((row) => row.map(cellOf)), freezePane: { rows: 1 } }] });
}

/** Offers rows as an Excel file to keep; the part that writes it is only loaded now. */
export async function saveWorkbook(name: string, sheet: string, rows: readonly (readonly string[])[]): Promise<void> {
  const bytes = await workbookOf(sheet, rows);
  saveFile(`${name}.xlsx`, type, Uint8Array.from(bytes));
}
