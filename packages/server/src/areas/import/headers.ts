import { type IndicatorDefinition, indicatorDefinitions, levelOfCode } from "@wijkbord/schema";

const plain = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

/**
 * Names that a header may be known by: its last part, and its last two parts together.
 * The number that CBS puts behind a name in its open data changes every year, and the unit stands in brackets.
 */
export function stemsOf(header: string): string[] {
  const parts = header.split("/").map((part) =>
    plain(
      part
        .trim()
        .replace(/\s*\([^()]*\)\s*$/, "")
        .replace(/_\d+$/, ""),
    ),
  );
  const last = parts.at(-1) ?? "";
  const before = parts.at(-2);
  return before === undefined ? [last] : [last, `${before}${last}`];
}

/** What the columns of a file are. */
export interface Columns {
  readonly code: number;
  readonly name: number | null;
  readonly municipality: number | null;
  readonly year: number | null;
  readonly indicators: readonly { readonly index: number; readonly indicator: IndicatorDefinition }[];
  readonly unmapped: readonly string[];
}

const codeStems = ["codering", "regiocode", "gwbcode", "wijkenenbuurten", "regios", "regio"];
const nameStems = ["wijkenenbuurten", "regio", "regionaam", "naam"];
/** Says what kind of row it is; the code says so too. */
const knownStems = ["id", "soortregio", "recs", "gwbcode"];

/** Finds the columns; null when none holds codes of areas. */
export function findColumns(headers: readonly string[], sample: readonly (readonly string[])[]): Columns | null {
  const stems = headers.map(stemsOf);
  const called = (names: readonly string[]) => names.flatMap((name) => stems.flatMap((own, index) => (own.includes(name) ? [index] : [])));
  const holdsCodes = (index: number) => sample.some((row) => levelOfCode((row[index] ?? "").trim()) !== null);
  const code = called(codeStems).find(holdsCodes);
  if (code === undefined) return null;
  const name = called(nameStems).find((index) => index !== code && !holdsCodes(index)) ?? null;
  const municipality = called(["gemeentenaam", "gmnaam"])[0] ?? null;
  const year = called(["perioden", "jaar"])[0] ?? null;
  const indicators = indicatorDefinitions.flatMap((indicator) => {
    const [index] = called(indicator.columns);
    return index === undefined ? [] : [{ index, indicator }];
  });
  const used = new Set([code, name, municipality, year, ...indicators.map(({ index }) => index), ...called(knownStems)]);
  return { code, name, municipality, year, indicators, unmapped: headers.filter((_, index) => !used.has(index) && !holdsCodes(index)) };
}

/** Whether the file is open data of CBS, which writes decimals with a dot. */
export const isOpenData = (headers: readonly string[]): boolean => headers.filter((header) => /_\d+$/.test(header)).length > headers.length / 2;
