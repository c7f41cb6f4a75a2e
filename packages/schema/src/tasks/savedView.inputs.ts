import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { BoardLayout, TaskOrder, ViewDue } from "./savedView.ts";
import { Swimlane } from "./task.ts";

@InputType({ description: "Which tasks a view leaves over." })
export class ViewFilterInput {
  @Field(() => String, { nullable: true, description: "Words, at most 100 characters." })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only tasks of the organisation of who looks." })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Only tasks that nobody trekt." })
  withoutLead?: boolean | null;
  @Field(() => ID, { nullable: true, description: "Theme of the coalition." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation of the coalition." })
  organisationId?: string | null;
  @Field(() => ID, { nullable: true, description: "Label of the coalition." })
  labelId?: string | null;
  @Field(() => ViewDue, { nullable: true, description: "Day." })
  due?: ViewDue | null;
}

@InputType({ description: "What a view shows." })
export class ViewContentInput {
  @Field(() => BoardLayout, { description: "Layout." })
  layout: BoardLayout;
  @Field(() => Swimlane, { nullable: true, description: "Grouping of rows; null: as the board has it." })
  rows?: Swimlane | null;
  @Field(() => ViewFilterInput, { description: "Which tasks." })
  filter: ViewFilterInput;
  @Field(() => TaskOrder, { nullable: true, description: "Order of the list, default NUMBER." })
  orderBy?: TaskOrder | null;
  @Field(() => Boolean, { nullable: true, description: "The other way round." })
  descending?: boolean | null;
}

@InputType({ description: "A view to keep." })
export class CreateSavedViewInput extends ChangeInput {
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => String, { description: "Name, 1–60 characters." })
  name: string;
  @Field(() => Boolean, { description: "True: for everybody of the coalition. False: for yourself alone." })
  shared: boolean;
  @Field(() => ViewContentInput, { description: "What it shows." })
  content: ViewContentInput;
}

@InputType({ description: "Changes of a saved view; absent fields stay." })
export class UpdateSavedViewInput extends ChangeInput {
  @Field(() => ID, { description: "Saved view." })
  id: string;
  @Field(() => Int, { description: "Version that was seen; name and content conflict only with themselves." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Name, 1–60 characters." })
  name?: string | null;
  @Field(() => ViewContentInput, { nullable: true, description: "What it shows." })
  content?: ViewContentInput | null;
  @Field(() => Boolean, { nullable: true, description: "True shares it with the coalition; back is refused." })
  shared?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the board opens with it." })
  isDefault?: boolean | null;
}

@InputType({ description: "Throw a saved view away." })
export class RemoveSavedViewInput extends ChangeInput {
  @Field(() => ID, { description: "Saved view." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}
