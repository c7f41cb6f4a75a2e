/** What a search finds. */
export enum SearchKind {
  TASK = "TASK",
  COMMENT = "COMMENT",
  AGREEMENT = "AGREEMENT",
}

export const searchLimits = { text: 200, words: 10, page: 50 } as const;

/** A text as the search understands it. */
export interface SearchText {
  /** Without space around it and without characters that no text holds. */
  readonly plain: string;
  /** Its words, in the order in which they stand. */
  readonly words: readonly string[];
  /** The number it names, if that is all it says: "ZW-117", "zw117", "117". */
  readonly number: { readonly prefix: string | null; readonly value: number } | null;
}

/** Reads what somebody typed. */
export function readSearchText(text: string): SearchText {
  const plain = text
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, searchLimits.text);
  const words = [...plain.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, searchLimits.words).map(([word]) => word);
  const [, prefix, digits] = /^(?:([a-z]{2,4})[\s-]?)?(\d{1,7})$/i.exec(plain) ?? [];
  return { plain, words, number: digits === undefined ? null : { prefix: prefix?.toUpperCase() ?? null, value: Number(digits) } };
}
