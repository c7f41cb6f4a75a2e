import { once } from "node:events";
import { WebSocket } from "ws";
import type { Batch } from "./client.ts";

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export const followBoard = `subscription Follow($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) {
  fromSequence toSequence headSequence reset events { sequence type taskId subject { ... on Task { id title } } } } }`;

/** A client that speaks `graphql-transport-ws` message by message, and can stop reading. */
export class TestSocket implements AsyncDisposable {
  readonly messages: Message[] = [];
  closed: { code: number; reason: string } | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data) => {
      this.messages.push(JSON.parse(String(data)) as Message);
      this.look();
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.look();
    });
    socket.on("error", () => {});
  }

  /** Connects, and waits until the hub acknowledged or refused. */
  static async open(url: string, params: Record<string, unknown>): Promise<TestSocket> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
    const client = new TestSocket(socket);
    await once(socket, "open");
    client.send({ type: "connection_init", payload: params });
    await client.until(() => client.messages.some(({ type }) => type === "connection_ack") || client.closed !== null);
    return client;
  }

  /** Connects as the owner of a token. */
  static as(url: string, token: string): Promise<TestSocket> {
    return TestSocket.open(url, { authorization: `Bearer ${token}` });
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}, extensions?: Record<string, unknown>): void {
    this.send({ id, type: "subscribe", payload: { query, variables, extensions } });
  }

  /** Runs a query or change over the socket. */
  async ask<Data>(
    id: string,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data?: Data; errors?: { message: string; extensions: { code: string } }[]; extensions?: { cost: number } }> {
    this.subscribe(id, query, variables);
    await this.until(() => this.ended(id));
    const answer = this.messages.find((message) => message.id === id && (message.type === "next" || message.type === "error"));
    return (answer?.type === "error" ? { errors: answer.payload } : answer?.payload) as { data?: Data };
  }

  /** What the results of an operation hold under a root field. */
  results<Result>(id: string, field: string): Result[] {
    const next = this.messages.filter((message) => message.id === id && message.type === "next");
    return next.map(({ payload }) => {
      const { data, errors } = payload as { data?: Record<string, Result>; errors?: unknown };
      const result = data?.[field];
      if (errors || result === undefined) throw new Error(JSON.stringify(payload));
      return result;
    });
  }

  batches(id: string, field = "boardEvents"): Batch[] {
    return this.results<Batch>(id, field);
  }

  /** Whether an operation is over, as the hub said. */
  ended(id: string): boolean {
    return this.messages.some((message) => message.id === id && (message.type === "complete" || message.type === "error"));
  }

  /** Resolves when something holds, looked at after each message. */
  until(holds: () => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = () => {
      try {
        if (!holds()) return;
        resolve();
      } catch (error) {
        reject(error);
      }
      this.waiting.delete(look);
    };
    this.waiting.add(look);
    look();
    return promise;
  }

  /** Stops reading what comes in; the network fills up behind it. */
  stopReading(): void {
    this.socket.pause();
  }

  readAgain(): void {
    this.socket.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.closed) return;
    const gone = this.until(() => this.closed !== null);
    this.socket.terminate();
    await gone;
  }

  private look(): void {
    for (const look of this.waiting) look();
  }
}
