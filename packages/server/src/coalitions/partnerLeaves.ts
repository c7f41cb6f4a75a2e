import { EventType, mayManageOrganisation } from "@wijkbord/schema";
import type { PartnerLeavesInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notAllowed } from "../activity/refusal.ts";
import { vacateAllOf } from "../roles/leave.ts";
import { releaseAllOf } from "../tasks/releaseAll.ts";
import { localDate } from "../time/workingDays.ts";
import { MembershipTable, OrganisationTable } from "./coalition.tables.ts";
import { endMemberships, keepCoordinator } from "./memberships.ts";
import { presentOrganisation } from "./organisations.ts";
import { expectSeen } from "./row.ts";

/** INV-20: a partner leaves with its departments. Its history stays; its letters, members and their streams end. */
export async function partnerLeaves(change: Change, input: PartnerLeavesInput): Promise<string> {
  const { em, coalition, actor, now } = change;
  const organisation = await presentOrganisation(change, input.organisationId, "organisationId");
  if (!mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  expectSeen(organisation, input.expectedVersion, "ORGANISATION", { leftOn: organisation.leftOn });
  const departments = await em.find(OrganisationTable, { coalitionId: coalition.id, parentId: organisation.id, leftOn: null });
  const leaving = [organisation, ...departments];
  const ids = leaving.map(({ id }) => id);
  const members = await em.find(MembershipTable, {
    coalitionId: coalition.id,
    organisationId: { $in: ids },
    $or: [{ validUntil: null }, { validUntil: { $gt: now } }],
  });
  await keepCoordinator(change, members);
  for (const id of ids) await releaseAllOf(change, id);
  for (const id of ids) await vacateAllOf(change, id);
  for (const left of leaving) {
    left.leftOn = localDate(now, coalition.timeZone);
    left.version += 1;
    change.record({ type: EventType.PARTNER_LEFT, target: { type: "Organisation", id: left.id }, version: left.version });
  }
  await endMemberships(change, members);
  return organisation.id;
}
