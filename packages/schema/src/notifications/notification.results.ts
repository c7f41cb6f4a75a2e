import { Field, Int, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";

@ObjectType({ description: "The notifications were marked." })
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: "Number that still waits to be read." })
  unreadCount: number;
}

export const MarkNotificationsReadResult = resultUnion("MarkNotificationsRead", MarkNotificationsReadPayload);
