import { DemoPerson } from "@wijkbord/schema/types";
import { CoalitionTable, MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { UserTable } from "./account.tables.ts";

/** The fictional persons that still act for an organisation, with the oldest of these. */
export async function demoPeople(em: EntityManager, now: Date): Promise<DemoPerson[]> {
  const users = await em.find(UserTable, { demoKey: { $ne: null } }, { orderBy: { createdAt: "asc", id: "asc" } });
  const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
  const memberships = await em.find(MembershipTable, { userId: { $in: users.map(({ id }) => id) }, ...live }, { orderBy: { id: "asc" } });
  const organisations = await em.find(OrganisationTable, { id: { $in: memberships.map(({ organisationId }) => organisationId) } });
  const coalitions = await em.find(CoalitionTable, { isDemo: true });
  return users.flatMap((user) => {
    const membership = memberships.find(({ userId }) => userId === user.id);
    const organisation = organisations.find(({ id }) => id === membership?.organisationId);
    const coalition = coalitions.find(({ id }) => id === membership?.coalitionId);
    if (!membership || !organisation || !coalition || user.demoKey === null) return [];
    return [
      Object.assign(new DemoPerson(), {
        key: user.demoKey,
        displayName: user.displayName,
        organisation: { name: organisation.name, letters: organisation.letters, colourIndex: organisation.colourIndex, kind: organisation.kind },
        accessRole: membership.accessRole,
        coalitionName: coalition.name,
      }),
    ];
  });
}
