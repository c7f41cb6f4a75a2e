import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { LinkFieldsInput } from "../shared/link.type.ts";
import { DateScalar } from "../shared/scalars.ts";
import { RoleDomain, RoleState } from "./role.ts";

@InputType({ description: "Which roles; absent fields do not filter." })
export class RoleFilter {
  @Field(() => [RoleState], { nullable: true, description: "States; absent: all but RETIRED." })
  states?: RoleState[] | null;
  @Field(() => String, { nullable: true, description: "Code of a neighbourhood; roles for all neighbourhoods count too." })
  areaCode?: string | null;
  @Field(() => ID, { nullable: true, description: "Board that a role is about." })
  boardId?: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that holds it now." })
  organisationId?: string | null;
  @Field(() => ID, { nullable: true, description: "Member who fills it or stands in now." })
  membershipId?: string | null;
}

@InputType({ description: "What a role says; absent fields stay or are empty." })
class RoleFieldsInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: "What it is for, at most 300 characters." })
  purpose?: string | null;
  @Field(() => [String], { nullable: true, description: "What others may count on, at most 12 of 200 characters." })
  accountabilities?: string[] | null;
  @Field(() => RoleDomain, { nullable: true, description: "What it is about; default COALITION." })
  domain?: RoleDomain | null;
  @Field(() => ID, { nullable: true, description: "Board; with domain BOARD." })
  boardId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line; with domain ACTION_LINE." })
  actionLineId?: string | null;
  @Field(() => String, { nullable: true, description: "What the holder may decide alone, at most 1,000 characters." })
  mandate?: string | null;
  @Field(() => Int, { nullable: true, description: "Hours a week, 1–40." })
  hoursPerWeek?: number | null;
  @Field(() => Int, { nullable: true, description: "Seats, 1–20; default 1." })
  maxHolders?: number | null;
  @Field(() => Int, { nullable: true, description: "Months for which a holder is chosen, 1–60; null: until it resigns." })
  termMonths?: number | null;
  @Field(() => ID, { nullable: true, description: "Role above." })
  parentRoleId?: string | null;
  @Field(() => [String], { nullable: true, description: "Codes of neighbourhoods, at most 50; none: all." })
  areaCodes?: string[] | null;
}

@InputType({ description: "A new role; by anybody but the coordinator of the coalition it is a proposal." })
export class CreateRoleInput extends RoleFieldsInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Name, 1–80 characters." })
  name: string;
}

@InputType({ description: "Changes of a role; absent fields stay." })
export class UpdateRoleInput extends RoleFieldsInput {
  @Field(() => ID, { description: "Role." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Name, 1–80 characters." })
  name?: string | null;
}

@InputType({ description: "Adopt templates as roles." })
export class AdoptRoleTemplatesInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => [String], { description: "Keys of templates." })
  keys: string[];
  @Field(() => String, { nullable: true, description: "Language of the texts: nl (default) or en." })
  locale?: string | null;
}

@InputType({ description: "Propose an organisation as holder of a role; for the own one it counts as accepted." })
export class ProposeRoleHolderInput extends ChangeInput {
  @Field(() => ID, { description: "Role." })
  roleId: string;
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => ID, { nullable: true, description: "Member of it who would fill the seat." })
  membershipId?: string | null;
  @Field(() => ID, { nullable: true, description: "Member of it who would stand in." })
  deputyMembershipId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "First day; absent: the day on which it is chosen." })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "First day on which it is not held any more; absent: by the term of the role." })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: "Words, at most 300 characters." })
  note?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "By who may choose: the organisation holds the role as soon as it accepts. Default true for who may choose.",
  })
  choose?: boolean | null;
}

@InputType({ description: "Say yes for the own organisation; with who fills the seat." })
export class AcceptRoleInput extends ChangeInput {
  @Field(() => ID, { description: "Seat." })
  seatId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => ID, { nullable: true, description: "Member who fills the seat; absent: as proposed." })
  membershipId?: string | null;
}

@InputType({ description: "An act on a seat." })
export class SeatActInput extends ChangeInput {
  @Field(() => ID, { description: "Seat." })
  seatId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "Choose an organisation that said yes." })
export class ChooseRoleHolderInput extends ChangeInput {
  @Field(() => ID, { description: "Seat." })
  seatId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => DateScalar, { nullable: true, description: "First day; absent: as proposed, else today." })
  startsOn?: string | null;
}

@InputType({ description: "Give a role back, with notice." })
export class ResignRoleInput extends ChangeInput {
  @Field(() => ID, { description: "Seat." })
  seatId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => DateScalar, { nullable: true, description: "First day on which it is not held any more; absent: 14 days from now." })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "Say who of the own organisation fills a seat and who stands in." })
export class ChangeSeatInput extends ChangeInput {
  @Field(() => ID, { description: "Seat." })
  seatId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => ID, { nullable: true, description: "Member who fills it; null: nobody; absent: stays." })
  membershipId?: string | null;
  @Field(() => ID, { nullable: true, description: "Member who stands in; null: nobody; absent: stays." })
  deputyMembershipId?: string | null;
}

@InputType({ description: "A link for a role." })
export class AddRoleLinkInput extends LinkFieldsInput {
  @Field(() => ID, { description: "Role." })
  roleId: string;
}

@InputType({ description: "Take a link of a role away." })
export class RemoveRoleLinkInput extends ChangeInput {
  @Field(() => ID, { description: "Role." })
  roleId: string;
  @Field(() => ID, { description: "Link." })
  linkId: string;
}
