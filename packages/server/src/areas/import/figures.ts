/** A cell: a number, a mark that there is none, or something else. */
export type Cell = { readonly value: number } | { readonly missingMark: string } | null;

const missing = new Set(["", ".", "..", "...", "-", "x", "nan", "null", "na"]);
/** Numbers that map files of CBS write where there is no figure. */
const sentinels = new Set([-99_995, -99_997, -99_998, -99_999, -99_999_999, -99_997_000]);

function numberOf(text: string, decimalDot: boolean): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (decimalDot) return /^-?\d*\.\d+$/.test(text) ? Number(text) : /^-?\d+,\d+$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^-?\d*,\d+$/.test(text)) return Number(text.replace(",", "."));
  return /^-?\d*\.\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** Reads a cell as CBS writes it: padded, with a dot or a comma, thousands with dots, "." for a missing figure. */
export function readCell(cell: string, decimalDot: boolean): Cell {
  const text = cell.trim();
  if (missing.has(text.toLowerCase())) return { missingMark: text === "" ? "leeg" : text };
  const value = numberOf(text.replaceAll(/[\s\u00A0\u202F](?=\d{3}(\D|$))/g, ""), decimalDot);
  if (!Number.isFinite(value)) return null;
  return sentinels.has(value) ? { missingMark: text } : { value };
}
