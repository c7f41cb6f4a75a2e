import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A TCP proxy before a hub, to break connections as networks do. */
export class CutProxy {
  private readonly open = new Set<Pair>();
  private readonly server = createServer((client) => this.join(client));

  private constructor(private readonly target: URL) {}

  /** Starts a proxy before the hub at this address. */
  static async before(url: string): Promise<CutProxy> {
    const proxy = new CutProxy(new URL(url));
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  /** Address to use instead of that of the hub. */
  get url(): string {
    const address = this.server.address();
    return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
  }

  private join(client: Socket): void {
    const pair = { client, server: connect(Number(this.target.port), this.target.hostname) };
    this.open.add(pair);
    client.pipe(pair.server).pipe(client);
    for (const end of [client, pair.server]) {
      end.on("error", () => {});
      end.on("close", () => {
        this.open.delete(pair);
        client.destroy();
        pair.server.destroy();
      });
    }
  }

  /** Silence: nothing passes any more on the connections of this moment, and nobody is told. */
  silence(): void {
    for (const { client, server } of this.open) {
      client.unpipe().pause();
      server.unpipe().pause();
    }
  }

  /** Resets every connection of this moment, silent ones too. */
  reset(): void {
    for (const { client, server } of this.open) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.server, "close");
    this.server.close();
    this.reset();
    await closed;
  }
}
