import { AccessRole, EventType, mayGiveRights, mayManageOrganisation, startLimits } from "@wijkbord/schema";
import type { CreateInvitationInput, Invitation, RevokeInvitationInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import { hashOf } from "../meetings/secrets.ts";
import { InvitationTable, OrganisationTable } from "./coalition.tables.ts";
import { presentOrganisation } from "./organisations.ts";
import { expectSeen } from "./row.ts";

const day = 86_400_000;

/** Path of the link of a token; behind #, so that no server or log sees it. */
export const linkOf = (token: string): string => `/uitnodiging#${token}`;

interface NewLink {
  readonly organisationId: string;
  readonly token: string;
  readonly firstRole: AccessRole;
  readonly days: number;
  readonly maxUses: number;
}

function recordInvitation(work: LoggedWork, { organisationId, id }: Invitation, after: string): void {
  const changes = [{ field: "invitation", before: after === "CREATED" ? null : id, after: after === "CREATED" ? id : null }];
  work.record({ type: EventType.ORGANISATION_CHANGED, target: { type: "Organisation", id: organisationId }, changes });
}

/** Writes a new invitation; only the hash of its token stays. */
export function addInvitation(change: Change, { organisationId, token, firstRole, days, maxUses }: NewLink): Invitation {
  const { em, coalition, actor, now } = change;
  const invitation = em.create(InvitationTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    organisationId,
    tokenHash: hashOf(token),
    firstRole,
    maxUses,
    uses: 0,
    createdByMembershipId: actor.membershipId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * day),
    revokedAt: null,
    version: 1,
  });
  recordInvitation(change, invitation, "CREATED");
  return invitation;
}

function within(field: string, value: number, limit: number): number {
  if (value < 1 || value > limit) throw invalid(field, "OUT_OF_RANGE", limit);
  return value;
}

/** Makes a link to join an organisation, by those who may manage its people; returns the invitation. */
export async function createInvitation(change: Change, input: CreateInvitationInput, token: string): Promise<string> {
  const organisation = await presentOrganisation(change, input.organisationId, "organisationId");
  if (!mayManageOrganisation(change.actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  if (!mayGiveRights(change.actor, input.firstRole, [])) throw notAllowed("NOT_YOURS_TO_GIVE");
  if (change.coalition.isDemo) throw notAllowed("DEMO_COALITION");
  const days = within("days", input.days ?? startLimits.usualDays, startLimits.invitationDays);
  const maxUses = within("maxUses", input.maxUses ?? startLimits.usualUses, startLimits.invitationUses);
  return addInvitation(change, { organisationId: organisation.id, token, firstRole: input.firstRole, days, maxUses }).id;
}

/** Takes a link back; returns the invitation. */
export async function revokeInvitation(change: Change, input: RevokeInvitationInput): Promise<string> {
  const { em, coalition, actor, now } = change;
  const invitation = await em.findOne(InvitationTable, { id: input.id, coalitionId: coalition.id });
  if (!invitation) throw notFound("id");
  const organisation = await em.findOneOrFail(OrganisationTable, { id: invitation.organisationId });
  if (!mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  if (invitation.revokedAt) return invitation.id;
  expectSeen(invitation, input.expectedVersion, "INVITATION", { uses: invitation.uses });
  invitation.revokedAt = now;
  invitation.version += 1;
  recordInvitation(change, invitation, "REVOKED");
  return invitation.id;
}

/** The invitation of a token, while people may join by it; null for any other token. */
export async function openInvitation(em: EntityManager, token: string, now: Date): Promise<Invitation | null> {
  const invitation = await em.findOne(InvitationTable, { tokenHash: hashOf(token), revokedAt: null, expiresAt: { $gt: now } }, { refresh: true });
  if (!invitation || invitation.uses >= invitation.maxUses) return null;
  const organisation = await em.findOneOrFail(OrganisationTable, { id: invitation.organisationId });
  return organisation.leftOn === null ? invitation : null;
}

/** What somebody may do who joins by it: the first as it says, the others as members. */
export function roleNow({ uses, firstRole }: Invitation): AccessRole {
  if (uses === 0 || firstRole === AccessRole.OBSERVER) return firstRole;
  return AccessRole.MEMBER;
}
