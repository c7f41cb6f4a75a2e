import { readSearchText, type SearchText, type Viewer } from "@wijkbord/schema";
import type { Coalition } from "@wijkbord/schema/types";

/** What is searched, in the forms that statements need. */
export interface Wanted extends SearchText {
  readonly viewer: Viewer;
  readonly coalition: Coalition;
  /** Words for full text: each may be the beginning of a longer one; all must be there. */
  readonly query: string;
  /** Pattern of a text that holds it, with the wild cards of the typed text made plain. */
  readonly within: string;
  /** At most so many rows of each kind. */
  readonly limit: number;
}

/** Prepares what was typed; null when there is nothing to search for. */
export function wantedOf(viewer: Viewer, coalition: Coalition, text: string, limit: number): Wanted | null {
  const read = readSearchText(text);
  if (read.words.length === 0) return null;
  const within = `%${read.plain.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return { ...read, viewer, coalition, query: read.words.map((word) => `${word}:*`).join(" & "), within, limit };
}

/** The number to look for among things with a prefix; -1 when the text names none. */
export const numberFor = ({ number }: Wanted, prefix: string): number => (number && (number.prefix ?? prefix) === prefix ? number.value : -1);

/** Words as full text sees them: marks that join words count as spaces. */
export const vector = (text: string): string => `to_tsvector('dutch', translate(${text}, '-/.@', '    '))`;
/** The same for a title with the text below it; the title weighs more. */
export const titled = (title: string, text: string): string => `(setweight(${vector(title)}, 'A') || setweight(${vector(text)}, 'B'))`;

/** Marks around what was found; characters that no keyboard writes. */
export const marks = { start: "\uE000", stop: "\uE001" } as const;
/** The text around what was found, of a placeholder for the words. */
export const headline = (text: string): string =>
  `ts_headline('dutch', translate(${text}, '${marks.start}${marks.stop}', ''), to_tsquery('dutch', ?), 'StartSel=${marks.start}, StopSel=${marks.stop}, MinWords=8, MaxWords=22, MaxFragments=1')`;
