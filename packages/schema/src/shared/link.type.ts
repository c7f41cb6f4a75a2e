import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ChangeInput } from "./change.inputs.ts";

@ObjectType({ description: "Link to something elsewhere; the hub never fetches it." })
export class DocumentLink {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address, at most 2,000 characters." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it, at most 140 characters." })
  audience: string | null;
}

@InputType({ description: "What a link says." })
export class LinkFieldsInput extends ChangeInput {
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address, at most 2,000 characters." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it, at most 140 characters." })
  audience?: string | null;
}
