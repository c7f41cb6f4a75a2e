import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "What this hub is; readable without signing in." })
export class Hello {
  @Field(() => String, { description: "Mark of the contract of this build; another value means that an open page is of another build." })
  apiVersion: string;
  @Field(() => String, { description: "Version of the software." })
  version: string;
  @Field(() => Boolean, { description: "Demo mode: anybody may sign in as a fictional person." })
  demo: boolean;
}
