import type { Viewer } from "@wijkbord/schema";
import { presenceLimits } from "@wijkbord/schema";
import { permissionClass } from "../realtime/permissionClass.ts";
import type { Subscriber } from "../realtime/source.ts";
import { type PresenceEntry } from "./entry.ts";
import { PresenceGroup } from "./presenceGroup.ts";
import { PresenceMember } from "./presenceMember.ts";

const pause = 1_000 / presenceLimits.changesPerSecond;

/** Who is at one board or task, and those who follow that. */
export class Room {
  private readonly entries = new Map<string, PresenceEntry>();
  private readonly groups = new Map<string, PresenceGroup>();
  private resting: NodeJS.Timeout | undefined;
  private changed = false;

  constructor(
    private readonly emptied: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Sets or takes away one window. */
  set(key: string, entry: PresenceEntry | null): void {
    if (entry) this.entries.set(key, entry);
    else this.entries.delete(key);
    this.changed = true;
    this.tell();
    this.forgetIfEmpty();
  }

  /** Joins a subscriber: the list, then changes. */
  join(subscriber: Subscriber, viewer: Viewer): PresenceMember {
    return new PresenceMember(subscriber, this, viewer);
  }

  groupFor(subscriber: Subscriber, viewer: Viewer): PresenceGroup {
    const key = `${permissionClass(viewer)}|${subscriber.operation.key}`;
    const group = this.groups.get(key) ?? new PresenceGroup(viewer, subscriber.operation, () => this.entries.values(), this.failed);
    this.groups.set(key, group);
    return group;
  }

  leave(group: PresenceGroup): void {
    if (group.members.size > 0) return;
    for (const [key, known] of this.groups) if (known === group) this.groups.delete(key);
    this.forgetIfEmpty();
  }

  /** Tells changes at once, and those of the next half second together after it. */
  private tell(): void {
    if (this.resting || !this.changed) return;
    this.changed = false;
    for (const group of this.groups.values()) void group.tell();
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.tell();
    }, pause).unref();
  }

  private forgetIfEmpty(): void {
    if (this.entries.size === 0 && this.groups.size === 0) this.emptied();
  }
}
