import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { LinkFieldsInput } from "../shared/link.type.ts";
import { Letter } from "../tasks/task.ts";
import { DecisionKind } from "./decision.ts";
import { DecisionNoteKind } from "./meeting.ts";

@InputType({ description: "A new meeting." })
export class PlanMeetingInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { nullable: true, description: "Board; absent: the whole coalition." })
  boardId?: string | null;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { nullable: true, description: "Where, at most 140 characters." })
  place?: string | null;
  @Field(() => Date, { description: "Begin." })
  startsAt: Date;
  @Field(() => Date, { description: "End, after the begin and within 12 hours." })
  endsAt: Date;
  @Field(() => Int, { nullable: true, description: "Every how many weeks, 1–12; absent: once." })
  everyWeeks?: number | null;
  @Field(() => ID, { nullable: true, description: "Member in the chair; absent: you." })
  chairMembershipId?: string | null;
  @Field(() => ID, { nullable: true, description: "Member who takes notes." })
  noteTakerMembershipId?: string | null;
}

@InputType({ description: "Changes of a planned meeting; absent fields stay." })
export class UpdateMeetingInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–140 characters." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Where, at most 140 characters." })
  place?: string | null;
  @Field(() => Date, { nullable: true, description: "Begin." })
  startsAt?: Date | null;
  @Field(() => Date, { nullable: true, description: "End." })
  endsAt?: Date | null;
  @Field(() => Int, { nullable: true, description: "Every how many weeks, 1–12; null: once." })
  everyWeeks?: number | null;
  @Field(() => ID, { nullable: true, description: "Member who takes notes." })
  noteTakerMembershipId?: string | null;
}

@InputType({ description: "An act on a meeting." })
export class MeetingActInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
}

@InputType({ description: "Somebody else takes the chair." })
export class HandOverChairInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => ID, { description: "Member of any organisation of the coalition; no observer." })
  membershipId: string;
}

@InputType({ description: "A point to put forward." })
export class NewAgendaItemInput {
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { nullable: true, description: "Notes, at most 4,000 characters." })
  note?: string | null;
  @Field(() => String, { nullable: true, description: "Type name of what it is about: Task, CoalitionRole or ProcessAgreement." })
  aboutType?: string | null;
  @Field(() => ID, { nullable: true, description: "Identity of that." })
  aboutId?: string | null;
  @Field(() => Int, { nullable: true, description: "Planned minutes, 1–240; absent: none." })
  minutes?: number | null;
}

@InputType({ description: "Points to put forward." })
export class AddAgendaItemsInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => [NewAgendaItemInput], { description: "Points; a meeting has at most 60." })
  items: NewAgendaItemInput[];
}

@InputType({ description: "Changes of a point; absent fields stay." })
export class UpdateAgendaItemInput extends ChangeInput {
  @Field(() => ID, { description: "Point." })
  agendaItemId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–140 characters." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Notes, at most 4,000 characters." })
  note?: string | null;
  @Field(() => Int, { nullable: true, description: "New place among the points, from 0." })
  position?: number | null;
  @Field(() => Int, { nullable: true, description: "Planned minutes, 1–240; null: none." })
  minutes?: number | null;
}

@InputType({ description: "An act on a point." })
export class AgendaItemActInput extends ChangeInput {
  @Field(() => ID, { description: "Point." })
  agendaItemId: string;
}

@InputType({ description: "A link for a point." })
export class AddAgendaLinkInput extends LinkFieldsInput {
  @Field(() => ID, { description: "Point." })
  agendaItemId: string;
}

@InputType({ description: "Take a link of a point away." })
export class RemoveAgendaLinkInput extends AgendaItemActInput {
  @Field(() => ID, { description: "Link." })
  linkId: string;
}

@InputType({ description: "Who is there." })
export class SetAttendanceInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member who is there for it." })
  membershipId?: string | null;
  @Field(() => Boolean, { description: "There, or excused." })
  present: boolean;
}

@InputType({ description: "Write down a spoken yes (toezegging)." })
export class RecordPromiseInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting that is live." })
  meetingId: string;
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => ID, { description: "Organisation that said yes." })
  organisationId: string;
  @Field(() => Letter, { description: "Letter that it promised." })
  letter: Letter;
  @Field(() => String, { nullable: true, description: "Who said it, at most 120 characters." })
  saidBy?: string | null;
}

@InputType({ description: "Confirm promises of the own organisation, all of them or those named (Alles bevestigen)." })
export class ConfirmPromisesInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => [ID], { nullable: true, description: "Promises; absent: all of the own organisation." })
  promiseIds?: string[] | null;
}

@InputType({ description: "Say that a promise of the own organisation is not right (Dit klopt niet)." })
export class DenyPromiseInput extends ChangeInput {
  @Field(() => ID, { description: "Promise." })
  promiseId: string;
  @Field(() => String, { description: "Why, 1–500 characters." })
  reason: string;
}

@InputType({ description: "An object that a decision is about." })
export class DecisionRefInput {
  @Field(() => String, { description: "Type name: Task, CoalitionRole, ProcessAgreement or Organisation." })
  type: string;
  @Field(() => ID, { description: "Identity." })
  id: string;
}

@InputType({ description: "Record a decision; it is never changed afterwards." })
export class RecordDecisionInput extends ChangeInput {
  @Field(() => ID, { description: "Meeting that is live." })
  meetingId: string;
  @Field(() => String, { description: "Words, 1–1,000 characters." })
  text: string;
  @Field(() => DecisionKind, { description: "What it is about." })
  kind: DecisionKind;
  @Field(() => [DecisionRefInput], { nullable: true, description: "Objects that it is about, at most 20." })
  refs?: DecisionRefInput[] | null;
}

@InputType({ description: "Words of the own organisation beside a decision." })
export class AddDecisionNoteInput extends ChangeInput {
  @Field(() => ID, { description: "Decision." })
  decisionId: string;
  @Field(() => DecisionNoteKind, { description: "NOT_UNDERSTOOD until the meeting closes; NOTE for five working days." })
  kind: DecisionNoteKind;
  @Field(() => String, { nullable: true, description: "Words, at most 1,000 characters; required for NOTE." })
  text?: string | null;
}
