import type { Viewer } from "@wijkbord/schema";
import type { Stream } from "../realtime/connection.ts";
import type { Subscriber } from "../realtime/source.ts";
import type { PresenceGroup } from "./presenceGroup.ts";
import type { Room } from "./room.ts";

/** One follower of a room. It keeps no queue: who cannot take a change gets the whole list when it reads again. */
export class PresenceMember implements Stream {
  private group: PresenceGroup;
  private state: "waiting" | "live" | "gone" = "waiting";

  constructor(
    private readonly subscriber: Subscriber,
    private readonly room: Room,
    viewer: Viewer,
  ) {
    this.group = room.groupFor(subscriber, viewer);
    this.enter();
  }

  get viewer(): Viewer {
    return this.group.viewer;
  }

  /** Gets a change. */
  offer(body: string): void {
    if (this.state !== "live") return;
    if (this.subscriber.connection.hasRoom) this.subscriber.sink.send(body);
    else this.state = "waiting";
  }

  /** Gets the whole list. */
  take(body: string): void {
    if (this.state !== "waiting" || !this.subscriber.connection.hasRoom) return;
    this.subscriber.sink.send(body);
    this.state = "live";
  }

  drained(): void {
    if (this.state === "waiting") void this.group.welcome(this);
  }

  /** Other rights in the same organisation change nothing here; those of another one may not read the page. */
  move(viewer: Viewer): void {
    if (viewer.organisationId !== this.viewer.organisationId) return this.complete();
    const old = this.group;
    this.group = this.room.groupFor(this.subscriber, viewer);
    old.members.delete(this);
    this.room.leave(old);
    this.state = "waiting";
    this.enter();
  }

  complete(): void {
    if (this.state === "gone") return;
    this.stop();
    this.subscriber.sink.complete();
  }

  stop(): void {
    this.state = "gone";
    this.group.members.delete(this);
    this.room.leave(this.group);
    this.subscriber.connection.streams.delete(this);
  }

  tick(): void {
    if (this.subscriber.connection.hasRoom) this.drained();
  }

  private enter(): void {
    this.group.members.add(this);
    void this.group.welcome(this);
  }
}
