import {
  agreementLimits,
  countsAsInForce,
  EventType,
  mayWrite,
  ObjectionState,
  parseArticles,
  SignOffKind,
  SignOffResponse,
  VersionState,
} from "@wijkbord/schema";
import type { AgreementVersion, PrepareSignOffInput, ProcessAgreement, SignLaterInput, SignOff, SignOffInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed, ruleBroken } from "../activity/refusal.ts";
import { AgreementVersionTable } from "./agreement.tables.ts";
import { currentVersion, difference, expectNothing, loadAgreement, loadVersion, recordAgreement } from "./agreementChange.ts";
import { appendAnswer } from "./chain.ts";
import { expectMandate } from "./mandateCheck.ts";
import { WithdrawalTable } from "./mandate.tables.ts";
import { answersAreOpen, settle } from "./settle.ts";
import { ObjectionTable, PreparationTable, SignOffTable } from "./signOff.tables.ts";
import { said, saidOrNull } from "./words.ts";

interface Words {
  readonly response: SignOffResponse;
  readonly argument: string | null;
  readonly articleNumber: number | null;
  readonly reason: string | null;
  readonly proposal: string | null;
}

/** The words of an answer within their limits; an objection needs its reason (C7.2 rule 3). */
function wordsOf(version: AgreementVersion, input: PrepareSignOffInput | SignOffInput): Words {
  const argument = saidOrNull("argument", input.argument, agreementLimits.argument);
  if (input.response === SignOffResponse.CONSENT_WITH_CONCERN && !argument) throw invalid("argument", "REQUIRED", 1);
  if (input.response !== SignOffResponse.OBJECTION) return { response: input.response, argument, articleNumber: null, reason: null, proposal: null };
  const reason = said("reason", input.reason ?? "", agreementLimits.reason, 0);
  if ([...reason].length < agreementLimits.objectionReasonMinimum)
    throw invalid("reason", reason ? "TOO_SHORT" : "REQUIRED", agreementLimits.objectionReasonMinimum);
  const articleNumber = input.articleNumber ?? null;
  if (articleNumber !== null && !parseArticles(version.text).some(({ number }) => number === articleNumber)) throw invalid("articleNumber", "NO_SUCH_ARTICLE");
  return { response: input.response, argument, articleNumber, reason, proposal: saidOrNull("proposal", input.proposal, agreementLimits.proposal) };
}

function expectOpenRound({ now }: Change, version: AgreementVersion): void {
  if (version.state !== VersionState.CONSENT_ROUND) expectNothing("C7.2-2", [{ code: `NOT_IN_${version.state}`, objectId: version.id }]);
  if (version.roundClosesAt !== null && version.roundClosesAt <= now) expectNothing("C7.2-2", [{ code: "ROUND_CLOSED", objectId: version.id }]);
}

/** C7.2 rule 10: what is signed is exactly the text that was read. */
async function expectHash({ em }: Change, version: AgreementVersion, contentHash: string): Promise<void> {
  if (contentHash === version.contentHash) return;
  const other = await em.findOne(AgreementVersionTable, { agreementId: version.agreementId, contentHash });
  expectNothing("C7.2-10", [{ code: other ? "OUTDATED_TEXT" : "UNSEEN_TEXT", objectId: version.id }]);
}

function expectOwn({ actor }: Change, organisationId: string, signatoryIds: readonly string[]): void {
  if (organisationId !== actor.organisationId) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  if (!signatoryIds.includes(organisationId)) throw notAllowed("NOT_A_SIGNATORY");
}

function expectSeen(own: SignOff | null, expectedId: string | null | undefined): void {
  if ((own?.id ?? null) === (expectedId ?? null)) return;
  throw conflict(own?.position ?? 0, ["ANSWER"], { signOffId: own?.id ?? null, response: own?.response ?? null, membershipId: own?.membershipId ?? null });
}

/** Ends the earlier objection of the organisation and raises the new one. */
async function objectionOf({ em, actor, now }: Change, version: AgreementVersion, entry: SignOff, words: Words) {
  const earlier = await em.findOne(ObjectionTable, { versionId: version.id, organisationId: actor.organisationId, state: ObjectionState.OPEN });
  if (earlier) Object.assign(earlier, { state: ObjectionState.WITHDRAWN, resolvedAt: now });
  if (words.response !== SignOffResponse.OBJECTION) return { earlier, raised: null };
  const raised = em.create(ObjectionTable, {
    id: uuidv7(),
    coalitionId: version.coalitionId,
    agreementId: version.agreementId,
    versionId: version.id,
    signOffId: entry.id,
    organisationId: actor.organisationId,
    membershipId: actor.membershipId,
    articleNumber: words.articleNumber,
    reason: words.reason ?? "",
    proposal: words.proposal,
    state: ObjectionState.OPEN,
    resolution: null,
    integratedInVersionId: null,
    createdAt: now,
    resolvedAt: null,
  });
  await em.flush();
  return { earlier, raised };
}

