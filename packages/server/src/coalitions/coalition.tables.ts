import { defineEntity } from "@mikro-orm/core";
import { AccessRole, Capability, CoalitionStatus, OrganisationKind, WorkingStyle } from "@wijkbord/schema";
import { Coalition, Invitation, Membership, Organisation } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const CoalitionTable = defineEntity({
  name: "Coalition",
  tableName: "coalition",
  properties: (p) => ({
    id: p.uuid().primary(),
    name: p.string(),
    slug: p.string().unique(),
    taskPrefix: p.string(),
    municipalityCode: p.string(),
    status: p.enum(() => CoalitionStatus),
    timeZone: p.string(),
    defaultStyle: p.enum(() => WorkingStyle),
    ownDeviceDays: p.integer().strictNullable(),
    agreementPresence: p.boolean(),
    isDemo: p.boolean(),
    sequence: p.bigint("number"),
    lastTaskNumber: p.integer(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(CoalitionTable, Coalition);

export const OrganisationTable = defineEntity({
  name: "Organisation",
  tableName: "organisation",
  uniques: [{ properties: ["coalitionId", "name"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    name: p.string(),
    shortName: p.string(),
    letters: p.string(),
    kind: p.enum(() => OrganisationKind),
    parentId: p.uuid().strictNullable(),
    colourIndex: p.integer(),
    leftOn: p.date().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(OrganisationTable, Organisation);

export const MembershipTable = defineEntity({
  name: "Membership",
  tableName: "membership",
  indexes: [{ properties: ["coalitionId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    organisationId: p.uuid(),
    userId: p.uuid().index(),
    accessRole: p.enum(() => AccessRole),
    capabilities: p.json<Capability[]>(),
    validFrom: p.datetime(),
    validUntil: p.datetime().strictNullable(),
    version: p.integer(),
  }),
});
bind(MembershipTable, Membership);

/** Links by which people join an organisation. The token itself is never stored, only its hash. */
export const InvitationTable = defineEntity({
  name: "Invitation",
  tableName: "invitation",
  indexes: [{ properties: ["coalitionId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    organisationId: p.uuid(),
    tokenHash: p.string().unique(),
    firstRole: p.enum(() => AccessRole),
    maxUses: p.integer(),
    uses: p.integer(),
    createdByMembershipId: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
    version: p.integer(),
  }),
});
bind(InvitationTable, Invitation);
