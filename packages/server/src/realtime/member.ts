import type { Viewer } from "@wijkbord/schema";
import type { Frame } from "./batch.ts";
import type { Stream } from "./connection.ts";
import type { LogGroup } from "./group.ts";
import { engineLimits } from "./limits.ts";
import type { Subscriber } from "./source.ts";

/** Where somebody begins: after a number, from now on, or by fetching again. */
export type Start = { readonly after: number | null } | { readonly reset: number };

/**
 * One follower of a log. It is registered first and frames wait in its queue, then the log between its number and the
 * group's is replayed, then the queue is let go: no gap, nothing twice. The queue is bounded: who does not read loses it and
 * gets one `reset` when the network has room again, so a stalled reader costs a fixed amount and nobody else anything.
 */
export class LogMember implements Stream {
  private group: LogGroup;
  private state: "joining" | "live" | "stalled" | "gone" = "joining";
  /** Last number that was sent or waits in the queue. */
  private position = 0;
  /** Last number that was sent. */
  private given = 0;
  private readonly queue: Frame[] = [];
  private queuedEvents = 0;
  private waitingSince: number | null = null;
  private attempt = 0;
  private room: (() => void) | null = null;

  constructor(
    private readonly subscriber: Subscriber,
    group: LogGroup,
    private readonly now: () => number,
    private readonly failed: (error: unknown) => void,
    start: Start,
  ) {
    this.group = group;
    this.start(start);
  }

  get viewer(): Viewer {
    return this.group.viewer;
  }

  /** Joins the group, from a number on. */
  private start(start: Start): void {
    this.join(start).catch((error: unknown) => {
      this.failed(error);
      this.complete();
    });
  }

  /** Gets a frame of the group: sends it, or keeps it while it may. */
  offer(frame: Frame): void {
    if (this.state === "stalled" || this.state === "gone" || frame.from !== this.position + 1) return;
    const idle = frame.to === this.position;
    if (this.state === "live" && this.queue.length === 0 && this.subscriber.connection.hasRoom) this.send(frame);
    else if (!idle) this.enqueue(frame);
    this.position = frame.to;
  }

  drained(): void {
    this.room?.();
    if (this.state === "stalled") this.start({ reset: this.given });
    if (this.state === "live") this.release();
  }

  tick(now: number): void {
    if (this.subscriber.connection.hasRoom && (this.state === "stalled" || this.queue.length > 0)) this.drained();
    if (this.state !== "joining" && this.waitingSince !== null && now - this.waitingSince > engineLimits.undrained) this.stall();
  }

  /** Fetches again, because a batch could not be made. */
  refetch(): void {
    if (this.state !== "gone") this.stall();
  }

  /** Drops frames that wait: a text in them may have been taken back. */
  forgetQueue(): void {
    if (this.queue.length > 0) this.stall();
  }

  move(viewer: Viewer): void {
    const old = this.group;
    this.group = old.forViewer(viewer);
    old.leave(this);
    this.clearQueue();
    this.start({ reset: this.given });
  }

  complete(): void {
    if (this.state === "gone") return;
    this.stop();
    this.subscriber.sink.complete();
  }

  stop(): void {
    this.state = "gone";
    this.attempt += 1;
    this.clearQueue();
    this.room?.();
    this.group.leave(this);
    this.subscriber.connection.streams.delete(this);
  }

  private async join(start: Start): Promise<void> {
    const { group } = this;
    const attempt = (this.attempt += 1);
    const isOver = () => this.attempt !== attempt;
    this.state = "joining";
    const target = group.sent;
    this.position = target;
    this.given = "reset" in start ? start.reset : (start.after ?? target);
    group.members.add(this);
    const first = "reset" in start ? group.reset(start.reset) : group.greeting(start.after);
    for (let frame = await first; ; frame = await group.replay(frame.to, Math.min(frame.to + engineLimits.page, target))) {
      await this.waitForRoom();
      if (isOver()) return;
      this.send(frame);
      if (frame.to >= target) break;
    }
    this.state = "live";
    this.release();
  }

  private send(frame: Frame): void {
    this.subscriber.sink.send(frame.body);
    this.group.countSend();
    this.given = frame.to;
  }

  private enqueue(frame: Frame): void {
    this.queue.push(frame);
    this.queuedEvents += frame.events;
    this.subscriber.connection.queuedBytes += frame.body.length;
    this.waitingSince ??= this.now();
    const { queuedBytes } = this.subscriber.connection;
    if (this.queuedEvents > engineLimits.queueEvents || this.queue.length > engineLimits.queueEvents || queuedBytes > engineLimits.queueBytes) this.stall();
  }

  /** Sends what waits, as far as there is room. */
  private release(): void {
    while (this.queue.length > 0 && this.subscriber.connection.hasRoom) {
      const frame = this.queue.shift();
      if (!frame) break;
      this.queuedEvents -= frame.events;
      this.subscriber.connection.queuedBytes -= frame.body.length;
      this.send(frame);
    }
    if (this.queue.length === 0) this.waitingSince = null;
  }

  /** Too far behind: nothing more is kept for it until the network has room, then it fetches again. */
  private stall(): void {
    this.clearQueue();
    this.attempt += 1;
    this.state = "stalled";
    this.room?.();
    if (this.subscriber.connection.hasRoom) this.start({ reset: this.given });
  }

  private clearQueue(): void {
    for (const frame of this.queue) this.subscriber.connection.queuedBytes -= frame.body.length;
    this.queue.length = 0;
    this.queuedEvents = 0;
    this.waitingSince = null;
  }

  private async waitForRoom(): Promise<void> {
    while (!this.subscriber.connection.hasRoom && this.state === "joining") {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.room = resolve;
      await promise;
      this.room = null;
    }
  }
}
