import { parse } from "csv-parse/sync";
import { ImportRefused } from "../refused.ts";
import type { MemberMapping } from "./mapping.ts";

const columns: Readonly<Record<string, "member" | "organisation" | "person">> = {
  member: "member",
  lid: "member",
  name: "member",
  naam: "member",
  username: "member",
  email: "member",
  organisation: "organisation",
  organization: "organisation",
  organisatie: "organisation",
  person: "person",
  persoon: "person",
};

const lineWords = (line: Record<string, unknown>): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(line)) {
    const column = columns[key.trim().toLowerCase()];
    if (column && typeof value === "string" && value.trim() !== "") found[column] ??= value.trim();
  }
  return found;
};

function mapping(line: Record<string, unknown>, place: string): MemberMapping {
  const { member, organisation, person } = lineWords(line);
  if (!member || !organisation) throw new ImportRefused(`${place}: a member and an organisation were expected.`);
  return { member, organisation, person: person ?? null, place };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function fromJson(text: string, file: string): MemberMapping[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportRefused(`${file} is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
  if (Array.isArray(json)) {
    return json.map((line: unknown, index) => {
      const place = `${file}, entry ${index + 1}`;
      if (!isObject(line)) throw new ImportRefused(`${place}: a member and an organisation were expected.`);
      return mapping(line, place);
    });
  }
  if (!isObject(json)) throw new ImportRefused(`${file}: members with their organisations were expected.`);
  return Object.entries(json).map(([member, value]) =>
    mapping(isObject(value) ? { ...value, member } : { member, organisation: value }, `${file}, "${member}"`),
  );
}

function fromCsv(text: string, file: string): MemberMapping[] {
  let lines: { record: Record<string, unknown>; info: { lines: number } }[];
  try {
    lines = parse<{ record: Record<string, unknown>; info: { lines: number } }>(text, {
      columns: true,
      delimiter: [";", ","],
      trim: true,
      skip_empty_lines: true,
      bom: true,
      info: true,
    });
  } catch (error) {
    throw new ImportRefused(`${file} cannot be read as CSV: ${error instanceof Error ? error.message : "unknown"}.`);
  }
  return lines.map(({ record, info }) => mapping(record, `${file}, line ${info.lines}`));
}

/** Reads who belongs to which organisation: JSON (object or list) or CSV with the columns member, organisation and person. */
export function readMemberMap(text: string, file: string): MemberMapping[] {
  const plain = text.replace(/^\uFEFF/, "");
  return /^\s*[[{]/.test(plain) ? fromJson(plain, file) : fromCsv(plain, file);
}
