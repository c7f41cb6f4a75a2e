import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { membershipOf } from "./access.ts";
import { type AnswerFacts, answered, type RequestContext, requestLog } from "./answer.ts";
import { requestContext } from "./context.ts";
import { coded } from "./errors.ts";
import { type GraphQLBody, readBody } from "./body.ts";
import { admit, type Transport } from "./transport.ts";

const day = 86_400;

/** Ends a request with these errors and nothing else. */
class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super("refused");
  }
}

const headersOf = ({ headers }: FastifyRequest) =>
  new HeaderMap(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const])),
  );

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
export function deadline(milliseconds: number): { signal: AbortSignal; over: Promise<never>; stop: () => void } {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    controller.abort();
    reject(new Refused([coded(ErrorCode.TIMEOUT, undefined, 504)]));
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

  function sessionSetter(reply: FastifyReply, signal: AbortSignal): RequestContext["setSession"] {
    const options = { path: "/", httpOnly: true, sameSite: "lax", secure: access.secure } as const;
    return (token, ownDevice = false) => {
      if (signal.aborted) return;
      if (token === null) reply.clearCookie(access.cookieName, options);
      else reply.setCookie(access.cookieName, token, ownDevice ? { ...options, maxAge: 400 * day } : options);
    };
  }

  async function execute(request: FastifyRequest, reply: FastifyReply, body: GraphQLBody, signal: AbortSignal, started: number): Promise<HTTPGraphQLResponse> {
    const principal = await services.sessions.principalOf(access.tokenOf(request.headers), membershipOf(request.headers));
    const prepared = admit(transport, body, principal, request.ip);
    if ("errors" in prepared) throw new Refused(prepared.errors);
    if (prepared.operation.operation === "subscription")
      throw new Refused([coded(ErrorCode.BAD_USER_INPUT, "Subscriptions go over WebSocket, or over SSE at /graphql/stream.")]);
    const { text: query, documentId, trusted, cost } = prepared;
    const facts: AnswerFacts = { trusted, documentId, cost, principal };
    const setSession = sessionSetter(reply, signal);
    const context: RequestContext = { ...requestContext(services, principal, { trusted, signal, address: request.ip, setSession }), facts, started };
    const variables = body.variables ?? {};
    const sent =
      request.method === "GET"
        ? { search: `?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`, body: undefined }
        : { search: "", body: { query, variables } };
    const httpGraphQLRequest = { method: request.method, headers: headersOf(request), ...sent };
    return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, body: GraphQLBody): Promise<FastifyReply> {
    const started = performance.now();
    const time = deadline(transport.milliseconds);
    try {
      return send(reply, await Promise.race([execute(request, reply, body, time.signal, started), time.over]));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const codes = error.errors.map(({ extensions }) => String(extensions["code"]));
      answered(transport, { trusted: false, documentId: null, cost: 0, principal: null }, started, codes);
      return sendErrors(reply, transport, error.errors);
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
