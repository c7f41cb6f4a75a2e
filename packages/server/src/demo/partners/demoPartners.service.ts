import type { Viewer } from "@wijkbord/schema";
import type { ChangeDeps } from "../../activity/change.ts";
import { notFound } from "../../activity/refusal.ts";
import { CoalitionTable } from "../../coalitions/coalition.tables.ts";
import type { Companion } from "../../realtime/hubEngine.ts";
import { TaskService } from "../../tasks/task.service.ts";
import { createRandom, type Random } from "../random.ts";
import { actOnce } from "./acts.ts";
import { readScene } from "./scene.ts";

const second = 1_000;
/** How partners of the demo move, in milliseconds. */
export const demoPartnersPace = { shortest: 20 * second, longest: 40 * second, lasts: 30 * 60 * second, nobody: 60 * second } as const;

interface DemoPartnersDeps extends ChangeDeps {
  /** The rights of those who follow a coalition now. */
  readonly watchers: (coalitionId: string) => readonly Viewer[];
  /** Boards and tasks that somebody has open. */
  readonly open: () => ReadonlySet<string>;
  readonly failed: (error: unknown) => void;
}

interface Moving {
  readonly until: number;
  nextAt: number;
  seenAt: number;
  busy: boolean;
}

/**
 * Fictional partners that act by themselves in a demo coalition, every 20–40 seconds and only while somebody looks. They stop
 * after half an hour, or when nobody looked for a minute. Each act is a change through the same services, marked `byDemo`.
 */
export class DemoPartnersService implements Companion, AsyncDisposable {
  private readonly moving = new Map<string, Moving>();
  private readonly tasks: TaskService;
  private readonly random: Random;
  private acting: Promise<void> = Promise.resolve();

  constructor(private readonly deps: DemoPartnersDeps) {
    this.tasks = new TaskService({ ...deps, byDemo: true });
    this.random = createRandom(this.now());
  }

  /** Until when the partners of a coalition move; null while they stand still, or for a coalition that is no demo. */
  until(coalitionId: string): Date | null {
    const moving = this.moving.get(coalitionId);
    return moving ? new Date(moving.until) : null;
  }

  /** Lets the partners move from now on, or stand still. */
  async set(coalitionId: string, on: boolean): Promise<void> {
    if (!(await this.deps.database.read().count(CoalitionTable, { id: coalitionId, isDemo: true }))) throw notFound("coalitionId");
    this.moving.delete(coalitionId);
    const now = this.now();
    if (on) this.moving.set(coalitionId, { until: now + demoPartnersPace.lasts, nextAt: now + demoPartnersPace.shortest / 4, seenAt: now, busy: false });
  }

  tick(now: number): void {
    for (const [coalitionId, moving] of this.moving) {
      const watchers = this.deps.watchers(coalitionId);
      if (watchers.length > 0) moving.seenAt = now;
      if (now >= moving.until || now - moving.seenAt >= demoPartnersPace.nobody) this.moving.delete(coalitionId);
      else if (watchers.length > 0 && now >= moving.nextAt && !moving.busy) this.start(coalitionId, moving, watchers);
    }
  }

  forgetWindow(): void {}

  forgetMembers(): void {}

  /** Waits for the act that is being done. */
  async settle(): Promise<void> {
    await this.acting;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.moving.clear();
    await this.acting;
  }

  private now(): number {
    return this.deps.clock.now().getTime();
  }

  private start(coalitionId: string, moving: Moving, watchers: readonly Viewer[]): void {
    moving.busy = true;
    this.acting = Promise.all([this.acting, this.act(coalitionId, watchers)])
      .catch((error: unknown) => this.deps.failed(error))
      .then(() => {
        const { shortest, longest } = demoPartnersPace;
        moving.nextAt = this.now() + shortest + this.random.below(longest - shortest + 1);
        moving.busy = false;
      });
  }

  private async act(coalitionId: string, watchers: readonly Viewer[]): Promise<void> {
    const { database, clock, open } = this.deps;
    const em = database.read();
    const scene = await readScene(em, coalitionId, clock.now(), watchers, open());
    if (scene) await actOnce({ em, tasks: this.tasks, random: this.random, scene });
    else this.moving.delete(coalitionId);
  }
}
