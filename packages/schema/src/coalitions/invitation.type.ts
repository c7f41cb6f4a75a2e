import { Field, ID, Int, ObjectType } from "type-graphql";
import { AccessRole, OrganisationKind } from "./coalition.ts";

@ObjectType({ description: "A link by which people join an organisation of a coalition (uitnodiging). The link itself is shown once and stored as a hash." })
export class Invitation {
  @Field(() => ID, { description: "Identity, for `revokeInvitation`." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { description: "Organisation that people join." })
  organisationId: string;
  tokenHash: string;
  @Field(() => AccessRole, { description: "What the first who joins may do; the others become MEMBER, or OBSERVER when the first does." })
  firstRole: AccessRole;
  @Field(() => Int, { description: "How many people may join by it." })
  maxUses: number;
  @Field(() => Int, { description: "How many joined." })
  uses: number;
  createdByMembershipId: string;
  @Field(() => Date, { description: "Moment at which it was made." })
  createdAt: Date;
  @Field(() => Date, { description: "Moment after which it does not exist any more." })
  expiresAt: Date;
  @Field(() => Date, { nullable: true, description: "Moment at which it was taken back; null while it holds." })
  revokedAt: Date | null;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "What a person sees who opens an invitation, before joining." })
export class OpenInvitation {
  @Field(() => String, { description: "Name of the coalition." })
  coalitionName: string;
  @Field(() => String, { description: "Name of the organisation that the person joins." })
  organisationName: string;
  @Field(() => String, { description: "Two or three letters in its square." })
  letters: string;
  @Field(() => Int, { description: "Colour 0–11." })
  colourIndex: number;
  @Field(() => OrganisationKind, { description: "Kind of organisation." })
  kind: OrganisationKind;
  @Field(() => Date, { description: "Moment after which it does not exist any more." })
  expiresAt: Date;
}

@ObjectType({ description: "A neighbourhood to begin a coalition in, from the areas of CBS that this hub holds." })
export class StartArea {
  @Field(() => ID, { description: "CBS code." })
  code: string;
  @Field(() => String, { description: "Name as people say it." })
  name: string;
  @Field(() => String, { nullable: true, description: "Name of the area that it lies in." })
  within: string | null;
}
