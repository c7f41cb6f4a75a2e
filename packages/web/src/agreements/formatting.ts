import { type ChangeSpec, EditorSelection, type EditorState, type Line, type TransactionSpec } from "@codemirror/state";
import { parseArticles } from "@wijkbord/schema";

/** What the bar above a draft can do, in its order. */
export const formats = ["heading", "bold", "italic", "bullets", "numbers", "link", "article"] as const;
export type Format = (typeof formats)[number];

/** The keys of each, as the editor names them. */
export const formatKeys: Readonly<Record<Format, string>> = {
  heading: "Mod-Shift-9",
  bold: "Mod-b",
  italic: "Mod-i",
  bullets: "Mod-Shift-8",
  numbers: "Mod-Shift-7",
  link: "Mod-k",
  article: "Mod-Enter",
};

const lead = /^\s*(?:#{1,6}\s+|[-*]\s+|\d{1,3}[.)]\s+)?/;
const hasHeadings = (text: string) => /^#{1,6}[ \t]+\S/m.test(text);

/** The lines that a selection touches. */
function linesOf({ doc, selection }: EditorState): Line[] {
  const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number];
  return Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
}

/** Puts the same kind of beginning before the lines, or takes it away when all have it. */
function withLead(state: EditorState, own: RegExp, beginning: (index: number) => string): TransactionSpec {
  const all = linesOf(state);
  const filled = all.length > 1 ? all.filter(({ text }) => text.trim() !== "") : all;
  const remove = filled.every(({ text }) => own.test(text));
  const changes = filled.map(({ from, text }, index) => ({ from, to: from + (lead.exec(text)?.[0].length ?? 0), insert: remove ? "" : beginning(index) }));
  const made = state.changes(changes);
  return { changes: made, selection: state.selection.map(made, 1) };
}

/** The words of a line that are selected, without its beginning and the spaces around them. */
function wordsIn(state: EditorState, line: Line): { from: number; to: number } | null {
  const { from, to } = state.selection.main;
  const start = Math.max(from, line.from + (lead.exec(line.text)?.[0].length ?? 0));
  const end = Math.min(to, line.to);
  if (end <= start) return null;
  const text = state.sliceDoc(start, end);
  const words = text.trim();
  return words ? { from: start + text.indexOf(words), to: start + text.indexOf(words) + words.length } : null;
}

const isMarked = (state: EditorState, from: number, to: number, mark: string) => {
  const before = /\**$/.exec(state.sliceDoc(Math.max(0, from - 3), from))?.[0].length ?? 0;
  const after = /^\**/.exec(state.sliceDoc(to, to + 3))?.[0].length ?? 0;
  const stars = Math.min(before, after);
  return mark.length === 2 ? stars >= 2 : stars === 1 || stars === 3;
};

/** Puts marks around the selected words, or around the word at the cursor; takes them away when they stand there. */
function withMark(state: EditorState, mark: string): TransactionSpec {
  const { main } = state.selection;
  const at = main.empty ? state.wordAt(main.head) : null;
  const parts = main.empty ? [at ?? main] : linesOf(state).flatMap((line) => wordsIn(state, line) ?? []);
  const size = mark.length;
  const changes = parts.flatMap(({ from, to }): ChangeSpec[] =>
    isMarked(state, from, to, mark)
      ? [
          { from: from - size, to: from },
          { from: to, to: to + size },
        ]
      : [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
  );
  const made = state.changes(changes);
  if (main.empty && !at)
    return { changes: made, selection: EditorSelection.cursor(isMarked(state, main.head, main.head, mark) ? main.head - size : main.head + size) };
  const selection = main.empty
    ? EditorSelection.cursor(made.mapPos(main.head, -1))
    : EditorSelection.range(made.mapPos(main.from, 1), made.mapPos(main.to, -1));
  return { changes: made, selection };
}

/** Makes a link of the selected words, or of a selected address; what is still to be written is selected. */
function withLink(state: EditorState): TransactionSpec {
  const { from, to } = state.selection.main;
  const chosen = state.sliceDoc(from, to).replaceAll("\n", " ");
  const isAddress = /^https:\/\/\S+$/.test(chosen);
  const insert = isAddress ? `[](${chosen})` : `[${chosen}](https://)`;
  const address = from + chosen.length + 3;
  const selection = isAddress || !chosen ? EditorSelection.cursor(from + 1) : EditorSelection.range(address, address + "https://".length);
  return { changes: { from, to, insert }, selection };
}

/** The beginning of one more article, in the way of those before. */
function nextArticle(text: string): string {
  const number = (parseArticles(text).at(-1)?.number ?? 0) + 1;
  if (!hasHeadings(text)) return `${number}. `;
  const [, marks = "#", word = "", digits] = [...text.matchAll(/^(#{1,6})[ \t]+((?:artikel|article|art\.)[ \t]+)?(\d{1,3})?/gim)].at(-1) ?? [];
  return `${marks} ${word}${digits ? `${number}. ` : ""}`;
}

/** Begins a new article at the end, so that the numbers of the others stay. */
function withArticleAtEnd(state: EditorState): TransactionSpec {
  const text = state.doc.toString();
  const end = text.trimEnd().length;
  const insert = `${end > 0 ? "\n\n" : ""}${nextArticle(text)}`;
  return { changes: { from: end, to: text.length, insert }, selection: EditorSelection.cursor(end + insert.length) };
}

/** The change of the text that a format asks. */
export function formatted(state: EditorState, format: Format): TransactionSpec {
  switch (format) {
    case "heading":
      return withLead(state, /^#{1,6}\s/, () => "# ");
    case "bold":
      return withMark(state, "**");
    case "italic":
      return withMark(state, "*");
    case "bullets":
      return withLead(state, /^\s*[-*]\s/, () => "- ");
    case "numbers": {
      // Without headings a number at the very beginning of a line starts an article; a list stands further in.
      const inset = hasHeadings(state.doc.toString()) ? "" : "   ";
      return withLead(state, inset ? /^\s{3,}\d{1,3}[.)]\s/ : /^\s*\d{1,3}[.)]\s/, (index) => `${inset}${index + 1}. `);
    }
    case "link":
      return withLink(state);
    case "article":
      return withArticleAtEnd(state);
  }
}
