import { useSyncExternalStore } from "react";

/** What others do that is read out: a summary per minute of everything, only what is open here, or nothing for now. */
export type AnnounceLevel = "all" | "mine" | "off";

const place = "wijkbord.announce";
const levels: readonly AnnounceLevel[] = ["all", "mine", "off"];
const listeners = new Set<() => void>();

/** The choice on this device; at first only what is open here. */
export const announceLevel = (): AnnounceLevel => levels.find((level) => level === localStorage.getItem(place)) ?? "mine";

/** Chooses what is read out on this device. */
export function chooseAnnounceLevel(level: AnnounceLevel): void {
  localStorage.setItem(place, level);
  for (const listener of listeners) listener();
}

export const useAnnounceLevel = (): AnnounceLevel =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, announceLevel);
