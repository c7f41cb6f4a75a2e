import { ErrorCode, type Viewer } from "@wijkbord/schema";
import { createSourceEventStream, type ExecutionResult } from "graphql";
import type { Database } from "../database/database.ts";
import type { HubContext } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import type { Clock } from "../time/clock.ts";
import type { Connection, Sink, Stream } from "./connection.ts";
import { Connections } from "./connections.ts";
import { closeCodes, engineLimits } from "./limits.ts";
import type { Topic } from "./log.ts";
import { LogSource, mustReset } from "./logSource.ts";
import { Operation, type SubscriptionRequest } from "./operation.ts";
import { personalFields } from "./personal.ts";
import { type EngineCounts, Relay } from "./relay.ts";
import { applyRights, Rights, type SessionBook } from "./rights.ts";
import { Source } from "./source.ts";

/** Something beside the log that lives on connections and time. */
export interface Companion {
  /** Looks at the time, each second. */
  tick(now: number): void;
  /** A connection went. */
  forgetWindow(connectionId: string): void;
  /** The rights of these memberships changed or ended. */
  forgetMembers(membershipIds: readonly string[]): void;
}

export interface EngineDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: SessionBook;
}

const silent = () => {};

/**
 * The realtime engine. A change wakes the relay, which reads the log once per coalition and hands pages to groups of
 * subscribers that ask the same with the same rights; a group executes and serialises each batch once. Members have bounded
 * queues, so that nobody's slowness is anybody else's. All that waits for time is done by `tick`, by the hub's clock.
 */
export class HubEngine implements AsyncDisposable {
  readonly connections = new Connections();
  readonly rights: Rights;
  readonly counts: EngineCounts = { executions: 0, sends: 0, resets: 0 };
  private readonly relay: Relay;
  private readonly companions: Companion[] = [];
  private timer: NodeJS.Timeout | undefined;
  private ticked: Promise<void> = Promise.resolve();
  private sweptAt: number;
  private failed: (error: unknown) => void = silent;

  constructor(private readonly deps: EngineDeps) {
    const { database, clock, sessions } = deps;
    const failed = (error: unknown) => this.failed(error);
    this.connections.onRemoved = ({ id }) => this.companions.forEach((each) => each.forgetWindow(id));
    const changed = (membershipIds: readonly string[]) => this.companions.forEach((each) => each.forgetMembers(membershipIds));
    this.rights = new Rights({ database, sessions, connections: this.connections, changed, failed });
    this.relay = new Relay({ database, clock, counts: this.counts, failed, rightsChanged: (events) => this.rights.apply(events) });
    this.sweptAt = this.now();
  }

  /** Looks at the time from now on. Faults of the engine itself are reported here; they never reach a client. */
  start(failed: (error: unknown) => void): void {
    this.failed = failed;
    this.timer = setInterval(() => void this.tick(), engineLimits.tick).unref();
  }

  /** Adds something that lives on connections and time too. */
  add(companion: Companion): void {
    this.companions.push(companion);
  }

  /** Writes a fault of the engine to the log of the process. */
  report(error: unknown): void {
    this.failed(error);
  }

  /** Hands out what is new in the log of a coalition; call it after commit. */
  wake(coalitionId: string): void {
    this.relay.wake(coalitionId);
  }

  /** Ends the streams and sockets of these sessions at once. */
  revoke(sessionIds: readonly string[]): void {
    this.rights.endSessions(sessionIds);
  }

  /** Ends or moves the streams of these memberships: their rights changed or ended; call it after commit. */
  revokeMembership(ids: readonly string[]): void {
    this.rights.membershipsChanged(ids);
  }

  /** What somebody with these rights follows after a number; null means from now on. */
  async follow(topic: Topic, viewer: Viewer, after: number | null): Promise<Source> {
    const feed = await this.relay.open(topic.coalitionId);
    const reset = after !== null && (await mustReset(feed, viewer, after));
    return new LogSource(
      viewer,
      feed,
      topic,
      reset ? { reset: after } : { after },
      () => this.now(),
      (error) => this.failed(error),
    );
  }

  /** The rights of those who follow something of a coalition now. */
  watchers(coalitionId: string): Viewer[] {
    return [...this.connections].flatMap(({ streams }) => [...streams].flatMap(({ viewer }) => (viewer.coalitionId === coalitionId ? [viewer] : [])));
  }

  /** Starts a subscription of a connection: authorises it by its resolver and joins its group. Answers with errors when it may not. */
  async subscribe(request: SubscriptionRequest, context: HubContext, connection: Connection, sink: Sink): Promise<Stream | ExecutionResult> {
    const { schema, document, operation, variables } = request;
    const personal = personalFields(schema, document);
    if (personal.length > 0) {
      return { errors: [coded(ErrorCode.BAD_USER_INPUT, `A subscription is shared by all who may see the same; ask ${personal.join(", ")} in a query.`)] };
    }
    const { principal } = connection;
    const source = await createSourceEventStream({ schema, document, operationName: operation.name?.value, variableValues: variables, contextValue: context });
    if (!(Symbol.asyncIterator in source)) return source;
    if (!(source instanceof Source)) throw new Error("A subscription field must return a source.");
    const stream = source.join({ operation: new Operation(request), connection, sink });
    connection.streams.add(stream);
    if (connection.principal !== principal) applyRights(connection);
    return stream;
  }

  /** Looks at the time: other processes' changes, heartbeats, queues that stand too long, and once a minute all rights. */
  tick(): Promise<void> {
    this.ticked = this.ticked.then(() => this.look()).catch((error: unknown) => this.failed(error));
    return this.ticked;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.timer);
    for (const connection of this.connections) {
      connection.stop();
      connection.wire.close(closeCodes.deploy, "Service restart");
    }
    await this.ticked;
    await this.relay.settle();
  }

  private now(): number {
    return this.deps.clock.now().getTime();
  }

  private async look(): Promise<void> {
    const now = this.now();
    for (const connection of this.connections) {
      if (connection.isStuck(now)) {
        connection.stop();
        connection.wire.close(closeCodes.overloaded, "Nobody reads");
        continue;
      }
      for (const stream of connection.streams) stream.tick(now);
    }
    for (const each of this.companions) each.tick(now);
    await this.relay.tick(now);
    if (now - this.sweptAt < engineLimits.sweep) return;
    this.sweptAt = now;
    await this.rights.sweep();
  }
}
