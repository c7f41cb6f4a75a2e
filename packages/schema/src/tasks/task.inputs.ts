import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { ChangeInput } from "../shared/change.inputs.ts";
import { Letter, Priority, Visibility } from "./task.ts";

@InputType({ description: "A new task." })
export class CreateTaskInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "UUIDv7 made by the client." })
  id?: string;
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => ID, { nullable: true, description: "Column; absent: the first one for new tasks." })
  columnId?: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { nullable: true, description: "Description in Markdown, at most 20,000 characters." })
  description?: string;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line." })
  actionLineId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op." })
  dueOn?: string | null;
  @Field(() => Priority, { nullable: true, description: "Priority, default NORMAL." })
  priority?: Priority;
  @Field(() => ID, { nullable: true, description: "Organisation asked as trekker (A); the own one accepts at once." })
  accountableOrganisationId?: string | null;
  @Field(() => Visibility, { nullable: true, description: "Default COALITION." })
  visibility?: Visibility;
}

@InputType({ description: "Changes of a task; absent fields stay." })
export class UpdateTaskInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–140 characters." })
  title?: string;
  @Field(() => String, { nullable: true, description: "Description, at most 20,000 characters." })
  description?: string;
  @Field(() => ID, { nullable: true, description: "Theme; null takes it away." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line; null takes it away." })
  actionLineId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op; null takes it away." })
  dueOn?: string | null;
  @Field(() => Priority, { nullable: true, description: "Priority." })
  priority?: Priority;
  @Field(() => Boolean, { nullable: true, description: "Alle partners weten ervan." })
  allInformed?: boolean;
  @Field(() => ID, { nullable: true, description: "Task that it waits for; null takes it away." })
  blockedByTaskId?: string | null;
  @Field(() => Visibility, { nullable: true, description: "Wider only; narrower is refused." })
  visibility?: Visibility;
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

@InputType({ description: "Confirm all letters of the own organisation that an import proposed on a board." })
export class ConfirmImportedInput extends ChangeInput {
  @Field(() => ID, { description: "Board." })
  boardId: string;
}

@InputType({ description: "A new step." })
export class AddChecklistItemInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => String, { description: "Text, 1–300 characters." })
  text: string;
  @Field(() => Visibility, { nullable: true, description: "Default COALITION." })
  visibility?: Visibility;
}

@InputType({ description: "Change of a step; absent fields stay." })
export class SetChecklistItemInput extends ChangeInput {
  @Field(() => ID, { description: "Step." })
  id: string;
  @Field(() => String, { nullable: true, description: "Text, 1–300 characters." })
  text?: string;
  @Field(() => Boolean, { nullable: true, description: "Done or not." })
  done?: boolean;
  @Field(() => ID, { nullable: true, description: "Member who does it; null takes it away." })
  assigneeMembershipId?: string | null;
}

@InputType({ description: "Take something away from a task." })
export class RemoveInput extends ChangeInput {
  @Field(() => ID, { description: "What to take away." })
  id: string;
}

@InputType({ description: "A new remark." })
export class AddCommentInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => String, { description: "Text, 1–4,000 characters." })
  text: string;
  @Field(() => Visibility, { nullable: true, description: "ORGANISATION: an internal note. Default COALITION." })
  visibility?: Visibility;
}

@InputType({ description: "A new link." })
export class AddTaskLinkInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address, at most 2,000 characters." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it, at most 140 characters." })
  audience?: string | null;
  @Field(() => Visibility, { nullable: true, description: "Default COALITION." })
  visibility?: Visibility;
}

@InputType({ description: "Take text back everywhere, for privacy." })
export class RedactTextInput extends ChangeInput {
  @Field(() => String, { description: "Task, Comment, ChecklistItem or TaskLink." })
  targetType: string;
  @Field(() => ID, { description: "Identity of the target." })
  targetId: string;
  @Field(() => String, { description: "Field, for example `description` or `text`." })
  field: string;
  @Field(() => String, { description: "Why, at most 500 characters; do not repeat the text." })
  reason: string;
}
