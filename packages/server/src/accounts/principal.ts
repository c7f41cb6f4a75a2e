import type { Viewer } from "@wijkbord/schema";
import type { Membership } from "@wijkbord/schema/types";

/** A signed-in person with the live memberships of this moment, the oldest first. */
export interface PersonPrincipal {
  readonly kind: "PERSON";
  readonly userId: string;
  readonly displayName: string;
  readonly sessionId: string;
  readonly memberships: readonly Membership[];
  /** Membership named by the request (`x-wijkbord-membership`); it gives rights only when it is one of the person's own. */
  readonly actingFor: string | null;
}

export type Principal = { readonly kind: "ANONYMOUS" } | PersonPrincipal;

export const anonymous: Principal = { kind: "ANONYMOUS" };

/** The rights of one membership, as policies read them. */
export function viewerOf(membership: Membership): Viewer {
  const { id, organisationId, coalitionId, accessRole, capabilities } = membership;
  return { membershipId: id, organisationId, coalitionId, accessRole, capabilities };
}

/** The memberships a request may act with in a coalition: the named one, else all of them. */
export function hatsIn(principal: Principal, coalitionId: string): readonly Membership[] {
  if (principal.kind === "ANONYMOUS") return [];
  const own = principal.memberships.filter((membership) => membership.coalitionId === coalitionId);
  if (principal.actingFor === null) return own;
  return own.filter((membership) => membership.id === principal.actingFor);
}
