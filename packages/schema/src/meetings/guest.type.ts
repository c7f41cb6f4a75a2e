import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Meeting } from "./meeting.type.ts";

@ObjectType({ description: "A question of a guest without account, sent with the code of the meeting." })
export class GuestQuestion {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Meeting." })
  meetingId: string;
  @Field(() => ID, { nullable: true, description: "Point that was open." })
  agendaItemId: string | null;
  ticketHash: string;
  @Field(() => String, { description: "Words, at most 300 characters." })
  text: string;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
}

/** Secret address of a calendar; only its hash is kept. */
export class CalendarFeed {
  id: string;
  coalitionId: string;
  membershipId: string;
  tokenHash: string;
  createdAt: Date;
  endedAt: Date | null;
}

@ObjectType({ description: "A new code; the one before is void." })
export class RenewMeetingCodePayload {
  @Field(() => Meeting, { description: "The meeting." })
  meeting: Meeting;
  @Field(() => String, { nullable: true, description: "Eight characters, shown this once; null in the answer to a repeat." })
  meetingCode: string | null;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

@ObjectType({ description: "A new private calendar; the one before is void." })
export class CreateCalendarFeedPayload {
  @Field(() => String, { nullable: true, description: "Path of the calendar on this hub, shown this once; null in the answer to a repeat." })
  path: string | null;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

@InputType({ description: "Make a private calendar of the own meetings and dates." })
export class CreateCalendarFeedInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
}

export const RenewMeetingCodeResult = resultUnion("RenewMeetingCode", RenewMeetingCodePayload);
export const CreateCalendarFeedResult = resultUnion("CreateCalendarFeed", CreateCalendarFeedPayload);

@ObjectType({ description: "The text is gone." })
export class RedactMeetingTextPayload {
  @Field(() => ID, { description: "Identity of what held the text." })
  targetId: string;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}
export const RedactMeetingTextResult = resultUnion("RedactMeetingText", RedactMeetingTextPayload);
