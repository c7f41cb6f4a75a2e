/** What the resume rule reads of a batch. */
export interface Batch<E extends { readonly sequence: number }> {
  readonly fromSequence: number;
  readonly toSequence: number;
  readonly headSequence: number;
  readonly reset: boolean;
  readonly events: readonly E[];
}

export type Received<E> =
  | { readonly kind: "apply"; readonly events: readonly E[]; readonly last: number }
  /** Something between is missing: subscribe again with `after`. */
  | { readonly kind: "gap"; readonly after: number }
  /** Fetch again and go on from what that read gives. */
  | { readonly kind: "reset"; readonly last: number };

/** The rule of a follower: drop what it has, apply what joins on, notice gaps. */
export function receive<E extends { readonly sequence: number }>(last: number, batch: Batch<E>): Received<E> {
  if (batch.reset) return { kind: "reset", last: batch.toSequence };
  if (batch.fromSequence > last + 1) return { kind: "gap", after: last };
  return { kind: "apply", events: batch.events.filter(({ sequence }) => sequence > last), last: Math.max(last, batch.toSequence) };
}

/** Milliseconds to wait before the nth attempt to connect again, with chance so that not all come at once. */
export const backoff = (attempt: number, chance: number): number => Math.min(15_000, 300 * 2 ** attempt) * (0.5 + chance / 2);
