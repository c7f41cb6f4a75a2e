type Handler = (taskId: string) => boolean;

const followFor = 1_000;

/** Wishes to put the focus on a card, which its column grants when it has drawn it. */
export class FocusRequests {
  private readonly handlers = new Set<Handler>();
  private wanted: string | null = null;
  /** The wish is of nobody: it may not take the focus from where it went meanwhile. */
  private follows = false;

  /** A column that grants wishes; it may have to wait until the card comes. */
  handle(handler: Handler): () => void {
    this.handlers.add(handler);
    this.tryAgain();
    return () => this.handlers.delete(handler);
  }

  /** A card that had the focus went to another place; the focus goes along when it comes there at once. */
  follow(taskId: string): void {
    this.wanted = taskId;
    this.follows = true;
    setTimeout(() => {
      if (this.follows && this.wanted === taskId) this.wanted = null;
    }, followFor);
  }

  request(taskId: string): void {
    this.wanted = taskId;
    this.follows = false;
    this.tryAgain();
  }

  /** Called when a list changed. */
  tryAgain(): void {
    const { wanted } = this;
    if (wanted === null) return;
    if (this.follows && document.activeElement !== document.body) {
      this.wanted = null;
      return;
    }
    for (const handler of this.handlers) {
      if (handler(wanted)) {
        this.wanted = null;
        return;
      }
    }
  }
}
