import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DecisionKind } from "./decision.ts";

registerEnumType(DecisionKind, {
  name: "DecisionKind",
  description: "What a decision is about: the division of tasks, a role, an agreement, or something else.",
});

@ObjectType({ description: "What a decision is about." })
export class DecisionRef {
  @Field(() => String, { description: "Type name: Task, CoalitionRole, ProcessAgreement or Organisation." })
  type: string;
  @Field(() => ID, { description: "Identity." })
  id: string;
}

@ObjectType({ description: "What was decided (besluit); never changed afterwards." })
export class Decision {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { nullable: true, description: "Meeting in which it fell; null outside of one." })
  meetingId: string | null;
  @Field(() => ID, { nullable: true, description: "Point of the agenda at which it fell." })
  agendaItemId: string | null;
  @Field(() => String, { description: "Words, at most 1,000 characters." })
  text: string;
  @Field(() => DecisionKind, { description: "What it is about." })
  kind: DecisionKind;
  @Field(() => [DecisionRef], { description: "Objects that it is about, at most 20." })
  refs: DecisionRef[];
  @Field(() => ID, { description: "Member who recorded it." })
  recordedByMembershipId: string;
  @Field(() => ID, { description: "Organisation of that member." })
  organisationId: string;
  @Field(() => Date, { description: "When." })
  decidedAt: Date;
}
