import type { HubEvent } from "../activity/eventStore.ts";
import { Marks } from "./marks.ts";

export interface Highlight {
  readonly kind: "moved" | "created" | "changed";
  readonly name: string;
  readonly organisationId: string | null;
  /** Made by a partner of the demo that moves by itself. */
  readonly byDemo: boolean;
}

const shownFor = 6_000;
const kinds: Readonly<Record<string, Highlight["kind"]>> = {
  TASK_MOVED: "moved",
  TASK_BLOCKED: "moved",
  TASK_UNBLOCKED: "moved",
  TASK_CREATED: "created",
  TASK_UPDATED: "changed",
  ASSIGNMENT_ACCEPTED: "changed",
  ASSIGNMENT_PROPOSED: "changed",
  ASSIGNMENT_DECLINED: "changed",
  ASSIGNMENT_RELEASED: "changed",
};

/** Cards that somebody else just changed, for six seconds. */
export class Highlights extends Marks<Highlight> {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  note({ type, taskId, actor, byDemo }: HubEvent): void {
    const kind = kinds[type];
    if (!kind || !taskId || !actor.displayName) return;
    const name = actor.displayName.split(" ")[0] ?? actor.displayName;
    this.set(taskId, { kind, name, organisationId: actor.organisation?.id ?? null, byDemo });
    clearTimeout(this.timers.get(taskId));
    this.timers.set(
      taskId,
      setTimeout(() => this.set(taskId, null), shownFor),
    );
  }
}
