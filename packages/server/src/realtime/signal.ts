/** Wakes those who wait for a coalition; a wake-up without waiters is remembered by nobody, the log is. */
export class Signal {
  private readonly waiting = new Map<string, Set<() => void>>();

  /** Resolves at the next wake-up of the key, after `milliseconds`, or when aborted. */
  wait(key: string, milliseconds: number, signal: AbortSignal): { promise: Promise<void>; cancel: () => void } {
    const waiters = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, waiters);
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    waiters.add(resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
    const cancel = () => {
      clearTimeout(timer);
      waiters.delete(resolve);
      if (waiters.size === 0 && this.waiting.get(key) === waiters) this.waiting.delete(key);
      resolve();
    };
    void promise.then(cancel);
    return { promise, cancel };
  }

  wake(key: string): void {
    for (const resolve of this.waiting.get(key) ?? []) resolve();
  }
}
