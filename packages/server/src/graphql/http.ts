import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import cookie from "@fastify/cookie";
import files from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, printSchema } from "graphql";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import { type HubContext, requestContext } from "./context.ts";
import { limits } from "./limits.ts";

export const sessionCookie = "wijkbord-session";
const publicCodes = new Set(["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT", "LIMIT", "RATE_LIMITED", "TIMEOUT", "UNAVAILABLE"]);
const asInput = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE", "BAD_REQUEST"]);

/** Hides everything about unknown errors; known ones keep their code and sentence. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.["code"] ?? "INTERNAL");
  const { message, locations, path } = formatted;
  if (asInput.has(code)) return { message, locations, path, extensions: { code: "BAD_USER_INPUT" } };
  const known = publicCodes.has(code) && unwrapResolverError(error) instanceof Error;
  if (known) return { message, locations, path, extensions: { code } };
  return { message: "Something went wrong here. Nothing was changed.", path, extensions: { code: "INTERNAL" } };
}

function tokenOf(request: FastifyRequest, allowCookie: boolean): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  return bearer ?? (allowCookie ? request.cookies[sessionCookie] : undefined);
}

/** Origins whose pages may use the session cookie. */
export function allowedOrigins({ publicUrl, host, port }: Config): Set<string> {
  const local = ["127.0.0.1", "localhost", "::1"].includes(host) ? [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`] : [];
  return new Set([new URL(publicUrl).origin, ...local]);
}

/** The HTTP side of the hub: GraphQL, the web app, GraphiQL, health. */
export async function httpServer(config: Config, services: Services, schema: GraphQLSchema, webRoot: string): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 100_000, logger: { level: config.logLevel, redact: ["req.headers.authorization", "req.headers.cookie"] }, disableRequestLogging: true });
  const apollo = new ApolloServer<HubContext>({
    schema,
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    validationRules: limits,
    formatError: maskError,
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await apollo.start();
  await app.register(cookie);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("X-Content-Type-Options", "nosniff");
    reply.header("Referrer-Policy", "same-origin");
    reply.header("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  });
  const secure = config.publicUrl.startsWith("https:");
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const { origin } = request.headers;
        if (origin !== undefined && !allowedOrigins(config).has(origin)) {
          throw new GraphQLError("This origin may not use the hub.", { extensions: { code: "FORBIDDEN", http: { status: 403, headers: new HeaderMap() } } });
        }
        const membership = request.headers["x-wijkbord-membership"];
        const token = tokenOf(request, origin !== undefined || request.headers["apollo-require-preflight"] !== undefined || request.method === "GET");
        const principal = await services.sessions.principalOf(token, typeof membership === "string" ? membership : undefined);
        return requestContext(services, principal, (fresh) => {
          const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
          if (fresh === null) reply.clearCookie(sessionCookie, options);
          else reply.setCookie(sessionCookie, fresh, options);
        });
      },
    }),
  });
  const sdl = printSchema(schema);
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async () => {
    await services.database.read().execute("select 1");
    return { status: "ready" };
  });
  if (existsSync(join(webRoot, "index.html"))) {
    await app.register(files, { root: webRoot, index: false, wildcard: false });
    const page = (name: string) => readFileSync(join(webRoot, name), "utf8");
    app.get("/graphiql", (_request, reply) => reply.type("text/html").send(page("graphiql.html")));
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
      if (!wantsPage) return reply.code(404).send({ error: "not found" });
      return reply.type("text/html").send(page("index.html"));
    });
  }
  return app;
}
