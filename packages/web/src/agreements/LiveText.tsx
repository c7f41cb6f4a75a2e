import type { EditorView } from "@codemirror/view";
import { agreementLimits, draftTextName } from "@wijkbord/schema";
import { useEffect, useRef } from "react";
import * as Y from "yjs";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { OwnCursor } from "./draftCursor.ts";
import type { Cursor, DraftSession } from "./draftSession.ts";
import { FormatBar } from "./FormatBar.tsx";
import { type RemoteCursor, setCursors } from "./remoteCursors.ts";
import { format, textView } from "./textView.ts";
import { writingWords } from "./writingWords.ts";

interface LiveTextProps {
  readonly session: DraftSession;
  readonly document: Y.Doc;
  readonly cursors: readonly Cursor[];
}

const tooLong = { __typename: "ValidationProblem", field: "text", code: "TOO_LONG", limit: agreementLimits.text } as const;

function placeIn(document: Y.Doc, position: string | null): number | null {
  if (position === null) return null;
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(JSON.parse(position)), document);
    return place?.type === document.getText(draftTextName) ? place.index : null;
  } catch {
    // What another window said is no position in this text.
    return null;
  }
}

/** The text itself with the cursors of others in it, and above it what marks it up. */
export function LiveText({ session, document, cursors }: LiveTextProps) {
  const t = useWords(writingWords);
  const { organisations } = useCoalition();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const [label, describedBy] = [t("text"), t("textHint")];

  useEffect(() => {
    if (!host.current) return;
    const parent = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const own = new OwnCursor(session, document);
    const made = textView({ document, parent, label, describedBy, onMove: (selection) => own.move(selection), onTooLong: () => session.refuse(tooLong) });
    view.current = made;
    return () => {
      view.current = null;
      own.close();
      made.destroy();
    };
  }, [session, document, label, describedBy]);

  useEffect(() => {
    const others = cursors.flatMap(({ clientId, displayName, organisation, anchor, head }): RemoteCursor[] => {
      const [from, to] = [placeIn(document, anchor), placeIn(document, head)];
      if (from === null || to === null || clientId === String(document.clientID)) return [];
      return [{ name: displayName, colour: organisations.get(organisation.id)?.colourIndex ?? 7, anchor: from, head: to }];
    });
    view.current?.dispatch({ effects: setCursors.of(others) });
  }, [cursors, document, organisations]);

  return (
    <>
      <FormatBar onFormat={(wanted) => view.current && format(view.current, wanted)} onLeave={() => view.current?.focus()} />
      <div className="live-text" ref={host} />
    </>
  );
}
