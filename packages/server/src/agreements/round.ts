import {
  addDays,
  AgreementEnd,
  AgreementState,
  agreementLimits,
  boundBy,
  deadlineAfter,
  defaultReveal,
  endOfDay,
  EventType,
  isOpen,
  mayBecome,
  mayDecideRound,
  mayManageAgreement,
  mayReveal,
  partialAdoptionProblems,
  Reveal,
  VersionState,
} from "@wijkbord/schema";
import type { OpenConsentRoundInput, VersionActInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed } from "../activity/refusal.ts";
import { addWorkingDays } from "./workingDeadlines.ts";
import { adopt } from "./adopt.ts";
import { difference, expectNothing, expectVersion, type LoadedVersion, loadVersion, recordAgreement, todayIn, touchVersion } from "./agreementChange.ts";
import { endLog } from "./draftLog.ts";
import { freeze } from "./freeze.ts";
import { checkRule } from "./draft.ts";
import { signatories } from "./partners.ts";
import { answersAreOpen, reveal, roundFacts } from "./settle.ts";

const about = ({ version }: LoadedVersion) => [difference("versionNumber", version.number), difference("versionId", version.id)];

/** Refuses a step that the state of a version does not allow. */
export function expectStep({ version }: LoadedVersion, to: VersionState, from?: readonly VersionState[]): void {
  if (!mayBecome(version.state, to) || (from && !from.includes(version.state)))
    expectNothing("C7.2", [{ code: `NOT_IN_${version.state}`, objectId: version.id }]);
}

async function loadToDecide(change: Change, input: VersionActInput): Promise<LoadedVersion> {
  const loaded = await loadVersion(change, input.versionId);
  if (!mayDecideRound(change.actor, loaded.agreement)) throw notAllowed("NOT_THE_OWNER");
  expectVersion(loaded.version, input.expectedVersion);
  return loaded;
}

