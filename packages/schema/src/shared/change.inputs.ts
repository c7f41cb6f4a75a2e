import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "What every change may carry." })
export class ChangeInput {
  @Field(() => ID, { nullable: true, description: "UUID of this change; a repeat within 30 days returns the first result." })
  clientMutationId?: string;
}
