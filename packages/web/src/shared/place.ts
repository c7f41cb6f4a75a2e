import { createContext, use, useMemo } from "react";
import { navigate as change, useHistoryState, useLocationProperty, usePathname, useSearch } from "wouter/use-browser-location";
import { newId } from "./ids.ts";

/** An address within the app, whole or in parts. */
export type To = string | { readonly pathname: string; readonly search?: string; readonly hash?: string };

interface Options {
  /** In the place of the entry of the history that is open. */
  readonly replace?: boolean | undefined;
  /** What the next page should know besides its address. */
  readonly state?: unknown;
}

/** Where the page is. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  /** Of the entry of the history. */
  readonly key: string;
}

export const PlaceContext = createContext<Place | null>(null);

const entryOf = (entry: unknown): Pick<Place, "key" | "state"> => ({
  key: typeof entry === "object" && entry !== null && "key" in entry && typeof entry.key === "string" ? entry.key : "first",
  state: typeof entry === "object" && entry !== null && "state" in entry ? entry.state : null,
});

/** Where the browser is, at once; pages follow when they are loaded. */
export function useBrowserPlace(): Place {
  const pathname = usePathname();
  const search = useSearch();
  const hash = useLocationProperty(() => window.location.hash);
  const entry = useHistoryState<unknown>();
  return useMemo(() => ({ pathname, search, hash, ...entryOf(entry) }), [pathname, search, hash, entry]);
}

/** Where the page is that is shown. */
export function useLocation(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error("There is no router around this part.");
  return place;
}

export const addressOf = (to: To): string => (typeof to === "string" ? to : `${to.pathname}${to.search ?? ""}${to.hash ?? ""}`);

/** Opens another address of the app. */
export const navigate = (to: To, { replace = false, state = null }: Options = {}): void => change(addressOf(to), { replace, state: { key: newId(), state } });

/** Follows a link; what is open already makes no new entry in the history. */
export const follow = (address: string, options?: Options): void =>
  navigate(address, { ...options, replace: options?.replace ?? new URL(address, window.location.href).href === window.location.href });
