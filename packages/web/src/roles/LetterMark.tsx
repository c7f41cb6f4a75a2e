import type { CellLetter } from "./division.ts";

/** The small letter of a cell: filled, tinted, dotted, outlined or plain; dotted outline while it is only asked. */
export function LetterMark({ letter, asked = false }: { readonly letter: CellLetter; readonly asked?: boolean }) {
  return <span className="letter-mark" data-letter={letter} data-asked={asked || undefined} aria-hidden />;
}
