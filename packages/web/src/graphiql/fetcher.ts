import type { Fetcher, FetcherParams } from "@graphiql/toolkit";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { type Client, createClient } from "graphql-ws";
import { membershipHeader } from "./person.ts";

/** The operation that is meant; a document with one needs no name. */
export function operationOf({ query, operationName }: FetcherParams): OperationDefinitionNode | undefined {
  const operations = parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? operations[0] : operations.find(({ name }) => name?.value === operationName);
}

/** Socket with the session cookie, for one membership; opens at the first subscription. */
export function hubSocket(membershipId: string): Client {
  const { protocol, host } = window.location;
  return createClient({ url: `${protocol === "https:" ? "wss" : "ws"}://${host}/graphql`, connectionParams: { membership: membershipId } });
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A batch without events: it says only that the connection lives. */
export function isHeartbeat({ data }: { data?: Record<string, unknown> | null }): boolean {
  const [batch] = Object.values(data ?? {});
  return isPlain(batch) && Array.isArray(batch["events"]) && batch["events"].length === 0 && batch["reset"] !== true;
}

/** Sends what GraphiQL asks: questions by HTTP, subscriptions over the socket, both for one membership. */
export function hubFetcher(membershipId: string, socket: Client, closed: (code: number) => string): Fetcher {
  const failure = (error: unknown) => (error instanceof CloseEvent ? new Error(closed(error.code)) : error);
  return async (params, options) => {
    const operation = operationOf(params);
    const request = { query: params.query, variables: params.variables, operationName: operation?.name?.value };
    if (operation?.operation !== "subscription") {
      const headers = { ...options?.headers, "content-type": "application/json", [membershipHeader]: membershipId };
      const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request) });
      return response.json();
    }
    return {
      subscribe(observer: { next: (value: object) => void; error: (error: unknown) => void; complete: () => void }) {
        let shown = false;
        const unsubscribe = socket.subscribe<Record<string, unknown>>(request, {
          next(result) {
            if (shown && isHeartbeat(result)) return;
            shown = true;
            observer.next(result);
          },
          error: (error) => observer.error(failure(error)),
          complete: () => observer.complete(),
        });
        return { unsubscribe };
      },
    };
  };
}
