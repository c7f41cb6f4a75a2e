import { EventType, type Viewer } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import type { Database } from "../database/database.ts";
import type { Clock } from "../time/clock.ts";
import { EventReads } from "./events.ts";
import { LogGroup } from "./group.ts";
import { engineLimits } from "./limits.ts";
import { Log, type Topic } from "./log.ts";
import type { Operation } from "./operation.ts";
import { permissionClass } from "./permissionClass.ts";

/** Consecutive events of one coalition, as handed to its groups. */
export interface Segment {
  readonly events: readonly LoggedEvent[];
  readonly to: number;
  readonly head: number;
  readonly reads: EventReads;
  /** Whether a text was taken back in it. */
  readonly redacts: boolean;
}

/** What the engine did since it began. */
export interface EngineCounts {
  /** Results that were executed and serialised, each for a whole group. */
  executions: number;
  /** Results that were sent to one subscriber. */
  sends: number;
  /** Times that a subscriber was told to fetch again. */
  resets: number;
}

export interface RelayDeps {
  readonly counts: EngineCounts;
  readonly database: Database;
  readonly clock: Clock;
  /** Applies changes of rights, before anything after them is handed out. */
  readonly rightsChanged: (events: readonly LoggedEvent[]) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

const aboutRights = new Set([EventType.MEMBERSHIP_CHANGED, EventType.MEMBERSHIP_REVOKED, EventType.PARTNER_LEFT]);

/** Splits events so that each change of rights begins a part. */
function byRights(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const parts: LoggedEvent[][] = [];
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    const begins = !before || (aboutRights.has(event.type) && !aboutRights.has(before.type));
    if (begins) parts.push([event]);
    else parts.at(-1)?.push(event);
  }
  return parts;
}

/** The log of one coalition, read once for all its groups. */
export class Feed {
  readonly log: Log;
  /** Last number that was read. */
  last = 0;
  private readonly groups = new Map<string, LogGroup>();
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private emptySince: number | null = null;

  constructor(
    readonly coalitionId: string,
    private readonly deps: RelayDeps,
  ) {
    this.log = new Log(deps.database);
  }

  get database(): Database {
    return this.deps.database;
  }

  /** The group for a subscription with these rights. */
  groupFor(topic: Topic, operation: Operation, viewer: Viewer): LogGroup {
    const key = `${topic.boardId ?? ""}|${topic.concernsOrganisationId ?? ""}|${permissionClass(viewer)}|${operation.key}`;
    const group = this.groups.get(key) ?? new LogGroup(this, topic, operation, viewer, this.deps);
    this.groups.set(key, group);
    return group;
  }

  removeGroup(group: LogGroup): void {
    for (const [key, known] of this.groups) if (known === group) this.groups.delete(key);
  }

  /** Reads what is new and hands it out; resolves when what stood in the log at this moment is handed out. */
  pump(): Promise<void> {
    if (this.running) {
      this.next ??= this.running.then(() => {
        this.next = null;
        return this.pump();
      });
      return this.next;
    }
    this.running = this.readNew()
      .catch(this.deps.failed)
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  /** Resolves when nothing is being handed out. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Something may have been taken back: what was made for replay is made anew. */
  forgetReplays(): void {
    for (const group of this.groups.values()) group.forgetReplays();
  }

  async tick(now: number): Promise<void> {
    for (const group of this.groups.values()) await group.tick(now);
  }

  /** Ends every stream: the coalition is gone. */
  end(): void {
    for (const group of this.groups.values()) for (const member of group.members) member.complete();
  }

  /** Whether nobody followed for a while. */
  isForgotten(now: number): boolean {
    this.emptySince = this.groups.size > 0 ? null : (this.emptySince ?? now);
    return this.emptySince !== null && now - this.emptySince > engineLimits.sweep;
  }

  private async readNew(): Promise<void> {
    for (let more = true; more;) {
      const events = await this.log.page(this.coalitionId, this.last, engineLimits.page);
      more = events.length === engineLimits.page;
      const head = more ? await this.log.head(this.coalitionId) : (events.at(-1)?.sequence ?? this.last);
      for (const part of byRights(events)) await this.hand(part, head);
    }
  }

  private async hand(events: readonly LoggedEvent[], head: number): Promise<void> {
    const rights = events.filter(({ type }) => aboutRights.has(type));
    if (rights.length > 0) await this.deps.rightsChanged(rights);
    const to = events.at(-1)?.sequence ?? this.last;
    const redacts = events.some(({ type }) => type === EventType.TEXT_REDACTED);
    const segment: Segment = { events, to, head, reads: new EventReads(this.database, events), redacts };
    this.last = to;
    await Promise.all([...this.groups.values()].map((group) => group.take(segment)));
  }
}

/**
 * The one reader of the logs in this process. It is woken after each commit, and looks each second by itself while there are
 * followers: changes of other processes and lost wake-ups cost one look, never an event.
 */
export class Relay {
  private readonly feeds = new Map<string, { readonly feed: Feed; readonly ready: Promise<void> }>();
  private readonly log: Log;

  constructor(private readonly deps: RelayDeps) {
    this.log = new Log(deps.database);
  }

  /** The log of a coalition, read from now on. */
  async open(coalitionId: string): Promise<Feed> {
    const known = this.feeds.get(coalitionId) ?? this.begin(coalitionId);
    await known.ready;
    return known.feed;
  }

  /** Hands out what is new in a log. */
  wake(coalitionId: string): void {
    const known = this.feeds.get(coalitionId);
    if (!known) return;
    known.feed.forgetReplays();
    void known.ready.then(() => known.feed.pump()).catch(this.deps.failed);
  }

  /** Looks at all logs that are followed, and lets idle streams say that they live. */
  async tick(now: number): Promise<void> {
    if (this.feeds.size === 0) return;
    const heads = await this.log.heads([...this.feeds.keys()]);
    for (const [coalitionId, { feed }] of this.feeds) {
      const head = heads.get(coalitionId);
      if (head === undefined) feed.end();
      if (head === undefined || feed.isForgotten(now)) this.feeds.delete(coalitionId);
      else if (head > feed.last) this.wake(coalitionId);
      await feed.tick(now);
    }
  }

  /** Resolves when nothing is being handed out any more. */
  async settle(): Promise<void> {
    await Promise.all([...this.feeds.values()].map(({ feed }) => feed.idle()));
  }

  private begin(coalitionId: string) {
    const feed = new Feed(coalitionId, this.deps);
    const ready = this.log.head(coalitionId).then((head) => {
      feed.last = head;
    });
    ready.catch(() => this.feeds.delete(coalitionId));
    const known = { feed, ready };
    this.feeds.set(coalitionId, known);
    return known;
  }
}
