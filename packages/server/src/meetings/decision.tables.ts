import { defineEntity } from "@mikro-orm/core";
import { DecisionKind } from "@wijkbord/schema";
import { Decision, type DecisionRef } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const DecisionTable = defineEntity({
  name: "Decision",
  tableName: "decision",
  indexes: [{ properties: ["coalitionId", "decidedAt"] }, { properties: ["coalitionId", "meetingId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    meetingId: p.uuid().strictNullable(),
    agendaItemId: p.uuid().strictNullable(),
    text: p.text(),
    kind: p.enum(() => DecisionKind),
    refs: p.json<DecisionRef[]>(),
    recordedByMembershipId: p.uuid(),
    organisationId: p.uuid(),
    decidedAt: p.datetime(),
  }),
});
bind(DecisionTable, Decision);
