import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { AccessRole, OrganisationKind } from "./coalition.ts";
import { StartKind } from "./start.ts";

registerEnumType(StartKind, {
  name: "StartKind",
  description: "How a new coalition begins: empty, with a standard approach, or with a list that is brought in next.",
});

@InputType({ description: "A partner of a new coalition." })
export class StartPartnerInput {
  @Field(() => String, { description: "Name, 2–160 characters, different from the others." })
  name: string;
  @Field(() => OrganisationKind, { description: "Kind of organisation." })
  kind: OrganisationKind;
  @Field(() => String, { description: "Two or three letters in its square, different from the others." })
  letters: string;
  @Field(() => Int, { description: "Colour 0–11, different from the others." })
  colourIndex: number;
}

@InputType({ description: "A new coalition with its neighbourhood and partners." })
export class StartCoalitionInput extends ChangeInput {
  @Field(() => String, { description: "Name, 3–120 characters." })
  name: string;
  @Field(() => String, { nullable: true, description: "CBS code of the neighbourhood, from `startAreas`; absent: a name of your own in `areaName`." })
  areaCode?: string | null;
  @Field(() => String, { nullable: true, description: "Name of a neighbourhood that CBS does not know, 2–60 characters." })
  areaName?: string | null;
  @Field(() => String, { nullable: true, description: "Your name, as partners see it; only used when you have no account of your own yet." })
  displayName?: string | null;
  @Field(() => [StartPartnerInput], { description: "Partners, 2–12; the first one is your own." })
  partners: StartPartnerInput[];
  @Field(() => Int, { description: "Which partner, counted from 0, coordinates beside you (D10); not the first one." })
  secondCoordinator: number;
  @Field(() => StartKind, { description: "How it begins." })
  start: StartKind;
  @Field(() => String, { defaultValue: "nl", description: "Language of the roles, agreements and tasks that it begins with: nl or en." })
  locale: string;
  @Field(() => Boolean, { defaultValue: false, description: "Your own device: you stay signed in longer." })
  ownDevice: boolean;
}

@InputType({ description: "A new link by which people join an organisation." })
export class CreateInvitationInput extends ChangeInput {
  @Field(() => ID, { description: "Organisation that people join." })
  organisationId: string;
  @Field(() => AccessRole, { defaultValue: AccessRole.MEMBER, description: "What the first who joins may do; the others become MEMBER." })
  firstRole: AccessRole;
  @Field(() => Int, { nullable: true, description: "Days that it exists, 1–60; absent: 14." })
  days?: number | null;
  @Field(() => Int, { nullable: true, description: "How many people may join by it, 1–50; absent: 10." })
  maxUses?: number | null;
}

@InputType({ description: "Take a link back: from that moment it does not exist." })
export class RevokeInvitationInput extends ChangeInput {
  @Field(() => ID, { description: "Invitation." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}

@InputType({ description: "Join the organisation of an invitation." })
export class AcceptInvitationInput extends ChangeInput {
  @Field(() => String, { description: "What stands behind # in the link." })
  token: string;
  @Field(() => String, { nullable: true, description: "Your name, as partners see it; only used when you have no account of your own yet." })
  displayName?: string | null;
  @Field(() => String, { defaultValue: "nl", description: "Language of mails to somebody new: nl or en." })
  locale: string;
  @Field(() => Boolean, { defaultValue: false, description: "Your own device: you stay signed in longer." })
  ownDevice: boolean;
}
