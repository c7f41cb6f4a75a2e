import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DocumentLink } from "../shared/link.type.ts";
import { Letter } from "../tasks/task.ts";
import { AgendaState, DecisionNoteKind, MeetingState, PromiseState } from "./meeting.ts";

registerEnumType(MeetingState, { name: "MeetingState", description: "PLANNED, LIVE (bezig) or CLOSED; one meeting per board is LIVE." });
registerEnumType(AgendaState, { name: "AgendaState", description: "WAITING, OPEN (one at a time), DONE, or NOT_REACHED when the meeting closed." });
registerEnumType(PromiseState, { name: "PromiseState", description: "OPEN; CONFIRMED or DENIED by the organisation; LAPSED after ten working days." });
registerEnumType(DecisionNoteKind, {
  name: "DecisionNoteKind",
  description: "NOT_UNDERSTOOD: zo heb ik het niet begrepen, until the meeting closes. NOTE: kanttekening, for five working days.",
});

@ObjectType({ description: "A meeting of the coalition around a board (overleg)." })
export class Meeting {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { nullable: true, description: "Board; null: the whole coalition." })
  boardId: string | null;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { nullable: true, description: "Where, at most 140 characters." })
  place: string | null;
  @Field(() => Date, { description: "Begin, UTC." })
  startsAt: Date;
  @Field(() => Date, { description: "Planned end, UTC." })
  endsAt: Date;
  @Field(() => ID, { nullable: true, description: "Series that it belongs to." })
  seriesId: string | null;
  @Field(() => Int, { nullable: true, description: "Every how many weeks, 1–12; null: once." })
  everyWeeks: number | null;
  @Field(() => ID, { description: "Member in the chair (voorzitter), of any organisation." })
  chairMembershipId: string;
  @Field(() => ID, { nullable: true, description: "Member who takes notes." })
  noteTakerMembershipId: string | null;
  @Field(() => MeetingState, { description: "State." })
  state: MeetingState;
  @Field(() => Boolean, { description: "It did not take place." })
  cancelled: boolean;
  @Field(() => ID, { nullable: true, description: "Point that is open." })
  openItemId: string | null;
  @Field(() => Date, { nullable: true, description: "When it was started." })
  startedAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was closed." })
  closedAt: Date | null;
  startSequence: number | null;
  closedSequence: number | null;
  codeHash: string | null;
  @Field(() => Date, { description: "When it was planned." })
  createdAt: Date;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "A point of an agenda (agendapunt)." })
export class AgendaItem {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "Notes, at most 4,000 characters." })
  note: string;
  @Field(() => AgendaState, { description: "State." })
  state: AgendaState;
  @Field(() => Int, { description: "Order, from 0." })
  position: number;
  @Field(() => String, { nullable: true, description: "Type name of what it is about: Task, CoalitionRole or ProcessAgreement." })
  aboutType: string | null;
  @Field(() => ID, { nullable: true, description: "Identity of that." })
  aboutId: string | null;
  @Field(() => ID, { description: "Organisation that put it forward." })
  organisationId: string;
  membershipId: string;
  @Field(() => [DocumentLink], { description: "Links, at most 20 (D8)." })
  links: DocumentLink[];
  @Field(() => ID, { nullable: true, description: "Point of the meeting before, that was not reached." })
  carriedFromId: string | null;
  @Field(() => Int, { nullable: true, description: "Planned minutes, 1–240; null: none." })
  minutes: number | null;
  @Field(() => Date, { nullable: true, description: "When it was opened, the last time." })
  openedAt: Date | null;
  @Field(() => Int, { description: "Seconds that it was open before it was opened the last time." })
  secondsBefore: number;
  @Field(() => Date, { nullable: true, description: "When it was done." })
  doneAt: Date | null;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "That an organisation is in the room (aanwezig)." })
export class MeetingAttendance {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member who is there for it." })
  membershipId: string | null;
  @Field(() => Boolean, { description: "There, or excused." })
  present: boolean;
}

@ObjectType({
  description: "A spoken yes (toezegging): drawn apart, never counted as accepted, until the organisation confirms it or ten working days have passed.",
})
export class MeetingPromise {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => ID, { nullable: true, description: "Point of the agenda." })
  agendaItemId: string | null;
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => ID, { description: "Organisation that said yes." })
  organisationId: string;
  @Field(() => Letter, { description: "Letter that it promised." })
  letter: Letter;
  @Field(() => String, { nullable: true, description: "Who said it, at most 120 characters." })
  saidBy: string | null;
  @Field(() => PromiseState, { description: "State." })
  state: PromiseState;
  @Field(() => String, { nullable: true, description: "Why it is not right, at most 500 characters." })
  reason: string | null;
  @Field(() => ID, { description: "Organisation that wrote it down." })
  recordedByOrganisationId: string;
  recordedByMembershipId: string;
  @Field(() => Date, { description: "When it was said." })
  createdAt: Date;
  @Field(() => Date, { description: "When it lapses without an answer: the end of the tenth working day." })
  lapsesAt: Date;
  @Field(() => Date, { nullable: true, description: "When it was answered or lapsed." })
  decidedAt: Date | null;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "Words of an organisation beside a decision." })
export class DecisionNote {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Decision." })
  decisionId: string;
  @Field(() => DecisionNoteKind, { description: "Kind." })
  kind: DecisionNoteKind;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  membershipId: string;
  @Field(() => String, { description: "Words, at most 1,000 characters; empty for NOT_UNDERSTOOD without words." })
  text: string;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
}

@ObjectType({ description: "Minutes of a closed meeting (verslag): what happened, from the rows and the log themselves." })
export class Minutes {
  @Field(() => String, { description: "As Markdown." })
  markdown: string;
  @Field(() => String, { description: "As HTML, a fragment without scripts." })
  html: string;
}
