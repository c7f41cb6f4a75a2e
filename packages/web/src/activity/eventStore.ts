import { CoalitionEventsDocument, type CoalitionEventsSubscription } from "@wijkbord/schema/operations";
import { ConnectionWatch, type Missed } from "./connection.ts";
import type { HubSocket, SocketOptions } from "./hubSocket.ts";
import { backoff, receive } from "./resume.ts";

export type HubEvent = CoalitionEventsSubscription["coalitionEvents"]["events"][number];

/** Who takes the events; all are told before the next batch comes. */
export interface Follower {
  apply(events: readonly HubEvent[]): void;
  /** Fetch again; gives the number the read belongs to, or null when nothing is shown that could be stale. */
  resync(): Promise<number | null>;
}

const remembered = 1_000;
const silence = 60_000;
/** What comes this soon after connecting was missed before. */
const catchUpWithin = 5_000;
const offlineRetry = 10_000;
const refusals = new Set(["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"]);

/** Follows the log of one coalition with one membership, through breaks, without losing or repeating a change. */
export class EventStore {
  readonly connection = new ConnectionWatch();
  private readonly followers = new Set<Follower>();
  private readonly others = new Set<(socket: HubSocket) => void>();
  private recent: HubEvent[] = [];
  /** Last number that was applied; null before the first read. */
  private last: number | null = null;
  /** Every event after this number went through `recent`. */
  private floor = 0;
  private socket: HubSocket | null = null;
  private running = false;
  private wake: (() => void) | null = null;
  /** Missed changes counted so far while catching up; null when nothing was broken. */
  private missed: Missed | null = null;
  private connectedAt = 0;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly coalitionId: string,
    private readonly options: SocketOptions,
  ) {}

  get lastSequence(): number | null {
    return this.last;
  }

  /** What came since the coalition was opened, in its order; only the last of it is remembered. */
  get heard(): readonly HubEvent[] {
    return this.recent;
  }

  /** Takes part from a read with this `asOfSequence`; gives what happened since. */
  join(follower: Follower, asOfSequence: number): void {
    this.followers.add(follower);
    if (this.last === null) {
      this.last = asOfSequence;
      this.floor = asOfSequence;
      this.start();
    } else if (asOfSequence < this.floor) {
      this.last = asOfSequence;
      this.floor = asOfSequence;
      this.recent = [];
      this.reconnect();
    } else {
      const missed = this.recent.filter(({ sequence }) => sequence > asOfSequence);
      if (missed.length > 0) follower.apply(missed);
    }
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
  }

  /** Calls back with each new connection, for subscriptions that are not of the log. */
  onConnection(listener: (socket: HubSocket) => void): () => void {
    this.others.add(listener);
    if (this.socket && this.connection.get().state === "live") listener(this.socket);
    return () => this.others.delete(listener);
  }

  /** Drops the connection and makes a new one now. */
  readonly reconnect = (): void => {
    this.socket?.terminate();
    this.wake?.();
  };

  private readonly onOffline = (): void => {
    this.connection.lost();
    this.socket?.terminate();
  };

  private start(): void {
    if (this.running) return;
    this.running = true;
    if (typeof window !== "undefined") {
      window.addEventListener("online", this.reconnect);
      window.addEventListener("offline", this.onOffline);
    }
    void this.loop();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.silenceTimer);
    if (typeof window !== "undefined") {
      window.removeEventListener("online", this.reconnect);
      window.removeEventListener("offline", this.onOffline);
    }
    this.connection.stop();
    this.socket?.close();
    this.wake?.();
  }

  /** A socket; null when the code for it could not be loaded. Pages are read before they are followed, so it loads after them. */
  private async open(onConnected: () => void): Promise<HubSocket | null> {
    const part = await import("./hubSocket.ts").catch(() => null);
    return part && new part.HubSocket(this.options, onConnected);
  }

  private async loop(): Promise<void> {
    let attempt = 0;
    while (this.running) {
      let connected = false;
      const socket = await this.open(() => {
        connected = true;
        attempt = 0;
        if (this.socket) this.onConnected(this.socket);
      });
      this.socket = socket;
      const outcome = socket && this.running ? await this.follow(socket).catch(() => "broken" as const) : "broken";
      socket?.close();
      clearTimeout(this.silenceTimer);
      if (!this.running) return;
      if (outcome === "refused") {
        this.running = false;
        return this.connection.ended();
      }
      if (outcome === "again") continue;
      this.connection.lost();
      const offline = navigator.onLine === false;
      await this.pause(offline ? offlineRetry : backoff(connected ? 0 : (attempt += 1), Math.random()));
    }
  }

  /** Waits, but wakes at once when the network is back. */
  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wake = done;
    });
  }

  private onConnected(socket: HubSocket): void {
    const before = this.connection.get().state;
    this.missed = before === "idle" || before === "live" ? null : { count: 0, byDemo: 0 };
    this.connectedAt = Date.now();
    this.connection.heard();
    for (const listener of this.others) listener(socket);
  }

  /** Tells once how much a break made us miss. */
  private countMissed(events: readonly HubEvent[], caughtUp: boolean): void {
    const late = this.missed?.count === 0 && Date.now() - this.connectedAt > catchUpWithin;
    if (this.missed === null || late) return this.connection.heard();
    const { count, byDemo } = this.missed;
    this.missed = { count: count + events.length, byDemo: byDemo + events.filter((event) => event.byDemo).length };
    if (!caughtUp) return this.connection.heard();
    this.connection.heard(this.missed);
    this.missed = null;
  }

  private listen(socket: HubSocket): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => socket.terminate(), silence);
  }

  private async follow(socket: HubSocket): Promise<"again" | "ended" | "refused"> {
    const after = this.last ?? 0;
    this.listen(socket);
    for await (const { data, code } of socket.subscribe(CoalitionEventsDocument, { coalitionId: this.coalitionId, after })) {
      if (code && refusals.has(code)) return "refused";
      const batch = data?.coalitionEvents;
      if (!batch) return "ended";
      this.listen(socket);
      const step = receive(this.last ?? 0, batch);
      if (step.kind === "gap") return "again";
      if (step.kind === "reset") {
        await this.resync(step.last);
        this.connection.heard();
        return "again";
      }
      this.last = step.last;
      this.take(step.events);
      this.countMissed(step.events, batch.toSequence >= batch.headSequence);
    }
    return "ended";
  }

  private async resync(last: number): Promise<void> {
    const answers = await Promise.all([...this.followers].map((follower) => follower.resync()));
    const reads = answers.filter((read) => read !== null);
    this.last = reads.length > 0 ? Math.min(...reads) : last;
    this.floor = this.last;
    this.recent = [];
  }

  private take(events: readonly HubEvent[]): void {
    if (events.length === 0) return;
    this.recent.push(...events);
    const surplus = this.recent.length - remembered;
    if (surplus > 0) this.floor = this.recent.splice(0, surplus).at(-1)?.sequence ?? this.floor;
    for (const follower of this.followers) follower.apply(events);
  }
}
