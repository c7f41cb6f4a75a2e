import {
  addMonths,
  AgreementState,
  agreementLimits,
  countsAsInForce,
  EventType,
  isAboutData,
  mayDecideRound,
  mayManageAgreement,
  mayWrite,
  ReviewAdvice,
} from "@wijkbord/schema";
import type { AddSignatoryInput, AgreementActInput, ProcessAgreement, ProposeRenewalInput, SubmitReviewInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, ruleBroken } from "../activity/refusal.ts";
import { currentVersion, difference, expectNothing, loadAgreement, recordAgreement, todayIn } from "./agreementChange.ts";
import { expectMandate } from "./mandateCheck.ts";
import { RegistrationAnswerTable, ReviewTable, WithdrawalTable } from "./mandate.tables.ts";
import { signatories } from "./partners.ts";
import { said, saidOrNull } from "./words.ts";
import { workingDeadline } from "./workingDeadlines.ts";

/** Organisations bound by what is in force, withdrawals left out. */
export async function boundNow(work: LoggedWork, agreement: ProcessAgreement): Promise<string[]> {
  const version = await currentVersion(work, agreement);
  const withdrawn = new Set((await work.em.find(WithdrawalTable, { agreementId: agreement.id, endedAt: null })).map(({ organisationId }) => organisationId));
  if (version) return version.boundIds.filter((id) => !withdrawn.has(id));
  const confirmed = await work.em.find(RegistrationAnswerTable, { agreementId: agreement.id });
  const denied = new Set(confirmed.flatMap((answer) => (answer.confirmed ? [] : [answer.organisationId])));
  const paper = agreement.registration?.signedOnPaperIds ?? [];
  return [...new Set([...paper, ...confirmed.map(({ organisationId }) => organisationId)])].filter((id) => !denied.has(id) && !withdrawn.has(id));
}

function expectInForce(agreement: ProcessAgreement, rule: string): void {
  if (!countsAsInForce(agreement.state)) throw ruleBroken(rule, [{ code: "NOT_IN_FORCE", objectId: agreement.id }]);
}

function underReview(agreement: ProcessAgreement, now: Date): void {
  agreement.state = AgreementState.UNDER_REVIEW;
  agreement.underReviewSince ??= now;
  Object.assign(agreement, { renewalOn: null, renewalClosesAt: null });
}

