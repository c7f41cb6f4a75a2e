import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { AssignmentState, Letter, OpenPoint, Priority, type TaskFieldGroup, TaskState, Visibility } from "./task.ts";

registerEnumType(Priority, { name: "Priority", description: "Priority (prioriteit)." });
registerEnumType(Letter, { name: "Letter", description: "RASCI letter: doet, trekt, helpt, denkt mee, weet ervan." });
registerEnumType(AssignmentState, { name: "AssignmentState", description: "Whether the organisation accepted its letter." });
registerEnumType(Visibility, { name: "Visibility", description: "Who may read it: own organisation or coalition." });
registerEnumType(OpenPoint, { name: "OpenPoint", description: "What is still to be arranged (nog te regelen)." });

@ObjectType({ description: "Piece of work on the board (taak)." })
export class Task {
  @Field(() => ID, { description: "Identity, UUIDv7." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  number: number;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "Description in Markdown, at most 20,000 characters." })
  description: string;
  @Field(() => TaskState, { description: "Lifecycle state." })
  state: TaskState;
  stateBeforeBlocked: TaskState | null;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId: string | null;
  @Field(() => ID, { nullable: true, description: "Action line." })
  actionLineId: string | null;
  @Field(() => String, { description: "Code of the neighbourhood." })
  areaCode: string;
  @Field(() => DateScalar, { nullable: true, description: "Day on which it should be done (klaar op)." })
  dueOn: string | null;
  @Field(() => Priority, { description: "Priority." })
  priority: Priority;
  @Field(() => String, { nullable: true, description: "Why it waits, while BLOCKED; at most 500 characters." })
  blockedReason: string | null;
  @Field(() => ID, { nullable: true, description: "Task that it waits for." })
  blockedByTaskId: string | null;
  @Field(() => Boolean, { description: "All partners know of it (alle partners weten ervan)." })
  allInformed: boolean;
  @Field(() => Visibility, { description: "Who may read it." })
  visibility: Visibility;
  @Field(() => ID, { description: "Organisation that wrote it." })
  organisationId: string;
  createdByMembershipId: string | null;
  @Field(() => [String], { description: "Names from an import that are not linked to an organisation." })
  importedNames: string[];
  unconfirmedImport: boolean;
  externalId: string | null;
  @Field(() => Date, { nullable: true, description: "When it entered review." })
  enteredReviewAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was done." })
  doneAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was archived." })
  archivedAt: Date | null;
  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;
  @Field(() => Date, { description: "When it last changed." })
  updatedAt: Date;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
  groupVersions: Partial<Record<TaskFieldGroup, number>>;
}

@ObjectType({ description: "Letter of one organisation on a task (taakverdeling)." })
export class TaskAssignment {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => ID, { description: "Organisation that carries the letter." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Named member of that organisation." })
  membershipId: string | null;
  @Field(() => Letter, { description: "Letter." })
  letter: Letter;
  @Field(() => AssignmentState, { description: "Proposed, accepted, declined or released." })
  state: AssignmentState;
  @Field(() => ID, { nullable: true, description: "Organisation that proposed it." })
  proposedByOrganisationId: string | null;
  @Field(() => String, { nullable: true, description: "Note with the proposal, at most 300 characters." })
  note: string | null;
  @Field(() => String, { nullable: true, description: "Reason of declining or releasing." })
  reason: string | null;
  createdAt: Date;
  @Field(() => Int, { description: "Version of this object." })
  version: number;
}

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
}

@ObjectType({ description: "Remark under a task (reactie); internal when only the own organisation reads it." })
export class Comment {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  taskId: string;
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
}

@ObjectType({ description: "Label of a coalition." })
export class Label {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => String, { description: "Name, 1–40 characters." })
  name: string;
}

/** Which label a task carries. */
export class TaskLabel {
  id: string;
  coalitionId: string;
  taskId: string;
  labelId: string;
}
