import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { WorkingStyle } from "../tasks/task.ts";
import { AccessRole, Capability, OrganisationKind } from "./coalition.ts";

@InputType({ description: "Settings of a coalition; absent fields stay." })
export class UpdateCoalitionInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Name, 3–120 characters." })
  name?: string | null;
  @Field(() => WorkingStyle, { nullable: true, description: "Working style of new boards; existing boards keep theirs." })
  defaultStyle?: WorkingStyle | null;
  @Field(() => String, { nullable: true, description: "IANA time zone, for example Europe/Amsterdam." })
  timeZone?: string | null;
  @Field(() => Int, { nullable: true, description: "Days signed in on an own device, 1–90; null: as usual." })
  ownDeviceDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: "Agreements show who has them open now." })
  agreementPresence?: boolean;
}

@InputType({ description: "A new partner, or a department of one (nieuwe partner of afdeling)." })
export class AddOrganisationInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Name, 2–160 characters, unique in the coalition." })
  name: string;
  @Field(() => String, { description: "Short name, at most 24 characters." })
  shortName: string;
  @Field(() => String, { nullable: true, description: "Two or three letters in its square; absent: from the short name." })
  letters?: string | null;
  @Field(() => OrganisationKind, { description: "Kind of organisation." })
  kind: OrganisationKind;
  @Field(() => ID, { nullable: true, description: "Partner of which it is a department." })
  parentId?: string | null;
  @Field(() => Int, { nullable: true, description: "Colour 0–11; absent: the one that is used least." })
  colourIndex?: number | null;
}

@InputType({ description: "Changes of an organisation; absent fields stay." })
export class UpdateOrganisationInput extends ChangeInput {
  @Field(() => ID, { description: "Organisation." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Name, 2–160 characters, unique in the coalition." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "Short name, at most 24 characters." })
  shortName?: string | null;
  @Field(() => String, { nullable: true, description: "Two or three letters in its square." })
  letters?: string | null;
  @Field(() => OrganisationKind, { nullable: true, description: "Kind of organisation." })
  kind?: OrganisationKind | null;
  @Field(() => Int, { nullable: true, description: "Colour 0–11." })
  colourIndex?: number | null;
}

@InputType({ description: "A partner or department leaves the coalition; its history stays (vertrek)." })
export class PartnerLeavesInput extends ChangeInput {
  @Field(() => ID, { description: "Organisation; its departments leave with it." })
  organisationId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}

@InputType({ description: "A person starts to act for an organisation (nieuw lid). Name either the account or an e-mail address." })
export class AddMembershipInput extends ChangeInput {
  @Field(() => ID, { description: "Organisation acted for." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Membership in this coalition of the same person, for example for another organisation." })
  sameAsMembershipId?: string | null;
  @Field(() => String, { nullable: true, description: "E-mail address at work; an account is made when there is none." })
  email?: string | null;
  @Field(() => String, { nullable: true, description: "Name of the person, for a new account; at most 120 characters." })
  displayName?: string | null;
  @Field(() => AccessRole, { description: "What this member may do." })
  accessRole: AccessRole;
  @Field(() => [Capability], { defaultValue: [], description: "Extra rights." })
  capabilities: Capability[];
}

@InputType({ description: "Changes of a membership; absent fields stay." })
export class ChangeMembershipInput extends ChangeInput {
  @Field(() => ID, { description: "Membership." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => AccessRole, { nullable: true, description: "What this member may do." })
  accessRole?: AccessRole | null;
  @Field(() => [Capability], { nullable: true, description: "All extra rights, in place of the former ones." })
  capabilities?: Capability[] | null;
}

@InputType({ description: "The end of a membership; open streams of the person end at once." })
export class RevokeMembershipInput extends ChangeInput {
  @Field(() => ID, { description: "Membership." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}