/** C7.2 rule 7: a partner takes its consent back; the agreement stays in force while a new version is made, data and home visits stop at once. */
export async function withdrawConsent(change: Change, input: AgreementActInput): Promise<string> {
  const { em, actor, now } = change;
  const agreement = await loadAgreement(change, input.agreementId);
  if (!agreement.signatoryIds.includes(actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  await expectMandate(change, agreement, null);
  expectInForce(agreement, "C7.2-7");
  if (!(await boundNow(change, agreement)).includes(actor.organisationId)) expectNothing("C7.2-7", [{ code: "NOT_BOUND", objectId: actor.organisationId }]);
  const reason = said("reason", input.reason ?? "", agreementLimits.reason);
  const { organisationId, membershipId } = actor;
  em.create(WithdrawalTable, {
    id: uuidv7(),
    coalitionId: agreement.coalitionId,
    agreementId: agreement.id,
    versionId: agreement.currentVersionId,
    organisationId,
    membershipId,
    reason,
    createdAt: now,
    endedAt: null,
  });
  underReview(agreement, now);
  recordAgreement(change, agreement, EventType.CONSENT_WITHDRAWN, [difference("organisationId", organisationId)]);
  if (isAboutData(agreement.category)) recordAgreement(change, agreement, EventType.AGREEMENT_SUSPENDED, [difference("organisationId", organisationId)]);
  return agreement.id;
}

/** Lets a partner that joined later sign the version in force; until then it is listed as not yet signed. */
export async function addSignatory(change: Change, input: AddSignatoryInput): Promise<string> {
  const agreement = await loadAgreement(change, input.agreementId);
  if (!mayManageAgreement(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  expectInForce(agreement, "C7.2-9");
  if (agreement.signatoryIds.includes(input.organisationId)) throw invalid("organisationId", "TAKEN");
  const [first = ""] = agreement.signatoryIds;
  await signatories(change, "organisationId", [first, input.organisationId]);
  agreement.signatoryIds = [...agreement.signatoryIds, input.organisationId];
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("signatoryAdded", input.organisationId)]);
  return agreement.id;
}

/** A day to look back that lies ahead, at most twelve months (C7.2 rule 8). */
export function nextReview(change: Change, field: string, wanted: string | null | undefined): string {
  const today = todayIn(change);
  const latest = addMonths(today, agreementLimits.reviewMonths);
  if (wanted && (wanted <= today || wanted > latest)) throw invalid(field, "OUT_OF_RANGE", agreementLimits.reviewMonths);
  return wanted ?? latest;
}

/** One form per partner: did it help, what to change, keep or stop. */
export async function submitReview(change: Change, input: SubmitReviewInput): Promise<string> {
  const { em, actor, now } = change;
  const agreement = await loadAgreement(change, input.agreementId);
  if (!mayWrite(actor) || !agreement.signatoryIds.includes(actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  expectInForce(agreement, "C7.2-8");
  const { helped, advice } = input;
  const row = {
    helped,
    advice,
    change: saidOrNull("change", input.change, agreementLimits.reason),
    nextReviewOn: input.nextReviewOn ? nextReview(change, "nextReviewOn", input.nextReviewOn) : null,
    membershipId: actor.membershipId,
    createdAt: now,
  };
  if (advice === ReviewAdvice.CHANGE && !row.change) throw invalid("change", "REQUIRED", 1);
  const place = { agreementId: agreement.id, reviewOn: agreement.reviewOn ?? todayIn(change), organisationId: actor.organisationId };
  const existing = await em.findOne(ReviewTable, place);
  if (existing) Object.assign(existing, row);
  else em.create(ReviewTable, { id: uuidv7(), coalitionId: agreement.coalitionId, ...place, ...row });
  recordAgreement(change, agreement, EventType.AGREEMENT_REVIEWED, [
    difference("organisationId", actor.organisationId),
    difference("helped", helped),
    difference("advice", advice),
  ]);
  return agreement.id;
}

/** D15: laat zo, volgend jaar weer. */
export async function proposeRenewal(change: Change, input: ProposeRenewalInput): Promise<string> {
  const agreement = await loadAgreement(change, input.agreementId);
  if (!mayDecideRound(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  if (agreement.state !== AgreementState.IN_FORCE) throw ruleBroken("D15", [{ code: "NOT_IN_FORCE", objectId: agreement.id }]);
  agreement.renewalOn = nextReview(change, "nextReviewOn", input.nextReviewOn);
  agreement.renewalClosesAt = workingDeadline(change.now, agreementLimits.renewalWorkingDays, change.coalition.timeZone);
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [
    difference("renewalOn", agreement.renewalOn),
    difference("renewalClosesAt", agreement.renewalClosesAt),
  ]);
  return agreement.id;
}

/** D15: a signatory asks for a round instead of a silent renewal. */
export async function askForRound(change: Change, input: AgreementActInput): Promise<string> {
  const agreement = await loadAgreement(change, input.agreementId);
  if (!mayWrite(change.actor) || !agreement.signatoryIds.includes(change.actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  if (agreement.renewalClosesAt === null || agreement.renewalClosesAt <= change.now) throw ruleBroken("D15", [{ code: "NO_RENEWAL", objectId: agreement.id }]);
  underReview(agreement, change.now);
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [
    difference("roundAskedBy", change.actor.organisationId),
    difference("state", agreement.state),
  ]);
  return agreement.id;
}
