import type { Viewer } from "@wijkbord/schema";
import type { Connection, Sink, Stream } from "./connection.ts";
import type { Operation } from "./operation.ts";

/** Somebody who joins a source. */
export interface Subscriber {
  readonly operation: Operation;
  readonly connection: Connection;
  readonly sink: Sink;
}

/**
 * What a subscription field follows. Its `subscribe` function authorises and returns one; the transports never pull it:
 * they let the engine join the subscriber to the group of those who ask the same with the same rights.
 */
export abstract class Source implements AsyncIterable<never> {
  constructor(readonly viewer: Viewer) {}

  /** Joins the subscriber; from then on results go to its sink. */
  abstract join(subscriber: Subscriber): Stream;

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error("A shared subscription is joined, never pulled.");
  }
}
