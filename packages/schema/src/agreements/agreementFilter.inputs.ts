import { Field, ID, InputType } from "type-graphql";
import { AgreementCategory, AgreementState } from "./agreement.ts";

@InputType({ description: "Which agreements; all that is given must hold." })
export class AgreementFilter {
  @Field(() => [AgreementState], { nullable: true, description: "States." })
  states?: AgreementState[];
  @Field(() => AgreementCategory, { nullable: true, description: "Kind." })
  category?: AgreementCategory;
  @Field(() => String, { nullable: true, description: "Code of an area; agreements for the whole coalition count too." })
  areaCode?: string;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId?: string;
  @Field(() => ID, { nullable: true, description: "Owner." })
  ownerOrganisationId?: string;
  @Field(() => ID, { nullable: true, description: "One of the signatories." })
  signatoryId?: string;
  @Field(() => ID, { nullable: true, description: "Task that exists because of it." })
  taskId?: string;
  @Field(() => ID, { nullable: true, description: "Role that it names." })
  roleId?: string;
  @Field(() => Boolean, { nullable: true, description: "True: an answer of the own organisation is asked (wacht op jou)." })
  waitsOnMyOrganisation?: boolean;
  @Field(() => Boolean, { nullable: true, description: "True: its look back is within 30 days or late (terugkijken binnenkort)." })
  reviewSoon?: boolean;
  @Field(() => String, { nullable: true, description: "Words of the title." })
  search?: string;
}
