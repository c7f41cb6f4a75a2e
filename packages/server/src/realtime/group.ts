import { setImmediate as turn } from "node:timers/promises";
import type { Viewer } from "@wijkbord/schema";
import type { EventBatch, HubEvent, LoggedEvent } from "@wijkbord/schema/types";
import { LRUCache } from "lru-cache";
import { batchOf, type Frame, resetOf } from "./batch.ts";
import { concerns } from "./concerns.ts";
import { EventReads } from "./events.ts";
import { engineLimits } from "./limits.ts";
import { belongs, type Topic } from "./log.ts";
import type { LogMember } from "./member.ts";
import type { Operation } from "./operation.ts";
import type { Feed, RelayDeps, Segment } from "./relay.ts";

/**
 * Subscribers with the same document, variables and permission class. Each batch is executed once and serialised once,
 * with a context that knows no person, and the same text goes to every member.
 */
export class LogGroup {
  readonly members = new Set<LogMember>();
  /** Last number that members were told. */
  sent: number;
  private seen: number;
  private sentAt: number;
  private line = Promise.resolve();
  private advance: NodeJS.Timeout | undefined;
  private readonly execute: (rootValue: object) => Promise<string>;
  private readonly replays = new LRUCache<string, Promise<Frame>>({ max: 20, ttl: 1_000 });

  constructor(
    private readonly feed: Feed,
    readonly topic: Topic,
    readonly operation: Operation,
    readonly viewer: Viewer,
    private readonly deps: Pick<RelayDeps, "clock" | "counts" | "failed">,
  ) {
    this.execute = operation.executor(viewer);
    this.sent = feed.last;
    this.seen = feed.last;
    this.sentAt = deps.clock.now().getTime();
  }

  /** Takes the next part of the log. Numbers without anything for this group wait a moment, and are told together. */
  take({ events, to, head, reads, redacts }: Segment): Promise<void> {
    const visible = this.visible(events);
    return this.inLine(async () => {
      try {
        const shown = await this.show(reads, visible);
        this.seen = to;
        if (shown.length === 0) return this.tellLater();
        if (redacts) for (const member of this.members) member.forgetQueue();
        await this.send(batchOf(this.sent + 1, to, head, shown));
      } catch (error) {
        this.refetch(to);
        throw error;
      }
    });
  }

  /** Tells idle members the latest number, so that they know that they are connected. */
  async tick(now: number): Promise<void> {
    if (now - this.sentAt < engineLimits.heartbeat) return;
    await this.inLine(() => this.send(batchOf(this.sent + 1, this.seen, this.feed.last)));
  }

  /** A part of the log that was told before, for somebody who joins; equal ones of a moment are made once. */
  replay(after: number, until: number): Promise<Frame> {
    const key = `${after}:${until}`;
    const known = this.replays.get(key);
    if (known) return known;
    const frame = this.makeReplay(after, until);
    this.replays.set(key, frame);
    frame.catch(() => this.replays.delete(key));
    return frame;
  }

  /** Forgets what was made for replay: something may have been taken back since. */
  forgetReplays(): void {
    this.replays.clear();
  }

  /** The one batch of somebody who must fetch again. */
  async reset(after: number): Promise<Frame> {
    this.deps.counts.resets += 1;
    return this.frame(resetOf(after, this.sent));
  }

  /** The first batch of a new member, empty when it has all: it tells where the stream begins. */
  async greeting(after: number | null): Promise<Frame> {
    if (after !== null && after < this.sent) return this.replay(after, Math.min(after + engineLimits.page, this.sent));
    const place = after ?? this.sent;
    return this.frame(batchOf(place + 1, place, this.feed.last));
  }

  /** The group of the same subscription with other rights. */
  forViewer(viewer: Viewer): LogGroup {
    return this.feed.groupFor(this.topic, this.operation, viewer);
  }

  /** Counts a result that went to a member. */
  countSend(): void {
    this.deps.counts.sends += 1;
  }

  leave(member: LogMember): void {
    this.members.delete(member);
    if (this.members.size > 0) return;
    clearTimeout(this.advance);
    this.feed.removeGroup(this);
  }

  private visible(events: readonly LoggedEvent[]): LoggedEvent[] {
    return events.filter((event) => belongs(event, this.topic, this.viewer.organisationId));
  }

  /** Events as the members get them. */
  private async show(reads: EventReads, visible: readonly LoggedEvent[]): Promise<HubEvent[]> {
    const { concernsOrganisationId } = this.topic;
    if (!concernsOrganisationId) return reads.shown(this.viewer, visible, this.operation.wanted);
    return (await reads.shown(this.viewer, visible)).filter((event) => concerns(event, concernsOrganisationId));
  }

  private tellLater(): void {
    this.advance ??= setTimeout(() => void this.tellHidden(), engineLimits.advance).unref();
  }

  private async makeReplay(after: number, until: number): Promise<Frame> {
    const visible = this.visible(await this.feed.log.page(this.topic.coalitionId, after, until - after, until));
    const events = await this.show(new EventReads(this.feed.database, visible), visible);
    return this.frame(batchOf(after + 1, until, this.feed.last, events));
  }

  private async frame(batch: EventBatch): Promise<Frame> {
    this.deps.counts.executions += 1;
    return { from: batch.fromSequence, to: batch.toSequence, events: batch.events.length, body: await this.execute(batch) };
  }

  private tellHidden(): Promise<void> {
    this.advance = undefined;
    return this.inLine(async () => {
      if (this.seen > this.sent) await this.send(batchOf(this.sent + 1, this.seen, this.feed.last));
    });
  }

  /** One batch at a time reaches the members. */
  private inLine(work: () => Promise<void>): Promise<void> {
    this.line = this.line.then(work).catch(this.deps.failed);
    return this.line;
  }

  private async send(batch: EventBatch): Promise<void> {
    const frame = await this.frame(batch);
    this.sent = frame.to;
    this.sentAt = this.deps.clock.now().getTime();
    let sends = 0;
    for (const member of this.members) {
      member.offer(frame);
      sends += 1;
      if (sends % engineLimits.sendsPerTurn === 0) await turn();
    }
  }

  /** What could not be made is not skipped: the members fetch again. */
  private refetch(to: number): void {
    this.seen = to;
    this.sent = to;
    for (const member of this.members) member.refetch();
  }
}
