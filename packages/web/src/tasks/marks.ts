/** A small mark per card, read by that card alone. */
export class Marks<Mark> {
  private readonly marks = new Map<string, Mark>();
  private readonly listeners = new Map<string, Set<() => void>>();

  readonly of = (taskId: string): Mark | null => this.marks.get(taskId) ?? null;

  subscribe(taskId: string, listener: () => void): () => void {
    const known = this.listeners.get(taskId) ?? new Set();
    this.listeners.set(taskId, known);
    known.add(listener);
    return () => known.delete(listener);
  }

  set(taskId: string, mark: Mark | null): void {
    if (mark === null) this.marks.delete(taskId);
    else this.marks.set(taskId, mark);
    for (const listener of this.listeners.get(taskId) ?? []) listener();
  }
}
