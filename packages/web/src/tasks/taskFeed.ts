import type { ApolloClient } from "@apollo/client";
import { CardFragmentDoc, type BoardFrameFragment, type CardFragment } from "@wijkbord/schema/operations";
import type { Follower, HubEvent } from "../activity/eventStore.ts";
import { forgetAnswers } from "../apollo/keptAnswers.ts";
import type { HubScope } from "../activity/scope.ts";

export type Card = CardFragment;

/** What a board is told after cards were written. */
export interface BoardListener {
  readonly boardId: string;
  cards(cards: readonly Card[], gone: readonly string[]): void;
  frame(frame: BoardFrameFragment): void;
  events(events: readonly HubEvent[]): void;
  reload(): Promise<number>;
}

const boardReplaced = new Set(["BOARD_IMPORTED", "BOARD_RESTORED", "COLUMN_CHANGED", "COLUMN_REMOVED"]);
/** What changes many cards at once: the board is read again. */
const replaces = ({ type, taskId }: HubEvent) => boardReplaced.has(type) || (type === "LABEL_CHANGED" && taskId === null);

/** Calls back at the next frame, or soon when the page is not shown. */
function atNextFrame(run: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(run);
  else setTimeout(run, 250);
}

/** Writes what the log brings into the cache, once per frame, and tells the boards. */
export class TaskFeed implements Follower {
  /** The newest known card of each task; the order of boards and their filters read it. */
  readonly cards = new Map<string, Card>();
  private readonly boards = new Set<BoardListener>();
  private readonly watchers = new Set<(events: readonly HubEvent[]) => void>();
  private queue: HubEvent[] = [];
  private readonly resets = new Set<() => void>();
  /** The first event of each own change, by the id that this client gave it; what follows from it comes later. */
  private readonly own = new Map<string, string>();

  constructor(private readonly client: ApolloClient) {}

  listen(board: BoardListener): () => void {
    this.boards.add(board);
    return () => this.boards.delete(board);
  }

  /** Calls back with the events of each frame, after the cache has them. */
  watch(listener: (events: readonly HubEvent[]) => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** Calls back when everything was fetched again, because events were missed. */
  onReset(listener: () => void): () => void {
    this.resets.add(listener);
    return () => this.resets.delete(listener);
  }

  /** The event that a change of this client became; null when it does not come within three seconds. */
  async eventOf(clientMutationId: string): Promise<string | null> {
    const known = this.own.get(clientMutationId);
    if (known) return known;
    return new Promise((resolve) => {
      const done = (id: string | null) => {
        clearTimeout(timer);
        stop();
        resolve(id);
      };
      const timer = setTimeout(() => done(null), 3_000);
      const stop = this.watch(() => {
        const id = this.own.get(clientMutationId);
        if (id) done(id);
      });
    });
  }

  apply(events: readonly HubEvent[]): void {
    if (this.queue.length === 0) atNextFrame(() => this.flush());
    this.queue.push(...events);
  }

  async resync(): Promise<number | null> {
    this.queue = [];
    const reads = await Promise.all([...this.boards].map((board) => board.reload()));
    for (const listener of this.resets) listener();
    return reads.length > 0 ? Math.min(...reads) : null;
  }

  /** Takes cards from a read or an answer; older ones than known are dropped. */
  take(cards: readonly Card[], gone: readonly string[] = []): void {
    const fresh = cards.filter(({ id, version }) => version >= (this.cards.get(id)?.version ?? 0));
    for (const card of fresh) this.cards.set(card.id, card);
    for (const id of gone) this.cards.delete(id);
    const { cache } = this.client;
    cache.batch({
      update: () => {
        for (const data of fresh) cache.writeFragment({ fragment: CardFragmentDoc, fragmentName: "Card", data });
        for (const id of gone) cache.evict({ id: cache.identify({ __typename: "Task", id }) });
      },
    });
    for (const board of this.boards) board.cards(fresh, gone);
  }

  private flush(): void {
    const events = this.queue;
    this.queue = [];
    if (events.length === 0) return;
    const cards = new Map<string, Card>();
    const gone = new Set<string>();
    const frames = new Map<string, BoardFrameFragment>();
    for (const { subject, taskId, id, clientMutationId } of events) {
      if (clientMutationId && !this.own.has(clientMutationId)) this.own.set(clientMutationId, id);
      if (subject?.__typename === "Task") cards.set(subject.id, subject);
      else if (subject?.__typename === "Board") frames.set(subject.id, subject);
      if (taskId && !subject) gone.add(taskId);
      else if (taskId) gone.delete(taskId);
    }
    // Text that was taken back must not stay on the device in what was kept earlier.
    if (events.some(({ type }) => type === "TEXT_REDACTED")) void forgetAnswers().catch(() => undefined);
    this.take(
      [...cards.values()].filter(({ id }) => !gone.has(id)),
      [...gone],
    );
    for (const board of this.boards) {
      const frame = frames.get(board.boardId);
      if (frame) board.frame(frame);
      board.events(events);
      if (events.some((event) => replaces(event) && event.boardIds.includes(board.boardId))) void board.reload();
    }
    for (const watcher of this.watchers) watcher(events);
  }
}

const feeds = new WeakMap<HubScope, TaskFeed>();

/** The feed of a scope; made once. */
export function feedOf(scope: HubScope): TaskFeed {
  const known = feeds.get(scope) ?? new TaskFeed(scope.client);
  feeds.set(scope, known);
  return known;
}
