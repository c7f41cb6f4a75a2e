import { timingSafeEqual } from "node:crypto";
import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { printSchema } from "graphql";
import { isLoopback } from "../config.ts";
import { bearerOf } from "./access.ts";
import { coded } from "./errors.ts";
import { sendErrors } from "./graphqlRoute.ts";
import type { Transport } from "./transport.ts";

const patience = 2_000;

/** Whether the database answers in time; its migrations were done before the hub began to listen. */
async function isReady({ services }: Transport): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patience);
  const asked = services.database
    .read()
    .execute("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, promise]).finally(() => clearTimeout(timer));
}

function mayMeasure({ config }: Transport, request: FastifyRequest): boolean {
  const direct = request.headers["x-forwarded-for"] === undefined && request.headers.forwarded === undefined;
  if (direct && isLoopback(request.ip) && isLoopback(request.hostname)) return true;
  const [sent, token] = [Buffer.from(bearerOf(request.headers.authorization) ?? ""), Buffer.from(config.metricsToken ?? "")];
  return token.length > 0 && sent.length === token.length && timingSafeEqual(sent, token);
}

/** What operators and tools ask: alive, ready, numbers, the schema. */
export function healthRoutes(app: FastifyInstance, transport: Transport): void {
  const { metrics, schema } = transport;
  const sdl = `${printSchema(schema)}\n`;
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const ready = await isReady(transport);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "the database does not answer" });
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayMeasure(transport, request)) return sendErrors(reply, transport, [coded(ErrorCode.FORBIDDEN, undefined, 403)]);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.get("/schema.graphql", (_request, reply) =>
    reply.type("text/plain; charset=utf-8").header("Content-Disposition", 'inline; filename="schema.graphql"').send(sdl),
  );
}
