/** Why a text cannot be kept, with the line it is on (from 1). */
export interface TextFault {
  readonly code: "MARKUP" | "SCRIPT" | "HIDDEN_DIRECTION" | "NOT_TEXT";
  readonly line: number;
}

const marks = [/<\/?[owmv]:[a-z]{1,40}[^<>]{0,2000}>/gi, /<\/?(?:span|font|div|p|b|i|u|strong|em)(?:\s[^<>]{0,2000})?>/gi];
const enclosures = [
  ["<!--", "-->"],
  ["<style", "</style>"],
] as const;

/** The text without everything from an opening to a closing mark; an opening without closing stays. */
function without(text: string, [open, close]: (typeof enclosures)[number]): string {
  const [first = "", ...rest] = text.split(open);
  let found = first;
  for (const part of rest) {
    const end = part.indexOf(close);
    found += end < 0 ? open + part : part.slice(end + close.length);
  }
  return found;
}

/** The text without the marks of word processors and invisible characters, and with plain spaces. */
export function withoutMarks(text: string): string {
  const unmarked = enclosures.reduce(without, text);
  const plain = marks.reduce((left, pattern) => left.replace(pattern, ""), unmarked);
  return plain.replace(/&nbsp;|[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, " ").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}

/**
 * What a pasted text is cleaned of before it is kept: the marks of word processors, invisible characters,
 * odd spaces. Everything else stays as it was written, or is refused by `textFaults`.
 */
export const cleanText = (text: string): string => canonicalText(withoutMarks(text));

/** Canonical form of a text: Unicode NFC, lines end with LF, no white space at line ends, no empty lines around it, at most one between. */
export function canonicalText(text: string): string {
  const lines = text.normalize("NFC").split(/\r\n?|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

const faults: readonly [TextFault["code"], RegExp][] = [
  ["SCRIPT", /<\s*(?:script|iframe|object|embed|svg|img|link|meta|style)\b|javascript:|data:text\/html/i],
  ["MARKUP", /<!|<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>/i],
  ["HIDDEN_DIRECTION", /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/],
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  ["NOT_TEXT", /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/],
];

/** Places in a cleaned text that are refused, each named by its line. */
export function textFaults(text: string): TextFault[] {
  return text.split("\n").flatMap((line, index) => {
    const found = faults.find(([, pattern]) => pattern.test(line))?.[0] ?? (line.isWellFormed() ? undefined : "NOT_TEXT");
    return found ? [{ code: found, line: index + 1 }] : [];
  });
}

/** Number of words of a text. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
