import { Readable } from "node:stream";
import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { execute, type ExecutionResult } from "graphql";
import type { Principal } from "../accounts/principal.ts";
import { Connection } from "../realtime/connection.ts";
import { closeCodes } from "../realtime/limits.ts";
import { membershipOf } from "./access.ts";
import { answered } from "./answer.ts";
import { type GraphQLBody, readBody } from "./body.ts";
import { requestContext } from "./context.ts";
import type { Prepared } from "./documents.ts";
import { asError, coded } from "./errors.ts";
import { deadline, sendErrors } from "./graphqlRoute.ts";
import { admit, type Transport } from "./transport.ts";

const keepAlive = 12_000;
const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" };

/** The body of one answer as server-sent events, in the framing of graphql-sse. */
class EventStream {
  readonly readable: Readable;
  private readonly timer: NodeJS.Timeout;
  private over = false;

  constructor(
    drained: () => void,
    private readonly raw: FastifyReply["raw"],
  ) {
    this.readable = new Readable({ read: drained });
    this.timer = setInterval(() => this.push(":\n\n"), keepAlive).unref();
    this.readable.once("close", () => clearInterval(this.timer));
    this.push(":\n\n");
  }

  pending(): number {
    return this.readable.readableLength + this.raw.writableLength;
  }

  next(body: string): void {
    this.push(`event: next\ndata: ${body}\n\n`);
  }

  complete(): void {
    this.push("event: complete\ndata:\n\n");
    this.end();
  }

  /** Ends the answer; without `complete` the client connects again. */
  end(): void {
    if (!this.over) this.readable.push(null);
    this.over = true;
  }

  private push(text: string): void {
    if (!this.over && !this.readable.destroyed) this.readable.push(text);
  }
}

interface Asked {
  readonly prepared: Prepared;
  readonly variables: Record<string, unknown>;
  readonly principal: Principal;
}

/** GraphQL over server-sent events at `/graphql/stream`, one operation per connection. */
export function streamRoute(app: FastifyInstance, transport: Transport): void {
  const { access, services, schema, mask, milliseconds } = transport;
  const { engine, sessions } = services;
  const textOf = ({ data, errors, extensions }: ExecutionResult) =>
    JSON.stringify({ data, errors: errors?.map((error) => mask("toJSON" in error ? error.toJSON() : error, error)), extensions });

  async function single({ prepared, variables, principal }: Asked, stream: EventStream): Promise<ExecutionResult> {
    const { document, operation, trusted, cost } = prepared;
    const time = deadline(milliseconds);
    stream.readable.once("close", time.stop);
    try {
      const contextValue = requestContext(services, principal, { trusted, signal: time.signal });
      const result = await Promise.race([
        execute({ schema, document, operationName: operation.name?.value, variableValues: variables, contextValue }),
        time.over,
      ]);
      return { ...result, extensions: { cost } };
    } finally {
      time.stop();
    }
  }

  /** Answers once and ends, or joins the engine and stays; returns the errors that it began with. */
  async function run(asked: Asked, connection: Connection, stream: EventStream): Promise<ExecutionResult> {
    const { prepared, variables, principal } = asked;
    if (prepared.operation.operation !== "subscription") {
      const result = await single(asked, stream);
      stream.next(textOf(result));
      stream.complete();
      return result;
    }
    const context = requestContext(services, principal, { trusted: prepared.trusted, connectionId: connection.id });
    const sink = { send: (body: string) => stream.next(body), complete: () => stream.complete() };
    const joined = await engine.subscribe({ ...prepared, schema, variables, services, mask }, context, connection, sink);
    if ("stop" in joined) return {};
    stream.next(textOf(joined));
    stream.complete();
    return joined;
  }

  function answer(request: FastifyRequest, reply: FastifyReply, asked: Asked): FastifyReply {
    const started = performance.now();
    const stream = new EventStream(() => connection.drained(), reply.raw);
    const close = (code: number) => {
      if (code === closeCodes.revoked) {
        stream.next(textOf({ errors: [coded(ErrorCode.UNAUTHENTICATED)] }));
        stream.complete();
      } else if (code === closeCodes.overloaded) stream.readable.destroy();
      else stream.end();
    };
    const refresh = () => sessions.principalOf(access.tokenOf(request.headers), membershipOf(request.headers));
    const connection = new Connection(asked.principal, { pending: () => stream.pending(), close, refresh });
    if (!engine.connections.add(connection)) return sendErrors(reply, transport, [coded(ErrorCode.RATE_LIMITED, "Too many connections.", 429)]);
    stream.readable.once("close", () => engine.connections.remove(connection));
    const failed = (error: unknown): ExecutionResult => {
      const result = { errors: [asError(error)] };
      stream.next(textOf(result));
      stream.complete();
      return result;
    };
    void run(asked, connection, stream)
      .catch(failed)
      .then(({ errors = [] }) =>
        answered(
          transport,
          { ...asked.prepared, principal: asked.principal },
          started,
          errors.map(({ extensions }) => String(extensions["code"] ?? ErrorCode.INTERNAL)),
        ),
      );
    return reply.headers(headers).send(stream.readable);
  }

  async function handle(request: FastifyRequest, reply: FastifyReply, body: GraphQLBody): Promise<FastifyReply> {
    const principal = await sessions.principalOf(access.tokenOf(request.headers), membershipOf(request.headers));
    const prepared = admit(transport, body, principal, request.ip);
    if ("errors" in prepared) {
      if (prepared.errors.some(({ extensions }) => extensions["http"] !== undefined)) return sendErrors(reply, transport, prepared.errors);
      const refused = `event: next\ndata: ${textOf(prepared)}\n\nevent: complete\ndata:\n\n`;
      return reply.headers(headers).send(refused);
    }
    if (request.method === "GET" && prepared.operation.operation === "mutation")
      return sendErrors(reply, transport, [coded(ErrorCode.BAD_USER_INPUT, "Send changes by POST.", 405)]);
    return answer(request, reply, { prepared, variables: body.variables ?? {}, principal });
  }

  app.route({
    url: "/graphql/stream",
    method: ["GET", "POST"],
    handler: async (request, reply) => {
      if (!access.allows(request.headers.origin)) return sendErrors(reply, transport, [coded(ErrorCode.FORBIDDEN, "This origin may not use the hub.", 403)]);
      if (!/text\/event-stream|\*\/\*/.test(request.headers.accept ?? "*/*"))
        return sendErrors(reply, transport, [coded(ErrorCode.BAD_USER_INPUT, "Ask with `accept: text/event-stream`.", 406)]);
      const body = readBody(request);
      return "errors" in body ? sendErrors(reply, transport, body.errors) : handle(request, reply, body);
    },
  });
}
