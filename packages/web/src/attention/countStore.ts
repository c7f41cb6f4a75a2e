import { AttentionCountsDocument, type AttentionCountsQuery } from "@wijkbord/schema/operations";
import type { HubEvent } from "../activity/eventStore.ts";
import type { HubScope } from "../activity/scope.ts";

type Counts = AttentionCountsQuery["attention"]["counts"];

/** What can change who waits on whom. */
const concerns =
  /^(TASK|ASSIGNMENT|ROLE|SEAT|HANDOVER|PROMISE|MEMBERSHIP|PARTNER|BOARD)_|^(AGREEMENT|CONSENT|SIGN_OFF|OBJECTION|EDITORIAL|CLARIFICATION|MANDATE)/;
/** Many changes in a row are counted once in this time. */
const pause = 5_000;

/** How much waits, as the hub counts it: read at each connection, and again after changes that concern it. */
class CountStore {
  private counts: Counts = [];
  private readonly listeners = new Set<() => void>();
  private joined = false;
  private readAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly scope: HubScope) {
    scope.events.onConnection(() => void this.read());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly all = (): Counts => this.counts;

  /** A read that fails leaves what stands; the next change or connection reads again. */
  private async read(): Promise<number | null> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.readAt = Date.now();
    const { client, events, coalitionId } = this.scope;
    const answer = await client.query({ query: AttentionCountsDocument, variables: { coalitionId }, fetchPolicy: "no-cache" }).catch(() => null);
    if (!answer?.data) return null;
    const { counts, asOfSequence } = answer.data.attention;
    this.counts = counts;
    for (const listener of this.listeners) listener();
    if (!this.joined) {
      this.joined = true;
      events.join({ apply: (batch) => this.take(batch), resync: () => this.read() }, asOfSequence);
    }
    return asOfSequence;
  }

  private take(batch: readonly HubEvent[]): void {
    if (this.timer !== undefined || !batch.some(({ type }) => concerns.test(type))) return;
    this.timer = setTimeout(() => void this.read(), Math.max(0, this.readAt + pause - Date.now()));
  }
}

const stores = new WeakMap<HubScope, CountStore>();

/** The counts of a membership; made once. */
export function countsOf(scope: HubScope): CountStore {
  const known = stores.get(scope) ?? new CountStore(scope);
  stores.set(scope, known);
  return known;
}
