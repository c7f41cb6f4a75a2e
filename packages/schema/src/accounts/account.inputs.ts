import { Field, ID, InputType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";

@InputType({ description: "Signing out." })
export class SignOutInput extends ChangeInput {
  @Field(() => Boolean, { defaultValue: false, description: "All sessions of the person instead of this one." })
  everywhere: boolean;
}

@InputType({ description: "Ending one of your own sessions." })
export class EndSessionInput extends ChangeInput {
  @Field(() => ID, { description: "Session, from `me { sessions }`." })
  id: string;
}
