import { Field, ID, Int, ObjectType } from "type-graphql";
import { Visibility } from "../tasks/task.ts";
import { ObjectionState, SignOffKind, SignOffResponse } from "./agreement.ts";

@ObjectType({ description: "Answer of an organisation to a version (antwoord); earlier answers stay in the chain." })
export class SignOff {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  agreementId: string;
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => ID, { description: "Organisation that answered." })
  organisationId: string;
  @Field(() => ID, { description: "Member that signed for it." })
  membershipId: string;
  @Field(() => Int, { nullable: true, description: "Place in the chain of the version, from 1; null while answers are hidden." })
  position: number;
  @Field(() => SignOffResponse, { description: "The answer." })
  response: SignOffResponse;
  @Field(() => SignOffKind, { description: "When it was given." })
  kind: SignOffKind;
  @Field(() => String, { nullable: true, description: "Argument or concern (kanttekening), at most 1,000 characters." })
  argument: string | null;
  @Field(() => Date, { description: "When." })
  respondedAt: Date;
  @Field(() => String, { description: "Hash of the text that was signed." })
  contentHash: string;
  @Field(() => String, { nullable: true, description: "Hash of the answer before it, 64 zeros for the first; null while answers are hidden." })
  previousHash: string;
  @Field(() => String, { nullable: true, description: "Hash of this answer in the chain; null while answers are hidden." })
  hash: string;
  @Field(() => Boolean, { description: "False when the organisation changed its answer later." })
  isCurrent: boolean;
  @Field(() => ID, { nullable: true, description: "Answer to the former version that was carried over by an editorial change." })
  carriedFromId: string | null;
}

@ObjectType({ description: "A reason why it cannot work this way, with a way out (bezwaar). Dit is geen bezwaar bij de gemeente." })
export class Objection {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Version." })
  versionId: string;
  signOffId: string;
  @Field(() => ID, { description: "Organisation that objects." })
  organisationId: string;
  @Field(() => ID, { description: "Member that signed the objection." })
  membershipId: string;
  @Field(() => Int, { nullable: true, description: "Article it is about; null: the whole text." })
  articleNumber: number | null;
  @Field(() => String, { description: "What harm to which shared aim, at least 20 characters; empty when it was taken back for privacy." })
  reason: string;
  @Field(() => String, { nullable: true, description: "Other words for the article, at most 4,000 characters." })
  proposal: string | null;
  @Field(() => ObjectionState, { description: "Whether it is still open." })
  state: ObjectionState;
  @Field(() => String, { nullable: true, description: "How it ended, in words." })
  resolution: string | null;
  @Field(() => ID, { nullable: true, description: "Version in which it was taken up." })
  integratedInVersionId: string | null;
  @Field(() => Date, { description: "When it was raised." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it ended." })
  resolvedAt: Date | null;
}

@ObjectType({ description: "Answer that a member prepared for the holder of the mandate; only the own organisation sees it." })
export class SignOffPreparation {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  agreementId: string;
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => ID, { description: "Own organisation." })
  organisationId: string;
  @Field(() => ID, { description: "Member that prepared it." })
  membershipId: string;
  @Field(() => SignOffResponse, { description: "Prepared answer." })
  response: SignOffResponse;
  @Field(() => String, { nullable: true, description: "Argument or concern." })
  argument: string | null;
  @Field(() => Int, { nullable: true, description: "Article of a prepared objection." })
  articleNumber: number | null;
  @Field(() => String, { nullable: true, description: "Reason of a prepared objection." })
  reason: string | null;
  @Field(() => String, { nullable: true, description: "Other words in a prepared objection." })
  proposal: string | null;
  @Field(() => Date, { description: "When." })
  preparedAt: Date;
}

@ObjectType({ description: "Question, opinion or carried concern beside a version (reactie)." })
export class AgreementRemark {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => Int, { nullable: true, description: "Article it is about." })
  articleNumber: number | null;
  @Field(() => ID, { description: "Organisation of the writer." })
  organisationId: string;
  @Field(() => ID, { description: "Writer." })
  membershipId: string;
  @Field(() => Visibility, { description: "ORGANISATION: only the own organisation sees it." })
  visibility: Visibility;
  @Field(() => String, { description: "Text, at most 4,000 characters; empty when it was taken away." })
  text: string;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it was taken away." })
  removedAt: Date | null;
  @Field(() => ID, { nullable: true, description: "Answer to the former version whose concern was carried over." })
  carriedFromSignOffId: string | null;
}
