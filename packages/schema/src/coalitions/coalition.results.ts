import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Coalition, Membership, Organisation } from "./coalition.type.ts";

@ObjectType({ description: "The coalition after the change." })
export class UpdateCoalitionPayload {
  @Field(() => Coalition, { description: "The coalition." })
  coalition: Coalition;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

/** Payload class of a mutation that changes one organisation. */
function organisationPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The organisation after the change." })
  class Payload {
    @Field(() => Organisation, { description: "The organisation." })
    organisation: Organisation;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that changes one membership. */
function membershipPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The membership after the change." })
  class Payload {
    @Field(() => Membership, { description: "The membership." })
    membership: Membership;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payloads of the mutations of a coalition, by name. */
export const coalitionPayloads = {
  updateCoalition: UpdateCoalitionPayload,
  addOrganisation: organisationPayload("AddOrganisation"),
  updateOrganisation: organisationPayload("UpdateOrganisation"),
  partnerLeaves: organisationPayload("PartnerLeaves"),
  addMembership: membershipPayload("AddMembership"),
  changeMembership: membershipPayload("ChangeMembership"),
  revokeMembership: membershipPayload("RevokeMembership"),
};

export const UpdateCoalitionResult = resultUnion("UpdateCoalition", coalitionPayloads.updateCoalition);
export const AddOrganisationResult = resultUnion("AddOrganisation", coalitionPayloads.addOrganisation);
export const UpdateOrganisationResult = resultUnion("UpdateOrganisation", coalitionPayloads.updateOrganisation);
export const PartnerLeavesResult = resultUnion("PartnerLeaves", coalitionPayloads.partnerLeaves);
export const AddMembershipResult = resultUnion("AddMembership", coalitionPayloads.addMembership);
export const ChangeMembershipResult = resultUnion("ChangeMembership", coalitionPayloads.changeMembership);
export const RevokeMembershipResult = resultUnion("RevokeMembership", coalitionPayloads.revokeMembership);
