import { defineEntity } from "@mikro-orm/core";
import { CalendarFeed, GuestQuestion } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const GuestQuestionTable = defineEntity({
  name: "GuestQuestion",
  tableName: "guest_question",
  uniques: [{ properties: ["meetingId", "ticketHash"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    meetingId: p.uuid(),
    agendaItemId: p.uuid().strictNullable(),
    ticketHash: p.string(),
    text: p.text(),
    createdAt: p.datetime(),
  }),
});
bind(GuestQuestionTable, GuestQuestion);

export const CalendarFeedTable = defineEntity({
  name: "CalendarFeed",
  tableName: "calendar_feed",
  indexes: [{ properties: ["coalitionId", "membershipId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    membershipId: p.uuid(),
    tokenHash: p.string().unique(),
    createdAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  }),
});
bind(CalendarFeedTable, CalendarFeed);
