import { Field, ID, Int, ObjectType } from "type-graphql";
import { RelationKind, Visibility } from "./task.ts";
import { Task } from "./task.type.ts";

@ObjectType({ description: "Step in the checklist of a task (stap)." })
export class ChecklistItem {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  taskId: string;
  @Field(() => String, { description: "Text, 1–300 characters." })
  text: string;
  @Field(() => Boolean, { description: "Done or not." })
  done: boolean;
  @Field(() => ID, { nullable: true, description: "Member who does it." })
  assigneeMembershipId: string | null;
  @Field(() => Int, { description: "Order, from 0." })
  position: number;
  @Field(() => Visibility, { description: "Who may read it." })
  visibility: Visibility;
  @Field(() => ID, { description: "Organisation that wrote it." })
  organisationId: string;
  externalId: string | null;
  @Field(() => [String], { nullable: true, description: "Fields whose text was taken back for privacy." })
  redactedFields: string[] | null | undefined;
}

@ObjectType({ description: "Link to a document elsewhere; the hub never fetches it." })
export class TaskLink {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  taskId: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it, in words." })
  audience: string | null;
  @Field(() => Visibility, { description: "Who may read it here." })
  visibility: Visibility;
  @Field(() => ID, { description: "Organisation that added it." })
  organisationId: string;
  externalId: string | null;
  @Field(() => [String], { nullable: true, description: "Fields whose text was taken back for privacy." })
  redactedFields: string[] | null | undefined;
}

@ObjectType({ description: "Remark under a task (reactie); internal when only the own organisation reads it." })
export class Comment {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  taskId: string;
  @Field(() => ID, { nullable: true, description: "Member who wrote it; null when it was imported." })
  membershipId: string | null;
  @Field(() => ID, { description: "Organisation of the writer." })
  organisationId: string;
  @Field(() => Visibility, { description: "ORGANISATION: an internal note." })
  visibility: Visibility;
  @Field(() => String, { description: "Text, at most 4,000 characters; empty after removal." })
  text: string;
  @Field(() => String, { nullable: true, description: "Name of an outside writer, from an import." })
  importedAuthor: string | null;
  @Field(() => Date, { description: "When it was written." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it was changed." })
  editedAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was removed." })
  removedAt: Date | null;
  externalId: string | null;
  @Field(() => [String], { nullable: true, description: "Fields whose text was taken back for privacy." })
  redactedFields: string[] | null | undefined;
}

@ObjectType({ description: "Label of a coalition." })
export class Label {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => String, { description: "Name, 1–40 characters." })
  name: string;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
}

/** Which label a task carries. */
export class TaskLabel {
  id: string;
  coalitionId: string;
  taskId: string;
  labelId: string;
}

/** A link between two tasks; `fromTaskId` holds up `toTaskId` when the kind is BLOCKS. */
export class TaskRelation {
  id: string;
  coalitionId: string;
  fromTaskId: string;
  toTaskId: string;
  kind: RelationKind;
  organisationId: string;
  createdAt: Date;
}

/** A member who follows a task. */
export class TaskWatcher {
  id: string;
  coalitionId: string;
  taskId: string;
  membershipId: string;
}

/** A reminder that was given: once per task, kind and date. */
export class TaskReminder {
  id: string;
  coalitionId: string;
  taskId: string;
  kind: string;
  dueOn: string;
}

@ObjectType({ description: "Link between this task and another one (hangt samen met)." })
export class RelatedTask {
  @Field(() => ID, { description: "Identity of the link." })
  id: string;
  @Field(() => RelationKind, { description: "RELATES: they touch each other. BLOCKS: one holds the other up." })
  kind: RelationKind;
  @Field(() => Boolean, { description: "For BLOCKS: true when this task holds the other one up, false when it waits for it." })
  outgoing: boolean;
  @Field(() => Task, { description: "The other task." })
  task: Task;
}
