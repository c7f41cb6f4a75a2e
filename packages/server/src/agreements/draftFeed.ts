import { isWritable, type Viewer } from "@wijkbord/schema";
import type { Database } from "../database/database.ts";
import type { Companion } from "../realtime/hubEngine.ts";
import type { Stream } from "../realtime/connection.ts";
import { Source, type Subscriber } from "../realtime/source.ts";
import { AgreementVersionTable } from "./agreement.tables.ts";
import { DraftCursors } from "./draftCursors.ts";
import { DraftTable, DraftUpdateTable } from "./draftLog.tables.ts";
import { DraftMember } from "./draftMember.ts";

/** Updates after a position; null when the version is no longer written. */
export interface DraftPage {
  readonly documentId: string | null;
  readonly toPosition: number;
  readonly updates: string[];
}

interface FeedDeps {
  readonly database: Database;
  readonly failed: (error: unknown) => void;
}

/** Followers of drafts that are written together. Each reads the log at its own pace, so nothing waits in memory for it. */
export class DraftFeed implements Companion {
  readonly cursors = new DraftCursors((versionId) => this.wake(versionId));
  private readonly followers = new Map<string, Set<DraftMember>>();
  private readonly positions = new Map<string, number>();

  constructor(private readonly deps: FeedDeps) {}

  /** Says that a draft changed; call it after commit. */
  wake(versionId: string): void {
    for (const member of this.followers.get(versionId) ?? []) member.pull();
  }

  async read(versionId: string, after: number): Promise<DraftPage | null> {
    const em = this.deps.database.read();
    const version = await em.findOne(AgreementVersionTable, { id: versionId });
    if (!version || !isWritable(version.state)) return null;
    const rows = await em.find(DraftUpdateTable, { versionId, position: { $gt: after } }, { orderBy: { position: "asc" } });
    return { documentId: rows.at(-1)?.documentId ?? null, toPosition: rows.at(-1)?.position ?? after, updates: rows.map(({ body }) => body) };
  }

  /** What somebody follows after a position. */
  source(viewer: Viewer, versionId: string, after: number): Source {
    return new DraftSource(viewer, (subscriber) => this.join(subscriber, viewer, versionId, after));
  }

  tick(now: number): void {
    this.cursors.tick(now);
    if (this.followers.size > 0) this.look().catch(this.deps.failed);
  }

  forgetWindow(connectionId: string): void {
    this.cursors.forget(({ window }) => window === connectionId);
  }

  forgetMembers(membershipIds: readonly string[]): void {
    this.cursors.forget(({ cursor }) => membershipIds.includes(cursor.membershipId));
  }

  private join(subscriber: Subscriber, viewer: Viewer, versionId: string, after: number): Stream {
    const members = this.followers.get(versionId) ?? new Set();
    this.followers.set(versionId, members);
    const left = (member: DraftMember) => {
      members.delete(member);
      if (members.size === 0) this.followers.delete(versionId);
    };
    const member = new DraftMember({ feed: this, subscriber, versionId, left, failed: this.deps.failed }, viewer, after);
    members.add(member);
    member.pull();
    return member;
  }

  /** Finds what other processes wrote, and versions that are no longer written. */
  private async look(): Promise<void> {
    const ids = [...this.followers.keys()];
    const em = this.deps.database.read();
    const drafts = await em.find(DraftTable, { versionId: { $in: ids } });
    const frozen = (await em.find(AgreementVersionTable, { id: { $in: ids } }, { fields: ["state"] })).filter(({ state }) => !isWritable(state));
    for (const { versionId, position } of drafts) {
      if (this.positions.get(versionId) !== position) this.wake(versionId);
      this.positions.set(versionId, position);
    }
    for (const { id } of frozen) this.wake(id);
    for (const id of this.positions.keys()) if (!this.followers.has(id)) this.positions.delete(id);
  }
}

class DraftSource extends Source {
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
