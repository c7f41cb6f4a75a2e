import { EventBatch, type HubEvent } from "@wijkbord/schema/types";

/** A part of the log for one permission class: it covers its numbers, hidden events are left out (T3). */
export const batchOf = (fromSequence: number, toSequence: number, headSequence: number, events: HubEvent[] = []): EventBatch =>
  Object.assign(new EventBatch(), { fromSequence, toSequence, headSequence, reset: false, events });

/** Tells a follower to fetch again and go on from there. */
export const resetOf = (after: number, headSequence: number): EventBatch =>
  Object.assign(new EventBatch(), { fromSequence: Math.min(after, headSequence) + 1, toSequence: headSequence, headSequence, reset: true, events: [] });

/** A batch that was executed and serialised for a group, ready to send to each of its members. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly events: number;
  readonly body: string;
}
