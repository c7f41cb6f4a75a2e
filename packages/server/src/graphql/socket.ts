import type { IncomingMessage, Server } from "node:http";
import { type GraphQLSchema, specifiedRules, validate } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { anonymous, type Principal } from "../accounts/principal.ts";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import { requestContext } from "./context.ts";
import { allowedOrigins, maskError, sessionCookie } from "./http.ts";
import { limits } from "./limits.ts";

const protocol = "graphql-transport-ws";
const maxOperations = 50;
const maxPayload = 100_000;

interface Extra extends Record<PropertyKey, unknown> {
  principal?: Principal;
  open?: number;
}

function cookieOf(request: IncomingMessage): string | undefined {
  const found = (request.headers.cookie ?? "").split(/; */).find((part) => part.startsWith(`${sessionCookie}=`));
  return found?.slice(sessionCookie.length + 1);
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Subscriptions over `graphql-transport-ws` on the same address as HTTP. */
export function socketServer(server: Server, config: Config, services: Services, schema: GraphQLSchema): AsyncDisposable {
  const origins = allowedOrigins(config);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  server.on("upgrade", (request, socket, head) => {
    const { origin } = request.headers;
    const known = new URL(request.url ?? "/", "http://hub").pathname === "/graphql" && (origin === undefined || origins.has(origin));
    if (!known) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  });
  const disposable = useServer<Record<string, unknown>, Extra>(
    {
      schema,
      validate: (subject, document) => validate(subject, document, [...specifiedRules, ...limits]),
      async onConnect(ctx) {
        const request = (ctx.extra as Extra & { request: IncomingMessage }).request;
        const bearer = /^Bearer (\S+)$/.exec(textOf(ctx.connectionParams?.["authorization"]) ?? "")?.[1];
        const cookie = request.headers.origin === undefined ? undefined : cookieOf(request);
        ctx.extra.principal = await services.sessions.principalOf(bearer ?? cookie, textOf(ctx.connectionParams?.["membership"])).catch(() => anonymous);
        return true;
      },
      context: (ctx) => requestContext(services, ctx.extra.principal ?? anonymous, () => {}),
      onSubscribe(ctx) {
        ctx.extra.open = (ctx.extra.open ?? 0) + 1;
        if (ctx.extra.open > maxOperations) ctx.extra.socket.close(4429, "Too many operations");
      },
      onComplete(ctx) {
        ctx.extra.open = (ctx.extra.open ?? 1) - 1;
      },
      onNext: (_ctx, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: result.errors.map((error) => maskError(error.toJSON(), error)) } : undefined,
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => maskError("toJSON" in error ? error.toJSON() : error, error)),
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
