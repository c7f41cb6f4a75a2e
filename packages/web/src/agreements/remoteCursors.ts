import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** Where somebody else is in the text. */
export interface RemoteCursor {
  readonly name: string;
  /** Colour 0–11 of the organisation. */
  readonly colour: number;
  readonly anchor: number;
  readonly head: number;
}

class Caret extends WidgetType {
  constructor(private readonly cursor: RemoteCursor) {
    super();
  }

  override eq({ cursor: { name, colour } }: Caret): boolean {
    return name === this.cursor.name && colour === this.cursor.colour;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `caret colour-${this.cursor.colour}`;
    caret.ariaHidden = "true";
    caret.dataset["name"] = this.cursor.name;
    return caret;
  }
}

/** Puts the cursors of others into the text. */
export const setCursors = StateEffect.define<readonly RemoteCursor[]>();

function decorations(cursors: readonly RemoteCursor[], length: number): DecorationSet {
  const within = (place: number) => Math.max(0, Math.min(place, length));
  const ranges = cursors.flatMap((cursor): ReturnType<Decoration["range"]>[] => {
    const [anchor, head] = [within(cursor.anchor), within(cursor.head)];
    const caret = Decoration.widget({ widget: new Caret(cursor), side: head > anchor ? -1 : 1 }).range(head);
    if (anchor === head) return [caret];
    return [Decoration.mark({ class: `selected colour-${cursor.colour}` }).range(Math.min(anchor, head), Math.max(anchor, head)), caret];
  });
  return Decoration.set(ranges, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const told = transaction.effects.findLast((effect) => effect.is(setCursors));
    return told ? decorations(told.value, transaction.newDoc.length) : shown.map(transaction.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

const colours = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`.colour-${index}`, { "--own": `var(--wb-org-${index}-ink)`, "--own-light": `var(--wb-org-${index})` }]),
);

const look = EditorView.theme({
  ...colours,
  ".selected": { backgroundColor: "var(--own-light)" },
  ".caret": { position: "relative", borderLeft: "2px solid var(--own)", marginInline: "-1px" },
  ".caret::after": {
    content: "attr(data-name)",
    position: "absolute",
    insetBlockEnd: "100%",
    insetInlineStart: "-2px",
    padding: "1px 6px",
    borderRadius: "6px 6px 6px 0",
    backgroundColor: "var(--own-light)",
    color: "var(--own)",
    fontSize: "11.5px",
    fontWeight: "600",
    lineHeight: "1.4",
    whiteSpace: "nowrap",
    pointerEvents: "none",
    zIndex: "2",
  },
});

/** Cursors of others, with name and colour. */
export const remoteCursors: Extension = [field, look];
