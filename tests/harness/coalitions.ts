import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { bearer, raw, tokenOf } from "./raw.ts";

export interface Answer {
  __typename: string;
  [field: string]: unknown;
}
export interface Organisation {
  id: string;
  shortName: string;
  parentId: string | null;
  version: number;
}
export interface Member {
  id: string;
  displayName: string;
  organisationId: string;
  accessRole: string;
  capabilities: string[];
  version: number;
}
export interface Coalition {
  id: string;
  slug: string;
  name: string;
  version: number;
  sequence: number;
  defaultStyle: string;
  organisations: (Organisation & { leftOn: string | null })[];
  members: Member[];
}

/** What tests of a coalition do on a hub: ask as somebody, read Zuidwest, change, and read the events that followed. */
export function coalitionActs(hub: Hub) {
  const tokens = new Map<string, string>();

  async function as(key: string, query: string, variables: Record<string, unknown> = {}) {
    const token = tokens.get(key) ?? (await tokenOf(hub.url, key));
    tokens.set(key, token);
    return raw(`${hub.url}/graphql`, { body: { query, variables }, headers: bearer(token) });
  }

  async function zuidwest(key = "fenna"): Promise<Coalition> {
    const fields =
      "id slug name version sequence defaultStyle organisations { id shortName parentId version leftOn } members { id displayName organisationId accessRole capabilities version }";
    const { data } = await as(key, `{ coalitions { ${fields} } }`);
    const found = (data as { coalitions: Coalition[] }).coalitions.find(({ slug }) => slug === "zuidwest");
    if (!found) throw new Error("No Zuidwest.");
    return found;
  }

  /** Runs a mutation of a coalition and gives its answer. */
  async function change(key: string, name: string, input: Record<string, unknown>): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const object =
      name === "updateCoalition"
        ? "coalition { id name defaultStyle version }"
        : name.includes("Membership")
          ? "membership { id displayName accessRole capabilities version validUntil }"
          : "organisation { id name shortName letters parentId leftOn version }";
    const query = `mutation M($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on ${type}Payload { ${object} asOfSequence }
      ... on NotAllowed { reason } ... on NotFound { field } ... on ValidationProblem { field code limit } ... on RuleBroken { rule missing { code } } ... on VersionConflict { version groups } } }`;
    const { data, text } = await as(key, query, { input });
    if (!data) throw new Error(text);
    return (data as { answer: Answer }).answer;
  }

  const eventsSince = async (coalitionId: string, sequence: number) => {
    const events = await hub.services.database.read().find(EventTable, { coalitionId, sequence: { $gt: sequence } }, { orderBy: { sequence: "asc" } });
    return events.map(({ type }) => String(type));
  };
  return { as, zuidwest, change, eventsSince };
}

export const memberOf = ({ members }: Coalition, name: string): Member => {
  const found = members.find(({ displayName }) => displayName.startsWith(name));
  if (!found) throw new Error(`No ${name}.`);
  return found;
};
export const own = (coalition: Coalition, name: string): Organisation => {
  const { organisationId } = memberOf(coalition, name);
  return coalition.organisations.find(({ id }) => id === organisationId) as Organisation;
};
