import { WebSocket } from "ws";
import type { Client } from "./client.ts";

export interface FollowedCard {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly archivedAt: string | null;
  readonly checklistTotal: number;
  readonly checklistDone: number;
  readonly commentCount: number;
  readonly placements: readonly { boardId: string; columnId: string; position: string }[];
  readonly assignments: readonly { id: string; organisationId: string; letter: string; state: string; version: number }[];
}
interface FollowedBatch {
  readonly fromSequence: number;
  readonly toSequence: number;
  readonly headSequence: number;
  readonly reset: boolean;
  readonly events: readonly { sequence: number; taskId: string | null; subject: (FollowedCard & { __typename: "Task" }) | { __typename: "Board" } | null }[];
}
interface Message {
  readonly type: string;
  readonly payload?: { data?: { boardEvents: FollowedBatch }; errors?: unknown };
}

const card = `id title state version archivedAt checklistTotal checklistDone commentCount
  placements { boardId columnId position } assignments { id organisationId letter state version }`;
const snapshot = `query Snapshot($id: ID!) { board(id: $id) { asOfSequence tasks { ${card} } } }`;
const subscription = `subscription Follow($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) {
  fromSequence toSequence headSequence reset events { sequence taskId subject { __typename ... on Task { ${card} } } } } }`;

/** A small client of its own: one board, kept equal by the batch rule, through any break. */
export class Follower implements AsyncDisposable {
  readonly cards = new Map<string, FollowedCard>();
  /** What went against the rule of batches; stays empty. */
  readonly faults: string[] = [];
  last = 0;
  breaks = 0;
  private stopped = false;
  private socket: WebSocket | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly client: Client,
    private readonly socketUrl: string,
    private readonly token: string,
    readonly boardId: string,
  ) {}

  /** Reads a board and follows it, over the given address. */
  static async of(client: Client, url: string, token: string, boardId: string): Promise<Follower> {
    const follower = new Follower(client, `${url.replace("http", "ws")}/graphql`, token, boardId);
    await follower.fetchAll();
    follower.listen();
    return follower;
  }

  /** Resolves when the copy reached this number. */
  reached(sequence: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.last < sequence) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Breaks the connection without a word; the follower comes back by itself. */
  terminate(): void {
    this.socket?.terminate();
  }

  /** Everything that a person sees: per column the cards in order, with their letters and counts. */
  view(): unknown {
    return boardView(this.boardId, this.cards.values());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stopped = true;
    const { socket } = this;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      socket.once("close", () => resolve());
      socket.terminate();
    });
  }

  private async fetchAll(): Promise<void> {
    const { board } = await this.client.run<{ board: { asOfSequence: number; tasks: FollowedCard[] } }>(snapshot, { id: this.boardId });
    this.cards.clear();
    for (const each of board.tasks) this.cards.set(each.id, each);
    this.last = board.asOfSequence;
  }

  private listen(): void {
    const socket = new WebSocket(this.socketUrl, "graphql-transport-ws");
    this.socket = socket;
    const say = (message: object) => socket.send(JSON.stringify(message));
    let next: number | null = null;
    const subscribe = () => {
      next = this.last + 1;
      say({ id: "board", type: "subscribe", payload: { query: subscription, variables: { boardId: this.boardId, after: this.last } } });
    };
    socket.on("open", () => say({ type: "connection_init", payload: { authorization: `Bearer ${this.token}` } }));
    socket.on("error", () => {});
    socket.on("close", () => {
      this.breaks += 1;
      if (!this.stopped) setTimeout(() => this.stopped || this.listen(), 5);
    });
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === "connection_ack") subscribe();
      if (message.type === "ping") say({ type: "pong" });
      if (message.type === "error") this.faults.push(JSON.stringify(message.payload));
      const batch = message.payload?.data?.boardEvents;
      if (message.type !== "next" || !batch) return;
      if (batch.reset) {
        void this.fetchAll().then(() => socket.terminate());
        return;
      }
      if (batch.fromSequence !== next) this.faults.push(`batch from ${batch.fromSequence} where ${next} was due`);
      next = batch.toSequence + 1;
      this.apply(batch);
    });
  }

  private apply({ events, fromSequence, toSequence }: FollowedBatch): void {
    if (fromSequence > this.last + 1) return this.terminate();
    for (const { sequence, taskId, subject } of events) {
      if (sequence < fromSequence || sequence > toSequence) this.faults.push(`event ${sequence} outside ${fromSequence}–${toSequence}`);
      if (sequence <= this.last || taskId === null) continue;
      if (subject?.__typename !== "Task") {
        this.cards.delete(taskId);
        continue;
      }
      const { __typename, ...fresh } = subject;
      if (fresh.version >= (this.cards.get(taskId)?.version ?? 0)) this.cards.set(taskId, fresh);
    }
    this.last = Math.max(this.last, toSequence);
    for (const look of this.waiting) look();
  }
}

/** The cards that stand on a board as a person sees them, comparable. */
export function boardView(boardId: string, cards: Iterable<FollowedCard>): unknown {
  return [...cards]
    .filter(({ archivedAt, state }) => archivedAt === null && state !== "CANCELLED")
    .flatMap(({ placements, assignments, ...rest }) => {
      const place = placements.find((each) => each.boardId === boardId);
      const letters = assignments
        .filter(({ state }) => state === "PROPOSED" || state === "ACCEPTED")
        .map(({ id, letter, state, version }) => `${id} ${letter} ${state} ${version}`);
      return place ? [{ order: `${place.columnId} ${place.position} ${rest.id}`, ...rest, letters: letters.toSorted() }] : [];
    })
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

/** The same view, fetched at once. */
export async function fetchedView(client: Client, boardId: string): Promise<{ view: unknown; asOfSequence: number }> {
  const { board } = await client.run<{ board: { asOfSequence: number; tasks: FollowedCard[] } }>(snapshot, { id: boardId });
  return { view: boardView(boardId, board.tasks), asOfSequence: board.asOfSequence };
}
