import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
const place = "wijkbord.theme";
const listeners = new Set<() => void>();

/** The chosen look; absent means as the device has it. */
export function chosenTheme(): Theme {
  const saved = localStorage.getItem(place);
  return saved === "light" || saved === "dark" ? saved : "system";
}

/** Puts the chosen look on the page. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Chooses a look on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") localStorage.removeItem(place);
  else localStorage.setItem(place, theme);
  applyTheme();
  for (const listener of listeners) listener();
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosenTheme);
