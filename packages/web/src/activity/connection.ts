export type ConnectionState =
  /** Nothing is followed yet. */
  | "idle"
  | "live"
  /** Lost a moment ago; mostly back before anybody notices. */
  | "shaky"
  | "reconnecting"
  | "offline"
  /** The hub said that this session may not follow. */
  | "ended";

export interface Connection {
  readonly state: ConnectionState;
  /** When the hub was last heard. */
  readonly heardAt: Date | null;
  /** Changes the last break made us miss, fetched since; a new object for each break. */
  readonly caughtUp: Missed;
}
/** Changes that were missed, and how many of them are of partners of the demo that move by themselves. */
export interface Missed {
  readonly count: number;
  readonly byDemo: number;
}

const patience = 3_000;
const offlineAfter = 20_000;

/** State of the connection for people: calm for three seconds, then plain. */
export class ConnectionWatch {
  private current: Connection = { state: "idle", heardAt: null, caughtUp: { count: 0, byDemo: 0 } };
  private readonly listeners = new Set<() => void>();
  private timers: ReturnType<typeof setTimeout>[] = [];

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = (): Connection => this.current;

  private set(change: Partial<Connection>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  private clear(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
  }

  /** The hub was heard: a batch, or the end of a catch-up. */
  heard(caughtUp?: Missed): void {
    const { state } = this.current;
    this.current = { ...this.current, heardAt: new Date() };
    if (state === "live" && caughtUp === undefined) return;
    this.clear();
    this.set({ state: "live", ...(caughtUp !== undefined && { caughtUp }) });
  }

  /** What is shown was kept from an earlier visit: its age counts until the hub is heard. */
  asOf(at: Date): void {
    const { heardAt } = this.current;
    if (heardAt === null || at < heardAt) this.set({ heardAt: at });
  }

  /** The connection broke. */
  lost(): void {
    if (this.current.state !== "live" && this.current.state !== "idle") return;
    this.set({ state: "shaky" });
    this.timers = [
      setTimeout(() => this.set({ state: navigator.onLine === false ? "offline" : "reconnecting" }), patience),
      setTimeout(() => this.set({ state: "offline" }), offlineAfter),
    ];
  }

  ended(): void {
    this.clear();
    this.set({ state: "ended" });
  }

  stop(): void {
    this.clear();
    this.set({ state: "idle" });
  }
}
