import { ErrorCode, type Viewer } from "@wijkbord/schema";
import { hatsIn, type Principal, viewerOf } from "../accounts/principal.ts";
import { invalid } from "../activity/refusal.ts";
import { CoalitionLoaders } from "../coalitions/coalition.loaders.ts";
import type { Services } from "../services.ts";
import { coded } from "./errors.ts";

export const unauthenticated = () => coded(ErrorCode.UNAUTHENTICATED);
export const notFoundError = () => coded(ErrorCode.NOT_FOUND);

/** What resolvers work with. A group context holds one permission class and no person. */
export interface HubContext {
  readonly services: Services;
  readonly principal: Principal;
  /** The document is one that this hub ships; whole lists are for those only. */
  readonly trusted: boolean;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly loaders: CoalitionLoaders;
  /** The socket that the request came over; null for a request of its own. */
  readonly connectionId: string | null;
  /** Network address of who asks; empty where it is not known, such as on a socket. */
  readonly address: string;
  /** The rights to read a coalition with; NOT_FOUND without membership. */
  reader(coalitionId: string): Viewer;
  /** All coalitions that may be read. */
  readers(): Viewer[];
  /** The membership a change acts for; refuses when several would do. */
  actor(coalitionId: string): Viewer;
  /** Gives the browser the cookie of a session, or takes it away. */
  setSession(token: string | null, ownDevice?: boolean): void;
}

/** What a transport knows about one request. */
export interface RequestFacts {
  readonly trusted: boolean;
  readonly signal?: AbortSignal;
  readonly connectionId?: string;
  readonly address?: string;
  setSession?(token: string | null, ownDevice?: boolean): void;
}

const never = new AbortController().signal;

function checkAborted(signal: AbortSignal): void {
  if (signal.aborted) throw coded(ErrorCode.TIMEOUT);
}

/**
 * Context of one request of one principal. A request acts for the membership it names. Without a name, reads of a
 * coalition are those of the person's oldest live membership there, never of several together; changes are refused.
 */
export function requestContext(
  services: Services,
  principal: Principal,
  { trusted, signal = never, connectionId, address = "", setSession = () => {} }: RequestFacts,
): HubContext {
  const hats = (coalitionId: string) => {
    checkAborted(signal);
    if (principal.kind === "ANONYMOUS") throw unauthenticated();
    const [hat, ...others] = hatsIn(principal, coalitionId);
    if (!hat) throw notFoundError();
    return { hat, others };
  };
  return {
    services,
    principal,
    trusted,
    signal,
    connectionId: connectionId ?? null,
    address,
    loaders: new CoalitionLoaders(services),
    setSession,
    reader: (coalitionId) => viewerOf(hats(coalitionId).hat),
    readers() {
      checkAborted(signal);
      if (principal.kind === "ANONYMOUS") throw unauthenticated();
      const coalitions = [...new Set(principal.memberships.map(({ coalitionId }) => coalitionId))];
      return coalitions.flatMap((coalitionId) => hatsIn(principal, coalitionId).slice(0, 1).map(viewerOf));
    },
    actor(coalitionId) {
      const { hat, others } = hats(coalitionId);
      if (others.length > 0) throw invalid("membership", "ACTING_FOR_REQUIRED");
      return viewerOf(hat);
    },
  };
}

function noPerson(): never {
  throw new Error("A shared subscription has no person.");
}

/** Context of a group of subscribers with equal rights: a resolver that needs a person fails. */
export function groupContext(services: Services, viewer: Viewer, trusted = false): HubContext {
  const { coalitionId, organisationId, accessRole, capabilities } = viewer;
  const shared: Viewer = {
    coalitionId,
    organisationId,
    accessRole,
    capabilities,
    get membershipId() {
      return noPerson();
    },
  };
  return {
    services,
    get principal() {
      return noPerson();
    },
    trusted,
    signal: never,
    connectionId: null,
    address: "",
    loaders: new CoalitionLoaders(services),
    setSession: noPerson,
    reader(id) {
      if (id !== coalitionId) throw notFoundError();
      return shared;
    },
    readers: () => [shared],
    actor: noPerson,
  };
}
