import { EventType, type Viewer } from "@wijkbord/schema";
import { EventTable } from "../activity/event.table.ts";
import type { Stream } from "./connection.ts";
import { engineLimits } from "./limits.ts";
import type { Topic } from "./log.ts";
import { LogMember, type Start } from "./member.ts";
import type { Feed } from "./relay.ts";
import { Source, type Subscriber } from "./source.ts";

/** Part of a log, from a number on. */
export class LogSource extends Source {
  constructor(
    viewer: Viewer,
    private readonly feed: Feed,
    private readonly topic: Topic,
    private readonly start: Start,
    private readonly now: () => number,
    private readonly failed: (error: unknown) => void,
  ) {
    super(viewer);
  }

  join(subscriber: Subscriber): Stream {
    const group = this.feed.groupFor(this.topic, subscriber.operation, this.viewer);
    return new LogMember(subscriber, group, this.now, this.failed, this.start);
  }
}

/** Whether somebody who has the log up to `after` must fetch again before following. */
export async function mustReset(feed: Feed, viewer: Viewer, after: number): Promise<boolean> {
  if (after > feed.last) await feed.pump();
  if (after > feed.last || feed.last - after > engineLimits.replay) return true;
  if (after === feed.last) return false;
  const oldest = await feed.log.oldest(feed.coalitionId);
  if (oldest !== null && after + 1 < oldest) return true;
  const ownRights = { coalitionId: feed.coalitionId, sequence: { $gt: after }, type: EventType.MEMBERSHIP_CHANGED, targetId: viewer.membershipId };
  return (await feed.database.read().count(EventTable, ownRights)) > 0;
}
