const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Text as the database can hold it: well-formed, composed, without control characters. */
export const clean = (value: string): string => value.toWellFormed().normalize("NFC").replaceAll("\r\n", "\n").replaceAll(controls, "");

/** The same on one line. */
export const oneLine = (value: string): string => clean(value).replaceAll(/\s+/g, " ").trim();

/** Number of characters as a person counts them. */
export const lengthOf = (value: string): number => [...value].length;

function wordEnd(points: readonly string[], limit: number): number {
  for (let end = limit; end > limit * 0.6; end--) if (/\s/.test(points[end] ?? "")) return end;
  return limit;
}

/** Cuts at a word and says so with "…"; a text within the limit stays as it is. */
export function cut(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const points = [...value];
  if (points.length <= limit) return value;
  return `${points
    .slice(0, wordEnd(points, limit - 1))
    .join("")
    .trimEnd()}…`;
}

/** Splits a long text at words into parts within the limit. */
export function split(value: string, limit: number): string[] {
  if (value.length <= limit) return [value];
  const parts: string[] = [];
  let points = [...value];
  while (points.length > limit) {
    const end = wordEnd(points, limit);
    parts.push(points.slice(0, end).join("").trimEnd());
    points = [...points.slice(end).join("").trimStart()];
  }
  return points.length > 0 ? [...parts, points.join("")] : parts;
}
