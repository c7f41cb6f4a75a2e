import { FollowBadgeDocument } from "@wijkbord/schema/operations";
import { useSyncExternalStore } from "react";
import type { HubSocket } from "../activity/hubSocket.ts";
import { type HubScope, useScope } from "../activity/scope.ts";

/** How many notifications wait for this membership, as the hub says on every device. */
class BadgeStore {
  private waiting = 0;
  private readonly listeners = new Set<() => void>();
  private generation = 0;

  constructor(private readonly scope: HubScope) {
    scope.events.onConnection((socket) => void this.follow(socket));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly count = (): number => this.waiting;

  private async follow(socket: HubSocket): Promise<void> {
    const generation = (this.generation += 1);
    const { coalitionId } = this.scope;
    try {
      for await (const { data } of socket.subscribe(FollowBadgeDocument, { coalitionId })) {
        if (generation !== this.generation) return;
        if (!data) continue;
        this.waiting = data.notificationBadge.waiting;
        for (const listener of this.listeners) listener();
      }
    } catch {
      // The socket broke: the next connection brings the number again.
    }
  }
}

const stores = new WeakMap<HubScope, BadgeStore>();

function badgeOf(scope: HubScope): BadgeStore {
  const known = stores.get(scope) ?? new BadgeStore(scope);
  stores.set(scope, known);
  return known;
}

/** Number of notifications that wait. */
export function useBadge(): number {
  const store = badgeOf(useScope());
  return useSyncExternalStore(store.subscribe, store.count);
}
