import { LRUCache } from "lru-cache";
import type { Clock } from "../time/clock.ts";

interface Bucket {
  left: number;
  at: number;
}

/** A bucket of turns per key that refills with time; keys that are not used are forgotten. */
export class Buckets {
  private readonly buckets = new LRUCache<string, Bucket>({ max: 50_000 });

  constructor(
    private readonly clock: Clock,
    private readonly size: number,
    private readonly perSecond: number,
  ) {}

  /** Takes one turn; false when there is none. */
  take(key: string): boolean {
    const now = this.clock.now().getTime();
    const bucket = this.buckets.get(key) ?? { left: this.size, at: now };
    const refill = (Math.max(0, now - bucket.at) / 1_000) * this.perSecond;
    const left = Math.min(this.size, bucket.left + refill);
    this.buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
    return left >= 1;
  }
}

/** How often things may be asked, on every transport together. */
export interface Rates {
  /** Free documents, per person. */
  readonly free: Buckets;
  /** Anything without a session, per address. */
  readonly anonymous: Buckets;
  /** Signing in, per address. */
  readonly signIn: Buckets;
}

export const hubRates = (clock: Clock): Rates => ({
  free: new Buckets(clock, 2_000, 100),
  anonymous: new Buckets(clock, 1_000, 50),
  signIn: new Buckets(clock, 300, 5),
});
