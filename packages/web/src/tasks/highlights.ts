import type { HubEvent } from "../activity/eventStore.ts";

export interface Highlight {
  readonly kind: "moved" | "created" | "changed";
  readonly name: string;
  readonly organisationId: string | null;
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
export class Highlights {
  private readonly shown = new Map<string, Highlight>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Map<string, Set<() => void>>();

  readonly of = (taskId: string): Highlight | null => this.shown.get(taskId) ?? null;

  subscribe(taskId: string, listener: () => void): () => void {
    const known = this.listeners.get(taskId) ?? new Set();
    this.listeners.set(taskId, known);
    known.add(listener);
    return () => known.delete(listener);
  }

  note({ type, taskId, actor }: HubEvent): void {
    const kind = kinds[type];
    if (!kind || !taskId || !actor.displayName) return;
    const name = actor.displayName.split(" ")[0] ?? actor.displayName;
    this.set(taskId, { kind, name, organisationId: actor.organisation?.id ?? null });
    clearTimeout(this.timers.get(taskId));
    this.timers.set(
      taskId,
      setTimeout(() => this.set(taskId, null), shownFor),
    );
  }

  private set(taskId: string, highlight: Highlight | null): void {
    if (highlight) this.shown.set(taskId, highlight);
    else this.shown.delete(taskId);
    for (const listener of this.listeners.get(taskId) ?? []) listener();
  }
}