/** What the log says. While answers are hidden each answer makes the same events, so that nothing can be told from their number. */
function recordAnswer(change: Change, agreement: ProcessAgreement, version: AgreementVersion, own: SignOff | null, entry: SignOff): void {
  const { organisationId } = change.actor;
  const who = [difference("versionNumber", version.number), difference("organisationId", organisationId)];
  const what = [...who, difference("response", entry.response, own?.response ?? null)];
  if (answersAreOpen(version)) return recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, what);
  if (!own) recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, who);
  recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, what, organisationId);
}

/** C7.2 rule 2: the answer of the own organisation; it may change until the round closes, and each change stays in the chain. */
export async function signOff(change: Change, input: SignOffInput): Promise<string> {
  const { em, actor } = change;
  const { agreement, version } = await loadVersion(change, input.versionId);
  expectOwn(change, input.organisationId, version.signatoryIds);
  const own = await em.findOne(SignOffTable, { versionId: version.id, organisationId: actor.organisationId, isCurrent: true });
  await expectMandate(change, agreement, own?.membershipId ?? null);
  expectOpenRound(change, version);
  await expectHash(change, version, input.contentHash);
  expectSeen(own, input.expectedSignOffId);
  const words = wordsOf(version, input);
  const { organisationId, membershipId } = actor;
  const entry = await appendAnswer(change, version, {
    organisationId,
    membershipId,
    response: words.response,
    argument: words.argument,
    kind: SignOffKind.ROUND,
    contentHash: input.contentHash,
  });
  const { earlier, raised } = await objectionOf(change, version, entry, words);
  recordAnswer(change, agreement, version, own, entry);
  if (answersAreOpen(version)) {
    if (earlier)
      recordAgreement(change, agreement, EventType.OBJECTION_RESOLVED, [difference("objectionId", earlier.id), difference("state", ObjectionState.WITHDRAWN)]);
    if (raised)
      recordAgreement(change, agreement, EventType.OBJECTION_RAISED, [
        difference("objectionId", raised.id),
        difference("organisationId", organisationId),
        difference("articleNumber", raised.articleNumber),
      ]);
  }
  const prepared = await em.findOne(PreparationTable, { versionId: version.id, organisationId });
  if (prepared) em.remove(prepared);
  await settle(change, agreement, version);
  return agreement.id;
}

/** D15: a member without mandate prepares the answer; only the own organisation sees it. */
export async function prepareSignOff(change: Change, input: PrepareSignOffInput): Promise<string> {
  const { em, actor, now } = change;
  const { agreement, version } = await loadVersion(change, input.versionId);
  if (!mayWrite(actor)) throw notAllowed("OBSERVER");
  if (!version.signatoryIds.includes(actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  expectOpenRound(change, version);
  const words = wordsOf(version, input);
  const existing = await em.findOne(PreparationTable, { versionId: version.id, organisationId: actor.organisationId });
  const row = { ...words, membershipId: actor.membershipId, preparedAt: now };
  if (existing) Object.assign(existing, row);
  else
    em.create(PreparationTable, {
      id: uuidv7(),
      coalitionId: version.coalitionId,
      agreementId: agreement.id,
      versionId: version.id,
      organisationId: actor.organisationId,
      ...row,
    });
  recordAgreement(change, agreement, EventType.SIGN_OFF_PREPARED, [difference("versionNumber", version.number)], actor.organisationId);
  return agreement.id;
}

/** C7.2 rule 9: a partner that joined later, was silent or withdrew signs the version in force. */
export async function signLater(change: Change, input: SignLaterInput): Promise<string> {
  const { em, actor, now } = change;
  const agreement = await loadAgreement(change, input.agreementId);
  expectOwn(change, input.organisationId, agreement.signatoryIds);
  await expectMandate(change, agreement, null);
  const version = await currentVersion(change, agreement);
  if (!version || !countsAsInForce(agreement.state)) throw ruleBroken("C7.2-9", [{ code: "NOT_IN_FORCE", objectId: agreement.id }]);
  const withdrawal = await em.findOne(WithdrawalTable, { agreementId: agreement.id, organisationId: actor.organisationId, endedAt: null });
  if (version.boundIds.includes(actor.organisationId) && !withdrawal) expectNothing("C7.2-9", [{ code: "ALREADY_BOUND", objectId: actor.organisationId }]);
  await expectHash(change, version, input.contentHash);
  const { organisationId, membershipId } = actor;
  await appendAnswer(change, version, {
    organisationId,
    membershipId,
    response: SignOffResponse.CONSENT,
    argument: null,
    kind: SignOffKind.LATER,
    contentHash: input.contentHash,
  });
  version.boundIds = [...new Set([...version.boundIds, organisationId])];
  if (withdrawal) withdrawal.endedAt = now;
  recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, [
    difference("versionNumber", version.number),
    difference("organisationId", organisationId),
    difference("response", SignOffResponse.CONSENT),
  ]);
  return agreement.id;
}
