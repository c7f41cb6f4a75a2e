import { documentIdOf } from "../apollo/trustedLink.ts";
import type { TypedDocumentNode } from "@apollo/client";
import { type Client, createClient } from "graphql-ws";

export interface SocketOptions {
  readonly url: string;
  readonly connectionParams: Readonly<Record<string, string>>;
  readonly webSocketImpl?: unknown;
}

const pingEvery = 12_000;
const pongWithin = 8_000;

/** One socket that is opened once and never by itself again: who uses it decides when to retry. */
export class HubSocket {
  private readonly client: Client;
  private pongTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ url, connectionParams, webSocketImpl }: SocketOptions, onConnected: () => void) {
    this.client = createClient({
      url,
      connectionParams,
      webSocketImpl,
      retryAttempts: 0,
      keepAlive: pingEvery,
      lazyCloseTimeout: 2_000,
      on: {
        connected: onConnected,
        closed: () => clearTimeout(this.pongTimer),
        ping: (received) => {
          if (!received) this.pongTimer = setTimeout(() => this.client.terminate(), pongWithin);
        },
        pong: (received) => {
          if (received) clearTimeout(this.pongTimer);
        },
      },
    });
  }

  /** Results of a subscription until it ends; throws when the socket breaks. */
  async *subscribe<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): AsyncGenerator<{ data?: Data; code?: string }> {
    const payload = { query: "", variables, extensions: { documentId: documentIdOf(document) } };
    for await (const { data, errors } of this.client.iterate<Data>(payload)) {
      const code = errors?.[0]?.extensions?.["code"];
      yield { ...(data && { data }), ...(errors && { code: String(code ?? "INTERNAL") }) };
    }
  }

  /** Drops the connection at once; open subscriptions end with an error. */
  terminate(): void {
    this.client.terminate();
  }

  close(): void {
    clearTimeout(this.pongTimer);
    void this.client.dispose();
  }
}
