import { AccessRole, Capability, coalitionLimits, EventType, mayGiveRights, mayManageOrganisation } from "@wijkbord/schema";
import type { AddMembershipInput, ChangeMembershipInput, Membership, RevokeMembershipInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { UserTable } from "../accounts/account.tables.ts";
import { addressIn } from "../accounts/mailAddress.ts";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { emptySeatsOf } from "../roles/leave.ts";
import { takeOff } from "../tasks/releaseAll.ts";
import { MembershipTable, OrganisationTable } from "./coalition.tables.ts";
import { presentOrganisation } from "./organisations.ts";
import { expectSeen, write } from "./row.ts";

const liveAt = (now: Date) => ({ $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });

/** A coalition always keeps somebody who coordinates it. */
export async function keepCoordinator({ em, coalition, now }: LoggedWork, leaving: readonly Membership[]): Promise<void> {
  if (!leaving.some(({ accessRole }) => accessRole === AccessRole.COALITION_COORDINATOR)) return;
  const others = { coalitionId: coalition.id, accessRole: AccessRole.COALITION_COORDINATOR, id: { $nin: leaving.map(({ id }) => id) } };
  if ((await em.count(MembershipTable, { ...others, ...liveAt(now) })) === 0) throw ruleBroken("D10", [{ code: "LAST_COORDINATOR", objectId: null }]);
}

async function liveMembership(change: Change, id: string): Promise<Membership> {
  const { em, coalition, now, actor } = change;
  const membership = await em.findOne(MembershipTable, { id, coalitionId: coalition.id, ...liveAt(now) });
  if (!membership) throw notFound("id");
  const organisation = await em.findOneOrFail(OrganisationTable, { id: membership.organisationId });
  const own = membership.id === actor.membershipId;
  if (!own && !mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  return membership;
}

/** The account with this address at work; made when there is none. People of the demo get no part in other coalitions. */
export async function accountFor({ em, now, coalition }: LoggedWork, address: string, name: string | null | undefined): Promise<string> {
  const email = addressIn("email", address);
  const known = await em.findOne(UserTable, { email });
  if (known?.demoKey && !coalition.isDemo) throw invalid("email", "DEMO_PERSON");
  if (known) return known.id;
  const displayName = text("displayName", name ?? "", coalitionLimits.displayName);
  const id = uuidv7();
  em.create(UserTable, { id, displayName, email, demoKey: null, locale: "nl", createdAt: now });
  return id;
}

async function personOf(change: Change, { sameAsMembershipId, email, displayName }: AddMembershipInput): Promise<string> {
  if (!sameAsMembershipId) return accountFor(change, email ?? "", displayName);
  const same = await change.em.findOne(MembershipTable, { id: sameAsMembershipId, coalitionId: change.coalition.id });
  if (!same) throw notFound("sameAsMembershipId");
  return same.userId;
}

/** Writes a new membership and its event. */
export function join(
  work: LoggedWork,
  member: Pick<Membership, "organisationId" | "userId" | "accessRole" | "capabilities"> & Partial<Pick<Membership, "id">>,
): Membership {
  const { em, coalition, now } = work;
  const membership = em.create(MembershipTable, { id: uuidv7(), coalitionId: coalition.id, ...member, validFrom: now, validUntil: null, version: 1 });
  work.record({
    type: EventType.MEMBERSHIP_CHANGED,
    target: { type: "Membership", id: membership.id },
    version: 1,
    changes: [{ field: "accessRole", before: null, after: member.accessRole }],
  });
  return membership;
}

/** Lets a person act for an organisation; returns the membership. */
export async function addMembership(change: Change, input: AddMembershipInput): Promise<string> {
  const { em, actor, now } = change;
  const organisation = await presentOrganisation(change, input.organisationId, "organisationId");
  if (!mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  const capabilities = [...new Set(input.capabilities)].toSorted();
  if (!mayGiveRights(actor, input.accessRole, capabilities)) throw notAllowed("NOT_YOURS_TO_GIVE");
  const userId = await personOf(change, input);
  if ((await em.count(MembershipTable, { userId, organisationId: organisation.id, ...liveAt(now) })) > 0) {
    throw invalid(input.sameAsMembershipId ? "sameAsMembershipId" : "email", "ALREADY_MEMBER");
  }
  return join(change, { organisationId: organisation.id, userId, accessRole: input.accessRole, capabilities }).id;
}

/** Changes what a member may do; returns the membership. */
export async function changeMembership(change: Change, input: ChangeMembershipInput): Promise<string> {
  const { em, actor } = change;
  const membership = await liveMembership(change, input.id);
  const organisation = await em.findOneOrFail(OrganisationTable, { id: membership.organisationId });
  if (!mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  const accessRole = input.accessRole ?? membership.accessRole;
  const capabilities = [...new Set(input.capabilities ?? membership.capabilities)].toSorted();
  const privacy = [membership.capabilities, capabilities].map((rights) => rights.includes(Capability.PRIVACY));
  const touched = privacy[0] === privacy[1] ? [] : [Capability.PRIVACY];
  if (!mayGiveRights(actor, membership.accessRole, touched) || !mayGiveRights(actor, accessRole, touched)) throw notAllowed("NOT_YOURS_TO_GIVE");
  expectSeen(membership, input.expectedVersion, "RIGHTS", { accessRole: membership.accessRole, capabilities: membership.capabilities });
  if (accessRole !== AccessRole.COALITION_COORDINATOR) await keepCoordinator(change, [membership]);
  const changes = write(membership, { accessRole, capabilities });
  if (changes.length > 0)
    change.record({ type: EventType.MEMBERSHIP_CHANGED, target: { type: "Membership", id: membership.id }, version: membership.version, changes });
  return membership.id;
}

/** Ends memberships and says so in the log; nobody who left stays named on a task or a seat. */
export async function endMemberships(change: Change, memberships: readonly Membership[]): Promise<void> {
  await emptySeatsOf(
    change,
    memberships.map(({ id }) => id),
  );
  for (const membership of memberships) {
    await takeOff(change, membership);
    membership.validUntil = change.now;
    membership.version += 1;
    change.record({ type: EventType.MEMBERSHIP_REVOKED, target: { type: "Membership", id: membership.id }, version: membership.version });
  }
}

/** Ends a membership: one's own, or one that may be managed; returns it. */
export async function revokeMembership(change: Change, input: RevokeMembershipInput): Promise<string> {
  const membership = await liveMembership(change, input.id);
  const own = membership.id === change.actor.membershipId;
  if (!own && !mayGiveRights(change.actor, membership.accessRole, [])) throw notAllowed("NOT_YOURS_TO_GIVE");
  expectSeen(membership, input.expectedVersion, "RIGHTS", { accessRole: membership.accessRole, capabilities: membership.capabilities });
  await keepCoordinator(change, [membership]);
  await endMemberships(change, [membership]);
  return membership.id;
}
