import type { Viewer } from "@wijkbord/schema";
import type { Database } from "../database/database.ts";
import type { Stream } from "../realtime/connection.ts";
import type { Companion } from "../realtime/hubEngine.ts";
import { Source, type Subscriber } from "../realtime/source.ts";
import { BadgeMember } from "./badgeMember.ts";
import { waitingFor } from "./inbox.ts";

interface FeedDeps {
  readonly database: Database;
  readonly failed: (error: unknown) => void;
}

/**
 * Tells each device of a member how many notifications wait. It looks at the table each second, so that what other
 * processes and other devices did shows too; a lost look costs a second.
 */
export class BadgeFeed implements Companion {
  private readonly members = new Set<BadgeMember>();
  private looking = false;

  constructor(private readonly deps: FeedDeps) {}

  /** What one member follows. */
  source(viewer: Viewer): Source {
    return new BadgeSource(viewer, (subscriber) => this.join(subscriber, viewer));
  }

  tick(): void {
    if (this.looking || this.members.size === 0) return;
    this.looking = true;
    this.look()
      .catch(this.deps.failed)
      .finally(() => {
        this.looking = false;
      });
  }

  forgetWindow(): void {}
  forgetMembers(): void {}

  private join(subscriber: Subscriber, viewer: Viewer): Stream {
    const member = new BadgeMember(subscriber, viewer, () => this.members.delete(member));
    this.members.add(member);
    this.tell(member).catch(this.deps.failed);
    return member;
  }

  private async tell(member: BadgeMember): Promise<void> {
    await member.offer(await waitingFor(this.deps.database.read(), member.viewer));
  }

  private async look(): Promise<void> {
    const ids = [...new Set([...this.members].map(({ viewer }) => viewer.membershipId))];
    const rows = await this.deps.database
      .read()
      .execute<{ membership_id: string; waiting: number | string }[]>(
        `select membership_id, count(*) as waiting from notification where read_at is null and membership_id in (${ids.map(() => "?").join(", ")}) group by membership_id`,
        ids,
      );
    const counts = new Map(rows.map((row) => [row.membership_id, Number(row.waiting)]));
    for (const member of this.members)
      if (member.stored !== (counts.get(member.viewer.membershipId) ?? 0)) {
        member.stored = counts.get(member.viewer.membershipId) ?? 0;
        await this.tell(member);
      }
  }
}

class BadgeSource extends Source {
  constructor(
    viewer: Viewer,
    private readonly start: (subscriber: Subscriber) => Stream,
  ) {
    super(viewer);
  }

  join(subscriber: Subscriber): Stream {
    return this.start(subscriber);
  }
}
