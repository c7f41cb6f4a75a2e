import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { Swimlane, TaskState, WorkingStyle } from "./task.ts";

@InputType({ description: "A column that a new board begins with." })
export class NewColumnInput {
  @Field(() => String, { description: "Title, 1–40 characters." })
  title: string;
  @Field(() => TaskState, { description: "State of its tasks; not CANCELLED." })
  state: TaskState;
  @Field(() => Int, { nullable: true, description: "Number of tasks above which it warns, 1–999." })
  wipLimit?: number | null;
}

@InputType({ description: "A new board, with the five usual columns unless others are given." })
export class CreateBoardInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { nullable: true, description: "Code of the neighbourhood; one active board each. Absent: `areaName` names it." })
  areaCode?: string | null;
  @Field(() => String, { nullable: true, description: "Name of a neighbourhood that CBS does not know, 2–60 characters; only without `areaCode`." })
  areaName?: string | null;
  @Field(() => String, { description: "Title, 1–80 characters." })
  title: string;
  @Field(() => WorkingStyle, { nullable: true, description: "Working style; absent: that of the template, else the usual one of the coalition." })
  style?: WorkingStyle | null;
  @Field(() => ID, { nullable: true, description: "Template of a board: gives the columns and the style that are not given here." })
  templateId?: string | null;
  @Field(() => [NewColumnInput], { nullable: true, description: "Columns from left to right, 1–20; absent: those of the template, else the five usual ones." })
  columns?: NewColumnInput[] | null;
}

@InputType({ description: "Changes of a board; absent fields stay." })
export class UpdateBoardInput extends ChangeInput {
  @Field(() => ID, { description: "Board." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–80 characters." })
  title?: string | null;
  @Field(() => WorkingStyle, { nullable: true, description: "Working style; never moves a card." })
  style?: WorkingStyle | null;
  @Field(() => Swimlane, { nullable: true, description: "Grouping of rows." })
  swimlane?: Swimlane | null;
}

@InputType({ description: "A new column." })
export class AddColumnInput extends ChangeInput {
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => String, { description: "Title, 1–40 characters." })
  title: string;
  @Field(() => TaskState, { description: "State of its tasks; not CANCELLED." })
  state: TaskState;
  @Field(() => Int, { nullable: true, description: "Place from 0; absent: at the end." })
  position?: number | null;
  @Field(() => Int, { nullable: true, description: "Number of tasks above which it warns, 1–999." })
  wipLimit?: number | null;
}

@InputType({ description: "Changes of a column; absent fields stay." })
export class UpdateColumnInput extends ChangeInput {
  @Field(() => ID, { description: "Column." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–40 characters." })
  title?: string | null;
  @Field(() => TaskState, { nullable: true, description: "State of its tasks; not CANCELLED." })
  state?: TaskState | null;
  @Field(() => Int, { nullable: true, description: "New place from 0." })
  position?: number | null;
  @Field(() => Int, { nullable: true, description: "Number of tasks above which it warns, 1–999; null takes it away." })
  wipLimit?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: "Needed when the state changes while tasks stand there: where they go. The column itself: they stay and take the new state.",
  })
  moveTasksToColumnId?: string | null;
}

@InputType({ description: "Take a column away." })
export class RemoveColumnInput extends ChangeInput {
  @Field(() => ID, { description: "Column." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => ID, { nullable: true, description: "Where its tasks go; needed when there are any." })
  moveTasksToColumnId?: string | null;
}

@InputType({ description: "Confirm the letters that an import proposed to your organisation on a board." })
export class ConfirmImportedInput extends ChangeInput {
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => [ID], { nullable: true, description: "Tasks to confirm; absent: all of them (alles bevestigen)." })
  taskIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Tasks on which it is not right (dit klopt niet): the letters are declined." })
  declineTaskIds?: string[] | null;
  @Field(() => String, { nullable: true, description: "Why those are not right, at most 500 characters." })
  reason?: string | null;
}
