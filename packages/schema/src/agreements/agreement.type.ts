import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { AgreementCategory, AgreementEnd, AgreementOrigin, AgreementState, AgreementVisibility, DecisionRule } from "./agreement.ts";
import { AgreementLink, Registration } from "./agreementParts.type.ts";
import "./enums.type.ts";

@ObjectType({
  description:
    "How partners work together, in words they signed (procesafspraak). A working agreement between partners: no contract and no decision in the sense of the Algemene wet bestuursrecht, unless the text says so.",
})
export class ProcessAgreement {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  number: number;
  @Field(() => String, { description: "Title, 3–140 characters; of the version in force, else of the latest." })
  title: string;
  @Field(() => AgreementCategory, { description: "What it is about; chosen once." })
  category: AgreementCategory;
  @Field(() => [String], { description: "Codes of the areas it is for; none: the whole coalition." })
  areaCodes: string[];
  @Field(() => [ID], { description: "Themes, at most 10." })
  themeIds: string[];
  @Field(() => [ID], { description: "Organisations that sign (ondertekenaars); partners, never departments." })
  signatoryIds: string[];
  @Field(() => DecisionRule, { description: "How rounds are decided." })
  decisionRule: DecisionRule;
  @Field(() => AgreementVisibility, { description: "Who may know of it." })
  visibility: AgreementVisibility;
  @Field(() => AgreementState, { description: "Where it is in its life." })
  state: AgreementState;
  @Field(() => AgreementOrigin, { description: "Signed here, or registered as made elsewhere; never shown alike." })
  origin: AgreementOrigin;
  @Field(() => AgreementEnd, { nullable: true, description: "Why it ended." })
  ended: AgreementEnd | null;
  @Field(() => ID, { nullable: true, description: "Version that is in force." })
  currentVersionId: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Day to look back (Terugkijken); past it the agreement stays in force and says so." })
  reviewOn: string | null;
  @Field(() => Int, { description: "Months until the look back, 1–12." })
  reviewAfterMonths: number;
  @Field(() => DateScalar, { nullable: true, description: "Last day, when it has one." })
  endsOn: string | null;
  @Field(() => ID, { description: "Organisation that owns it (eigenaar)." })
  ownerOrganisationId: string;
  @Field(() => Registration, { nullable: true, description: "How it was registered, when it was made elsewhere." })
  registration: Registration | null;
  @Field(() => [AgreementLink], { description: "Links, at most 20." })
  links: AgreementLink[];
  @Field(() => DateScalar, { nullable: true, description: "Proposed next day to look back, while a renewal waits (laat zo, volgend jaar weer)." })
  renewalOn: string | null;
  @Field(() => Date, { nullable: true, description: "Until when a signatory may ask for a round instead." })
  renewalClosesAt: Date | null;
  reviewRemindedFor: string | null;
  @Field(() => Date, { nullable: true, description: "Since when it is under review." })
  underReviewSince: Date | null;
  @Field(() => Date, { nullable: true, description: "Since when it is in force, any version." })
  inForceSince: Date | null;
  @Field(() => String, { nullable: true, description: "Key of the template that it started from." })
  templateKey: string | null;
  sourceVersionId: string | null;
  createdByMembershipId: string | null;
  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;
  @Field(() => Date, { description: "When it last changed." })
  updatedAt: Date;
  @Field(() => Int, { description: "Version for conflict checks." })
  version: number;
}
