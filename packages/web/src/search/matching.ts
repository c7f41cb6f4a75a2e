/** Lower case without accents. */
export const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text: string): string[] => [...plain(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);

/** Whether each typed word begins one of the words of a text. */
export function matches(text: string, typed: string): boolean {
  const known = wordsOf(text);
  return wordsOf(typed).every((wanted) => known.some((word) => word.startsWith(wanted)));
}

/** A text in pieces, with those that begin like a typed word marked. */
export function markedParts(text: string, typed: string): { text: string; hit: boolean }[] {
  const wanted = wordsOf(typed);
  return [...text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)].flatMap(([piece]) => {
    const found = wanted.find((word) => plain(piece).startsWith(word));
    if (!found) return [{ text: piece, hit: false }];
    return [
      { text: piece.slice(0, found.length), hit: true },
      { text: piece.slice(found.length), hit: false },
    ].filter((part) => part.text !== "");
  });
}
