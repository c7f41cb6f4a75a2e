import { Buckets } from "../graphql/rates.ts";
import type { Clock } from "../time/clock.ts";

const hour = 3_600;

/** How often people without account may begin something or try a link. */
export class Doors {
  private readonly starts: Buckets;
  private readonly allStarts: Buckets;
  private readonly tries: Buckets;

  constructor(clock: Clock) {
    this.starts = new Buckets(clock, 6, 6 / hour);
    this.allStarts = new Buckets(clock, 200, 200 / hour);
    this.tries = new Buckets(clock, 60, 1);
  }

  /** One more coalition from this address: six at once and six an hour, and 200 an hour from all together. */
  mayStart(address: string): boolean {
    return this.starts.take(address) && this.allStarts.take("");
  }

  /** One more look at a link from this address: sixty at once and one a second. */
  mayTry(address: string): boolean {
    return this.tries.take(address);
  }
}
