import { Field, Int, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { OwnSession } from "./user.type.ts";

@ObjectType({ description: "Signing out was done; the cookie is gone." })
export class SignOutPayload {
  @Field(() => Int, { description: "How many sessions ended." })
  ended: number;
}

@ObjectType({ description: "The session ended; its open streams as well." })
export class EndSessionPayload {
  @Field(() => OwnSession, { description: "The session as it was." })
  session: OwnSession;
}

export const SignOutResult = resultUnion("SignOut", SignOutPayload);
export const EndSessionResult = resultUnion("EndSession", EndSessionPayload);
