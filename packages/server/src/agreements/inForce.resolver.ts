import {
  ActInput,
  AddSignatoryInput,
  AgreementActInput,
  GrantMandateInput,
  ProposeRenewalInput,
  SubmitReviewInput,
  AddSignatoryResult,
  AskForRoundResult,
  EndMandatePayload,
  EndMandateResult,
  GrantMandatePayload,
  GrantMandateResult,
  ProposeRenewalResult,
  SubmitReviewResult,
  WithdrawConsentResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnAgreement, actOnMandate, type Answer } from "./actOn.ts";

@Resolver()
export class InForceResolver {
  @Mutation(() => AddSignatoryResult, { description: "Lets a partner that joined later sign." })
  addSignatory(@Arg("input", () => AddSignatoryInput) input: AddSignatoryInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "addSignatory", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.addSignatory(actor, input),
    );
  }

  @Mutation(() => WithdrawConsentResult, { description: "Takes consent back; the agreement is under review for up to 60 days." })
  withdrawConsent(@Arg("input", () => AgreementActInput) input: AgreementActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "withdrawConsent", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.withdrawConsent(actor, input),
    );
  }

  @Mutation(() => SubmitReviewResult, { description: "Looks back on an agreement (Terugkijken)." })
  submitReview(@Arg("input", () => SubmitReviewInput) input: SubmitReviewInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "submitReview", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.submitReview(actor, input),
    );
  }

  @Mutation(() => ProposeRenewalResult, { description: "Laat zo, volgend jaar weer." })
  proposeRenewal(@Arg("input", () => ProposeRenewalInput) input: ProposeRenewalInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "proposeRenewal", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.proposeRenewal(actor, input),
    );
  }

  @Mutation(() => AskForRoundResult, { description: "Asks for a round instead of a renewal." })
  askForRound(@Arg("input", () => AgreementActInput) input: AgreementActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "askForRound", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.askForRound(actor, input),
    );
  }

  @Mutation(() => GrantMandateResult, { description: "Gives a mandate in the own organisation (machtiging); by its coordinator." })
  grantMandate(@Arg("input", () => GrantMandateInput) input: GrantMandateInput, @Ctx() context: HubContext): Answer {
    return actOnMandate(context, GrantMandatePayload, { type: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.agreements.grantMandate(actor, input),
    );
  }

  @Mutation(() => EndMandateResult, { description: "Ends a mandate of the own organisation." })
  endMandate(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnMandate(context, EndMandatePayload, { type: "Mandate", id: input.id, field: "id" }, (actor) =>
      context.services.agreements.endMandate(actor, input),
    );
  }
}
