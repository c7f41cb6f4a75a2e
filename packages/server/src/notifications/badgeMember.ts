import type { Viewer } from "@wijkbord/schema";
import { NotificationBadge } from "@wijkbord/schema/types";
import type { Stream } from "../realtime/connection.ts";
import type { Subscriber } from "../realtime/source.ts";

/** One device that follows how many notifications wait; it needs only the last number. */
export class BadgeMember implements Stream {
  /** Number of unread rows at the last look, readable or not. */
  stored: number | null = null;
  private isGone = false;
  private last: number | null = null;
  private unsent: number | null = null;

  constructor(
    private readonly subscriber: Subscriber,
    public viewer: Viewer,
    private readonly left: () => void,
  ) {}

  /** Sends a number that is new, now or when the network has room. */
  async offer(waiting: number): Promise<void> {
    if (this.isGone || waiting === this.last) return;
    if (!this.subscriber.connection.hasRoom) {
      this.unsent = waiting;
      return;
    }
    this.unsent = null;
    this.last = waiting;
    const body = await this.subscriber.operation.executor(this.viewer)(Object.assign(new NotificationBadge(), { waiting }));
    if (!this.isGone) this.subscriber.sink.send(body);
  }

  drained(): void {
    if (this.unsent !== null) void this.offer(this.unsent);
  }

  tick(): void {
    this.drained();
  }

  move(viewer: Viewer): void {
    this.viewer = viewer;
    this.stored = null;
  }

  complete(): void {
    if (this.isGone) return;
    this.stop();
    this.subscriber.sink.complete();
  }

  stop(): void {
    this.isGone = true;
    this.left();
    this.subscriber.connection.streams.delete(this);
  }
}
