interface Place {
  readonly columnId: string;
  /** Order key made by the hub. */
  readonly position: string;
}
interface Pending {
  readonly columnId: string;
  readonly afterTaskId: string | null;
}

const nobody: readonly string[] = [];
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Order of the tasks in each column: what the hub says, with own moves that it has not confirmed yet on top. */
export class OrderStore {
  private readonly places = new Map<string, Place>();
  private readonly pending = new Map<string, Pending>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly dirty = new Set<string>();
  private readonly holdListeners = new Set<() => void>();
  private holds = 0;
  private waiting = 0;

  /** Tasks of a column, in order. The same array until it changes. */
  readonly list = (columnId: string): readonly string[] => this.lists.get(columnId) ?? nobody;

  subscribe(columnId: string, listener: () => void): () => void {
    const known = this.listeners.get(columnId) ?? new Set();
    this.listeners.set(columnId, known);
    known.add(listener);
    return () => known.delete(listener);
  }

  columnOf(taskId: string): string | undefined {
    return this.pending.get(taskId)?.columnId ?? this.places.get(taskId)?.columnId;
  }

  /** Where the hub says that the task stands, own unconfirmed moves left out. */
  confirmedPlace(taskId: string): { columnId: string; afterTaskId: string | null } | undefined {
    const place = this.places.get(taskId);
    if (!place) return undefined;
    const list = this.sorted(place.columnId);
    return { columnId: place.columnId, afterTaskId: list[list.indexOf(taskId) - 1] ?? null };
  }

  /** Replaces everything by a fresh read. */
  reset(places: Iterable<readonly [string, Place]>): void {
    for (const { columnId } of this.places.values()) this.dirty.add(columnId);
    this.places.clear();
    for (const [id, place] of places) this.put(id, place);
    this.publish(true);
  }

  /** Places or takes away tasks; columns that stay equal are not told. */
  update(changes: Iterable<readonly [string, Place | null]>): void {
    for (const [id, place] of changes) this.put(id, place);
    this.publish();
  }

  private put(id: string, place: Place | null): void {
    const known = this.places.get(id);
    if (known && place && known.columnId === place.columnId && known.position === place.position) return;
    if (known) this.dirty.add(known.columnId);
    if (place) {
      this.places.set(id, place);
      this.dirty.add(place.columnId);
    } else this.places.delete(id);
  }

  /** Shows an own move at once. */
  move(taskId: string, to: Pending): void {
    this.touch(taskId);
    this.pending.set(taskId, to);
    this.dirty.add(to.columnId);
    this.publish(true);
  }

  /** The hub answered: its own order counts again. */
  settle(taskId: string): void {
    this.touch(taskId);
    this.pending.delete(taskId);
    this.touch(taskId);
    this.publish(true);
  }

  private touch(taskId: string): void {
    const columnId = this.columnOf(taskId);
    if (columnId) this.dirty.add(columnId);
  }

  /** Keeps all lists as they are while a card is in somebody's hand; returns the release. */
  hold(): () => void {
    this.holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.holds -= 1;
      this.publish();
    };
  }

  /** Columns with changes that wait for the hand to let go. */
  readonly waitingChanges = (): number => this.waiting;
  readonly subscribeWaiting = (listener: () => void): (() => void) => {
    this.holdListeners.add(listener);
    return () => this.holdListeners.delete(listener);
  };

  private setWaiting(count: number): void {
    if (this.waiting === count) return;
    this.waiting = count;
    for (const listener of this.holdListeners) listener();
  }

  private sorted(columnId: string): string[] {
    const inside = [...this.places].filter(([, place]) => place.columnId === columnId);
    return inside.toSorted(([a, left], [b, right]) => before(left.position, right.position) || before(a, b)).map(([id]) => id);
  }

  private publish(own = false): void {
    if (this.holds > 0 && !own) return this.setWaiting(this.dirty.size);
    this.setWaiting(0);
    const changed = [...this.dirty].filter((columnId) => this.rebuild(columnId));
    this.dirty.clear();
    for (const columnId of changed) for (const listener of this.listeners.get(columnId) ?? []) listener();
  }

  private rebuild(columnId: string): boolean {
    const next = this.sorted(columnId).filter((id) => !this.pending.has(id));
    for (const [id, to] of this.pending) {
      if (to.columnId !== columnId || !this.places.has(id)) continue;
      next.splice(to.afterTaskId === null ? 0 : next.indexOf(to.afterTaskId) + 1 || next.length, 0, id);
    }
    const known = this.list(columnId);
    if (known.length === next.length && known.every((id, index) => id === next[index])) return false;
    this.lists.set(columnId, next);
    return true;
  }
}
