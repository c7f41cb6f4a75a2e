import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActionLineState } from "./board.ts";

registerEnumType(ActionLineState, { name: "ActionLineState", description: "DRAFT: being written. PUBLISHED: part of the plan (INV-14)." });

@ObjectType({ description: "Theme that tasks and action lines serve (opgave, thema)." })
export class Theme {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => String, { description: "Stable key." })
  key: string;
  @Field(() => String, { description: "Dutch name." })
  nameNl: string;
  @Field(() => String, { description: "English name." })
  nameEn: string;
  @Field(() => Int, { description: "Order, from 0." })
  position: number;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "One line of action of the plan (actielijn)." })
export class ActionLine {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => String, { description: "Title, at most 120 characters." })
  title: string;
  @Field(() => String, { description: "What we do (wat we doen)." })
  whatWeDo: string;
  @Field(() => String, { description: "So that … (zodat)." })
  soThat: string;
  @Field(() => String, { description: "Expected impact (verwachte impact)." })
  expectedImpact: string;
  @Field(() => ID, { description: "Own theme." })
  themeId: string;
  @Field(() => [ID], { description: "Other themes it is connected with, at least one." })
  connectedThemeIds: string[];
  @Field(() => ID, { description: "Organisation in the lead." })
  leadOrganisationId: string;
  draft: boolean | null | undefined;
  @Field(() => ID, { nullable: true, description: "Membership that wrote it; null for what was seeded." })
  createdByMembershipId: string | null | undefined;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
}
