import { ApolloLink } from "@apollo/client";
import { documentIds } from "@wijkbord/schema/documentIds";
import { Observable } from "rxjs";

/** The hub could not be reached, or answered something else than GraphQL. */
export class HubUnreachable extends Error {
  override name = "HubUnreachable";
}

/** The id of an operation of this app; it must be one of the generated ones. */
export function documentIdOf(operationName: string | undefined): string {
  const id = documentIds[operationName ?? ""];
  if (!id) throw new Error(`Operation ${operationName} is not a document of this app.`);
  return id;
}

async function post(body: string, membership: string | null, signal: AbortSignal): Promise<ApolloLink.Result> {
  const headers = { "content-type": "application/json", ...(membership && { "x-wijkbord-membership": membership }) };
  const response = await fetch("/graphql", { method: "POST", headers, body, signal, credentials: "same-origin" }).catch((error: unknown) => {
    throw new HubUnreachable("The hub does not answer.", { cause: error });
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as ApolloLink.Result;
  } catch (error) {
    throw new HubUnreachable(`The hub answered ${response.status}.`, { cause: error });
  }
}

/** Sends operations by the id of their document; the text never travels. */
export const trustedLink = (membership: string | null): ApolloLink =>
  new ApolloLink(({ operationName, variables, extensions }) => {
    const body = JSON.stringify({ documentId: documentIdOf(operationName), operationName, variables, extensions });
    return new Observable((observer) => {
      const abort = new AbortController();
      post(body, membership, abort.signal).then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error: unknown) => observer.error(error),
      );
      return () => abort.abort();
    });
  });
