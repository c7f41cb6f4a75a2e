import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Letter } from "../tasks/task.ts";
import { HandoverKind, HandoverState } from "./handover.ts";

registerEnumType(HandoverKind, {
  name: "HandoverKind",
  description: "What is handed over: a letter on a task, a seat of a role, or the ownership of an agreement.",
});
registerEnumType(HandoverState, {
  name: "HandoverState",
  description: "OPEN: the old holder stays; ACCEPTED: it moved; DECLINED and CANCELLED: nothing moved.",
});

@ObjectType({ description: "Asks another organisation to take something over (overdracht); the old holder stays until it is accepted." })
export class HandoverRequest {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => HandoverKind, { description: "What is handed over." })
  kind: HandoverKind;
  @Field(() => ID, { description: "The letter, seat or agreement." })
  objectId: string;
  @Field(() => ID, { description: "The task, role or agreement that it is about." })
  aboutId: string;
  @Field(() => ID, { description: "Organisation that holds it." })
  fromOrganisationId: string;
  @Field(() => ID, { description: "Organisation that is asked." })
  toOrganisationId: string;
  @Field(() => ID, { nullable: true, description: "Member of it who would carry it." })
  toMembershipId: string | null;
  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason: string | null;
  @Field(() => String, { nullable: true, description: "Words with the answer, at most 500 characters." })
  answer: string | null;
  @Field(() => HandoverState, { description: "State." })
  state: HandoverState;
  requestedByMembershipId: string;
  @Field(() => Date, { description: "When it was asked." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it was answered or taken back." })
  decidedAt: Date | null;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "Something that is still to be handed over (nog over te dragen)." })
export class HandoverItem {
  @Field(() => HandoverKind, { description: "What it is." })
  kind: HandoverKind;
  @Field(() => ID, { description: "The letter, seat or agreement." })
  objectId: string;
  @Field(() => ID, { description: "The task, role or agreement that it is about." })
  aboutId: string;
  @Field(() => String, { description: "Title of the task or agreement, name of the role." })
  title: string;
  @Field(() => String, { nullable: true, description: "Number of the task or agreement." })
  number: string | null;
  @Field(() => Letter, { nullable: true, description: "Letter, for a task." })
  letter: Letter | null;
  @Field(() => ID, { nullable: true, description: "Member who is named." })
  membershipId: string | null;
  @Field(() => HandoverRequest, { nullable: true, description: "Request that waits for an answer." })
  request: HandoverRequest | null;
}

@ObjectType({ description: "What an organisation, or one member of it, still holds." })
export class HandoverOverview {
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member; null: the whole organisation." })
  membershipId: string | null;
  @Field(() => [HandoverItem], { description: "Open tasks, roles and agreements." })
  items: HandoverItem[];
  @Field(() => Int, { description: "How many of them nobody was asked for." })
  openCount: number;
  @Field(() => Int, { description: "How many of them wait for an answer." })
  waitingCount: number;
}

@InputType({ description: "Ask another organisation to take something over." })
export class RequestHandoverInput extends ChangeInput {
  @Field(() => HandoverKind, { description: "What is handed over." })
  kind: HandoverKind;
  @Field(() => ID, { description: "The letter, seat or agreement." })
  objectId: string;
  @Field(() => ID, { description: "Organisation that is asked." })
  toOrganisationId: string;
  @Field(() => ID, { nullable: true, description: "Member of it who would carry it." })
  toMembershipId?: string | null;
  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "Answer a request for the own organisation." })
export class DecideHandoverInput extends ChangeInput {
  @Field(() => ID, { description: "Request." })
  handoverId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => Boolean, { description: "True: take it over." })
  accept: boolean;
  @Field(() => String, { nullable: true, description: "Words, at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "Take an own request back." })
export class CancelHandoverInput extends ChangeInput {
  @Field(() => ID, { description: "Request." })
  handoverId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}

@InputType({ description: "Hand everything of an organisation, or of one member of it, over in one step." })
export class HandOverAllInput extends ChangeInput {
  @Field(() => ID, { description: "The own organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member who leaves; absent: everything of the organisation." })
  membershipId?: string | null;
  @Field(() => ID, { description: "Organisation that is asked; the own one: another member takes over at once." })
  toOrganisationId: string;
  @Field(() => ID, { nullable: true, description: "Member who would carry it; required within the own organisation." })
  toMembershipId?: string | null;
  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason?: string | null;
}

/** Payload class of a mutation about one request. */
function handoverPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The request after the change." })
  class Payload {
    @Field(() => HandoverRequest, { description: "The request." })
    handover: HandoverRequest;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

@ObjectType({ description: "What is still open after everything was handed over." })
export class HandOverAllPayload {
  @Field(() => HandoverOverview, { description: "What the organisation or member still holds." })
  overview: HandoverOverview;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

export const handoverPayloads = {
  requestHandover: handoverPayload("RequestHandover"),
  decideHandover: handoverPayload("DecideHandover"),
  cancelHandover: handoverPayload("CancelHandover"),
};
export const RequestHandoverResult = resultUnion("RequestHandover", handoverPayloads.requestHandover);
export const DecideHandoverResult = resultUnion("DecideHandover", handoverPayloads.decideHandover);
export const CancelHandoverResult = resultUnion("CancelHandover", handoverPayloads.cancelHandover);
export const HandOverAllResult = resultUnion("HandOverAll", HandOverAllPayload);
