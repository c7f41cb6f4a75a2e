import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

export interface Batch {
  fromSequence: number;
  toSequence: number;
  headSequence: number;
  reset: boolean;
  events: { sequence: number; type: string; taskId: string | null; subject: { id?: string; title?: string } | null }[];
}

/** A program that acts as one person over HTTP and WebSocket. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  /** Signs in as a demo person. */
  static async as(url: string, key: string): Promise<Client> {
    const answer = await new Client(url, null).run<{ signInAsDemoPerson: { token: string } }>(
      `mutation SignIn($key: String!) { signInAsDemoPerson(key: $key) { token } }`,
      { key },
    );
    return new Client(url, answer.signInAsDemoPerson.token);
  }

  /** Sends a document and gives data and errors. */
  async send(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data?: unknown; errors?: { message: string; extensions: { code: string } }[] }> {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (this.token) headers["authorization"] = `Bearer ${this.token}`;
    const response = await fetch(`${this.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as { data?: unknown };
  }

  /** Sends a document that must succeed. */
  async run<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send(query, variables);
    if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
    return data as Data;
  }

  /** Follows a whole coalition until enough batches came. */
  async followCoalition(coalitionId: string, after: number, enough: (batches: Batch[]) => boolean): Promise<Batch[]> {
    const socket = createClient({
      url: `${this.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
    });
    const batches: Batch[] = [];
    const query = `subscription FollowCoalition($coalitionId: ID!, $after: Sequence) { coalitionEvents(coalitionId: $coalitionId, after: $after) {
      fromSequence toSequence headSequence reset events { sequence type taskId version changes { field before after } target { type id } subject { ... on Task { id title } ... on ProcessAgreement { id title state } } } } }`;
    for await (const { data, errors } of socket.iterate<{ coalitionEvents: Batch }>({ query, variables: { coalitionId, after } })) {
      if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
      if (data) batches.push(data.coalitionEvents);
      if (enough(batches)) break;
    }
    await socket.dispose();
    return batches;
  }

  /** Follows a board until enough batches came. */
  async follow(boardId: string, after: number, enough: (batches: Batch[]) => boolean): Promise<Batch[]> {
    const socket = createClient({
      url: `${this.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
    });
    const batches: Batch[] = [];
    const query = `subscription Follow($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) {
      fromSequence toSequence headSequence reset events { sequence type taskId subject { ... on Task { id title } } } } }`;
    for await (const { data, errors } of socket.iterate<{ boardEvents: Batch }>({ query, variables: { boardId, after } })) {
      if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
      if (data) batches.push(data.boardEvents);
      if (enough(batches)) break;
    }
    await socket.dispose();
    return batches;
  }
}
