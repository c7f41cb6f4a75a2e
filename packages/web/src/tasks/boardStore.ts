import { BoardDocument, type BoardFrameFragment, CancelledTasksDocument, type CancelledTasksQuery } from "@wijkbord/schema/operations";
import type { HubEvent } from "../activity/eventStore.ts";
import type { HubScope } from "../activity/scope.ts";
import { Highlights } from "./highlights.ts";
import { OrderStore } from "./orderStore.ts";
import { type BoardListener, type Card, feedOf, type TaskFeed } from "./taskFeed.ts";

export type Frame = BoardFrameFragment;
export type Column = Frame["columns"][number];

/** One open board: its frame, the order of its cards, and which of them just changed. */
export class BoardStore implements BoardListener {
  readonly order = new OrderStore();
  readonly highlights = new Highlights();
  readonly feed: TaskFeed;
  private current: Frame;
  private readonly listeners = new Set<() => void>();
  private readonly members = new Set<string>();
  private version = 0;

  private constructor(
    private readonly scope: HubScope,
    private readonly areaCode: string,
    frame: Frame,
  ) {
    this.feed = feedOf(scope);
    this.current = frame;
  }

  get boardId(): string {
    return this.current.id;
  }

  /** Reads a board and follows it; `close` ends that. */
  static async open(scope: HubScope, areaCode: string): Promise<BoardStore> {
    const { board, asOfSequence, tasks } = await read(scope, areaCode);
    const store = new BoardStore(scope, areaCode, board);
    store.fill(tasks);
    store.close = feedOf(scope).listen(store);
    scope.events.join(store.feed, asOfSequence);
    return store;
  }

  close: () => void = () => undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly frameNow = (): Frame => this.current;
  /** Grows with each change of a card: what filters and counts depend on. */
  readonly cardsVersion = (): number => this.version;

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }

  /** Cards that stand on this board. */
  all(): Card[] {
    return [...this.members].flatMap((id) => this.feed.cards.get(id) ?? []);
  }

  /** Cancelled tasks of this board, as far as they are known here. */
  cancelled(): Card[] {
    return [...this.feed.cards.values()].filter((card) => this.isCancelledHere(card));
  }

  private isCancelledHere({ state, archivedAt, placements }: Card): boolean {
    return state === "CANCELLED" && archivedAt === null && placements.some(({ boardId }) => boardId === this.boardId);
  }

  /** Reads the cancelled tasks, which stand in no column; afterwards the log keeps them up to date. */
  async readCancelled(): Promise<void> {
    for (let after: string | null = null, more = true; more;) {
      const { data }: { data?: CancelledTasksQuery } = await this.scope.client.query({
        query: CancelledTasksDocument,
        variables: { coalitionId: this.scope.coalitionId, boardId: this.boardId, after },
        fetchPolicy: "no-cache",
      });
      if (!data) return;
      this.feed.take(data.tasks.nodes);
      more = data.tasks.pageInfo.hasNextPage;
      after = data.tasks.pageInfo.endCursor;
    }
    this.tell();
  }

  private placeOf({ placements, archivedAt, state }: Card) {
    return archivedAt || state === "CANCELLED" ? null : (placements.find(({ boardId }) => boardId === this.boardId) ?? null);
  }

  private fill(tasks: readonly Card[]): void {
    this.feed.take(tasks);
    this.members.clear();
    const newest = tasks.map((task) => this.feed.cards.get(task.id) ?? task);
    const placed = newest.flatMap((task) => {
      const place = this.placeOf(task);
      return place ? [[task.id, place] as const] : [];
    });
    for (const [id] of placed) this.members.add(id);
    this.order.reset(placed);
    this.tell();
  }

  async reload(): Promise<number> {
    const { board, asOfSequence, tasks } = await read(this.scope, this.areaCode);
    this.current = board;
    this.fill(tasks);
    return asOfSequence;
  }

  cards(cards: readonly Card[], gone: readonly string[]): void {
    const placed = cards.map((card) => [card.id, this.placeOf(card)] as const);
    const relevant = placed.filter(([id, place]) => place !== null || this.members.has(id));
    const left = gone.filter((id) => this.members.has(id)).map((id) => [id, null] as const);
    const cancelled = cards.some((card) => this.isCancelledHere(card));
    if (relevant.length + left.length === 0) return cancelled ? this.tell() : undefined;
    for (const [id, place] of [...relevant, ...left]) {
      if (place) this.members.add(id);
      else this.members.delete(id);
    }
    this.order.update([...relevant, ...left]);
    this.tell();
  }

  frame(frame: Frame): void {
    if (frame.version < this.current.version) return;
    this.current = frame;
    this.tell();
  }

  events(events: readonly HubEvent[]): void {
    for (const event of events) {
      const foreign = event.actor.membershipId !== this.scope.membershipId;
      if (foreign && event.boardIds.includes(this.boardId)) this.highlights.note(event);
    }
  }
}

async function read(scope: HubScope, areaCode: string) {
  const { data } = await scope.client.query({ query: BoardDocument, variables: { coalitionId: scope.coalitionId, areaCode }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no board.");
  const { asOfSequence, tasks, ...board } = data.boardOfArea;
  return { board, asOfSequence, tasks };
}
