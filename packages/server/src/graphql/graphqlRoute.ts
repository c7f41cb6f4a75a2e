import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLError, GraphQLError as HubError } from "graphql";
import { membershipOf } from "./access.ts";
import { type AnswerFacts, answered, type RequestContext, requestLog } from "./answer.ts";
import { requestContext } from "./context.ts";
import { coded } from "./errors.ts";
import { type GraphQLBody, readBody } from "./body.ts";
import { admit, type Transport } from "./transport.ts";

const day = 86_400;

function send(reply: FastifyReply, { headers, body, status }: HTTPGraphQLResponse): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind !== "complete") throw new Error("Answers are sent whole.");
  return reply.code(status ?? 200).send(body.string);
}

/** Answers with errors alone, in the shape of GraphQL. */
export function sendErrors(reply: FastifyReply, { mask }: Transport, errors: readonly GraphQLError[], status = 400): FastifyReply {
  const http: unknown = errors[0]?.extensions["http"];
  const own = typeof http === "object" && http !== null && "status" in http && typeof http.status === "number" ? http.status : status;
  return reply
    .code(own)
    .type("application/json; charset=utf-8")
    .send({ errors: errors.map((error) => mask(error.toJSON(), error)) });
}

/** Rejects when the time is over, and tells resolvers to stop. */
function deadline(milliseconds: number): { signal: AbortSignal; over: Promise<never>; stop: () => void } {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    controller.abort();
    reject(coded(ErrorCode.TIMEOUT, undefined, 504));
  }, milliseconds);
  promise.catch(() => {});
  return { signal: controller.signal, over: promise, stop: () => clearTimeout(timer) };
}

/** GraphQL over HTTP at `/graphql`. */
export async function graphqlRoute(app: FastifyInstance, transport: Transport): Promise<void> {
  const { services, schema, documents, access, mask } = transport;
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: mask,
    stopOnTerminationSignals: false,
    documentStore: { get: async (key) => documents.withHash(key.slice(-64)), set: async () => {}, delete: async () => undefined },
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginLandingPageDisabled(), requestLog(transport)],
  });
  await apollo.start();

  async function answer(request: FastifyRequest, reply: FastifyReply, body: GraphQLBody): Promise<FastifyReply> {
    const started = performance.now();
    const principal = await services.sessions.principalOf(access.tokenOf(request.headers), membershipOf(request.headers));
    const prepared = admit(transport, body, principal, request.ip);
    const refused = "errors" in prepared ? prepared.errors : prepared.operation.operation === "subscription" ? [coded(ErrorCode.BAD_USER_INPUT, "Subscriptions go over WebSocket, or over SSE at /graphql/stream.")] : null;
    if (refused || "errors" in prepared) {
      const errors = refused ?? [];
      const free = { trusted: false, documentId: null, cost: 0, principal };
      answered(transport, free, started, errors.map(({ extensions }) => String(extensions["code"])));
      return sendErrors(reply, transport, errors);
    }
    const time = deadline(transport.milliseconds);
    const setSession = (token: string | null, ownDevice = false) => {
      const options = { path: "/", httpOnly: true, sameSite: "lax", secure: access.secure } as const;
      if (token === null) reply.clearCookie(access.cookieName, options);
      else reply.setCookie(access.cookieName, token, ownDevice ? { ...options, maxAge: 400 * day } : options);
    };
    const { text: query, documentId, trusted, cost } = prepared;
    const facts: AnswerFacts = { trusted, documentId, cost, principal };
    const context: RequestContext = { ...requestContext(services, principal, { trusted, signal: time.signal, setSession }), facts, started };
    const variables = body.variables ?? {};
    const get = request.method === "GET";
    const headers = new HeaderMap(Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const])));
    const httpGraphQLRequest = {
      method: request.method,
      headers,
      search: get ? `?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}` : "",
      body: get ? undefined : { query, variables },
    };
    try {
      const response = await Promise.race([apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }), time.over]);
      return send(reply, response);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      answered(transport, facts, started, [String(error.extensions["code"])]);
      return sendErrors(reply, transport, [error]);
    } finally {
      time.stop();
    }
  }

  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      if (!access.allows(request.headers.origin)) return sendErrors(reply, transport, [coded(ErrorCode.FORBIDDEN, "This origin may not use the hub.", 403)]);
      const body = readBody(request);
      return "errors" in body ? sendErrors(reply, transport, body.errors) : answer(request, reply, body);
    },
  });
}
