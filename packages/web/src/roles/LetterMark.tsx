import type { CellLetter } from "./division.ts";

interface LetterMarkProps {
  readonly letter: CellLetter;
  readonly asked?: boolean | undefined;
  readonly promised?: boolean;
}

/** The small letter of a cell: filled, tinted, dotted, outlined or plain; dotted outline while it is only asked, between quotes while it was only said. */
export function LetterMark({ letter, asked = false, promised = false }: LetterMarkProps) {
  return <span className="letter-mark" data-letter={letter} data-asked={asked || undefined} data-promised={promised || undefined} aria-hidden />;
}
