import { Field, ID, InputType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";

@InputType({ description: "Notifications that were read." })
export class MarkNotificationsReadInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => [ID], { nullable: true, description: "Which, at most 100; absent: all that the membership has." })
  ids?: string[] | null;
}
