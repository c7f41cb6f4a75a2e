import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { EventType } from "../activity/eventType.ts";
import { PageInfo } from "../tasks/taskLists.type.ts";
import { Delivery, MailLanguage, NotificationKind } from "./notification.ts";

registerEnumType(NotificationKind, {
  name: "NotificationKind",
  description: "Why somebody is told (melding).",
  valuesConfig: {
    MENTION: { description: "A comment mentions the person or the organisation (genoemd)." },
    ASKED: { description: "Something is asked of the person or the organisation (gevraagd)." },
    DEADLINE: { description: "A date comes near, or has come (Klaar op)." },
    NEWS: { description: "Something changed that the person leads, does or follows (nieuws)." },
    MEETING: { description: "A meeting was planned, got another date or was called off (overleg)." },
  },
});
registerEnumType(Delivery, {
  name: "Delivery",
  description: "How a person hears of a kind of thing.",
  valuesConfig: {
    NONE: { description: "Not at all (niet)." },
    INBOX: { description: "In the list of notifications only (meldingen)." },
    MORNING: { description: "In the list, and in one mail at 07:30 (ochtendmail)." },
    AT_ONCE: { description: "In the list, and by a mail at once; between 19:00 and 07:00 in the next morning (meteen)." },
  },
});

registerEnumType(MailLanguage, {
  name: "MailLanguage",
  description: "Language of mails.",
  valuesConfig: { NL: { description: "Dutch (Nederlands)." }, EN: { description: "English (Engels)." } },
});

@ObjectType({ description: "Something that a member is told (melding). Holds no text of comments or descriptions." })
export class Notification {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  membershipId: string;
  @Field(() => NotificationKind, { description: "Why." })
  kind: NotificationKind;
  @Field(() => EventType, { description: "What happened." })
  reason: EventType;
  @Field(() => String, { description: "Type name of the thing to open: Task, CoalitionRole, ProcessAgreement or Meeting." })
  aboutType: string;
  @Field(() => ID, { description: "Identity of the thing to open." })
  aboutId: string;
  sourceId: string;
  mailId: string | null;
  actorMembershipId: string | null;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it was read, on any device; null while it waits." })
  readAt: Date | null;
}

@ObjectType({ description: "A notification with the present title of what it is about." })
export class NotificationEntry {
  @Field(() => String, { description: "Place in the list." })
  cursor: string;
  @Field(() => Notification, { description: "The notification." })
  node: Notification;
  @Field(() => String, { nullable: true, description: "Number of the thing, for example ZW-117." })
  number: string | null;
  @Field(() => String, { description: "Its present title." })
  title: string;
  @Field(() => Date, { nullable: true, description: "When a meeting begins; null for other things." })
  startsAt: Date | null;
  @Field(() => String, { nullable: true, description: "Name of who did it; null for the hub itself." })
  actorName: string | null;
  @Field(() => String, { nullable: true, description: "Short name of the organisation that did it." })
  actorOrganisation: string | null;
}

@ObjectType({ description: "A page of the notifications of one membership, newest first." })
export class NotificationConnection {
  @Field(() => [NotificationEntry], { description: "The notifications." })
  edges: NotificationEntry[];
  @Field(() => PageInfo, { description: "Where the page ends." })
  pageInfo: PageInfo;
  @Field(() => Int, { description: "Number of notifications of this membership that wait to be read." })
  unreadCount: number;
}

@ObjectType({ description: "How many notifications wait to be read." })
export class NotificationBadge {
  @Field(() => Int, { description: "The number." })
  waiting: number;
}

@ObjectType({ description: "How the signed-in person hears of a kind of thing, in every coalition." })
export class NotificationSetting {
  @Field(() => NotificationKind, { description: "Kind of thing." })
  kind: NotificationKind;
  @Field(() => Delivery, { description: "How the person hears of it." })
  delivery: Delivery;
  @Field(() => [Delivery], { description: "How this kind can be heard of, the usual way first." })
  choices: Delivery[];
}

@ObjectType({ description: "A mail address that waits for the link in the mail to it (wacht op bevestiging). It gets no other mail yet." })
export class WaitingAddress {
  @Field(() => String, { description: "The address." })
  address: string;
  @Field(() => Date, { description: "Until when it waits, and its links work: 24 hours after it was last asked." })
  expiresAt: Date;
  @Field(() => Boolean, { description: "Whether the mail server refused the mail to it." })
  refused: boolean;
}

@ObjectType({ description: "Settings for notifications and mail of the signed-in person; nobody else sees them." })
export class NotificationSettings {
  @Field(() => [NotificationSetting], { description: "One for each kind." })
  kinds: NotificationSetting[];
  @Field(() => Boolean, { description: "Whether this hub sends mail." })
  sendsMail: boolean;
  @Field(() => String, { nullable: true, description: "Address to which mail goes; null for a person without one, who gets no mail." })
  address: string | null;
  @Field(() => WaitingAddress, { nullable: true, description: "Address that the person gave and that is not confirmed yet." })
  waitingAddress: WaitingAddress | null;
  @Field(() => Boolean, { description: "Whether the person may give and remove an address; a fictional person of the demo may not." })
  mayGiveAddress: boolean;
  @Field(() => MailLanguage, { description: "Language of mails to the person." })
  language: MailLanguage;
  @Field(() => String, { nullable: true, description: "Path of the page on which a hub in development shows what it would mail; null elsewhere." })
  mailPage: string | null;
}

@ObjectType({ description: "A mail as it would be sent now (ochtendmail)." })
export class MailPreview {
  @Field(() => Date, { description: "When it is sent." })
  dueAt: Date;
  @Field(() => String, { description: "Subject." })
  subject: string;
  @Field(() => String, { description: "Text, with one address for each thing and no text of descriptions, comments or objections." })
  text: string;
}
