import { DivisionDocument } from "@wijkbord/schema/operations";
import type { HubScope } from "../activity/scope.ts";
import { type BoardListener, type Card, feedOf, type TaskFeed } from "../tasks/taskFeed.ts";
import { type LetterChange, LetterChanges } from "./letterChanges.ts";

const numberOf = ({ number }: Card) => Number(number.split("-").at(-1));

/** The tasks of one board, kept as the log brings them. */
class Sheet implements BoardListener {
  private readonly known = new Map<string, Card>();

  constructor(
    readonly boardId: string,
    private readonly scope: HubScope,
    private readonly tell: () => void,
  ) {}

  cards(cards: readonly Card[], gone: readonly string[]): void {
    let changed = false;
    for (const card of cards) {
      const here = card.archivedAt === null && card.state !== "CANCELLED" && card.placements.some(({ boardId }) => boardId === this.boardId);
      if (here) this.known.set(card.id, card);
      changed = here || this.known.delete(card.id) || changed;
    }
    for (const id of gone) changed = this.known.delete(id) || changed;
    if (changed) this.tell();
  }

  frame(): void {}
  events(): void {}

  async reload(): Promise<number> {
    const { data } = await this.scope.client.query({ query: DivisionDocument, variables: { boardId: this.boardId }, fetchPolicy: "no-cache" });
    if (!data) throw new Error("The hub gave no division.");
    const { rows, asOfSequence } = data.taskMatrix;
    const newest = feedOf(this.scope).cards;
    this.known.clear();
    for (const { task } of rows) {
      const other = newest.get(task.id);
      this.known.set(task.id, other && other.version > task.version ? other : task);
    }
    this.tell();
    return asOfSequence;
  }

  all(): Card[] {
    return [...this.known.values()];
  }
}

/** Tasks of one or more boards, live. */
export class DivisionStore {
  private readonly sheets: readonly Sheet[];
  private readonly feed: TaskFeed;
  private readonly listeners = new Set<() => void>();
  private sorted: readonly Card[] | null = null;
  private stops: (() => void)[] = [];
  private readonly letters = new LetterChanges();

  constructor(
    private readonly scope: HubScope,
    boardIds: readonly string[],
  ) {
    this.feed = feedOf(scope);
    this.sheets = boardIds.map((boardId) => new Sheet(boardId, scope, () => this.tell()));
  }

  /** Reads the boards and follows them; `close` ends that. */
  async open(): Promise<void> {
    const reads = await Promise.all(this.sheets.map((sheet) => sheet.reload()));
    this.letters.take(this.scope.events.heard);
    this.letters.learn(this.cards());
    const stopWatching = this.feed.watch((events) => this.letters.take(events) && this.announce());
    this.stops = [stopWatching, ...this.sheets.map((sheet) => this.feed.listen(sheet))];
    this.scope.events.join(this.feed, Math.min(...reads));
  }

  close(): void {
    for (const stop of this.stops) stop();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** All tasks by number; the same list until one changes. */
  readonly cards = (): readonly Card[] => {
    this.sorted ??= [...new Map(this.sheets.flatMap((sheet) => sheet.all()).map((card) => [card.id, card])).values()].toSorted(
      (one, other) => numberOf(one) - numberOf(other),
    );
    return this.sorted;
  };

  /** The last changes of letters, newest first. */
  readonly letterChanges = (): readonly LetterChange[] => this.letters.all();

  private tell(): void {
    this.sorted = null;
    this.announce();
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
