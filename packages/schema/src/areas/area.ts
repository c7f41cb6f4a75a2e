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

/** A name as people say it: CBS puts a number before that of a district ("Wijk 36 Moerwijk"). */
export const spokenName = (name: string): string => name.replace(/^Wijk \d{2} (?=\S)/, "");

/** A name as it stands in an address: "Bouwlust/Vrederust" is "bouwlust-vrederust". */
export const addressName = (name: string): string =>
  spokenName(name)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Code of the area that a CBS area lies in; null for a municipality. */
export function parentCodeOf(code: string): string | null {
  if (code.startsWith("BU")) return `WK${code.slice(2, 8)}`;
  if (code.startsWith("WK")) return `GM${code.slice(2, 6)}`;
  return null;
}
