import { useSyncExternalStore } from "react";

const place = "wijkbord.letterKeys";
const listeners = new Set<() => void>();

/** Whether single letters do something on this device; whoever speaks to the computer may switch them off (WCAG 2.1.4). */
export const letterKeysOn = (): boolean => localStorage.getItem(place) !== "off";

/** Switches single letters on or off on this device. */
export function switchLetterKeys(on: boolean): void {
  if (on) localStorage.removeItem(place);
  else localStorage.setItem(place, "off");
  for (const listener of listeners) listener();
}

/** Whether single letters do something, for showing it. */
export const useLetterKeys = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, letterKeysOn);

const typing = "input, textarea, select, [contenteditable], dialog, [role=menu]";

/** Whether a key is a single letter meant for the page: not while somebody types, and only when they are on. */
export function isLetterKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !letterKeysOn()) return false;
  return !(event.target instanceof Element && event.target.closest(typing));
}
