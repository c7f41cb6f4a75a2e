import { defineEntity } from "@mikro-orm/core";
import { RoleDomain, RoleState, SeatEnd, SeatState } from "@wijkbord/schema";
import { CoalitionRole, type DocumentLink, RoleAssignment } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const RoleTable = defineEntity({
  name: "CoalitionRole",
  tableName: "coalition_role",
  indexes: [{ properties: ["coalitionId", "state"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    name: p.string(),
    purpose: p.text(),
    accountabilities: p.json<string[]>(),
    domain: p.enum(() => RoleDomain),
    boardId: p.uuid().strictNullable(),
    actionLineId: p.uuid().strictNullable(),
    mandate: p.text(),
    hoursPerWeek: p.integer().strictNullable(),
    maxHolders: p.integer(),
    termMonths: p.integer().strictNullable(),
    parentRoleId: p.uuid().strictNullable(),
    areaCodes: p.json<string[]>(),
    links: p.json<DocumentLink[]>(),
    templateKey: p.string().strictNullable(),
    state: p.enum(() => RoleState),
    isProposed: p.boolean(),
    createdByMembershipId: p.uuid().strictNullable(),
    createdByOrganisationId: p.uuid().strictNullable(),
    retiredAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
    fieldsVersion: p.integer(),
  }),
});
bind(RoleTable, CoalitionRole);

export const RoleAssignmentTable = defineEntity({
  name: "RoleAssignment",
  tableName: "role_assignment",
  indexes: [{ properties: ["coalitionId", "roleId"] }, { properties: ["coalitionId", "organisationId", "state"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    roleId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid().strictNullable(),
    deputyMembershipId: p.uuid().strictNullable(),
    state: p.enum(() => SeatState),
    chosen: p.boolean(),
    startsOn: p.date().strictNullable(),
    endsOn: p.date().strictNullable(),
    proposedByOrganisationId: p.uuid().strictNullable(),
    proposedByMembershipId: p.uuid().strictNullable(),
    note: p.text().strictNullable(),
    endReason: p.enum(() => SeatEnd).strictNullable(),
    endNote: p.text().strictNullable(),
    announcedFor: p.date().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(RoleAssignmentTable, RoleAssignment);
