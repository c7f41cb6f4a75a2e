import { useSyncExternalStore } from "react";

const place = "wijkbord.tips";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this device still shows the tips of the first visit. */
export const useTips = (): boolean => useSyncExternalStore(subscribe, () => localStorage.getItem(place) !== "seen");

/** Puts the tips away on this device, for good. */
export function dismissTips(): void {
  localStorage.setItem(place, "seen");
  for (const listener of listeners) listener();
}
