import { Field, Int, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { NotificationSettings } from "./notification.type.ts";

@ObjectType({ description: "The notifications were marked." })
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: "Number that still waits to be read." })
  unreadCount: number;
}

export const MarkNotificationsReadResult = resultUnion("MarkNotificationsRead", MarkNotificationsReadPayload);

@ObjectType({ description: "The setting was kept." })
export class SetDeliveryPayload {
  @Field(() => NotificationSettings, { description: "All settings of the person." })
  settings: NotificationSettings;
}

export const SetDeliveryResult = resultUnion("SetDelivery", SetDeliveryPayload);

@ObjectType({ description: "The address waits for the link in the mail to it; the same when it belongs to somebody else." })
export class SetMailAddressPayload {
  @Field(() => NotificationSettings, { description: "All settings of the person." })
  settings: NotificationSettings;
}

export const SetMailAddressResult = resultUnion("SetMailAddress", SetMailAddressPayload);

@ObjectType({ description: "The address is gone." })
export class DropMailAddressPayload {
  @Field(() => NotificationSettings, { description: "All settings of the person." })
  settings: NotificationSettings;
}

export const DropMailAddressResult = resultUnion("DropMailAddress", DropMailAddressPayload);

@ObjectType({ description: "The language was kept." })
export class SetMailLanguagePayload {
  @Field(() => NotificationSettings, { description: "All settings of the person." })
  settings: NotificationSettings;
}

export const SetMailLanguageResult = resultUnion("SetMailLanguage", SetMailLanguagePayload);
