import { defineEntity } from "@mikro-orm/core";
import { HandoverKind, HandoverState } from "@wijkbord/schema";
import { HandoverRequest } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const HandoverTable = defineEntity({
  name: "HandoverRequest",
  tableName: "handover_request",
  indexes: [{ properties: ["coalitionId", "toOrganisationId", "state"] }, { properties: ["coalitionId", "fromOrganisationId", "state"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    kind: p.enum(() => HandoverKind),
    objectId: p.uuid(),
    aboutId: p.uuid(),
    fromOrganisationId: p.uuid(),
    toOrganisationId: p.uuid(),
    toMembershipId: p.uuid().strictNullable(),
    reason: p.text().strictNullable(),
    answer: p.text().strictNullable(),
    state: p.enum(() => HandoverState),
    requestedByMembershipId: p.uuid(),
    createdAt: p.datetime(),
    decidedAt: p.datetime().strictNullable(),
    version: p.integer(),
  }),
});
bind(HandoverTable, HandoverRequest);
