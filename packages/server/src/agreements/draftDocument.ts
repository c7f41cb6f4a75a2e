import { canonicalText, draftLimits, draftTextName } from "@wijkbord/schema";
import * as Y from "yjs";
import { invalid } from "../activity/refusal.ts";

export const textIn = (document: Y.Doc): Y.Text => document.getText(draftTextName);
export const encoded = (update: Uint8Array): string => Buffer.from(update).toString("base64");

/** The document that a log makes. What was deleted from it is forgotten. */
export function documentOf(bodies: readonly string[]): Y.Doc {
  const document = new Y.Doc();
  for (const body of bodies) Y.applyUpdate(document, Buffer.from(body, "base64"));
  return document;
}

/** The whole document as one update, without the text that was deleted. */
export const wholeOf = (document: Y.Doc): string => encoded(Y.encodeStateAsUpdate(document));

/** A document that holds one text. */
export function documentWith(text: string): Y.Doc {
  const document = new Y.Doc();
  textIn(document).insert(0, text);
  return document;
}

/** Applies what somebody sent, and refuses everything but plain text that fits on what is there. */
export function applySent(document: Y.Doc, body: string): void {
  if (body.length > Math.ceil(draftLimits.updateBytes / 3) * 4) throw invalid("update", "TOO_LONG", draftLimits.updateBytes);
  try {
    Y.applyUpdate(document, Buffer.from(body, "base64"));
  } catch {
    throw invalid("update", "NOT_AN_UPDATE");
  }
  const isPlain = [...document.share.keys()].every((name) => name === draftTextName);
  const parts: { insert?: unknown; attributes?: unknown }[] = textIn(document).toDelta();
  const isWhole = document.store.pendingStructs === null && document.store.pendingDs === null;
  if (!isPlain || !isWhole || parts.some(({ insert, attributes }) => typeof insert !== "string" || attributes)) throw invalid("update", "NOT_AN_UPDATE");
  if (Y.encodeStateAsUpdate(document).byteLength > draftLimits.documentBytes) throw invalid("update", "TOO_LONG", draftLimits.documentBytes);
}

/** Makes the document hold this text by changing only what differs; returns the update, or null when nothing does. */
export function rewrite(document: Y.Doc, next: string): string | null {
  const text = textIn(document);
  const written = text.toString();
  if (canonicalText(written) === next && !written.includes("\r")) return null;
  const [before, after] = [Array.from(written), Array.from(next)];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const known = Y.encodeStateVector(document);
  const at = before.slice(0, start).join("").length;
  document.transact(() => {
    text.delete(at, before.slice(start, before.length - end).join("").length);
    text.insert(at, after.slice(start, after.length - end).join(""));
  });
  return encoded(Y.encodeStateAsUpdate(document, known));
}
