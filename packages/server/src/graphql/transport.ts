import { ErrorCode } from "@wijkbord/schema";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { Kind } from "graphql";
import type { Logger } from "pino";
import type { Principal } from "../accounts/principal.ts";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import type { Access } from "./access.ts";
import { type DocumentRequest, Documents, type Preparation, type Prepared } from "./documents.ts";
import { coded, errorMask, type Mask } from "./errors.ts";
import { limits } from "./limits.ts";
import { Metrics } from "./metrics.ts";
import { hubRates, type Rates } from "./rates.ts";

/** What HTTP, WebSocket and SSE share. */
export interface Transport {
  readonly config: Config;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly access: Access;
  readonly documents: Documents;
  readonly rates: Rates;
  readonly mask: Mask;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** How long one request may take. */
  readonly milliseconds: number;
}

/** Makes the shared parts of the transports. */
export function hubTransport(
  config: Config,
  access: Access,
  services: Services,
  schema: GraphQLSchema,
  log: Logger,
  milliseconds: number = limits.milliseconds,
): Transport {
  const metrics = new Metrics();
  metrics.watch(services.engine.counts, () => services.engine.connections.size);
  return {
    config,
    services,
    schema,
    access,
    documents: new Documents(schema),
    rates: hubRates(services.clock),
    mask: errorMask(log),
    log,
    metrics,
    milliseconds,
  };
}

const tooFast = (): { errors: readonly GraphQLError[] } => ({ errors: [coded(ErrorCode.RATE_LIMITED, undefined, 429)] });
const signsIn = ({ operation }: Prepared) =>
  operation.operation === "mutation" &&
  operation.selectionSet.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith("signIn"));

/** The document of a request when the principal may ask it now; else what the client gets to read. */
export function admit({ documents, rates }: Transport, request: DocumentRequest, principal: Principal, address: string): Preparation {
  if (principal.kind === "ANONYMOUS" && !rates.anonymous.take(address)) return tooFast();
  const prepared = documents.prepare(request, principal);
  if ("errors" in prepared) return prepared;
  if (signsIn(prepared) && !rates.signIn.take(address)) return tooFast();
  if (principal.kind === "PERSON" && !prepared.trusted && !rates.free.take(principal.userId)) return tooFast();
  return prepared;
}
