import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";

@InputType({ description: "A template of a task: its text, steps, theme and letters that all partners read." })
export class CreateTaskTemplateInput extends ChangeInput {
  @Field(() => ID, { description: "Task to take over." })
  taskId: string;
  @Field(() => String, { description: "Name, 1–60 characters." })
  name: string;
}

@InputType({ description: "A template of a board: its columns and working style." })
export class CreateBoardTemplateInput extends ChangeInput {
  @Field(() => ID, { description: "Board to take over." })
  boardId: string;
  @Field(() => String, { description: "Name, 1–60 characters." })
  name: string;
}

@InputType({ description: "Changes of a template; absent fields stay." })
export class UpdateTemplateInput extends ChangeInput {
  @Field(() => ID, { description: "Template." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Name, 1–60 characters." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "Title of the task, 1–140 characters." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Description of the task, at most 20,000 characters." })
  description?: string | null;
  @Field(() => [String], { nullable: true, description: "Steps of the task, each 1–300 characters, at most 200." })
  steps?: string[] | null;
}

@InputType({ description: "Throw a template away; what was made from it stays." })
export class RemoveTemplateInput extends ChangeInput {
  @Field(() => ID, { description: "Template." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}
