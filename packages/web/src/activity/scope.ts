import type { ApolloClient } from "@apollo/client";
import { createContext, use } from "react";
import { hubClient } from "../apollo/client.ts";

/** What one membership reads and follows: a client and the events of its coalition. */
export interface HubScope {
  readonly client: ApolloClient;
  /** Follows the coalition while somebody holds it; returns the release. */
  hold(): () => void;
}

export const ScopeContext = createContext<HubScope | null>(null);

/** The scope of the open coalition. */
export function useScope(): HubScope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error("No coalition is open here.");
  return scope;
}

const scopes = new Map<string, HubScope>();

/** The scope of a membership; made once. */
export function scopeOf({ id }: { readonly id: string; readonly coalitionId: string }): HubScope {
  const known = scopes.get(id);
  if (known) return known;
  const scope: HubScope = { client: hubClient(id), hold: () => () => undefined };
  scopes.set(id, scope);
  return scope;
}

/** Forgets everything after signing out. */
export function forgetScopes(): void {
  for (const { client } of scopes.values()) client.stop();
  scopes.clear();
}
