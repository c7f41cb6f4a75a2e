import type { IncomingMessage, Server } from "node:http";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { anonymous, type Principal } from "../accounts/principal.ts";
import { bearerOf } from "./access.ts";
import { requestContext } from "./context.ts";
import { readParameters } from "./body.ts";
import { admit, type Transport } from "./transport.ts";

const protocol = "graphql-transport-ws";
const maxOperations = 50;
const maxPayload = 100_000;

interface Extra extends Record<PropertyKey, unknown> {
  principal?: Principal;
  open?: number;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Subscriptions over `graphql-transport-ws` on the same address as HTTP. */
export function socketServer(server: Server, transport: Transport): AsyncDisposable {
  const { access, services, schema, mask } = transport;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  server.on("upgrade", (request, socket, head) => {
    const { origin } = request.headers;
    const known = new URL(request.url ?? "/", "http://hub").pathname === "/graphql" && access.allows(origin);
    if (!known) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  });
  const disposable = useServer<Record<string, unknown>, Extra>(
    {
      schema,
      async onConnect(ctx) {
        const request = (ctx.extra as Extra & { request: IncomingMessage }).request;
        const bearer = bearerOf(textOf(ctx.connectionParams?.["authorization"]));
        ctx.extra.principal = await services.sessions.principalOf(bearer ?? access.tokenOf(request.headers), textOf(ctx.connectionParams?.["membership"])).catch(() => anonymous);
        return true;
      },
      onSubscribe(ctx, _id, payload) {
        const { socket, request } = ctx.extra as Extra & { socket: WebSocket; request: IncomingMessage };
        ctx.extra.open = (ctx.extra.open ?? 0) + 1;
        if (ctx.extra.open > maxOperations) socket.close(4429, "Too many operations");
        const principal = ctx.extra.principal ?? anonymous;
        const parameters = readParameters(payload);
        if ("errors" in parameters) return parameters.errors;
        const prepared = admit(transport, parameters, principal, request.socket.remoteAddress ?? "");
        if ("errors" in prepared) return prepared.errors;
        const { document, trusted } = prepared;
        const { operationName, variables } = parameters;
        return { schema, document, operationName, variableValues: variables, contextValue: requestContext(services, principal, { trusted }) };
      },
      onComplete(ctx) {
        ctx.extra.open = (ctx.extra.open ?? 1) - 1;
      },
      onNext: (_ctx, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: result.errors.map((error) => mask(error.toJSON(), error)) } : undefined,
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => mask("toJSON" in error ? error.toJSON() : error, error)),
    },
    sockets,
    25_000,
  );
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.close(1012, "Service restart");
      await disposable.dispose();
    },
  };
}
