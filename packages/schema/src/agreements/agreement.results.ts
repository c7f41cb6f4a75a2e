import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { ProcessAgreement } from "./agreement.type.ts";
import { Mandate } from "./mandate.type.ts";

/** Payload class of a mutation that changes one agreement. */
function agreementPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The agreement after the change." })
  class Payload {
    @Field(() => ProcessAgreement, { description: "The agreement." })
    agreement: ProcessAgreement;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that changes one mandate. */
function mandatePayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The mandate after the change." })
  class Payload {
    @Field(() => Mandate, { description: "The mandate." })
    mandate: Mandate;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Mutations that answer with one agreement, by name; each has `XPayload` and `XResult`. */
export const agreementPayloads = {
  draftAgreement: agreementPayload("DraftAgreement"),
  updateAgreement: agreementPayload("UpdateAgreement"),
  saveVersionDraft: agreementPayload("SaveVersionDraft"),
  sendDraftUpdate: agreementPayload("SendDraftUpdate"),
  startClarification: agreementPayload("StartClarification"),
  openConsentRound: agreementPayload("OpenConsentRound"),
  openEditorialNotice: agreementPayload("OpenEditorialNotice"),
  refuseEditorialChange: agreementPayload("RefuseEditorialChange"),
  prepareSignOff: agreementPayload("PrepareSignOff"),
  signOff: agreementPayload("SignOff"),
  withdrawObjection: agreementPayload("WithdrawObjection"),
  answerObjection: agreementPayload("AnswerObjection"),
  createNextVersion: agreementPayload("CreateNextVersion"),
  extendRound: agreementPayload("ExtendRound"),
  adoptAmongAnswered: agreementPayload("AdoptAmongAnswered"),
  withdrawVersion: agreementPayload("WithdrawVersion"),
  revealRound: agreementPayload("RevealRound"),
  addSignatory: agreementPayload("AddSignatory"),
  signLater: agreementPayload("SignLater"),
  withdrawConsent: agreementPayload("WithdrawConsent"),
  submitReview: agreementPayload("SubmitReview"),
  proposeRenewal: agreementPayload("ProposeRenewal"),
  askForRound: agreementPayload("AskForRound"),
  registerAgreement: agreementPayload("RegisterAgreement"),
  confirmRegistered: agreementPayload("ConfirmRegistered"),
  addAgreementRemark: agreementPayload("AddAgreementRemark"),
  removeAgreementRemark: agreementPayload("RemoveAgreementRemark"),
  addAgreementLink: agreementPayload("AddAgreementLink"),
  removeAgreementLink: agreementPayload("RemoveAgreementLink"),
  linkAgreementTask: agreementPayload("LinkAgreementTask"),
  unlinkAgreementTask: agreementPayload("UnlinkAgreementTask"),
  linkAgreementRole: agreementPayload("LinkAgreementRole"),
  unlinkAgreementRole: agreementPayload("UnlinkAgreementRole"),
  redactAgreementText: agreementPayload("RedactAgreementText"),
};
export type AgreementMutation = keyof typeof agreementPayloads;
export const GrantMandatePayload = mandatePayload("GrantMandate");
export const EndMandatePayload = mandatePayload("EndMandate");

export const DraftAgreementResult = resultUnion("DraftAgreement", agreementPayloads.draftAgreement);
export const UpdateAgreementResult = resultUnion("UpdateAgreement", agreementPayloads.updateAgreement);
export const SaveVersionDraftResult = resultUnion("SaveVersionDraft", agreementPayloads.saveVersionDraft);
export const StartClarificationResult = resultUnion("StartClarification", agreementPayloads.startClarification);
export const OpenConsentRoundResult = resultUnion("OpenConsentRound", agreementPayloads.openConsentRound);
export const OpenEditorialNoticeResult = resultUnion("OpenEditorialNotice", agreementPayloads.openEditorialNotice);
export const RefuseEditorialChangeResult = resultUnion("RefuseEditorialChange", agreementPayloads.refuseEditorialChange);
export const PrepareSignOffResult = resultUnion("PrepareSignOff", agreementPayloads.prepareSignOff);
export const SignOffResult = resultUnion("SignOff", agreementPayloads.signOff);
export const WithdrawObjectionResult = resultUnion("WithdrawObjection", agreementPayloads.withdrawObjection);
export const AnswerObjectionResult = resultUnion("AnswerObjection", agreementPayloads.answerObjection);
export const CreateNextVersionResult = resultUnion("CreateNextVersion", agreementPayloads.createNextVersion);
export const ExtendRoundResult = resultUnion("ExtendRound", agreementPayloads.extendRound);
export const AdoptAmongAnsweredResult = resultUnion("AdoptAmongAnswered", agreementPayloads.adoptAmongAnswered);
export const WithdrawVersionResult = resultUnion("WithdrawVersion", agreementPayloads.withdrawVersion);
export const RevealRoundResult = resultUnion("RevealRound", agreementPayloads.revealRound);
export const AddSignatoryResult = resultUnion("AddSignatory", agreementPayloads.addSignatory);
export const SignLaterResult = resultUnion("SignLater", agreementPayloads.signLater);
export const WithdrawConsentResult = resultUnion("WithdrawConsent", agreementPayloads.withdrawConsent);
export const SubmitReviewResult = resultUnion("SubmitReview", agreementPayloads.submitReview);
export const ProposeRenewalResult = resultUnion("ProposeRenewal", agreementPayloads.proposeRenewal);
export const AskForRoundResult = resultUnion("AskForRound", agreementPayloads.askForRound);
export const RegisterAgreementResult = resultUnion("RegisterAgreement", agreementPayloads.registerAgreement);
export const ConfirmRegisteredResult = resultUnion("ConfirmRegistered", agreementPayloads.confirmRegistered);
export const AddAgreementRemarkResult = resultUnion("AddAgreementRemark", agreementPayloads.addAgreementRemark);
export const RemoveAgreementRemarkResult = resultUnion("RemoveAgreementRemark", agreementPayloads.removeAgreementRemark);
export const AddAgreementLinkResult = resultUnion("AddAgreementLink", agreementPayloads.addAgreementLink);
export const RemoveAgreementLinkResult = resultUnion("RemoveAgreementLink", agreementPayloads.removeAgreementLink);
export const LinkAgreementTaskResult = resultUnion("LinkAgreementTask", agreementPayloads.linkAgreementTask);
export const UnlinkAgreementTaskResult = resultUnion("UnlinkAgreementTask", agreementPayloads.unlinkAgreementTask);
export const LinkAgreementRoleResult = resultUnion("LinkAgreementRole", agreementPayloads.linkAgreementRole);
export const UnlinkAgreementRoleResult = resultUnion("UnlinkAgreementRole", agreementPayloads.unlinkAgreementRole);
export const RedactAgreementTextResult = resultUnion("RedactAgreementText", agreementPayloads.redactAgreementText);
export const GrantMandateResult = resultUnion("GrantMandate", GrantMandatePayload);
export const EndMandateResult = resultUnion("EndMandate", EndMandatePayload);
