import { FollowBadgeDocument } from "@wijkbord/schema/operations";
import { useSyncExternalStore } from "react";
import type { HubSocket } from "../activity/hubSocket.ts";
import { type HubScope, useScope } from "../activity/scope.ts";

/** How many notifications wait for this membership, as the hub says on every device. */
class BadgeStore {
  private waiting = 0;
  /** Whether the hub said a number yet. */
  private known = false;
  private readonly listeners = new Set<() => void>();
  private readonly moreListeners = new Set<(more: number) => void>();
  private generation = 0;

  constructor(private readonly scope: HubScope) {
    scope.events.onConnection((socket) => void this.follow(socket));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly count = (): number => this.waiting;
  /** Calls back with how many came, each time that more wait than before; not with the first number. */
  readonly onMore = (listener: (more: number) => void): (() => void) => {
    this.moreListeners.add(listener);
    return () => this.moreListeners.delete(listener);
  };

  private take(waiting: number): void {
    const more = this.known ? waiting - this.waiting : 0;
    this.waiting = waiting;
    this.known = true;
    for (const listener of this.listeners) listener();
    if (more > 0) for (const listener of this.moreListeners) listener(more);
  }

  private async follow(socket: HubSocket): Promise<void> {
    const generation = (this.generation += 1);
    const { coalitionId } = this.scope;
    try {
      for await (const { data } of socket.subscribe(FollowBadgeDocument, { coalitionId })) {
        if (generation !== this.generation) return;
        if (data) this.take(data.notificationBadge.waiting);
      }
    } catch {
      // The socket broke: the next connection brings the number again.
    }
  }
}

const stores = new WeakMap<HubScope, BadgeStore>();

/** What the hub says of this membership's notifications. */
export function badgeOf(scope: HubScope): BadgeStore {
  const known = stores.get(scope) ?? new BadgeStore(scope);
  stores.set(scope, known);
  return known;
}

/** Number of notifications that wait. */
export function useBadge(): number {
  const store = badgeOf(useScope());
  return useSyncExternalStore(store.subscribe, store.count);
}
