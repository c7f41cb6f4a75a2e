import type { ApolloClient } from "@apollo/client";
import { createContext, use } from "react";
import { hubClient } from "../apollo/client.ts";
import { EventStore } from "./eventStore.ts";

/** What one membership reads and follows: a client and the events of its coalition, over one socket. */
export interface HubScope {
  readonly client: ApolloClient;
  readonly events: EventStore;
  readonly membershipId: string;
  readonly coalitionId: string;
}

export const ScopeContext = createContext<HubScope | null>(null);

/** The scope of the open coalition. */
export function useScope(): HubScope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error("No coalition is open here.");
  return scope;
}

const scopes = new Map<string, HubScope>();
/** Address of the socket of this hub. */
export const socketUrl = () => `${window.location.origin.replace(/^http/, "ws")}/graphql`;

/** The scope of a membership; made once, ended when another one opens. */
export function scopeOf({ id, coalitionId }: { readonly id: string; readonly coalitionId: string }): HubScope {
  const known = scopes.get(id);
  if (known) return known;
  forgetScopes();
  const events = new EventStore(coalitionId, { url: socketUrl(), connectionParams: { membership: id } });
  const scope: HubScope = { client: hubClient(id, (at) => events.connection.asOf(at)), events, membershipId: id, coalitionId };
  scopes.set(id, scope);
  return scope;
}

/** Ends everything that was followed, after signing out or changing hats. */
export function forgetScopes(): void {
  for (const { client, events } of scopes.values()) {
    events.stop();
    client.stop();
  }
  scopes.clear();
}
