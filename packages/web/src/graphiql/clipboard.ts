import { type Table, toHtml, toTsv } from "./table.ts";

/** Puts a table on the clipboard, for spreadsheets and for word processors. */
export async function copyTable(table: Table): Promise<void> {
  const item = new ClipboardItem({
    "text/plain": new Blob([toTsv(table)], { type: "text/plain" }),
    "text/html": new Blob([toHtml(table)], { type: "text/html" }),
  });
  await navigator.clipboard.write([item]);
}
