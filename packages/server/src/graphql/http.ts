import type { AddressInfo } from "node:net";
import { ErrorCode, errorSentences } from "@wijkbord/schema";
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from "fastify";
import cookie from "@fastify/cookie";
import { coded } from "./errors.ts";
import { graphqlRoute, sendErrors } from "./graphqlRoute.ts";
import { securityHeaders } from "./headers.ts";
import { importRoutes } from "../imports/importRoutes.ts";
import { addressRoutes } from "../notifications/mail/addressRoutes.ts";
import { mailPage } from "../notifications/mail/mailPage.ts";
import { stopRoutes } from "../notifications/mail/stopRoutes.ts";
import { guestRoutes } from "../meetings/guestRoutes.ts";
import { healthRoutes } from "./health.ts";
import { limits } from "./limits.ts";
import { streamRoute } from "./stream.ts";
import { webPages } from "./pages.ts";
import type { Transport } from "./transport.ts";

/** What went wrong before GraphQL saw the request. */
function codeOf({ statusCode = 500 }: FastifyError): ErrorCode {
  if (statusCode === 413) return ErrorCode.LIMIT;
  return statusCode < 500 ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
}

/** How long answers may take that are on their way when the hub stops, in milliseconds. */
const lastAnswers = 5_000;

/** Lets answers that are on their way arrive; who holds a connection longer than that, for example by what it never finished to send, is cut off. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), lastAnswers);
  await app.close();
  clearTimeout(cut);
}

/** The HTTP side of the hub: GraphQL, the web app, GraphiQL, health. */
export async function httpServer(transport: Transport, webRoot: string): Promise<FastifyInstance> {
  const { access, log } = transport;
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    bodyLimit: limits.bodyBytes,
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    return503OnClosing: true,
  });
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const code = codeOf(error);
    if (code === ErrorCode.INTERNAL) {
      const hidden = transport.mask({ message: "" }, error);
      return reply.code(hidden.extensions?.["code"] === ErrorCode.UNAVAILABLE ? 503 : 500).send({ errors: [hidden] });
    }
    const message = code === ErrorCode.LIMIT ? `The body is larger than ${limits.bodyBytes} bytes.` : errorSentences[code].en;
    return sendErrors(reply, transport, [coded(code, message)], error.statusCode ?? 400);
  });
  await app.register(cookie);
  securityHeaders(app, access);
  healthRoutes(app, transport);
  app.get("/.well-known/wijkbord-key", () => transport.services.hubKey.publicKey());
  await graphqlRoute(app, transport);
  streamRoute(app, transport);
  guestRoutes(app, transport);
  await stopRoutes(app, transport);
  await addressRoutes(app, transport);
  mailPage(app, transport);
  await importRoutes(app, transport);
  await webPages(app, transport, webRoot);
  app.server.once("listening", () => access.listening(portOf(app.server.address())));
  return app;
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === "object" && address !== null ? address.port : 0);
