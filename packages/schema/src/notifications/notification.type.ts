import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { EventType } from "../activity/eventType.ts";
import { PageInfo } from "../tasks/taskLists.type.ts";
import { NotificationKind } from "./notification.ts";

registerEnumType(NotificationKind, {
  name: "NotificationKind",
  description: "Why somebody is told (melding).",
  valuesConfig: {
    MENTION: { description: "A comment mentions the person or the organisation (genoemd)." },
    ASKED: { description: "Something is asked of the person or the organisation (gevraagd)." },
    DEADLINE: { description: "A date comes near, or has come (Klaar op)." },
    NEWS: { description: "Something changed that the person leads, does or follows (nieuws)." },
  },
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
