import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
const place = "wijkbord.theme";
const listeners = new Set<() => void>();

/** The chosen look; absent means as the device has it. */
export function chosenTheme(): Theme {
  const saved = localStorage.getItem(place);
  return saved === "light" || saved === "dark" ? saved : "system";
}

export type Density = "comfortable" | "compact";
const densityPlace = "wijkbord.density";

/** How much room lists and cards take on a desk; a phone keeps targets for fingers. */
export const chosenDensity = (): Density => (localStorage.getItem(densityPlace) === "compact" ? "compact" : "comfortable");

/** Puts the chosen look and room on the page. */
export function applyTheme(): void {
  const theme = chosenTheme();
  document.documentElement.dataset["density"] = chosenDensity();
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

/** Chooses how much room things take on this device. */
export function chooseDensity(density: Density): void {
  if (density === "comfortable") localStorage.removeItem(densityPlace);
  else localStorage.setItem(densityPlace, density);
  applyTheme();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosenTheme);
export const useDensity = (): Density => useSyncExternalStore(subscribe, chosenDensity);
