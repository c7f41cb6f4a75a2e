import { useEffect, useEffectEvent, useRef } from "react";
import { announceRecent } from "../ui/announcer.ts";
import { isLetterKey } from "./letterKeys.ts";

interface SearchKeys {
  readonly openPalette: () => void;
  readonly openSheet: () => void;
  /** Where a letter after G goes to. */
  readonly goTo: Readonly<Record<string, () => void>>;
}

const patience = 1_500;
/** The field that filters what the page shows, where a page has one. */
export const quickFilter = "quick-filter";

/** Keys that work on every page: Ctrl K, ?, /, Shift L, and G with a letter. */
export function useSearchKeys({ openPalette, openSheet, goTo }: SearchKeys): void {
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      return openPalette();
    }
    if (!isLetterKey(event)) return;
    if (event.shiftKey && event.key === "L") return announceRecent();
    const going = event.timeStamp - wentAt.current < patience;
    wentAt.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const field = document.getElementById(quickFilter);
    const acts: Record<string, (() => void) | undefined> = { "?": openSheet, "/": field ? () => field.focus() : openPalette };
    const act = going ? goTo[event.key] : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