/** Asks partners to put questions and opinions before a round opens (Vragen stellen). */
export async function startClarification(change: Change, input: VersionActInput): Promise<string> {
  const loaded = await loadVersion(change, input.versionId);
  const { agreement, version } = loaded;
  if (!mayManageAgreement(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  expectVersion(version, input.expectedVersion);
  expectStep(loaded, VersionState.CLARIFICATION, [VersionState.DRAFT]);
  version.state = VersionState.CLARIFICATION;
  touchVersion(change, version);
  if (agreement.state === AgreementState.DRAFT) agreement.state = AgreementState.PROPOSED;
  recordAgreement(change, agreement, EventType.CLARIFICATION_STARTED, about(loaded));
  return agreement.id;
}

/** C7.2 rule 1: opens a round; text, summary and signatories are frozen. */
export async function openConsentRound(change: Change, input: OpenConsentRoundInput): Promise<string> {
  const loaded = await loadToDecide(change, input);
  const { agreement, version } = loaded;
  expectStep(loaded, VersionState.CONSENT_ROUND, [VersionState.DRAFT, VersionState.CLARIFICATION]);
  const days = input.days ?? agreementLimits.roundDaysDefault;
  if (days < agreementLimits.roundDaysMinimum || days > agreementLimits.roundDays) throw invalid("days", "OUT_OF_RANGE", agreementLimits.roundDays);
  if (input.effectiveFrom && input.effectiveFrom < todayIn(change)) throw invalid("effectiveFrom", "IN_THE_PAST");
  checkRule(version.decisionRule, agreement.category);
  version.signatoryIds = await signatories(change, "signatoryIds", version.signatoryIds);
  await freeze(change, loaded);
  Object.assign(version, {
    state: VersionState.CONSENT_ROUND,
    editorial: false,
    reveal: input.reveal ?? defaultReveal(version.signatoryIds.length),
    roundOpensAt: change.now,
    roundClosesAt: deadlineAfter(change.now, days, change.coalition.timeZone),
    effectiveFrom: input.effectiveFrom ?? null,
  });
  touchVersion(change, version);
  if (agreement.state === AgreementState.DRAFT) agreement.state = AgreementState.PROPOSED;
  recordAgreement(change, agreement, EventType.CONSENT_ROUND_OPENED, [
    ...about(loaded),
    difference("closesAt", version.roundClosesAt),
    difference("signatoryIds", version.signatoryIds),
    difference("contentHash", version.contentHash),
  ]);
  return agreement.id;
}

/** T14: shows a small change for five working days; a signatory may refuse it. */
export async function openEditorialNotice(change: Change, input: VersionActInput): Promise<string> {
  const loaded = await loadToDecide(change, input);
  const { agreement, version } = loaded;
  if (!version.editorial) expectNothing("T14", [{ code: "NOT_EDITORIAL", objectId: version.id }]);
  expectStep(loaded, VersionState.EDITORIAL_NOTICE);
  await freeze(change, loaded);
  version.state = VersionState.EDITORIAL_NOTICE;
  version.reveal = Reveal.LIVE;
  version.roundOpensAt = change.now;
  version.roundClosesAt = endOfDay(addWorkingDays(todayIn(change), agreementLimits.editorialWorkingDays), change.coalition.timeZone);
  touchVersion(change, version);
  recordAgreement(change, agreement, EventType.EDITORIAL_NOTICE_OPENED, [...about(loaded), difference("closesAt", version.roundClosesAt)]);
  return agreement.id;
}

/** D15: the owner gives an incomplete round seven more days, once. */
export async function extendRound(change: Change, input: VersionActInput): Promise<string> {
  const loaded = await loadToDecide(change, input);
  const { agreement, version } = loaded;
  expectStep(loaded, VersionState.CONSENT_ROUND, [VersionState.CLOSED_INCOMPLETE]);
  if (version.extendedAt !== null) expectNothing("D15", [{ code: "ALREADY_EXTENDED", objectId: version.id }]);
  version.state = VersionState.CONSENT_ROUND;
  version.extendedAt = change.now;
  version.roundClosesAt = endOfDay(addDays(todayIn(change), agreementLimits.extensionDays), change.coalition.timeZone);
  touchVersion(change, version);
  recordAgreement(change, agreement, EventType.CONSENT_ROUND_OPENED, [
    ...about(loaded),
    difference("extended", true),
    difference("closesAt", version.roundClosesAt),
  ]);
  return agreement.id;
}

/** D15: the owner adopts an incomplete round among those that answered; the silent are not bound. */
export async function adoptAmongAnswered(change: Change, input: VersionActInput): Promise<string> {
  const loaded = await loadToDecide(change, input);
  const { agreement, version } = loaded;
  expectStep(loaded, VersionState.ADOPTED, [VersionState.CLOSED_INCOMPLETE]);
  const facts = await roundFacts(change, agreement, version);
  expectNothing("D15", partialAdoptionProblems(facts));
  await adopt(change, agreement, version, boundBy(facts, true), true);
  return agreement.id;
}

/** The owner takes a version back; an agreement without one in force ends with it. */
export async function withdrawVersion(change: Change, input: VersionActInput): Promise<string> {
  const loaded = await loadToDecide(change, input);
  const { agreement, version } = loaded;
  expectStep(loaded, VersionState.WITHDRAWN);
  if (!isOpen(version.state)) expectNothing("C7.2", [{ code: `NOT_IN_${version.state}`, objectId: version.id }]);
  await reveal(change, agreement, version);
  version.state = VersionState.WITHDRAWN;
  await endLog(change, version);
  touchVersion(change, version);
  recordAgreement(change, agreement, EventType.CONSENT_ROUND_CLOSED, [...about(loaded), difference("outcome", VersionState.WITHDRAWN)]);
  if (agreement.currentVersionId !== null || agreement.registration) return agreement.id;
  agreement.state = AgreementState.ENDED;
  agreement.ended = AgreementEnd.WITHDRAWN;
  recordAgreement(change, agreement, EventType.AGREEMENT_ENDED, [difference("ended", AgreementEnd.WITHDRAWN)]);
  return agreement.id;
}

/** The chair shows all answers of a TOGETHER round before it closes. */
export async function revealRound(change: Change, input: VersionActInput): Promise<string> {
  const { agreement, version } = await loadVersion(change, input.versionId);
  if (!mayReveal(change.actor)) throw notAllowed("NOT_COORDINATOR");
  expectVersion(version, input.expectedVersion);
  if (version.state !== VersionState.CONSENT_ROUND || answersAreOpen(version)) expectNothing("C7.2", [{ code: "NOTHING_HIDDEN", objectId: version.id }]);
  await reveal(change, agreement, version);
  return agreement.id;
}
