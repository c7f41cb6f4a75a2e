import { Field, ID, Int, ObjectType } from "type-graphql";
import { SequenceScalar } from "../shared/scalars.ts";
import { PageInfo } from "../tasks/taskLists.type.ts";
import { PartyState, SignOffResponse, type WatchKind } from "./agreement.ts";
import { WatchRuleFields } from "./agreementParts.type.ts";
import { ProcessAgreement } from "./agreement.type.ts";
import { ArticleChange, PartKind } from "./difference.ts";
import { CaseResult } from "./watch.ts";

@ObjectType({ description: "Article of a version (artikel)." })
export class AgreementArticle {
  @Field(() => Int, { description: "Number in the order of the text; 0 is what stands before the first." })
  number: number;
  @Field(() => String, { description: "Heading; empty when it has none." })
  title: string;
  @Field(() => String, { description: "Words, in Markdown." })
  body: string;
}

@ObjectType({ description: "Words that stayed, came in or went out." })
export class TextPart {
  @Field(() => PartKind, { description: "What happened to them." })
  kind: PartKind;
  @Field(() => String, { description: "The words, with their spaces." })
  text: string;
}

@ObjectType({ description: "What changed in one article between two versions." })
export class ArticleDifferenceView {
  @Field(() => ArticleChange, { description: "What happened." })
  change: ArticleChange;
  @Field(() => Boolean, { description: "It stands in another place." })
  moved: boolean;
  @Field(() => Int, { nullable: true, description: "Number in the other version." })
  oldNumber: number | null;
  @Field(() => Int, { nullable: true, description: "Number in this version." })
  newNumber: number | null;
  @Field(() => [TextPart], { description: "Word by word; SAME and ADDED together are the words of this version." })
  parts: TextPart[];
}

@ObjectType({ description: "Difference with another version (Wat is anders)." })
export class VersionDifference {
  @Field(() => Int, { description: "Number of the other version." })
  otherNumber: number;
  @Field(() => [TextPart], { description: "Difference of the titles." })
  title: TextPart[];
  @Field(() => [TextPart], { description: "Difference of the summaries." })
  summary: TextPart[];
  @Field(() => [ArticleDifferenceView], { description: "Articles in the order of this version, removed ones where they stood." })
  articles: ArticleDifferenceView[];
}

@ObjectType({ description: "Whether one signatory answered, and what, as far as you may see it." })
export class PartnerAnswer {
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => Boolean, { description: "It answered (heeft geantwoord)." })
  answered: boolean;
  @Field(() => SignOffResponse, { nullable: true, description: "Its latest answer; null while answers are hidden." })
  response: SignOffResponse | null;
}

@ObjectType({ description: "How one organisation stands to an agreement." })
export class AgreementParty {
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => PartyState, { description: "Bound, not yet signed, suspended …" })
  state: PartyState;
}

@ObjectType({ description: "One case that a watch rule judged; organisations, never persons." })
export class WatchCaseView {
  kind: WatchKind;
  coalitionId: string;
  @Field(() => ID, { description: "The task, meeting or agreement." })
  objectId: string;
  @Field(() => ID, { nullable: true, description: "Organisation it depends on." })
  organisationId: string | null;
  @Field(() => Date, { description: "When it began." })
  startedAt: Date;
  @Field(() => Date, { description: "Until when it could go as agreed." })
  dueAt: Date;
  @Field(() => Date, { nullable: true, description: "When it ended." })
  endedAt: Date | null;
  @Field(() => CaseResult, { description: "How it went." })
  result: CaseResult;
}

@ObjectType({ description: "What a watch rule counted: dit kwartaal 9 van de 11 keer gelukt." })
export class WatchOutcome {
  @Field(() => WatchRuleFields, { description: "The rule." })
  rule: WatchRuleFields;
  @Field(() => Int, { description: "Cases that went as agreed." })
  met: number;
  @Field(() => Int, { description: "Cases that are decided." })
  decided: number;
  @Field(() => Int, { description: "Cases that are still open and in time." })
  pending: number;
  @Field(() => Date, { description: "Begin of the period." })
  from: Date;
  @Field(() => Date, { description: "End of the period." })
  until: Date;
  @Field(() => [WatchCaseView], { description: "The cases, oldest first, at most 200." })
  cases: WatchCaseView[];
}

@ObjectType({ description: "Agreement with its place in a list." })
export class AgreementEdge {
  @Field(() => String, { description: "Place, for `after`." })
  cursor: string;
  @Field(() => ProcessAgreement, { description: "The agreement." })
  node: ProcessAgreement;
}

@ObjectType({ description: "Part of a list of agreements." })
export class AgreementConnection {
  @Field(() => [AgreementEdge], { description: "Agreements by number." })
  edges: AgreementEdge[];
  @Field(() => [ProcessAgreement], { description: "Agreements." })
  nodes: ProcessAgreement[];
  @Field(() => PageInfo, { description: "Where the page ends." })
  pageInfo: PageInfo;
  @Field(() => Int, { description: "Number of agreements in the whole list." })
  totalCount: number;
  @Field(() => SequenceScalar, { description: "Number in the log that this read belongs to." })
  asOfSequence: number;
}
