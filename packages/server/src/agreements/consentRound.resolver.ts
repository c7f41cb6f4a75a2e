import {
  AnswerObjectionInput,
  OpenConsentRoundInput,
  PrepareSignOffInput,
  SignLaterInput,
  SignOffInput,
  VersionActInput,
  WithdrawObjectionInput,
  AdoptAmongAnsweredResult,
  AnswerObjectionResult,
  ExtendRoundResult,
  OpenConsentRoundResult,
  OpenEditorialNoticeResult,
  PrepareSignOffResult,
  RefuseEditorialChangeResult,
  RevealRoundResult,
  SignLaterResult,
  SignOffResult,
  StartClarificationResult,
  WithdrawObjectionResult,
  WithdrawVersionResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnAgreement, type Answer } from "./actOn.ts";

@Resolver()
export class ConsentRoundResolver {
  @Mutation(() => StartClarificationResult, { description: "Asks partners for questions and opinions before a round (Vragen stellen)." })
  startClarification(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "startClarification", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.startClarification(actor, input),
    );
  }

  @Mutation(() => OpenConsentRoundResult, { description: "Opens a round (Reactieronde); text, summary and signatories are frozen." })
  openConsentRound(@Arg("input", () => OpenConsentRoundInput) input: OpenConsentRoundInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "openConsentRound", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.openRound(actor, input),
    );
  }

  @Mutation(() => OpenEditorialNoticeResult, { description: "Shows a small change for five working days." })
  openEditorialNotice(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "openEditorialNotice", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.openEditorialNotice(actor, input),
    );
  }

  @Mutation(() => RefuseEditorialChangeResult, { description: "Refuses a small change; it is talked about instead." })
  refuseEditorialChange(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "refuseEditorialChange", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.refuseEditorialChange(actor, input),
    );
  }

  @Mutation(() => RevealRoundResult, { description: "Shows all answers of a TOGETHER round at once; by the coordinator of the coalition." })
  revealRound(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "revealRound", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.revealRound(actor, input),
    );
  }

  @Mutation(() => ExtendRoundResult, { description: "Gives a round that closed incomplete seven more days, once." })
  extendRound(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "extendRound", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.extendRound(actor, input),
    );
  }

  @Mutation(() => AdoptAmongAnsweredResult, { description: "Adopts a version among those that answered; the silent are not bound." })
  adoptAmongAnswered(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "adoptAmongAnswered", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.adoptAmongAnswered(actor, input),
    );
  }

  @Mutation(() => WithdrawVersionResult, { description: "Takes a version back." })
  withdrawVersion(@Arg("input", () => VersionActInput) input: VersionActInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "withdrawVersion", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.withdrawVersion(actor, input),
    );
  }

  @Mutation(() => PrepareSignOffResult, { description: "Prepares the answer of the own organisation for who holds the mandate." })
  prepareSignOff(@Arg("input", () => PrepareSignOffInput) input: PrepareSignOffInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "prepareSignOff", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.prepareSignOff(actor, input),
    );
  }

  @Mutation(() => SignOffResult, { description: "Answers for the own organisation; needs a live mandate and the hash of the text that was read." })
  signOff(@Arg("input", () => SignOffInput) input: SignOffInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "signOff", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.signOff(actor, input),
    );
  }

  @Mutation(() => SignLaterResult, { description: "Signs the version in force, by an organisation that joined later or was silent." })
  signLater(@Arg("input", () => SignLaterInput) input: SignLaterInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "signLater", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.signLater(actor, input),
    );
  }

  @Mutation(() => WithdrawObjectionResult, { description: "Takes an objection back, with the new answer." })
  withdrawObjection(@Arg("input", () => WithdrawObjectionInput) input: WithdrawObjectionInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "withdrawObjection", { type: "Objection", id: input.objectionId, field: "objectionId" }, (actor) =>
      context.services.agreements.withdrawObjection(actor, input),
    );
  }

  @Mutation(() => AnswerObjectionResult, { description: "Answers an objection in writing, where the owner decides." })
  answerObjection(@Arg("input", () => AnswerObjectionInput) input: AnswerObjectionInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "answerObjection", { type: "Objection", id: input.objectionId, field: "objectionId" }, (actor) =>
      context.services.agreements.answerObjection(actor, input),
    );
  }
}
