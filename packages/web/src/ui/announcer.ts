import { announceLevel } from "./announceLevel.ts";

/** What may be read out (policy of the interface): everything else stays silent. */
export type Announcement =
  /** Result of an own action: at once. */
  | "own"
  /** Somebody changed the item that is open: merged, at most once per ten seconds. */
  | "open-item"
  /** Somebody asks the person or its organisation something: once. */
  | "asked"
  /** What others did on the board, gathered by the minute; only for who asks for it. */
  | "board"
  /** Connection lost or back. */
  | "connection"
  /** Not saved: interrupts. */
  | "problem";

const quiet = 10_000;
const recent: string[] = [];
let waiting: { readonly text: string; readonly said: (() => void) | undefined } | null = null;
let lastOpenItem = Number.NEGATIVE_INFINITY;

function write(region: "live-polite" | "live-assertive", text: string): void {
  const element = document.getElementById(region);
  if (!element) return;
  recent.push(text);
  recent.splice(0, recent.length - 5);
  // The same text again is only read when the region was empty in between.
  element.textContent = "";
  requestAnimationFrame(() => {
    element.textContent = text;
  });
}

/** Reads a text out under the policy of its kind; `said` is called when it was, so that what comes later is counted anew. */
export function announce(kind: Announcement, text: string, said?: () => void): void {
  if (kind === "problem") return write("live-assertive", text);
  const level = announceLevel();
  if (kind === "board" && level !== "all") return undefined;
  if (kind === "asked" && level === "off") return undefined;
  if (kind !== "open-item") return write("live-polite", text);
  if (level === "off") return undefined;
  const wait = lastOpenItem + quiet - performance.now();
  const scheduled = waiting !== null;
  if (wait > 0) waiting = { text, said };
  else {
    lastOpenItem = performance.now();
    said?.();
    return write("live-polite", text);
  }
  if (!scheduled) {
    setTimeout(() => {
      lastOpenItem = performance.now();
      if (waiting && announceLevel() !== "off") write("live-polite", waiting.text);
      waiting?.said?.();
      waiting = null;
    }, wait);
  }
}

/** Reads the last five again. */
export const announceRecent = (): void => write("live-polite", recent.join(" "));
