import { AccessRole, type Viewer } from "@wijkbord/schema";
import { DraftBatch } from "@wijkbord/schema/types";
import type { Stream } from "../realtime/connection.ts";
import type { Subscriber } from "../realtime/source.ts";
import type { DraftFeed } from "./draftFeed.ts";

interface MemberDeps {
  readonly feed: DraftFeed;
  readonly subscriber: Subscriber;
  readonly versionId: string;
  readonly left: (member: DraftMember) => void;
  readonly failed: (error: unknown) => void;
}

/** One follower of a draft. It reads on from its position whenever the network has room. */
export class DraftMember implements Stream {
  private execute: (rootValue: object) => Promise<string>;
  private isGone = false;
  private isGreeted = false;
  private revision = -1;
  private asked = false;
  private busy = false;

  constructor(
    private readonly deps: MemberDeps,
    public viewer: Viewer,
    private position: number,
  ) {
    this.execute = deps.subscriber.operation.executor(viewer);
  }

  /** Reads on, after what is being read now. */
  pull(): void {
    this.asked = true;
    if (this.busy || this.isGone) return;
    this.busy = true;
    this.run()
      .catch((error: unknown) => {
        this.deps.failed(error);
        this.complete();
      })
      .finally(() => {
        this.busy = false;
      });
  }

  drained(): void {
    this.pull();
  }

  tick(): void {
    if (this.asked) this.pull();
  }

  /** Observers read no drafts; for all others other rights change nothing here. */
  move(viewer: Viewer): void {
    if (viewer.accessRole === AccessRole.OBSERVER) return this.complete();
    this.viewer = viewer;
    this.execute = this.deps.subscriber.operation.executor(viewer);
  }

  complete(): void {
    if (this.isGone) return;
    this.stop();
    this.deps.subscriber.sink.complete();
  }

  stop(): void {
    this.isGone = true;
    this.deps.left(this);
    this.deps.subscriber.connection.streams.delete(this);
  }

  private async run(): Promise<void> {
    const { connection } = this.deps.subscriber;
    while (this.asked && !this.isGone && connection.hasRoom) {
      this.asked = false;
      await this.deliver();
    }
  }

  private async deliver(): Promise<void> {
    const { feed, versionId, subscriber } = this.deps;
    const page = await feed.read(versionId, this.position);
    if (!page) return this.complete();
    const { revision, list } = feed.cursors.of(versionId);
    const cursors = revision === this.revision ? null : list;
    if (this.isGreeted && page.updates.length === 0 && cursors === null) return;
    const body = await this.execute(Object.assign(new DraftBatch(), page, { cursors }));
    if (this.isGone) return;
    subscriber.sink.send(body);
    this.isGreeted = true;
    this.revision = revision;
    this.position = page.toPosition;
  }
}
