import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { WatchKind } from "./agreement.ts";
import type { DataSharingFields } from "./dataSharing.ts";

@ObjectType({ description: "What an agreement about data or home visits says (INV-09)." })
@InputType("DataSharingInput", { description: "What an agreement about data or home visits says; all of it is needed before a round opens (INV-09)." })
export class DataSharing implements DataSharingFields {
  @Field(() => String, { description: "Purpose (doel), at most 1,000 characters." })
  purpose: string;
  @Field(() => String, { description: "Legal basis (grondslag), at most 1,000 characters." })
  legalBasis: string;
  @Field(() => [String], { description: "Kinds of data, at most 20; never data of a person." })
  dataCategories: string[];
  @Field(() => [String], { description: "Who receives them (ontvangers), at most 20." })
  recipients: string[];
  @Field(() => Int, { nullable: true, description: "Days that they are kept (bewaartermijn), 1–3,650." })
  retentionDays: number | null;
  @Field(() => [String], { description: "Controllers (verwerkingsverantwoordelijken), at most 20." })
  controllers: string[];
  @Field(() => String, { description: "Reference of the DPIA." })
  dpiaReference: string;
  @Field(() => DateScalar, { nullable: true, description: "Day of the advice of the data protection officer." })
  dpoAdviceOn: string | null;
}

@ObjectType("WatchRule", { description: "Rule that an article is watched by (afspraak die waakt); frozen with the text." })
@InputType("WatchRuleInput", { description: "Rule that an article is watched by; at most one per article." })
export class WatchRuleFields {
  @Field(() => Int, { description: "Number of the article." })
  article: number;
  @Field(() => WatchKind, { description: "What is watched." })
  kind: WatchKind;
  @Field(() => Int, { description: "Working days, 1–60; for REVIEW_EVERY months, 1–12; for UPDATED_BEFORE_MEETING working days before the meeting, 1–20." })
  n: number;
}

@ObjectType({ description: "Link of an agreement; the hub never fetches it." })
export class AgreementLink {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it." })
  audience: string | null;
}

@ObjectType({ description: "An agreement made elsewhere, as it was registered (overgenomen afspraak)." })
export class Registration {
  @Field(() => DateScalar, { description: "Day on which it was agreed." })
  agreedOn: string;
  @Field(() => String, { description: "Where, at most 140 characters." })
  place: string;
  @Field(() => [ID], { description: "Organisations that signed on paper." })
  signedOnPaperIds: string[];
  @Field(() => String, { description: "What it says in plain words (B1), at most 400 characters." })
  summary: string;
  @Field(() => String, { nullable: true, description: "https address of the text." })
  url: string | null;
}
