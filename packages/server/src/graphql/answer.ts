import { createHash } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import { type Principal, viewerOf } from "../accounts/principal.ts";
import { permissionClass } from "../realtime/permissionClass.ts";
import type { HubContext } from "./context.ts";
import type { Transport } from "./transport.ts";

/** What is known about a request without what it says. */
export interface AnswerFacts {
  readonly trusted: boolean;
  readonly documentId: string | null;
  readonly cost: number;
  /** Null when the request ended before it was known. */
  readonly principal: Principal | null;
}

export interface RequestContext extends HubContext {
  readonly facts: AnswerFacts;
  readonly started: number;
}

/** A short mark of the rights of a request; it names nobody. */
function classMark(principal: Principal | null): string {
  if (principal === null) return "unknown";
  if (principal.kind === "ANONYMOUS") return "anonymous";
  const hats = principal.memberships.filter(({ id }) => principal.actingFor === null || id === principal.actingFor);
  return createHash("sha256")
    .update(hats.map((hat) => permissionClass(viewerOf(hat))).join("|"))
    .digest("hex")
    .slice(0, 12);
}

/** Writes the one line of a request, and counts it. Never variables, tokens, addresses or names. */
export function answered(
  transport: Pick<Transport, "log" | "metrics">,
  facts: AnswerFacts,
  started: number,
  codes: readonly string[],
  sequence?: number,
): void {
  const milliseconds = performance.now() - started;
  const { trusted, documentId, cost, principal } = facts;
  transport.metrics.answered(trusted, codes[0] ?? "OK", milliseconds / 1_000, cost);
  transport.log.info({ documentId, trusted, cost, class: classMark(principal), sequence, codes, milliseconds: Math.round(milliseconds * 10) / 10 }, "graphql");
}

/** The number of the log that an answer carries, when it carries one. */
function sequenceOf(data: unknown): number | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  for (const value of Object.values(data)) {
    const sequence: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "asOfSequence") : undefined;
    if (typeof sequence === "number") return sequence;
  }
  return undefined;
}

/** Puts the cost into the answer and the request into the log. */
export const requestLog = (transport: Pick<Transport, "log" | "metrics">): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue: { facts, started, signal } }) {
        if (response.body.kind !== "single" || signal.aborted) return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: facts.cost };
        const codes = (singleResult.errors ?? []).map(({ extensions }) => String(extensions?.["code"]));
        answered(transport, facts, started, codes, sequenceOf(singleResult.data));
      },
    };
  },
});
