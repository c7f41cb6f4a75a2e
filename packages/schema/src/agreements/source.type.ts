import { Field, ID, Int, ObjectType } from "type-graphql";
import { AgreementCategory, AgreementState } from "./agreement.ts";
import { WatchRuleFields } from "./agreementParts.type.ts";
import "./enums.type.ts";

@ObjectType({ description: "An agreement to start from, in plain words (sjabloon)." })
export class AgreementTemplate {
  @Field(() => String, { description: "Name for `templateKey`." })
  key: string;
  @Field(() => AgreementCategory, { description: "What it is about." })
  category: AgreementCategory;
  @Field(() => String, { description: "Title in Dutch." })
  titleNl: string;
  @Field(() => String, { description: "Title in English." })
  titleEn: string;
  @Field(() => String, { description: "Plain summary in Dutch." })
  summaryNl: string;
  @Field(() => String, { description: "Plain summary in English." })
  summaryEn: string;
  @Field(() => String, { description: "Text in Dutch, in Markdown with numbered articles." })
  textNl: string;
  @Field(() => String, { description: "Text in English, in Markdown with numbered articles." })
  textEn: string;
  @Field(() => [WatchRuleFields], { description: "Rules that watch its articles." })
  watchRules: WatchRuleFields[];
}

@ObjectType({ description: "Where the text of an agreement came from: a version of an agreement of another neighbourhood (overgenomen uit)." })
export class AgreementSource {
  @Field(() => ID, { description: "Agreement that it was copied from." })
  agreementId: string;
  @Field(() => String, { description: "Its short number, for example PA-02." })
  number: string;
  @Field(() => String, { description: "Title of that version." })
  title: string;
  @Field(() => AgreementState, { description: "Where that agreement is in its life." })
  state: AgreementState;
  @Field(() => [String], { description: "Codes of the areas that it is for; none: the whole coalition." })
  areaCodes: string[];
  @Field(() => Int, { description: "Number of the version that was copied." })
  versionNumber: number;
  @Field(() => Int, { nullable: true, description: "Number of the version that is in force there now." })
  currentVersionNumber: number | null;
}
