import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";

@InputType({ description: "A new label of a coalition." })
export class CreateLabelInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Name, 1–40 characters, unique in the coalition." })
  name: string;
}

@InputType({ description: "Another name for a label." })
export class RenameLabelInput extends ChangeInput {
  @Field(() => ID, { description: "Label." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { description: "Name, 1–40 characters, unique in the coalition." })
  name: string;
}

@InputType({ description: "Take a label away, also from the tasks that carry it." })
export class RemoveLabelInput extends ChangeInput {
  @Field(() => ID, { description: "Label." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
}

@InputType({ description: "A new theme of a coalition." })
export class CreateThemeInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Dutch name, 1–60 characters." })
  nameNl: string;
  @Field(() => String, { description: "English name, 1–60 characters." })
  nameEn: string;
}

@InputType({ description: "Changes of a theme; absent fields stay." })
export class UpdateThemeInput extends ChangeInput {
  @Field(() => ID, { description: "Theme." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Dutch name, 1–60 characters." })
  nameNl?: string | null;
  @Field(() => String, { nullable: true, description: "English name, 1–60 characters." })
  nameEn?: string | null;
  @Field(() => Int, { nullable: true, description: "New place from 0." })
  position?: number | null;
}

@InputType({ description: "A new action line, as a draft." })
export class CreateActionLineInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Title, 1–120 characters." })
  title: string;
  @Field(() => ID, { description: "Own theme." })
  themeId: string;
  @Field(() => String, { nullable: true, description: "Wat we doen, at most 2,000 characters." })
  whatWeDo?: string | null;
  @Field(() => String, { nullable: true, description: "Zodat, at most 2,000 characters." })
  soThat?: string | null;
  @Field(() => String, { nullable: true, description: "Verwachte impact, at most 2,000 characters." })
  expectedImpact?: string | null;
  @Field(() => [ID], { nullable: true, description: "Connected themes, other than the own one." })
  connectedThemeIds?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Organisation in the lead; default the own one." })
  leadOrganisationId?: string | null;
}

@InputType({ description: "Changes of an action line; absent fields stay." })
export class UpdateActionLineInput extends ChangeInput {
  @Field(() => ID, { description: "Action line." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 1–120 characters." })
  title?: string | null;
  @Field(() => ID, { nullable: true, description: "Own theme." })
  themeId?: string | null;
  @Field(() => String, { nullable: true, description: "Wat we doen, at most 2,000 characters." })
  whatWeDo?: string | null;
  @Field(() => String, { nullable: true, description: "Zodat, at most 2,000 characters." })
  soThat?: string | null;
  @Field(() => String, { nullable: true, description: "Verwachte impact, at most 2,000 characters." })
  expectedImpact?: string | null;
  @Field(() => [ID], { nullable: true, description: "Connected themes, other than the own one." })
  connectedThemeIds?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Organisation in the lead." })
  leadOrganisationId?: string | null;
}
