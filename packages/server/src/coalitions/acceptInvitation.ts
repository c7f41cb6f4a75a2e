import { AccessRole, Capability, type Viewer } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { newPerson } from "../accounts/ownPerson.ts";
import { change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { notFound } from "../activity/refusal.ts";
import { MembershipTable } from "./coalition.tables.ts";
import { openInvitation, roleNow } from "./invitations.ts";
import { join } from "./memberships.ts";

/** Who joins: a person that is signed in already, or a new one with a name. */
export interface Joining {
  readonly userId: string | null;
  readonly displayName: string;
  /** Language of the page, nl or en. */
  readonly locale?: string;
}
/** What became of it: the coalition, and who joined. */
export type Joined = { readonly outcome: Outcome; readonly userId: string | null };

const coordinates = (role: AccessRole) => role === AccessRole.COALITION_COORDINATOR || role === AccessRole.PARTNER_COORDINATOR;

/** Joins the organisation of an invitation; who is a member there already costs it nothing. Any other token does not exist. */
export async function acceptInvitation(deps: ChangeDeps, token: string, person: Joining): Promise<Joined> {
  const seen = await openInvitation(deps.database.read(), token, deps.clock.now());
  if (!seen) return { outcome: { problem: notFound("token").problem }, userId: null };
  const { coalitionId, organisationId } = seen;
  const actor: Viewer = { membershipId: uuidv7(), coalitionId, organisationId, accessRole: AccessRole.MEMBER, capabilities: [] };
  let userId = person.userId;
  const outcome = await change(deps, actor, undefined, async (making) => {
    const { em, now } = making;
    const invitation = await openInvitation(em, token, now);
    if (!invitation) throw notFound("token");
    const live = { organisationId, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
    if (userId !== null && (await em.count(MembershipTable, { userId, ...live })) > 0) return coalitionId;
    userId ??= newPerson(em, { displayName: person.displayName, locale: person.locale ?? "nl" }, now);
    const accessRole = roleNow(invitation);
    join(making, { id: actor.membershipId, organisationId, userId, accessRole, capabilities: coordinates(accessRole) ? [Capability.SIGN] : [] });
    invitation.uses += 1;
    invitation.version += 1;
    return coalitionId;
  });
  return { outcome, userId: "problem" in outcome ? null : userId };
}
