import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Coalition } from "./coalition.type.ts";
import { Invitation } from "./invitation.type.ts";

@ObjectType({ description: "An invitation with its link, which is shown this once." })
export class NewInvitation {
  @Field(() => Invitation, { description: "The invitation." })
  invitation: Invitation;
  @Field(() => String, { nullable: true, description: "Path of the link, from the address of the hub on; null when a repeat of a change asks it again." })
  path: string | null;
}

@ObjectType({ description: "The new coalition; whoever made it is signed in and coordinates it." })
export class StartCoalitionPayload {
  @Field(() => Coalition, { description: "The coalition." })
  coalition: Coalition;
  @Field(() => String, { description: "Name of its neighbourhood in addresses." })
  boardSlug: string;
  @Field(() => [NewInvitation], { description: "One invitation for each partner, in the order in which they were given." })
  invitations: NewInvitation[];
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

@ObjectType({ description: "The new invitation." })
export class CreateInvitationPayload {
  @Field(() => NewInvitation, { description: "The invitation with its link." })
  newInvitation: NewInvitation;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

@ObjectType({ description: "The invitation as it is now: taken back." })
export class RevokeInvitationPayload {
  @Field(() => Invitation, { description: "The invitation." })
  invitation: Invitation;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

@ObjectType({ description: "The coalition that the person joined; the person is signed in." })
export class AcceptInvitationPayload {
  @Field(() => Coalition, { description: "The coalition." })
  coalition: Coalition;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

export const StartCoalitionResult = resultUnion("StartCoalition", StartCoalitionPayload);
export const CreateInvitationResult = resultUnion("CreateInvitation", CreateInvitationPayload);
export const RevokeInvitationResult = resultUnion("RevokeInvitation", RevokeInvitationPayload);
export const AcceptInvitationResult = resultUnion("AcceptInvitation", AcceptInvitationPayload);
