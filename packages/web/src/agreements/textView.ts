import { defaultKeymap } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin } from "@codemirror/view";
import { agreementLimits, draftTextName, withoutMarks } from "@wijkbord/schema";
import { yCollab, ySyncAnnotation, yUndoManagerKeymap } from "y-codemirror.next";
import { type Doc, UndoManager } from "yjs";
import { type Format, formatKeys, formats, formatted } from "./formatting.ts";
import { remoteCursors } from "./remoteCursors.ts";

interface TextViewOptions {
  readonly document: Doc;
  readonly parent: ShadowRoot;
  readonly label: string;
  readonly describedBy: string;
  /** The selection moved, or the text lost the focus. */
  readonly onMove: (selection: { readonly anchor: number; readonly head: number } | null) => void;
  /** Something was written or pasted that makes the text too long; it is not taken. */
  readonly onTooLong: () => void;
}

const headings = new MatchDecorator({ regexp: /^(?:#{1,6} .*|\d{1,3}[.)](?= ))|\*\*[^*\n]+\*\*/gm, decoration: Decoration.mark({ class: "strong" }) });
const emphasis = ViewPlugin.define(
  (view) => {
    let shown = headings.createDeco(view);
    return {
      get shown() {
        return shown;
      },
      update(update) {
        shown = headings.updateDeco(update, shown);
      },
    };
  },
  { decorations: (plugin) => plugin.shown },
);

const look = EditorView.theme({
  "&": {
    minHeight: "320px",
    maxHeight: "480px",
    backgroundColor: "var(--wb-surface)",
    color: "var(--wb-ink)",
    border: "1px solid var(--wb-line-strong)",
    borderRadius: "8px",
  },
  "&.cm-focused": { outline: "3px solid var(--wb-focus)", outlineOffset: "2px" },
  ".cm-scroller": { overflowY: "auto", minHeight: "320px", fontFamily: "var(--wb-font)", fontSize: "16px", lineHeight: "1.7" },
  ".cm-content": { padding: "16px 12px 12px", caretColor: "var(--wb-ink)" },
  ".strong": { fontWeight: "640" },
});

/** Refuses what makes the text too long when it is written here; what others wrote is always taken. */
const bounded = (onTooLong: () => void): Extension =>
  EditorState.transactionFilter.of((transaction) => {
    const grows = transaction.docChanged && transaction.newDoc.length > Math.max(agreementLimits.text, transaction.startState.doc.length);
    if (!grows || transaction.annotation(ySyncAnnotation)) return transaction;
    onTooLong();
    return [];
  });

/** Marks up what is selected; the text has the focus afterwards. */
export function format(view: EditorView, wanted: Format): boolean {
  view.dispatch(view.state.update(formatted(view.state, wanted), { scrollIntoView: true, userEvent: "input.format" }));
  view.focus();
  return true;
}

/** What is pasted, or marked up, is undone by itself, apart from what was written right before. */
const undoneApart = (undoManager: UndoManager): Extension =>
  EditorState.transactionExtender.of((transaction) => {
    if (transaction.isUserEvent("input.paste") || transaction.isUserEvent("input.format")) undoManager.stopCapturing();
    return null;
  });

const formatKeymap = formats.map((wanted) => ({ key: formatKeys[wanted], stopPropagation: true, run: (view: EditorView) => format(view, wanted) }));

/**
 * The editor of a document: what stands in it is the Markdown itself, letter by letter. It lives in a shadow root, because
 * there its styles are a sheet of the page and pass the content policy.
 */
export function textView({ document, parent, label, describedBy, onMove, onTooLong }: TextViewOptions): EditorView {
  const text = document.getText(draftTextName);
  const undoManager = new UndoManager(text);
  return new EditorView({
    doc: text.toString(),
    root: parent,
    parent,
    extensions: [
      keymap.of([...formatKeymap, ...yUndoManagerKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, "aria-description": describedBy, lang: "nl", spellcheck: "true", tabindex: "0" }),
      EditorView.clipboardInputFilter.of((pasted) => withoutMarks(pasted).normalize("NFC")),
      EditorView.updateListener.of(({ view, selectionSet, focusChanged, docChanged }) => {
        if (selectionSet || focusChanged || docChanged) onMove(view.hasFocus ? view.state.selection.main : null);
      }),
      bounded(onTooLong),
      emphasis,
      remoteCursors,
      look,
      undoneApart(undoManager),
      yCollab(text, null, { undoManager }),
    ],
  });
}
