import type { IncomingMessage } from "node:http";
import type { Server } from "graphql-ws";
import type { WebSocket } from "ws";
import { engineLimits } from "../realtime/limits.ts";

/** Answers that nobody reads: more bytes than this end the socket, whatever it goes on sending. */
const unread = 2 * engineLimits.queueBytes;
const internalError = 1011;

/** What a socket of the hub carries besides its messages. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

/** Asks sockets for a sign of life, and cuts those that gave none since the last time. */
export class Pulse {
  private readonly silent = new WeakSet<WebSocket>();

  constructor(private readonly sockets: () => Iterable<WebSocket>) {}

  beat(): void {
    for (const socket of this.sockets()) {
      if (this.silent.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        this.silent.add(socket);
        socket.ping();
      }
    }
  }

  heard(socket: WebSocket): void {
    this.silent.delete(socket);
  }
}

/**
 * Lets graphql-ws speak over one socket. A socket that breaks while something is sent is no fault: its close is heard anyway.
 * A fault of the hub closes it with 1011, after which clients come back; 4500 would be fatal to them.
 */
export function speak<Extra extends SocketExtra>(server: Server<Extra>, extra: Extra, pulse: Pulse, failed: (error: unknown) => void): void {
  const { socket } = extra;
  const guard = () => {
    pulse.heard(socket);
    if (socket.bufferedAmount > unread) socket.terminate();
  };
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => (socket.readyState === socket.OPEN ? new Promise<void>((resolve) => socket.send(data, () => resolve())) : undefined),
      close: (code, reason) => socket.close(code, reason),
      onMessage(receive) {
        socket.on("message", (data) => {
          guard();
          receive(String(data)).catch((error: unknown) => {
            failed(error);
            socket.close(internalError, "Internal error");
          });
        });
      },
    },
    extra,
  );
  socket.on("ping", guard);
  socket.on("pong", () => pulse.heard(socket));
  // Frames that are too large or broken: ws closes the socket with the code that says so.
  socket.on("error", () => {});
  socket.once("close", (code, reason) => {
    closed(code, String(reason)).catch(failed);
  });
}
