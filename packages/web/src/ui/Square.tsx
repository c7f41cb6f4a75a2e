import "./Square.css";

interface Marked {
  /** Full name, shown on hover and read out. */
  readonly name: string;
  /** Colour 0–11. */
  readonly colour: number;
  readonly size?: "s" | "m" | "l";
  /** Asked but not answered: dotted outline. */
  readonly open?: boolean;
  /** The name stands beside it already. */
  readonly decorative?: boolean;
}

const naming = (name: string, decorative: boolean) => (decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name });

/** An organisation: a square with its letters. */
export function Square({ letters, name, colour, size = "m", open = false, decorative = false }: Marked & { readonly letters: string }) {
  return (
    <span className="square" data-colour={colour} data-size={size} data-open={open || undefined} {...naming(name, decorative)}>
      {letters}
    </span>
  );
}

/** First letters of a name, at most two. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.slice(0, 1) ?? "").join("") || name.slice(0, 1).toUpperCase();
}

/** A person: a circle with initials. */
export function Circle({ name, colour, size = "m", decorative = false }: Marked) {
  return (
    <span className="circle" data-colour={colour} data-size={size} {...naming(name, decorative)}>
      {initialsOf(name)}
    </span>
  );
}
