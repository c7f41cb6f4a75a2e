import type { Server } from "node:http";
import type { GraphQLError } from "graphql";
import { type Context, handleProtocols, makeServer } from "graphql-ws";
import { WebSocketServer } from "ws";
import { ErrorCode } from "@wijkbord/schema";
import type { Principal } from "../accounts/principal.ts";
import { Connection } from "../realtime/connection.ts";
import { closeCodes, engineLimits } from "../realtime/limits.ts";
import { applyRights } from "../realtime/rights.ts";
import { bearerOf } from "./access.ts";
import { readParameters } from "./body.ts";
import { asError, coded } from "./errors.ts";
import { limits } from "./limits.ts";
import { Buckets } from "./rates.ts";
import { SocketOperation } from "./socketOperation.ts";
import { Pulse, type SocketExtra, speak } from "./socketWire.ts";
import { admit, type Transport } from "./transport.ts";

const keepAlive = 25_000;
/** Sockets that do not say goodbye in time are cut. */
const farewell = 500;

interface Extra extends SocketExtra {
  connection?: Connection;
}
type SocketContext = Context<Record<string, unknown>, Extra>;

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

/**
 * GraphQL over `graphql-transport-ws`, on the same address as HTTP. graphql-ws keeps the protocol; results of shared
 * subscriptions are written by the realtime engine. Its hooks never throw: to clients that would be a fatal fault.
 */
export function socketServer(server: Server, transport: Transport): AsyncDisposable {
  const { access, services, mask } = transport;
  const { connections, rights } = services.engine;
  const subscribes = new Buckets(services.clock, engineLimits.subscribesPerSecond, engineLimits.subscribesPerSecond);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, handleProtocols });
  const pulse = new Pulse(() => sockets.clients);
  const timer = setInterval(() => pulse.beat(), keepAlive).unref();
  const failed = (error: unknown) => void mask({ message: "" }, error);
  server.on("upgrade", (request, socket, head) => {
    const known = URL.parse(request.url ?? "/", "http://hub")?.pathname === "/graphql" && access.allows(request.headers.origin);
    if (!known) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => speak<Extra>(protocol, { socket: opened, request }, pulse, failed));
  });

  /** Who connects; a database that does not answer makes nobody anonymous. */
  async function connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const { socket, request } = extra;
    const token = bearerOf(textOf(connectionParams?.["authorization"])) ?? access.tokenOf(request.headers);
    const refresh = () => services.sessions.principalOf(token, textOf(connectionParams?.["membership"]));
    const wire = { pending: () => socket.bufferedAmount, close: (code: number, reason: string) => socket.close(code, reason), refresh };
    const connection = new Connection(await refresh(), wire);
    if (socket.readyState !== socket.OPEN) return true;
    if (!connections.add(connection)) {
      socket.close(closeCodes.limits, "Too many sockets");
      return false;
    }
    extra.connection = connection;
    request.socket.on("drain", () => connection.drained());
    return true;
  }

  /** The principal as it is now; the socket ends with its session. */
  async function current(connection: Connection): Promise<Principal> {
    const before = connection.principal;
    const now = await connection.wire.refresh();
    if (before.kind === "PERSON" && now.kind === "ANONYMOUS") return rights.recheck(connection);
    connection.principal = now;
    applyRights(connection);
    return now;
  }

  async function prepare(ctx: SocketContext, id: string, payload: unknown): Promise<SocketOperation | readonly GraphQLError[]> {
    const { socket, request, connection } = ctx.extra;
    if (!connection) return [coded(ErrorCode.UNAVAILABLE)];
    const tooMany = Object.keys(ctx.subscriptions).length > engineLimits.operationsPerSocket;
    if (tooMany || !subscribes.take(connection.id)) {
      connection.stop();
      socket.close(closeCodes.limits, tooMany ? "Too many operations" : "Too many operations per second");
      return [coded(ErrorCode.RATE_LIMITED)];
    }
    const parameters = readParameters(payload);
    if ("errors" in parameters) return parameters.errors;
    const principal = await current(connection);
    const prepared = admit(transport, parameters, principal, request.socket.remoteAddress ?? "");
    if ("errors" in prepared) return prepared.errors;
    return new SocketOperation(transport, { connection, principal, prepared, variables: parameters.variables ?? {}, send: (frame) => socket.send(frame), id });
  }

  const protocol = makeServer<Record<string, unknown>, Extra>({
    async onConnect(ctx) {
      try {
        return await connect(ctx);
      } catch (error) {
        failed(error);
        ctx.extra.socket.close(closeCodes.overloaded, "Try again");
        return false;
      }
    },
    async onSubscribe(ctx, id, payload) {
      try {
        return await prepare(ctx, id, payload);
      } catch (error) {
        return [asError(error)];
      }
    },
    subscribe: (args) => (args instanceof SocketOperation ? args.subscribe() : { errors: [coded(ErrorCode.INTERNAL)] }),
    execute: (args) => (args instanceof SocketOperation ? args.execute() : { errors: [coded(ErrorCode.INTERNAL)] }),
    onNext: (_ctx, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: result.errors.map((error) => mask("toJSON" in error ? error.toJSON() : error, error)) } : undefined,
    onError: (_ctx, _id, _payload, errors) => errors.map((error) => mask("toJSON" in error ? error.toJSON() : error, error)),
    onClose({ extra: { connection } }) {
      if (connection) connections.remove(connection);
    },
  });
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      const { promise, resolve } = Promise.withResolvers<void>();
      sockets.close(() => resolve());
      for (const socket of sockets.clients) socket.close(closeCodes.deploy, "Service restart");
      const cut = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), farewell);
      await promise;
      clearTimeout(cut);
    },
  };
}
