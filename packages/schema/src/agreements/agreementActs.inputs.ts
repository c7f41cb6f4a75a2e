import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput } from "../shared/change.inputs.ts";
import { DateScalar } from "../shared/scalars.ts";
import { Visibility } from "../tasks/task.ts";
import { AgreementCategory, ReviewAdvice, ReviewHelped, SignOffResponse } from "./agreement.ts";

@InputType({ description: "Words of an answer." })
class AnswerInput extends ChangeInput {
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => SignOffResponse, { description: "The answer." })
  response: SignOffResponse;
  @Field(() => String, { nullable: true, description: "Argument; required for CONSENT_WITH_CONCERN; at most 1,000 characters." })
  argument?: string | null;
  @Field(() => Int, { nullable: true, description: "Article that an objection is about." })
  articleNumber?: number | null;
  @Field(() => String, { nullable: true, description: "Reason of an objection, 20–1,000 characters; required for OBJECTION." })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: "Other words for that article, at most 4,000 characters." })
  proposal?: string | null;
}

@InputType({ description: "Prepare the answer of the own organisation for the holder of the mandate." })
export class PrepareSignOffInput extends AnswerInput {}

@InputType({ description: "Answer for the own organisation; signs exactly the text whose hash is given." })
export class SignOffInput extends AnswerInput {
  @Field(() => ID, { description: "Organisation that you sign for; your own." })
  organisationId: string;
  @Field(() => String, { description: "`contentHash` of the version as it was read." })
  contentHash: string;
  @Field(() => ID, { nullable: true, description: "Answer of the own organisation that was seen; null: none. Another one is a VersionConflict." })
  expectedSignOffId?: string | null;
}

@InputType({ description: "Sign the version in force, by an organisation that joined later or has not signed yet." })
export class SignLaterInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Organisation that you sign for; your own." })
  organisationId: string;
  @Field(() => String, { description: "`contentHash` of the version in force." })
  contentHash: string;
}

@InputType({ description: "Take an objection back, with the new answer; also after the round closed." })
export class WithdrawObjectionInput extends ChangeInput {
  @Field(() => ID, { description: "Objection." })
  objectionId: string;
  @Field(() => SignOffResponse, { description: "The new answer; not OBJECTION." })
  response: SignOffResponse;
  @Field(() => String, { description: "Why, at most 500 characters." })
  note: string;
}

@InputType({ description: "Answer an objection in writing, where the owner decides after asking everybody." })
export class AnswerObjectionInput extends ChangeInput {
  @Field(() => ID, { description: "Objection." })
  objectionId: string;
  @Field(() => String, { description: "Answer, at most 1,000 characters." })
  answer: string;
}

@InputType({ description: "An act on a version." })
export class VersionActInput extends ChangeInput {
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => Int, { description: "Version that was seen." })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: "Reason, at most 1,000 characters." })
  reason?: string | null;
}

@InputType({ description: "An act on an agreement by a partner." })
export class AgreementActInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => String, { nullable: true, description: "Reason, at most 1,000 characters." })
  reason?: string | null;
}

@InputType({ description: "Add an organisation that may sign the version in force." })
export class AddSignatoryInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Partner." })
  organisationId: string;
}

@InputType({ description: "Look back on an agreement, one form per partner; it may change until the next look back." })
export class SubmitReviewInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ReviewHelped, { description: "Did it help." })
  helped: ReviewHelped;
  @Field(() => ReviewAdvice, { description: "Keep, change or stop." })
  advice: ReviewAdvice;
  @Field(() => String, { nullable: true, description: "What to change; required for CHANGE; at most 1,000 characters." })
  change?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Next day to look back, at most 12 months ahead." })
  nextReviewOn?: string | null;
}

@InputType({ description: "Laat zo, volgend jaar weer: renews after five working days unless a signatory asks for a round." })
export class ProposeRenewalInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => DateScalar, { nullable: true, description: "Next day to look back, at most 12 months ahead; default 12 months." })
  nextReviewOn?: string | null;
}

@InputType({ description: "Say whether a registered agreement is right for the own organisation." })
export class ConfirmRegisteredInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => Boolean, { description: "True: this is right. False: this is not right." })
  confirmed: boolean;
  @Field(() => String, { nullable: true, description: "Note; required when it is not right; at most 500 characters." })
  note?: string | null;
}

@InputType({ description: "Write beside a version." })
export class AddAgreementRemarkInput extends ChangeInput {
  @Field(() => ID, { description: "Version." })
  versionId: string;
  @Field(() => Int, { nullable: true, description: "Article." })
  articleNumber?: number | null;
  @Field(() => String, { description: "Text, at most 4,000 characters." })
  text: string;
  @Field(() => Visibility, { nullable: true, description: "Default COALITION; ORGANISATION: only the own organisation sees it." })
  visibility?: Visibility;
}

@InputType({ description: "Add a link." })
export class AddAgreementLinkInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => String, { description: "Title, 1–140 characters." })
  title: string;
  @Field(() => String, { description: "https address." })
  url: string;
  @Field(() => String, { nullable: true, description: "Who can open it." })
  audience?: string | null;
}

@InputType({ description: "Take a link away." })
export class RemoveAgreementLinkInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Link." })
  linkId: string;
}

@InputType({ description: "A task that exists because of an agreement." })
export class AgreementTaskInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Task." })
  taskId: string;
}

@InputType({ description: "A role that an agreement names." })
export class AgreementRoleInput extends ChangeInput {
  @Field(() => ID, { description: "Agreement." })
  agreementId: string;
  @Field(() => ID, { description: "Role." })
  roleId: string;
}

@InputType({ description: "Give a mandate in the own organisation." })
export class GrantMandateInput extends ChangeInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { description: "Member of the own organisation with the right SIGN." })
  membershipId: string;
  @Field(() => ID, { nullable: true, description: "Deputy with the right SIGN, another member of the own organisation." })
  deputyMembershipId?: string | null;
  @Field(() => [AgreementCategory], { nullable: true, description: "Kinds of agreements; none: every kind." })
  categories?: AgreementCategory[];
  @Field(() => DateScalar, { nullable: true, description: "First day; default today." })
  fromOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Last day; null: no end." })
  untilOn?: string | null;
}
