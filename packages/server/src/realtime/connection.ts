import type { Viewer } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import type { Principal } from "../accounts/principal.ts";
import { engineLimits } from "./limits.ts";

/** The way to one subscriber, in the framing of its transport. */
export interface Sink {
  /** Sends one serialised result. */
  send(body: string): void;
  /** Ends the subscription and says so. */
  complete(): void;
}

/** One subscription of one connection, as the engine knows it. */
export interface Stream {
  /** The rights it reads with. */
  readonly viewer: Viewer;
  /** Leaves silently. */
  stop(): void;
  /** Leaves and tells the subscriber that it is over. */
  complete(): void;
  /** Goes on with other rights; the subscriber fetches again when its permission class changed. */
  move(viewer: Viewer): void;
  /** The network took what it was given. */
  drained(): void;
  /** Looks at the time. */
  tick(now: number): void;
}

/** What a transport knows of a connection. */
export interface Wire {
  /** Bytes given to the network and not yet taken. */
  pending(): number;
  close(code: number, reason: string): void;
  /** Reads anew who is connected. */
  refresh(): Promise<Principal>;
}

/** One socket, or one stream of server-sent events, of one principal. */
export class Connection {
  readonly id = uuidv7();
  readonly streams = new Set<Stream>();
  /** Size of all frames that wait in queues of this connection. */
  queuedBytes = 0;
  private fullSince: number | null = null;

  constructor(
    public principal: Principal,
    readonly wire: Wire,
  ) {}

  /** Whether the network has room for another frame. */
  get hasRoom(): boolean {
    return this.wire.pending() < engineLimits.highWater;
  }

  /** To be called when the network took all it was given. */
  drained(): void {
    this.fullSince = null;
    for (const stream of this.streams) stream.drained();
  }

  /** Whether nobody reads it any more: it had no room for too long. */
  isStuck(now: number): boolean {
    if (this.hasRoom) this.fullSince = null;
    else this.fullSince ??= now;
    return this.fullSince !== null && now - this.fullSince >= engineLimits.stuck;
  }

  /** Ends all subscriptions silently. */
  stop(): void {
    for (const stream of this.streams) stream.stop();
  }
}
