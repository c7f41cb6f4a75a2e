import { Field, ID, InputType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { Delivery, MailLanguage, NotificationKind } from "./notification.ts";

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

@InputType({ description: "A mail address of the signed-in person." })
export class SetMailAddressInput extends ChangeInput {
  @Field(() => String, { description: "Address, at most 254 characters." })
  email: string;
  @Field(() => MailLanguage, { nullable: true, description: "Language of mails from now on; absent: as it was." })
  language?: MailLanguage | null;
}

@InputType({ description: "Which address of the signed-in person goes." })
export class DropMailAddressInput extends ChangeInput {
  @Field(() => Boolean, { description: "True: the one that waits for its confirmation; false: the one that gets mail." })
  waiting: boolean;
}

@InputType({ description: "Language of mails to the signed-in person." })
export class SetMailLanguageInput extends ChangeInput {
  @Field(() => MailLanguage, { description: "The language." })
  language: MailLanguage;
}
