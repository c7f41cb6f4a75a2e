import type { Viewer } from "@wijkbord/schema";
import { EventBatch } from "@wijkbord/schema/types";
import type { Database } from "../database/database.ts";
import { concerns } from "./concerns.ts";
import { hubEvents } from "./events.ts";
import { belongs, Log, type Topic } from "./log.ts";
import { Signal } from "./signal.ts";

const heartbeat = 25_000;
const poll = 1_000;
const replayLimit = 5_000;

const batch = (fromSequence: number, toSequence: number, headSequence: number, reset: boolean, events: EventBatch["events"]): EventBatch =>
  Object.assign(new EventBatch(), { fromSequence, toSequence, headSequence, reset, events });

/** Permission class: everything that a shared read may depend on. */
export const permissionClass = (viewer: Viewer): string =>
  [viewer.coalitionId, viewer.accessRole, viewer.organisationId, ...viewer.capabilities.toSorted()].join("/");

/**
 * Follows the log for subscribers. Each one pulls its next batch when its socket took the former,
 * so a slow reader holds no memory: it falls behind in the log and is told to fetch again.
 * Batches of subscribers with equal rights are made once.
 */
export class HubEngine {
  readonly log: Log;
  private readonly signal = new Signal();
  private readonly made = new Map<string, Promise<EventBatch["events"]>>();
  private readonly revoked = new Signal();

  constructor(private readonly database: Database) {
    this.log = new Log(database);
  }

  /** Tells followers of a coalition that its log grew. */
  wake(coalitionId: string): void {
    this.signal.wake(coalitionId);
  }

  /** Ends the streams of these sessions at once. */
  revoke(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.revoked.wake(id);
  }

  /** Resolves when the session ends. */
  ended(sessionId: string, signal: AbortSignal): Promise<void> {
    return this.revoked.wait(sessionId, 2_000_000_000, signal).promise;
  }

  private eventsFor(topic: Topic, viewer: Viewer, after: number, until: number): Promise<EventBatch["events"]> {
    const key = `${permissionClass(viewer)}:${topic.boardId}:${topic.concernsOrganisationId}:${after}:${until}`;
    const running = this.made.get(key);
    if (running) return running;
    const events = this.log
      .page(topic.coalitionId, after, until)
      .then((page) => hubEvents(this.database, viewer, page.filter((event) => belongs(event, topic, viewer.organisationId))))
      .then((all) => all.filter((event) => !topic.concernsOrganisationId || concerns(event, topic.concernsOrganisationId)));
    this.made.set(key, events);
    const forget = () => setTimeout(() => this.made.delete(key), 1_000).unref();
    void events.then(forget, () => this.made.delete(key));
    return events;
  }

  /** Batches of a topic after a number; absent means from now on. */
  async *follow(topic: Topic, viewer: Viewer, after: number | undefined, signal: AbortSignal): AsyncGenerator<EventBatch> {
    let head = await this.log.head(topic.coalitionId);
    let last = after ?? head;
    let quietSince = Date.now();
    if (last > head) {
      yield batch(head + 1, head, head, true, []);
      last = head;
    }
    while (!signal.aborted) {
      const next = this.signal.wait(topic.coalitionId, poll, signal);
      head = await this.log.head(topic.coalitionId);
      if (head - last > replayLimit) {
        yield batch(last + 1, head, head, true, []);
        last = head;
      }
      while (head > last && !signal.aborted) {
        const until = Math.min(head, last + 500);
        const events = await this.eventsFor(topic, viewer, last, until);
        yield batch(last + 1, until, head, false, events);
        last = until;
        quietSince = Date.now();
      }
      if (Date.now() - quietSince >= heartbeat) {
        yield batch(last + 1, last, head, false, []);
        quietSince = Date.now();
      }
      await next.promise;
    }
  }
}
