import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { DateScalar } from "../shared/scalars.ts";
import { AgreementCategory, AgreementVisibility, DecisionRule, Reveal } from "./agreement.ts";
import { DataSharing, WatchRuleFields } from "./agreementParts.type.ts";
import "./enums.type.ts";

@InputType({
  description: "A new agreement with its first version, in writing. What is absent comes from the template or the version that it is made from.",
})
export class DraftAgreementInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { nullable: true, description: "Title, 3–140 characters; needed without template or source." })
  title?: string;
  @Field(() => AgreementCategory, { nullable: true, description: "What it is about; needed without template or source." })
  category?: AgreementCategory;
  @Field(() => [ID], { nullable: true, description: "Organisations that sign, at least two; partners. Needed without source." })
  signatoryIds?: string[];
  @Field(() => String, { nullable: true, description: "Template that it starts from, by its key." })
  templateKey?: string | null;
  @Field(() => String, { nullable: true, description: "Language of the template: nl (default) or en." })
  locale?: string | null;
  @Field(() => ID, { nullable: true, description: "Version that it is a copy of, for another neighbourhood; it is kept as the source." })
  sourceVersionId?: string | null;
  @Field(() => DecisionRule, { nullable: true, description: "Default ALL_SIGNATORIES_CONSENT." })
  decisionRule?: DecisionRule;
  @Field(() => String, { nullable: true, description: "Text in Markdown, at most 40,000 characters." })
  text?: string;
  @Field(() => String, { nullable: true, description: "Plain summary, at most 400 characters." })
  summary?: string;
  @Field(() => [String], { nullable: true, description: "Codes of areas; none: the whole coalition." })
  areaCodes?: string[];
  @Field(() => [ID], { nullable: true, description: "Themes." })
  themeIds?: string[];
  @Field(() => AgreementVisibility, { nullable: true, description: "Default COALITION." })
  visibility?: AgreementVisibility;
}

@InputType({ description: "Where an agreement is found; absent fields stay." })
export class UpdateAgreementInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  id: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => [String], { nullable: true, description: "Codes of areas." })
  areaCodes?: string[];
  @Field(() => [ID], { nullable: true, description: "Themes." })
  themeIds?: string[];
  @Field(() => AgreementVisibility, { nullable: true, description: "Who may know of it." })
  visibility?: AgreementVisibility;
}

@InputType({ description: "What was written in a version; absent fields stay. Texts are cleaned of marks of word processors; read them back from the answer." })
export class SaveVersionDraftInput extends ChangeInput {
  @Field(() => ID, { description: "Version, still in writing." })
  versionId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Title, 3–140 characters." })
  title?: string;
  @Field(() => String, { nullable: true, description: "Text in Markdown, at most 40,000 characters and 6,000 words." })
  text?: string;
  @Field(() => String, { nullable: true, description: "Plain summary (B1), at most 400 characters." })
  summary?: string;
  @Field(() => String, { nullable: true, description: "What changed and why, at most 500 characters." })
  changeNote?: string;
  @Field(() => DecisionRule, { nullable: true, description: "How its round is decided." })
  decisionRule?: DecisionRule;
  @Field(() => [ID], { nullable: true, description: "Organisations that sign, at least two." })
  signatoryIds?: string[];
  @Field(() => DataSharing, { nullable: true, description: "Terms of agreements about data or home visits." })
  dataSharing?: DataSharing;
  @Field(() => [WatchRuleFields], { nullable: true, description: "Rules that watch its articles, at most one per article." })
  watchRules?: WatchRuleFields[];
  @Field(() => Int, { nullable: true, description: "Months until the look back, 1–12." })
  reviewAfterMonths?: number;
  @Field(() => DateScalar, { nullable: true, description: "Last day; null takes it away." })
  endsOn?: string | null;
}

@InputType({ description: "Open a round (Reactieronde): text, summary and signatories are frozen." })
export class OpenConsentRoundInput extends ChangeInput {
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => Int, { nullable: true, description: "Days, 3–21; default 7. It closes at the end of the last day." })
  days?: number;
  @Field(() => Reveal, { nullable: true, description: "Default TOGETHER when five or more sign, else LIVE." })
  reveal?: Reveal;
  @Field(() => DateScalar, { nullable: true, description: "First day in force, not before the adoption; null: at once." })
  effectiveFrom?: string | null;
}

@InputType({ description: "A next version, made from the latest or the one in force." })
export class CreateNextVersionInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => Int, { description: "Version of the agreement that was seen." })
  expectedVersion: number;
  @Field(() => [ID], { nullable: true, description: "Objections that are taken up; their proposals are filled in." })
  objectionIds?: string[];
  @Field(() => Boolean, { nullable: true, description: "Only a small change, by notice instead of a round. Default false." })
  editorial?: boolean;
}

@InputType({ description: "Register an agreement that was made elsewhere (overgenomen afspraak)." })
export class RegisterAgreementInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => String, { description: "Title, 3–140 characters." })
  title: string;
  @Field(() => AgreementCategory, { description: "What it is about." })
  category: AgreementCategory;
  @Field(() => DateScalar, { description: "Day on which it was agreed; not in the future." })
  agreedOn: string;
  @Field(() => String, { description: "Where, at most 140 characters." })
  place: string;
  @Field(() => [ID], { description: "Organisations that signed on paper, at least two." })
  signedOnPaperIds: string[];
  @Field(() => String, { description: "What it says in plain words (B1), at most 400 characters." })
  summary: string;
  @Field(() => String, { nullable: true, description: "https address of the text." })
  url?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Day to look back, at most 12 months ahead; default 12 months." })
  reviewOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Last day, when it has one." })
  endsOn?: string | null;
  @Field(() => [String], { nullable: true, description: "Codes of areas." })
  areaCodes?: string[];
  @Field(() => [ID], { nullable: true, description: "Themes." })
  themeIds?: string[];
}
