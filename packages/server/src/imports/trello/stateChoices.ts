import { parse } from "csv-parse/sync";
import { ImportRefused } from "../refused.ts";

function fromJson(text: string, file: string): [string, unknown][] {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return Object.entries(json);
  } catch (error) {
    throw new ImportRefused(`${file} is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
  throw new ImportRefused(`${file}: lists with their states were expected.`);
}

/** Reads which list has which state: `List=STATE,…`, JSON `{"List": "STATE"}` or CSV lines `List;STATE`. */
export function readStates(text: string, file: string): Record<string, string> {
  const plain = text.replace(/^\uFEFF/, "").trim();
  const pairs: [string, unknown][] = plain.startsWith("{")
    ? fromJson(plain, file)
    : parse(plain, {
        delimiter: file === "--states" ? "=" : [";", ",", "="],
        record_delimiter: file === "--states" ? "," : [],
        trim: true,
        skip_empty_lines: true,
        relax_column_count: true,
      }).map((cells): [string, unknown] => [cells[0] ?? "", cells.length === 2 ? cells[1] : undefined]);
  const states = new Map<string, string>();
  for (const [index, [list, state]] of pairs.entries()) {
    if (list === "" || typeof state !== "string" || state === "")
      throw new ImportRefused(`${file}, entry ${index + 1}: a list and a state were expected, such as Doing=IN_PROGRESS.`);
    if (/^(list|lijst)$/i.test(list) && /^(state|staat|stand)$/i.test(state)) continue;
    states.set(list, state);
  }
  return Object.fromEntries(states);
}
