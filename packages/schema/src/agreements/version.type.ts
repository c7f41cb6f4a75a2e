import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { DecisionRule, Reveal, VersionState } from "./agreement.ts";
import { DataSharing, WatchRuleFields } from "./agreementParts.type.ts";
import type { FrozenContent } from "./canonical.ts";

@ObjectType({ description: "One version of an agreement (versie); its text is frozen when a round opens." })
export class AgreementVersion {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => Int, { description: "1, 2, 3 …" })
  number: number;
  @Field(() => VersionState, { description: "Where it is in its life." })
  state: VersionState;
  @Field(() => String, { description: "Title, 3–140 characters." })
  title: string;
  @Field(() => String, { description: "Text in Markdown, at most 40,000 characters; headings or numbered paragraphs are its articles." })
  text: string;
  @Field(() => String, { description: "What it says in plain words (B1), at most 400 characters." })
  summary: string;
  @Field(() => String, { description: "What changed and why, at most 500 characters." })
  changeNote: string;
  @Field(() => DecisionRule, { description: "How its round is decided." })
  decisionRule: DecisionRule;
  @Field(() => [ID], { description: "Organisations that sign it." })
  signatoryIds: string[];
  @Field(() => [ID], { description: "Organisations bound by it, once adopted." })
  boundIds: string[];
  @Field(() => Boolean, { description: "Only a small change (redactioneel), which needs no round." })
  editorial: boolean;
  @Field(() => DataSharing, { nullable: true, description: "Purpose, basis, terms of agreements about data or home visits." })
  dataSharing: DataSharing | null;
  @Field(() => [WatchRuleFields], { description: "Rules that watch its articles." })
  watchRules: WatchRuleFields[];
  @Field(() => Int, { description: "Months until the look back, 1–12." })
  reviewAfterMonths: number;
  @Field(() => DateScalar, { nullable: true, description: "Last day, when it has one." })
  endsOn: string | null;
  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the canonical form `wijkbord-agreement-1`, 64 hexadecimal characters; null while it is written.",
  })
  contentHash: string | null;
  frozen: FrozenContent | null;
  @Field(() => Reveal, { nullable: true, description: "When answers are seen by others." })
  reveal: Reveal | null;
  @Field(() => Date, { nullable: true, description: "When the answers of a TOGETHER round were revealed." })
  revealedAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When its round opened." })
  roundOpensAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When its round or editorial notice closes or closed; the end of a day in the coalition." })
  roundClosesAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When the round was given seven more days; at most once." })
  extendedAt: Date | null;
  @Field(() => Boolean, { description: "Adopted among those that answered; the others are not bound." })
  amongAnswered: boolean;
  @Field(() => DateScalar, { nullable: true, description: "First day in force; null: at once when adopted." })
  effectiveFrom: string | null;
  @Field(() => Date, { nullable: true, description: "When it was adopted." })
  adoptedAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When it came in force." })
  inForceAt: Date | null;
  @Field(() => Date, { nullable: true, description: "When a next version took its place." })
  replacedAt: Date | null;
  @Field(() => ID, { nullable: true, description: "Version it was made from." })
  previousVersionId: string | null;
  createdByMembershipId: string | null;
  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;
  @Field(() => Date, { description: "When it last changed." })
  updatedAt: Date;
  @Field(() => Int, { description: "Version for conflict checks." })
  version: number;
  groupVersions: Record<string, number>;
}
