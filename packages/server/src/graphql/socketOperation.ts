import { type DocumentNode, execute, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from "graphql";
import { ErrorCode } from "@wijkbord/schema";
import type { Principal } from "../accounts/principal.ts";
import type { Connection, Sink } from "../realtime/connection.ts";
import { type AnswerFacts, answered } from "./answer.ts";
import { requestContext } from "./context.ts";
import { asError } from "./errors.ts";
import { deadline } from "./graphqlRoute.ts";
import type { Prepared } from "./documents.ts";
import type { Transport } from "./transport.ts";

/** What one operation of a socket is made of. */
interface Parts {
  readonly id: string;
  readonly connection: Connection;
  readonly principal: Principal;
  readonly prepared: Prepared;
  readonly variables: Record<string, unknown>;
  readonly send: (frame: string) => void;
}

/** An operation that says nothing by itself and stands until it is ended, by either side. */
function silence(ended: Promise<void>, stop: () => void): AsyncGenerator<never> {
  const done = { done: true, value: undefined } as const;
  const over = async () => {
    stop();
    return done;
  };
  return {
    next: () => ended.then(() => done),
    return: over,
    throw: over,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => stop(),
  };
}

/** An admitted operation of a socket, as graphql-ws passes it on. */
export class SocketOperation implements ExecutionArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly contextValue = undefined;
  readonly rootValue = undefined;
  private readonly started = performance.now();

  constructor(
    private readonly transport: Transport,
    private readonly parts: Parts,
  ) {
    this.schema = transport.schema;
    this.document = parts.prepared.document;
    this.operationName = parts.prepared.operation.name?.value;
  }

  /** Runs a query or mutation, within the time of a request. */
  async execute(): Promise<ExecutionResult> {
    const { prepared, variables } = this.parts;
    const { schema, document, operationName } = this;
    const time = deadline(this.transport.milliseconds);
    try {
      const contextValue = this.context(time.signal);
      const result = await Promise.race([execute({ schema, document, operationName, variableValues: variables, contextValue }), time.over]);
      return this.done({ ...result, extensions: { cost: prepared.cost } });
    } catch (error) {
      return this.done({ errors: [asError(error)] });
    } finally {
      time.stop();
    }
  }

  /** Joins a subscription; its results are written by the engine, and graphql-ws waits in silence for the end. */
  async subscribe(): Promise<AsyncGenerator<never> | ExecutionResult> {
    const { connection, variables, prepared, send, id } = this.parts;
    const { services, mask } = this.transport;
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const prefix = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    const sink: Sink = { send: (body) => send(`${prefix}${body}}`), complete: end };
    try {
      const request = { ...prepared, schema: this.schema, variables, services, mask };
      const stream = await services.engine.subscribe(request, this.context(), connection, sink);
      if (!("stop" in stream)) return this.done(stream);
      this.done({});
      const stop = () => {
        stream.stop();
        end();
      };
      return silence(ended, stop);
    } catch (error) {
      return this.done({ errors: [asError(error)] });
    }
  }

  private context(signal?: AbortSignal) {
    const { principal, prepared, connection } = this.parts;
    return requestContext(this.transport.services, principal, { trusted: prepared.trusted, connectionId: connection.id, ...(signal && { signal }) });
  }

  private done(result: ExecutionResult): ExecutionResult {
    const { prepared, principal } = this.parts;
    const { trusted, documentId, cost } = prepared;
    const facts: AnswerFacts = { trusted, documentId, cost, principal };
    answered(
      this.transport,
      facts,
      this.started,
      (result.errors ?? []).map(({ extensions }) => String(extensions["code"] ?? ErrorCode.INTERNAL)),
    );
    return result;
  }
}
