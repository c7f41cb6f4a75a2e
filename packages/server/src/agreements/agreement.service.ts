import type { Viewer } from "@wijkbord/schema";
import type { SendDraftUpdateInput } from "@wijkbord/schema/types";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { linkAgreementRole, unlinkAgreementRole } from "./agreementRoles.ts";
import { draftAgreement, updateAgreement } from "./draft.ts";
import { addSignatory, askForRound, proposeRenewal, submitReview, withdrawConsent } from "./inForce.ts";
import { addAgreementLink, linkAgreementTask, removeAgreementLink, unlinkAgreementTask } from "./links.ts";
import { endMandate, grantMandate } from "./mandates.ts";
import { createNextVersion, refuseEditorialChange } from "./nextVersion.ts";
import { answerObjection, withdrawObjection } from "./objections.ts";
import { redactAgreementText } from "./redactText.ts";
import { confirmRegistered, registerAgreement } from "./registered.ts";
import { addRemark, removeRemark } from "./remarks.ts";
import { adoptAmongAnswered, extendRound, openConsentRound, openEditorialNotice, revealRound, startClarification, withdrawVersion } from "./round.ts";
import { prepareSignOff, signLater, signOff } from "./sign.ts";
import { openDraft, sendDraftUpdate } from "./writeTogether.ts";
import { saveVersionDraft } from "./writeVersion.ts";

interface AgreementDeps extends ChangeDeps {
  /** Called after commit, when somebody wrote in a draft. */
  readonly draftChanged: (versionId: string) => void;
}

/** Use cases of agreements: each is one change, one transaction, and answers with the agreement or mandate. */
export class AgreementService {
  constructor(private readonly deps: AgreementDeps) {}

  draft = this.useCase(draftAgreement);
  update = this.useCase(updateAgreement);
  saveDraft = this.useCase(saveVersionDraft);
  openDraft = this.useCase(openDraft);
  startClarification = this.useCase(startClarification);
  openRound = this.useCase(openConsentRound);
  openEditorialNotice = this.useCase(openEditorialNotice);
  refuseEditorialChange = this.useCase(refuseEditorialChange);
  prepareSignOff = this.useCase(prepareSignOff);
  signOff = this.useCase(signOff);
  signLater = this.useCase(signLater);
  withdrawObjection = this.useCase(withdrawObjection);
  answerObjection = this.useCase(answerObjection);
  createNextVersion = this.useCase(createNextVersion);
  extendRound = this.useCase(extendRound);
  adoptAmongAnswered = this.useCase(adoptAmongAnswered);
  withdrawVersion = this.useCase(withdrawVersion);
  revealRound = this.useCase(revealRound);
  addSignatory = this.useCase(addSignatory);
  withdrawConsent = this.useCase(withdrawConsent);
  submitReview = this.useCase(submitReview);
  proposeRenewal = this.useCase(proposeRenewal);
  askForRound = this.useCase(askForRound);
  register = this.useCase(registerAgreement);
  confirmRegistered = this.useCase(confirmRegistered);
  addRemark = this.useCase(addRemark);
  removeRemark = this.useCase(removeRemark);
  addLink = this.useCase(addAgreementLink);
  removeLink = this.useCase(removeAgreementLink);
  linkTask = this.useCase(linkAgreementTask);
  unlinkTask = this.useCase(unlinkAgreementTask);
  linkRole = this.useCase(linkAgreementRole);
  unlinkRole = this.useCase(unlinkAgreementRole);
  redactText = this.useCase(redactAgreementText);
  grantMandate = this.useCase(grantMandate);
  endMandate = this.useCase(endMandate);

  /** Takes an update into a draft, and hands it to those who follow it. */
  async sendDraft(actor: Viewer, input: SendDraftUpdateInput): Promise<Outcome> {
    const outcome = await change(this.deps, actor, input.clientMutationId, (done) => sendDraftUpdate(done, input));
    this.deps.draftChanged(input.versionId);
    return outcome;
  }

  private useCase<Input extends { clientMutationId?: string }>(work: (change: Change, input: Input) => Promise<string>) {
    return (actor: Viewer, input: Input): Promise<Outcome> => change(this.deps, actor, input.clientMutationId, (done) => work(done, input));
  }
}
