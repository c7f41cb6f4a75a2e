import { defineEntity } from "@mikro-orm/core";
import { type EventType, NotificationKind } from "@wijkbord/schema";
import { Notification } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const NotificationTable = defineEntity({
  name: "Notification",
  tableName: "notification",
  uniques: [{ properties: ["membershipId", "sourceId"] }],
  indexes: [{ properties: ["coalitionId", "membershipId", "createdAt"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    membershipId: p.uuid(),
    kind: p.enum(() => NotificationKind),
    reason: p.text().$type<EventType>(),
    aboutType: p.string(),
    aboutId: p.uuid(),
    sourceId: p.string(),
    mailId: p.uuid().strictNullable(),
    actorMembershipId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    readAt: p.datetime().strictNullable(),
  }),
});
bind(NotificationTable, Notification);
