import { documentIds } from "@wijkbord/schema/documentIds";
import type { ExplorerStartQuery } from "@wijkbord/schema/operations";

export type Person = NonNullable<ExplorerStartQuery["me"]>;
/** One membership: what a request is made for. */
export type Hat = Person["memberships"][number];

/** Header that says for which membership a request is made. */
export const membershipHeader = "x-wijkbord-membership";

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

async function ask<Data>(body: object, membershipId?: string): Promise<Answer<Data>> {
  const hat: Record<string, string> = membershipId ? { [membershipHeader]: membershipId } : {};
  const headers = { ...hat, "content-type": "application/json" };
  const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
  return response.json();
}

/** The signed-in person; null without a session. */
export async function loadPerson(): Promise<Person | null> {
  const { data, errors } = await ask<ExplorerStartQuery>({ documentId: documentIds["ExplorerStart"] });
  if (!data) throw new Error(errors?.[0]?.message ?? "no answer");
  return data.me;
}

/** The first task of a wijk; null while it has none. */
export async function firstTaskOf({ id, coalition }: Hat, areaCode: string): Promise<string | null> {
  const query = `query FirstTask($coalitionId: ID!, $areaCode: String!) {
    tasks(coalitionId: $coalitionId, filter: { areaCode: $areaCode }, first: 1) { nodes { id } } }`;
  const { data } = await ask<{ tasks: { nodes: { id: string }[] } }>({ query, variables: { coalitionId: coalition.id, areaCode } }, id);
  return data?.tasks.nodes[0]?.id ?? null;
}
