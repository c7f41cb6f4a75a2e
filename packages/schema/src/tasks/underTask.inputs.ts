import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { RelationKind, Visibility } from "./task.ts";

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
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Done or not." })
  done?: boolean | null;
  @Field(() => ID, { nullable: true, description: "Member who does it; null takes it away." })
  assigneeMembershipId?: string | null;
  @Field(() => Int, { nullable: true, description: "New place from 0." })
  position?: number | null;
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

@InputType({ description: "Another text for an own remark." })
export class EditCommentInput extends ChangeInput {
  @Field(() => ID, { description: "Remark." })
  id: string;
  @Field(() => String, { description: "Text, 1–4,000 characters." })
  text: string;
}

@InputType({ description: "Let more people read something; back is not possible." })
export class SetVisibilityInput extends ChangeInput {
  @Field(() => String, { description: "Task, Comment, ChecklistItem or TaskLink." })
  targetType: string;
  @Field(() => ID, { description: "Identity of the target." })
  targetId: string;
  @Field(() => Visibility, { description: "COALITION; narrower is refused once others could read it." })
  visibility: Visibility;
  @Field(() => Boolean, { nullable: true, description: "True: the warning was read and accepted. Without it nothing is shared." })
  warned?: boolean | null;
}

@InputType({ description: "A label on a task." })
export class TaskLabelInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => ID, { description: "Label of the coalition." })
  labelId: string;
}

@InputType({ description: "A link between two tasks." })
export class RelateTasksInput extends ChangeInput {
  @Field(() => ID, { description: "Task; with BLOCKS the one that holds the other up." })
  taskId: string;
  @Field(() => ID, { description: "The other task." })
  otherTaskId: string;
  @Field(() => RelationKind, { description: "How they belong together." })
  kind: RelationKind;
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
  @Field(() => String, { description: "Type of the target, one of those that the mutation names." })
  targetType: string;
  @Field(() => ID, { description: "Identity of the target." })
  targetId: string;
  @Field(() => String, { description: "Field, for example `description` or `text`." })
  field: string;
  @Field(() => String, { description: "Why, at most 500 characters; do not repeat the text." })
  reason: string;
}

@InputType({ description: "An act of oneself on a task." })
export class TaskActInput extends ChangeInput {
  @Field(() => ID, { description: "Task." })
  taskId: string;
}
