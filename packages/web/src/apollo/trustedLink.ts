import { ApolloLink } from "@apollo/client";
import type { DocumentNode } from "graphql";
import { Observable } from "rxjs";
import { isKeptQuery, keepAnswer, keptAnswer } from "./keptAnswers.ts";

/** The hub could not be reached, or answered something else than GraphQL. */
export class HubUnreachable extends Error {
  override name = "HubUnreachable";
}

/** The id of a document; it must be one of the generated ones, which carry it. */
export function documentIdOf(document: DocumentNode & { readonly __meta__?: { readonly id: string } }): string {
  if (!document.__meta__) throw new Error("This is not a document of the app.");
  return document.__meta__.id;
}

/** A JSON answer of the hub. */
function parsed(text: string, status: number): ApolloLink.Result {
  try {
    return JSON.parse(text) as ApolloLink.Result;
  } catch (error) {
    throw new HubUnreachable(`The hub answered ${status}.`, { cause: error });
  }
}

async function post(body: string, membership: string | null, signal: AbortSignal): Promise<{ result: ApolloLink.Result; text: string }> {
  const headers = { "content-type": "application/json", ...(membership && { "x-wijkbord-membership": membership }) };
  const response = await fetch("/graphql", { method: "POST", headers, body, signal, credentials: "same-origin" }).catch((error: unknown) => {
    throw new HubUnreachable("The hub does not answer.", { cause: error });
  });
  const text = await response.text();
  return { result: parsed(text, response.status), text };
}

/** Sends operations by the id of their document; the text never travels. Without a connection the last answer counts, with its age. */
export const trustedLink = (membership: string | null, onKept: (at: Date) => void = () => undefined): ApolloLink =>
  new ApolloLink(({ query, operationName, variables, extensions }) => {
    const body = JSON.stringify({ documentId: documentIdOf(query), operationName, variables, extensions });
    return new Observable((observer) => {
      const abort = new AbortController();
      const send = async (): Promise<ApolloLink.Result> => {
        const name = isKeptQuery(operationName) ? operationName : undefined;
        try {
          const { result, text } = await post(body, membership, abort.signal);
          if (name && result.data && !result.errors) void keepAnswer(membership, name, variables, text).catch(() => undefined);
          return result;
        } catch (error) {
          const kept = name && !abort.signal.aborted ? await keptAnswer(membership, name, variables) : null;
          if (!kept) throw error;
          onKept(kept.at);
          return parsed(kept.text, 200);
        }
      };
      send().then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error: unknown) => observer.error(error),
      );
      return () => abort.abort();
    });
  });
