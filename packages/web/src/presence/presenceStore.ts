import { PagePresenceDocument, type PagePresenceSubscription, type PresenceMode, type PresencePage, SetPresenceDocument } from "@wijkbord/schema/operations";
import type { HubSocket } from "../activity/hubSocket.ts";
import type { HubScope } from "../activity/scope.ts";

export type Present = PagePresenceSubscription["presence"]["present"][number];

const renewEvery = 20_000;
const hiddenPlace = "wijkbord.invisible";
const nobody: readonly Present[] = [];

/** What this window shows. */
export interface Spot {
  readonly page: PresencePage;
  /** The board or agreement. */
  readonly objectId: string;
  readonly taskId: string | null;
  readonly mode: Exclude<PresenceMode, "HIDDEN">;
}

/** Who is on the same page, and that we are; kept by the hub for less than a minute, never in the log. */
export class PresenceStore {
  private spot: Spot | null = null;
  private list = nobody;
  private readonly listeners = new Set<() => void>();
  private leave: (() => void) | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private generation = 0;

  constructor(private readonly scope: HubScope) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  /** Others on this page. */
  readonly others = (): readonly Present[] => this.list;
  readonly isHidden = (): boolean => localStorage.getItem(hiddenPlace) !== null;

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** One switch per person, kept on this device. */
  hide(hidden: boolean): void {
    if (hidden) localStorage.setItem(hiddenPlace, "");
    else localStorage.removeItem(hiddenPlace);
    void this.send();
    this.tell();
  }

  /** Says that the open task is being changed, or no longer. */
  edit(editing: boolean): void {
    if (this.spot) this.stand({ ...this.spot, mode: editing ? "EDITING" : "VIEWING" });
  }

  /** Shows that we are here, and follows who else is; null when the page closes. */
  stand(spot: Spot | null): void {
    const moved = spot?.objectId !== this.spot?.objectId;
    const leaving = spot === null ? this.spot : null;
    this.spot = spot;
    if (leaving) void this.sendAt(leaving, "HIDDEN");
    else void this.send();
    if (!moved) return;
    this.leave?.();
    this.leave = null;
    clearInterval(this.timer);
    this.list = nobody;
    this.tell();
    if (!spot) return;
    this.timer = setInterval(() => void this.send(), renewEvery);
    this.leave = this.scope.events.onConnection((socket) => void this.follow(socket, spot.objectId));
  }

  private async send(): Promise<void> {
    if (this.spot) await this.sendAt(this.spot, this.isHidden() ? "HIDDEN" : this.spot.mode);
  }

  private async sendAt({ page, objectId, taskId }: Spot, mode: PresenceMode): Promise<void> {
    const input = { coalitionId: this.scope.coalitionId, page, objectId, taskId, mode };
    // A missed beat shows only as an absence; the next one comes soon.
    await this.scope.client.mutate({ mutation: SetPresenceDocument, variables: { input }, fetchPolicy: "no-cache" }).catch(() => undefined);
  }

  private async follow(socket: HubSocket, objectId: string): Promise<void> {
    const generation = (this.generation += 1);
    void this.send();
    try {
      for await (const { data } of socket.subscribe(PagePresenceDocument, { objectId })) {
        if (generation !== this.generation || this.spot?.objectId !== objectId) return;
        if (data) this.take(data.presence);
      }
    } catch {
      // The socket broke: the next connection brings the whole list again.
    }
  }

  private take({ full, present, left }: PagePresenceSubscription["presence"]): void {
    const gone = new Set([...left, ...present.map(({ membershipId }) => membershipId), this.scope.membershipId]);
    const stay = full ? nobody : this.list.filter(({ membershipId }) => !gone.has(membershipId));
    this.list = [...stay, ...present.filter(({ membershipId }) => membershipId !== this.scope.membershipId)];
    this.tell();
  }
}

const stores = new WeakMap<HubScope, PresenceStore>();

/** Presence of a scope; made once. */
export function presenceOf(scope: HubScope): PresenceStore {
  const known = stores.get(scope) ?? new PresenceStore(scope);
  stores.set(scope, known);
  return known;
}
