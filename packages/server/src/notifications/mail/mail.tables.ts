import { defineEntity, type InferEntity } from "@mikro-orm/core";
import { Delivery, NotificationKind } from "@wijkbord/schema";

/** Which mail a row becomes. */
export enum MailKind {
  /** Everything of a night in one mail. */
  MORNING = "MORNING",
  /** What is asked, or where somebody is mentioned, at once. */
  DIRECT = "DIRECT",
  /** A meeting that is planned, moved or called off, with its file for calendars. */
  MEETING = "MEETING",
  /** What an organisation promised in a meeting that is over. */
  PROMISES = "PROMISES",
  /** The link with which somebody confirms a mail address. */
  ADDRESS = "ADDRESS",
}

/** So often a mail is tried. */
export const mostTries = 14;

/** A mail that waits or was sent. It holds no words: what it says is read when it is sent. */
export const MailTable = defineEntity({
  name: "Mail",
  tableName: "mail",
  indexes: [{ properties: ["sentAt", "nextTryAt"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.uuid(),
    kind: p.enum(() => MailKind),
    /** The meeting, the kind of thing or the address that it is about; empty for a morning mail. */
    about: p.string(),
    dueAt: p.datetime(),
    nextTryAt: p.datetime(),
    attempts: p.integer(),
    startedAt: p.datetime().strictNullable(),
    sentAt: p.datetime().strictNullable(),
    lastError: p.string().strictNullable(),
  }),
});
export type Mail = InferEntity<typeof MailTable>;

/** How a person chose to hear of a kind of thing. */
export const DeliveryTable = defineEntity({
  name: "NotificationDelivery",
  tableName: "notification_delivery",
  properties: (p) => ({
    userId: p.uuid().primary(),
    kind: p.enum(() => NotificationKind).primary(),
    delivery: p.enum(() => Delivery),
  }),
});
