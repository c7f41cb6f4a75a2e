import { PassThrough, Readable } from "node:stream";
import { ErrorCode, type ImportReply, type ImportRefusal, type Viewer } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { isKnownId, knownId } from "../activity/ids.ts";
import { Refusal } from "../activity/refusal.ts";
import { membershipOf } from "../graphql/access.ts";
import { requestContext } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import { sendErrors } from "../graphql/graphqlRoute.ts";
import type { Transport } from "../graphql/transport.ts";
import { firstLine, readChoices } from "./choices.ts";
import { maxBytes } from "./json/decoder.ts";
import { readListInput } from "./list/listInput.ts";
import { ImportRefused } from "./refused.ts";

const listBytes = 8_000_000;
/** Bytes between two lines of progress while a file is read, and rows while it is checked. */
const step = { READING: 500_000, CHECKING: 250 } as const;

type Query = { Querystring: { coalition?: string } };

const statusOf = ({ extensions }: GraphQLError): number =>
  extensions["code"] === ErrorCode.UNAUTHENTICATED ? 401 : extensions["code"] === ErrorCode.NOT_FOUND ? 404 : 400;

/**
 * Imports of coordinators over HTTP, beside `/graphql` because of their size. `POST /imports/trello` takes the choices on the
 * first line and then the file, and answers in lines of JSON: progress, then the report of a prepared import or a refusal.
 * `POST /imports/:id/land` puts it on the board, `DELETE /imports/:id` forgets it. `POST /imports/list` takes a list as JSON.
 */
export async function importRoutes(root: FastifyInstance, transport: Transport): Promise<void> {
  const { services, access, rates } = transport;
  const running = new Set<string>();
  const refuse = (reply: FastifyReply, code: ErrorCode, status: number) => sendErrors(reply, transport, [coded(code, undefined, status)], status);

  /** The membership that a request acts for; answers by itself when there is none. */
  async function admit(request: FastifyRequest<Query>, reply: FastifyReply): Promise<Viewer | null> {
    if (!access.allows(request.headers.origin)) void refuse(reply, ErrorCode.FORBIDDEN, 403);
    else {
      const principal = await services.sessions.principalOf(access.tokenOf(request.headers), membershipOf(request.headers));
      if (principal.kind === "ANONYMOUS" ? !rates.anonymous.take(request.ip) : !rates.free.take(principal.userId)) {
        void refuse(reply, ErrorCode.RATE_LIMITED, 429);
        return null;
      }
      try {
        return requestContext(services, principal, { trusted: false }).actor(knownId(request.query.coalition));
      } catch (error) {
        if (error instanceof GraphQLError) void sendErrors(reply, transport, [error], statusOf(error));
        else if (error instanceof Refusal) void refuse(reply, ErrorCode.BAD_USER_INPUT, 400);
        else throw error;
      }
    }
    return null;
  }

  /** Runs what may be refused; a refusal is an answer with its sentence. */
  async function answer(reply: FastifyReply, work: () => Promise<object>): Promise<FastifyReply> {
    try {
      return reply.send({ answer: await work() });
    } catch (error) {
      if (error instanceof ImportRefused) return reply.code(422).send({ refused: error.refusal });
      throw error;
    }
  }

  async function upload(request: FastifyRequest<Query>, reply: FastifyReply): Promise<FastifyReply> {
    const actor = await admit(request, reply);
    const { body } = request;
    if (!(body instanceof Readable)) return actor ? refuse(reply, ErrorCode.BAD_USER_INPUT, 415) : reply;
    if (!actor) {
      body.resume();
      return reply;
    }
    const stop = new AbortController();
    const lines = new PassThrough();
    reply.raw.once("close", () => stop.abort(new Error("Nobody waits for the answer.")));
    const say = (line: ImportReply<object>) => void (lines.destroyed || lines.write(`${JSON.stringify(line)}\n`));
    void prepare(actor, body, say, stop.signal)
      .then(say, (error: unknown) => say({ refused: refusalOf(error) }))
      .finally(() => {
        body.resume();
        lines.end();
      });
    return reply.type("application/x-ndjson; charset=utf-8").header("Cache-Control", "no-store").send(lines);
  }

  async function prepare(actor: Viewer, body: Readable, say: (line: ImportReply<object>) => void, signal: AbortSignal): Promise<ImportReply<object>> {
    if (running.has(actor.coalitionId)) {
      throw new ImportRefused(
        "Another file of this coalition is being read. Try again in a minute.",
        "Er wordt al een bestand van deze coalitie gelezen. Probeer het over een minuut opnieuw.",
      );
    }
    running.add(actor.coalitionId);
    try {
      const chunks: AsyncIterator<Uint8Array> = body.iterator({ destroyOnReturn: false });
      const { line, rest } = await firstLine(chunks);
      const { boardId, states, members } = readChoices(line);
      const last = { READING: 0, CHECKING: 0 };
      const { id, report } = await services.imports.prepare(rest, {
        coalition: actor.coalitionId,
        actor,
        board: boardId,
        states,
        members,
        owner: null,
        signal,
        progress(phase, done, total) {
          if (done - last[phase] < step[phase] && done !== total) return;
          last[phase] = done;
          say({ progress: { phase, done, total } });
        },
      });
      if (signal.aborted) await services.imports.cancel(id);
      return { answer: { id, report } };
    } finally {
      running.delete(actor.coalitionId);
    }
  }

  function refusalOf(error: unknown): ImportRefusal {
    if (error instanceof ImportRefused) return error.refusal;
    transport.mask({ message: "" }, error);
    return { nl: "Het inlezen lukte niet. Er is niets veranderd.", en: "Reading the file failed. Nothing was changed." };
  }

  await root.register(async (app) => {
    app.addContentTypeParser("application/octet-stream", { bodyLimit: maxBytes + 1_000_000 }, (_request, payload, done) => done(null, payload));
    app.post<Query>("/imports/trello", { bodyLimit: maxBytes + 1_000_000 }, upload);

    app.post<Query>("/imports/list", { bodyLimit: listBytes }, async (request, reply) => {
      const actor = await admit(request, reply);
      return actor ? answer(reply, () => services.lists.run(readListInput(request.body), actor)) : reply;
    });

    app.post<Query & { Params: { id: string } }>("/imports/:id/land", async (request, reply) => {
      const actor = await admit(request, reply);
      if (!actor) return reply;
      return answer(reply, async () => {
        await services.imports.land(knownId(request.params.id), actor);
        return { landed: true };
      });
    });

    app.delete<Query & { Params: { id: string } }>("/imports/:id", async (request, reply) => {
      const actor = await admit(request, reply);
      if (!actor) return reply;
      if (isKnownId(request.params.id)) await services.imports.cancelFor(request.params.id, actor);
      return reply.send({ answer: { cancelled: true } });
    });
  });
}
