type Handler = (taskId: string) => boolean;

/** Wishes to put the focus on a card, which its column grants when it has drawn it. */
export class FocusRequests {
  private readonly handlers = new Set<Handler>();
  private wanted: string | null = null;

  /** A column that grants wishes; it may have to wait until the card comes. */
  handle(handler: Handler): () => void {
    this.handlers.add(handler);
    this.tryAgain();
    return () => this.handlers.delete(handler);
  }

  request(taskId: string): void {
    this.wanted = taskId;
    this.tryAgain();
  }

  /** Called when a list changed. */
  tryAgain(): void {
    const { wanted } = this;
    if (wanted === null) return;
    for (const handler of this.handlers) {
      if (handler(wanted)) {
        this.wanted = null;
        return;
      }
    }
  }
}
