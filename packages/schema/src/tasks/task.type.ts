import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { RepeatUnit } from "./repeat.ts";
import { AssignmentState, Letter, LetterCell, OpenPoint, Priority, RelationKind, type TaskFieldGroup, TaskState, Visibility } from "./task.ts";

registerEnumType(RepeatUnit, { name: "RepeatUnit", description: "What a repeating task counts in: weeks or months (herhaalt)." });
registerEnumType(Priority, { name: "Priority", description: "Priority (prioriteit)." });
registerEnumType(Letter, { name: "Letter", description: "RASCI letter: doet, trekt, helpt, denkt mee, weet ervan." });
registerEnumType(AssignmentState, { name: "AssignmentState", description: "Whether the organisation accepted its letter." });
registerEnumType(Visibility, { name: "Visibility", description: "Who may read it: own organisation or coalition." });
registerEnumType(LetterCell, { name: "LetterCell", description: "What a cell of the division shows: one letter, or AR when the organisation trekt and doet." });
registerEnumType(RelationKind, { name: "RelationKind", description: "How two tasks belong together: they touch each other, or one holds the other up." });
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
  @Field(() => TaskState, { nullable: true, description: "State to go back to, while BLOCKED." })
  stateBeforeBlocked: TaskState | null;
  @Field(() => String, { nullable: true, description: "Reason given with the latest change of state other than waiting; at most 500 characters." })
  stateReason: string | null | undefined;
  @Field(() => String, { nullable: true, description: "Why an unfinished checklist did not matter; at most 500 characters." })
  waiveNote: string | null | undefined;
  @Field(() => [String], { nullable: true, description: "Fields whose text was taken back (tekst verwijderd vanwege privacy)." })
  redactedFields: string[] | null | undefined;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId: string | null;
  @Field(() => ID, { nullable: true, description: "Action line." })
  actionLineId: string | null;
  @Field(() => String, { description: "Code of the neighbourhood." })
  areaCode: string;
  @Field(() => DateScalar, { nullable: true, description: "Day on which it should be done (klaar op)." })
  dueOn: string | null;
  @Field(() => RepeatUnit, { nullable: true, description: "Whether it repeats, by weeks or months: Klaar makes the next one. Null: once." })
  repeatUnit: RepeatUnit | null | undefined;
  @Field(() => Int, { nullable: true, description: "Every so many weeks or months, 1–12; null when it does not repeat." })
  repeatEvery: number | null | undefined;
  /** Day of the month that is meant when a shorter month cut it off. */
  repeatDay: number | null | undefined;
  @Field(() => ID, { nullable: true, description: "Task of which this is the next one, made when that was done." })
  repeatOfTaskId: string | null | undefined;
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
  @Field(() => ID, { nullable: true, description: "Member who made it; null when it was imported." })
  createdByMembershipId: string | null;
  @Field(() => [String], { description: "Names from an import that are not linked to an organisation." })
  importedNames: string[];
  @Field(() => Boolean, { description: "Came from an import and its letters are not confirmed yet; moves as on a LIGHT board." })
  unconfirmedImport: boolean;
  externalId: string | null;
  @Field(() => Date, {
    nullable: true,
    description: "Since when those with C are asked: latest entry into IN_REVIEW, or into IN_PROGRESS on a board without that column.",
  })
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
  @Field(() => [String], { nullable: true, description: "Fields whose text was taken back for privacy." })
  redactedFields: string[] | null | undefined;
}
