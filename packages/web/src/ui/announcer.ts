/** What may be read out (policy of the interface): everything else stays silent. */
export type Announcement =
  /** Result of an own action: at once. */
  | "own"
  /** Somebody changed the item that is open: merged, at most once per ten seconds. */
  | "open-item"
  /** Connection lost or back. */
  | "connection"
  /** Not saved: interrupts. */
  | "problem";

const quiet = 10_000;
const recent: string[] = [];
let waiting: string | null = null;
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

/** Reads a text out under the policy of its kind. */
export function announce(kind: Announcement, text: string): void {
  if (kind === "problem") return write("live-assertive", text);
  if (kind !== "open-item") return write("live-polite", text);
  const wait = lastOpenItem + quiet - performance.now();
  if (wait <= 0) {
    lastOpenItem = performance.now();
    return write("live-polite", text);
  }
  const scheduled = waiting !== null;
  waiting = text;
  if (!scheduled) {
    setTimeout(() => {
      lastOpenItem = performance.now();
      if (waiting) write("live-polite", waiting);
      waiting = null;
    }, wait);
  }
}

/** Reads the last five again. */
export const announceRecent = (): void => write("live-polite", recent.join(" "));
