import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../shared/scalars.ts";
import { AgreementCategory, ReviewAdvice, ReviewHelped } from "./agreement.ts";

@ObjectType({ description: "Says who may sign what for an organisation, from when until when (machtiging)." })
export class Mandate {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { description: "Organisation that is signed for." })
  organisationId: string;
  @Field(() => ID, { description: "Member that holds it; has the right SIGN." })
  membershipId: string;
  @Field(() => ID, { nullable: true, description: "Member that signs when the holder has not answered (plaatsvervanger)." })
  deputyMembershipId: string | null;
  @Field(() => [AgreementCategory], { description: "Kinds of agreements; none: every kind." })
  categories: AgreementCategory[];
  @Field(() => DateScalar, { description: "First day." })
  fromOn: string;
  @Field(() => DateScalar, { nullable: true, description: "Last day; null: no end." })
  untilOn: string | null;
  @Field(() => Date, { nullable: true, description: "When it was ended before that." })
  endedAt: Date | null;
  grantedByMembershipId: string;
  @Field(() => Date, { description: "When it was given." })
  createdAt: Date;
  @Field(() => Int, { description: "Version for conflict checks." })
  version: number;
}

@ObjectType({ description: "How one partner looks back on an agreement (terugkijken)." })
export class AgreementReview {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  agreementId: string;
  @Field(() => DateScalar, { description: "Look back that it belongs to." })
  reviewOn: string;
  @Field(() => ID, { description: "Partner." })
  organisationId: string;
  membershipId: string;
  @Field(() => ReviewHelped, { description: "Did it help." })
  helped: ReviewHelped;
  @Field(() => ReviewAdvice, { description: "Keep, change or stop." })
  advice: ReviewAdvice;
  @Field(() => String, { nullable: true, description: "What to change, at most 1,000 characters." })
  change: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Proposed next day to look back." })
  nextReviewOn: string | null;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
}

@ObjectType({ description: "A partner took its consent back; for data and home visits it is suspended at once." })
export class ConsentWithdrawal {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  agreementId: string;
  @Field(() => ID, { nullable: true, description: "Version; null for an agreement made elsewhere." })
  versionId: string | null;
  @Field(() => ID, { description: "Partner." })
  organisationId: string;
  membershipId: string;
  @Field(() => String, { description: "Why, at most 1,000 characters." })
  reason: string;
  @Field(() => Date, { description: "When." })
  createdAt: Date;
  @Field(() => Date, { nullable: true, description: "When it ended, because the partner signed again." })
  endedAt: Date | null;
}

@ObjectType({ description: "What a partner says about an agreement that was registered as made elsewhere." })
export class RegistrationAnswer {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  agreementId: string;
  @Field(() => ID, { description: "Partner." })
  organisationId: string;
  membershipId: string;
  @Field(() => Boolean, { description: "True: this is right (klopt). False: this is not right (klopt niet)." })
  confirmed: boolean;
  @Field(() => String, { nullable: true, description: "Note, at most 500 characters." })
  note: string | null;
  @Field(() => Date, { description: "When." })
  answeredAt: Date;
}
