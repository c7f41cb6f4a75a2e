import type { Viewer } from "@wijkbord/schema";
import { GraphQLError } from "graphql";
import { hatsIn, type Principal, viewerOf } from "../accounts/principal.ts";
import { invalid } from "../activity/refusal.ts";
import type { Services } from "../services.ts";

const coded = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });
export const unauthenticated = () => coded("UNAUTHENTICATED", "Sign in first.");
export const notFoundError = () => coded("NOT_FOUND", "It does not exist or is not for you.");

/** What resolvers work with. A group context holds one permission class and no person. */
export interface HubContext {
  readonly services: Services;
  readonly principal: Principal;
  /** The rights to read a coalition with; NOT_FOUND without membership. */
  reader(coalitionId: string): Viewer;
  /** All coalitions that may be read. */
  readers(): Viewer[];
  /** The membership a change acts for; refuses when several would do. */
  actor(coalitionId: string): Viewer;
  setSession(token: string | null): void;
}

/** Context of one request of one principal. */
export function requestContext(services: Services, principal: Principal, setSession: (token: string | null) => void): HubContext {
  return {
    services,
    principal,
    setSession,
    reader(coalitionId) {
      if (principal.kind === "ANONYMOUS") throw unauthenticated();
      const [hat] = hatsIn(principal, coalitionId);
      if (!hat) throw notFoundError();
      return viewerOf(hat);
    },
    readers() {
      if (principal.kind === "ANONYMOUS") throw unauthenticated();
      const coalitions = [...new Set(principal.memberships.map(({ coalitionId }) => coalitionId))];
      return coalitions.flatMap((coalitionId) => hatsIn(principal, coalitionId).slice(0, 1).map(viewerOf));
    },
    actor(coalitionId) {
      if (principal.kind === "ANONYMOUS") throw unauthenticated();
      const hats = hatsIn(principal, coalitionId);
      const [hat] = hats;
      if (!hat) throw notFoundError();
      if (hats.length > 1) throw invalid("membership", "ACTING_FOR_REQUIRED");
      return viewerOf(hat);
    },
  };
}

/** Context of a group of subscribers with equal rights: a resolver that needs a person fails. */
export function groupContext(services: Services, viewer: Viewer): HubContext {
  const noPerson = () => {
    throw new Error("A shared subscription has no person.");
  };
  return {
    services,
    principal: { kind: "ANONYMOUS" },
    setSession: noPerson,
    reader(coalitionId) {
      if (coalitionId !== viewer.coalitionId) throw notFoundError();
      return viewer;
    },
    readers: () => [viewer],
    actor: noPerson,
  };
}
