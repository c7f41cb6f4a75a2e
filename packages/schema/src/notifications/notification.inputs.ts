import { Field, ID, InputType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { Delivery, NotificationKind } from "./notification.ts";

@InputType({ description: "Notifications that were read." })
export class MarkNotificationsReadInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => [ID], { nullable: true, description: "Which, at most 100; absent: all that the membership has." })
  ids?: string[] | null;
}

@InputType({ description: "How the signed-in person wants to hear of a kind of thing." })
export class SetDeliveryInput extends ChangeInput {
  @Field(() => NotificationKind, { description: "Kind of thing." })
  kind: NotificationKind;
  @Field(() => Delivery, { description: "How; one of the `choices` of the kind." })
  delivery: Delivery;
}
