import { LRUCache } from "lru-cache";
import type { Clock } from "../time/clock.ts";

const minute = 60_000;

/** Counts wrong tries of one address in the last minute; a right one costs nothing. */
export class WrongTries {
  private readonly tries = new LRUCache<string, number[]>({ max: 20_000 });

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
  ) {}

  private recent(address: string): number[] {
    const since = this.clock.now().getTime() - minute;
    return (this.tries.get(address) ?? []).filter((at) => at > since);
  }

  /** Whether the address may try again. */
  mayTry(address: string): boolean {
    return this.recent(address).length < this.most;
  }

  failed(address: string): void {
    this.tries.set(address, [...this.recent(address), this.clock.now().getTime()]);
  }
}
