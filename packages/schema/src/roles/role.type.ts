import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DocumentLink } from "../shared/link.type.ts";
import { DateScalar, SequenceScalar } from "../shared/scalars.ts";
import { RoleDomain, RoleState, SeatEnd, SeatState } from "./role.ts";

registerEnumType(RoleState, {
  name: "RoleState",
  description: "OPEN: nobody ever held it (open rol); FILLED: held now; VACANT: held before, nobody now (nog niemand); RETIRED: no role any more (opgeheven).",
});
registerEnumType(SeatState, {
  name: "SeatState",
  description: "PROPOSED: the organisation is asked; ACCEPTED: it said yes and can be chosen; CURRENT: it holds the role; DECLINED and ENDED are history.",
});
registerEnumType(RoleDomain, { name: "RoleDomain", description: "What a role is about: the whole coalition, one board, or one action line." });
registerEnumType(SeatEnd, { name: "SeatEnd", description: "Why a seat is no seat any more." });

@ObjectType({
  description: "A named part in working together, with what its holder may decide alone (rol). An organisation holds it, a person fills the seat.",
})
export class CoalitionRole {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Name, 1–80 characters." })
  name: string;
  @Field(() => String, { description: "What it is for (doel), at most 300 characters." })
  purpose: string;
  @Field(() => [String], { description: "What others may count on (waar je op mag rekenen), at most 12 of 200 characters." })
  accountabilities: string[];
  @Field(() => RoleDomain, { description: "What it is about (domein)." })
  domain: RoleDomain;
  @Field(() => ID, { nullable: true, description: "Board, for a role about one board." })
  boardId: string | null;
  @Field(() => ID, { nullable: true, description: "Action line, for a role about one action line." })
  actionLineId: string | null;
  @Field(() => String, { description: "What the holder may decide alone (mandaat), at most 1,000 characters." })
  mandate: string;
  @Field(() => Int, { nullable: true, description: "Hours a week, 1–40." })
  hoursPerWeek: number | null;
  @Field(() => Int, { description: "How many seats it has, 1–20 (INV-05)." })
  maxHolders: number;
  @Field(() => Int, { nullable: true, description: "Months for which a holder is chosen, 1–60; null: until it resigns." })
  termMonths: number | null;
  @Field(() => ID, { nullable: true, description: "Role above; its holder chooses who holds this one." })
  parentRoleId: string | null;
  @Field(() => [String], { description: "Codes of the neighbourhoods it is for; none: all." })
  areaCodes: string[];
  @Field(() => [DocumentLink], { description: "Links, at most 20 (D8)." })
  links: DocumentLink[];
  @Field(() => String, { nullable: true, description: "Template that it was made from." })
  templateKey: string | null;
  @Field(() => RoleState, { description: "State; follows from the seats, apart from RETIRED." })
  state: RoleState;
  @Field(() => Boolean, { description: "Proposed by a partner and not confirmed by the coordinator yet (voorgestelde rol)." })
  isProposed: boolean;
  createdByMembershipId: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that proposed or made it." })
  createdByOrganisationId: string | null;
  @Field(() => Date, { nullable: true, description: "When it was retired." })
  retiredAt: Date | null;
  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;
  @Field(() => Date, { description: "When it or one of its seats last changed." })
  updatedAt: Date;
  @Field(() => Int, { description: "Version; grows with its seats too." })
  version: number;
  /** Version at which its own fields last changed. */
  fieldsVersion: number;
}

@ObjectType({ description: "A seat of a role (plek): the organisation holds the role, a named person fills it, a deputy stands in." })
export class RoleAssignment {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Role." })
  roleId: string;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member who fills it; null: the seat is empty, the organisation still holds the role." })
  membershipId: string | null;
  @Field(() => ID, { nullable: true, description: "Member who stands in (vervanger)." })
  deputyMembershipId: string | null;
  @Field(() => SeatState, { description: "State." })
  state: SeatState;
  @Field(() => Boolean, { description: "Chosen already: it holds the role as soon as the organisation accepts." })
  chosen: boolean;
  @Field(() => DateScalar, { nullable: true, description: "First day." })
  startsOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: "First day on which it is not held any more (nog niemand vanaf)." })
  endsOn: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that proposed it." })
  proposedByOrganisationId: string | null;
  proposedByMembershipId: string | null;
  @Field(() => String, { nullable: true, description: "Words with the proposal, at most 300 characters." })
  note: string | null;
  @Field(() => SeatEnd, { nullable: true, description: "Why it is no seat any more, or will be from `endsOn`." })
  endReason: SeatEnd | null;
  @Field(() => String, { nullable: true, description: "Words with that, at most 500 characters." })
  endNote: string | null;
  announcedFor: string | null;
  @Field(() => Date, { description: "When it was proposed." })
  createdAt: Date;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "A role that most coalitions have, to adopt as it is and change afterwards (standaardrol voor een wijkaanpak)." })
export class RoleTemplate {
  @Field(() => String, { description: "Name for `adoptRoleTemplates`." })
  key: string;
  @Field(() => String, { description: "Name in Dutch." })
  nameNl: string;
  @Field(() => String, { description: "Name in English." })
  nameEn: string;
  @Field(() => String, { description: "What it is for, in Dutch." })
  purposeNl: string;
  @Field(() => String, { description: "What it is for, in English." })
  purposeEn: string;
  @Field(() => [String], { description: "What others may count on, in Dutch." })
  accountabilitiesNl: string[];
  @Field(() => [String], { description: "What others may count on, in English." })
  accountabilitiesEn: string[];
  @Field(() => String, { description: "What the holder may decide alone, in Dutch." })
  mandateNl: string;
  @Field(() => String, { description: "What the holder may decide alone, in English." })
  mandateEn: string;
  @Field(() => Int, { description: "Hours a week." })
  hoursPerWeek: number;
}

@ObjectType({ description: "Roles of a coalition, with the number of the log they belong to." })
export class RoleList {
  @Field(() => [CoalitionRole], { description: "Roles by name." })
  roles: CoalitionRole[];
  @Field(() => SequenceScalar, { description: "Number of the log that this reads from." })
  asOfSequence: number;
}
