import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { resultUnion } from "../shared/problems.type.ts";

@ObjectType({ description: "Whether the fictional partners of a demo coalition move by themselves (laat partners meebewegen)." })
export class DemoPartners {
  @Field(() => Boolean, { description: "True while they move." })
  on: boolean;
  @Field(() => Date, { nullable: true, description: "Moment at which they stop by themselves; null while they stand still." })
  until: Date | null;
}

@InputType({ description: "Lets the fictional partners of a demo coalition move, or stand still." })
export class SetDemoPartnersInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition, of the demo." })
  coalitionId: string;
  @Field(() => Boolean, { description: "True: they move for half an hour, while somebody looks." })
  on: boolean;
}

@ObjectType({ description: "The partners of the demo move now, or stand still." })
export class SetDemoPartnersPayload {
  @Field(() => DemoPartners, { description: "How it is now." })
  demoPartners: DemoPartners;
}

export const SetDemoPartnersResult = resultUnion("SetDemoPartners", SetDemoPartnersPayload);
