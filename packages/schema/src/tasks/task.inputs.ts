import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { ChangeInput } from "../shared/change.inputs.ts";
import { RepeatUnit } from "./repeat.ts";
import { Letter, Priority, Visibility } from "./task.ts";

@InputType({ description: "A new task." })
export class CreateTaskInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "UUIDv7 made by the client." })
  id?: string;
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => ID, { nullable: true, description: "Column; absent: the first one for new tasks." })
  columnId?: string | null;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { nullable: true, description: "Description in Markdown, at most 20,000 characters." })
  description?: string | null;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line." })
  actionLineId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op." })
  dueOn?: string | null;
  @Field(() => Priority, { nullable: true, description: "Priority, default NORMAL." })
  priority?: Priority | null;
  @Field(() => ID, { nullable: true, description: "Organisation asked as trekker (A); the own one accepts at once." })
  accountableOrganisationId?: string | null;
  @Field(() => Visibility, { nullable: true, description: "Default COALITION." })
  visibility?: Visibility | null;
  @Field(() => String, { nullable: true, description: "Reason of waiting, for a new task in a column where tasks wait." })
  blockedReason?: string | null;
  @Field(() => ID, { nullable: true, description: "Template of a task: gives description, theme, steps and letters that are not given here." })
  templateId?: string | null;
}

@InputType({ description: "Changes of a task; absent fields stay." })
export class UpdateTaskInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–140 characters." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Description, at most 20,000 characters." })
  description?: string | null;
  @Field(() => ID, { nullable: true, description: "Theme; null takes it away." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line; null takes it away." })
  actionLineId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op; null takes it away." })
  dueOn?: string | null;
  @Field(() => Priority, { nullable: true, description: "Priority." })
  priority?: Priority | null;
  @Field(() => RepeatUnit, { nullable: true, description: "Lets it repeat by weeks or months; null ends that." })
  repeatUnit?: RepeatUnit | null;
  @Field(() => Int, { nullable: true, description: "Every so many weeks or months, 1–12; absent: every one." })
  repeatEvery?: number | null;
  @Field(() => Boolean, { nullable: true, description: "Alle partners weten ervan." })
  allInformed?: boolean | null;
  @Field(() => String, { nullable: true, description: "Another reason of waiting, 1–500 characters; only while BLOCKED." })
  blockedReason?: string | null;
  @Field(() => ID, { nullable: true, description: "Task that it waits for; null takes it away." })
  blockedByTaskId?: string | null;
}

@InputType({ description: "A move on a board." })
export class MoveTaskInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  id: string;
  @Field(() => ID, { description: "Column to stand in." })
  columnId: string;
  @Field(() => ID, { nullable: true, description: "Task to stand under; null is the top." })
  afterTaskId?: string | null;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Reason, at most 500; required when it starts to wait." })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: "Why an unfinished checklist does not matter (STRICT)." })
  waiveNote?: string | null;
}

@InputType({ description: "An act on one existing object." })
export class ActInput extends ChangeInput {
  @Field(() => ID, { description: "The object." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Reason, at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "Ask an organisation to carry a letter; for the own organisation it is accepted at once." })
export class ProposeAssignmentInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => Letter, { description: "Letter." })
  letter: Letter;
  @Field(() => ID, { nullable: true, description: "Named member of that organisation." })
  membershipId?: string | null;
  @Field(() => String, { nullable: true, description: "Note, at most 300 characters." })
  note?: string | null;
}

@InputType({ description: "Name the person of the own organisation who carries its letter." })
export class NameAssigneeInput extends ChangeInput {
  @Field(() => ID, { description: "Letter." })
  id: string;
  @Field(() => Int, { description: "Version of the letter that was seen." })
  expectedVersion: number;
  @Field(() => ID, { nullable: true, description: "Member of the own organisation; null: nobody in particular." })
  membershipId?: string | null;
}

@InputType({ description: "Write the earlier values of a change back (ongedaan maken)." })
export class UndoEventInput extends ChangeInput {
  @Field(() => ID, { description: "Event to undo." })
  eventId: string;
}
