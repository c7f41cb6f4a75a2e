/** What the page knows of the person who asks. */
export interface Hat {
  readonly membershipId: string;
  readonly coalition: { readonly id: string; readonly name: string; readonly boards: readonly OwnBoard[] };
  readonly organisation: { readonly id: string; readonly shortName: string };
}
export interface OwnBoard {
  readonly id: string;
  readonly areaCode: string;
  readonly areaName: string;
}
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly hats: readonly Hat[];
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Header that says for which membership a request is made. */
export const membershipHeader = "x-wijkbord-membership";

async function ask<Data>(query: string, variables: object, membershipId?: string): Promise<Answer<Data>> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (membershipId) headers[membershipHeader] = membershipId;
  const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const answer: Answer<Data> = await response.json();
  return answer;
}

interface OwnData {
  me: { id: string; displayName: string; memberships: { id: string; coalition: Hat["coalition"]; organisation: Hat["organisation"] }[] } | null;
}

/** The signed-in person; null without a session. */
export async function loadPerson(): Promise<Person | null> {
  const { data, errors } = await ask<OwnData>(
    `query Own { me { id displayName memberships { id
      coalition { id name boards { id areaCode areaName } } organisation { id shortName } } } }`,
    {},
  );
  if (errors?.some(({ extensions }) => extensions?.code !== "UNAUTHENTICATED")) throw new Error(errors[0]?.message);
  const me = data?.me;
  if (!me) return null;
  const hats = me.memberships.map(({ id, coalition, organisation }) => ({ membershipId: id, coalition, organisation }));
  return { id: me.id, displayName: me.displayName, hats };
}

/** The first task of a wijk; null while it has none. */
export async function firstTaskOf(hat: Hat, areaCode: string): Promise<string | null> {
  const { data } = await ask<{ tasks: { nodes: { id: string }[] } }>(
    `query FirstTask($coalitionId: ID!, $areaCode: String!) {
      tasks(coalitionId: $coalitionId, filter: { areaCode: $areaCode }, first: 1) { nodes { id } } }`,
    { coalitionId: hat.coalition.id, areaCode },
    hat.membershipId,
  );
  return data?.tasks.nodes[0]?.id ?? null;
}
