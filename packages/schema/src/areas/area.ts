export enum AreaLevel {
  MUNICIPALITY = "MUNICIPALITY",
  DISTRICT = "DISTRICT",
  SUBDISTRICT = "SUBDISTRICT",
  PROGRAMME_AREA = "PROGRAMME_AREA",
}

const patterns: readonly [RegExp, AreaLevel][] = [
  [/^GM\d{4}$/, AreaLevel.MUNICIPALITY],
  [/^WK\d{4}[0-9A-Z]{2}$/, AreaLevel.DISTRICT],
  [/^BU\d{4}[0-9A-Z]{4}$/, AreaLevel.SUBDISTRICT],
];

/** Level of a CBS code, or null when it is not one. Positions after the municipality may hold letters. */
export const levelOfCode = (code: string): AreaLevel | null => patterns.find(([pattern]) => pattern.test(code))?.[1] ?? null;

/** Code of the area that a CBS area lies in; null for a municipality. */
export function parentCodeOf(code: string): string | null {
  if (code.startsWith("BU")) return `WK${code.slice(2, 8)}`;
  if (code.startsWith("WK")) return `GM${code.slice(2, 6)}`;
  return null;
}
