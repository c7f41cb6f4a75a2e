import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Letter, TaskState, WorkingStyle } from "./task.ts";
import { TemplateKind } from "./template.ts";

registerEnumType(TemplateKind, { name: "TemplateKind", description: "What a template makes." });

@ObjectType({ description: "A letter that a template proposes." })
export class TemplateLetter {
  @Field(() => ID, { description: "Organisation; one that left is passed over." })
  organisationId: string;
  @Field(() => Letter, { description: "Letter." })
  letter: Letter;
}

@ObjectType({ description: "What a task made from a template starts with." })
export class TaskTemplate {
  @Field(() => String, { description: "Title." })
  title: string;
  @Field(() => String, { description: "Description in Markdown." })
  description: string;
  @Field(() => [String], { description: "Steps, in order." })
  steps: string[];
  @Field(() => ID, { nullable: true, description: "Theme; one that is gone is passed over." })
  themeId: string | null;
  @Field(() => [TemplateLetter], { description: "Letters, proposed to others and accepted for the own organisation." })
  letters: TemplateLetter[];
}

@ObjectType({ description: "Column of a board made from a template." })
export class TemplateColumn {
  @Field(() => String, { description: "Title." })
  title: string;
  @Field(() => TaskState, { description: "State of its tasks." })
  state: TaskState;
  @Field(() => Int, { nullable: true, description: "Number of tasks above which it warns." })
  wipLimit: number | null;
}

@ObjectType({ description: "What a board made from a template starts with." })
export class BoardTemplate {
  @Field(() => WorkingStyle, { description: "Working style." })
  style: WorkingStyle;
  @Field(() => [TemplateColumn], { description: "Columns, in order." })
  columns: TemplateColumn[];
}

@ObjectType({ description: "A task or a board to begin with (sjabloon)." })
export class Template {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => TemplateKind, { description: "What it makes." })
  kind: TemplateKind;
  @Field(() => String, { description: "Name, 1–60 characters." })
  name: string;
  @Field(() => TaskTemplate, { nullable: true, description: "The task; null for a board." })
  task: TaskTemplate | null;
  @Field(() => BoardTemplate, { nullable: true, description: "The board; null for a task." })
  board: BoardTemplate | null;
  fromTaskId: string | null;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
}
