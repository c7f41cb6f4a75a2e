import { allAnswered, boundBy, EventType, ObjectionState, outcomeOf, Reveal, type RoundFacts, type SignOffResponse, VersionState } from "@wijkbord/schema";
import type { AgreementVersion, ProcessAgreement } from "@wijkbord/schema/types";
import type { LoggedWork } from "../activity/change.ts";
import { difference, recordAgreement, touchVersion } from "./agreementChange.ts";
import { adopt } from "./adopt.ts";
import { currentAnswers } from "./chain.ts";
import { stillPartners } from "./partners.ts";
import { ObjectionTable } from "./signOff.tables.ts";

/** Whether others see the answers of a round. */
export const answersAreOpen = (version: Pick<AgreementVersion, "reveal" | "revealedAt">): boolean =>
  version.reveal !== Reveal.TOGETHER || version.revealedAt !== null;

/** What the adoption test asks about a version. A partner that left does not sign any more (INV-20). */
export async function roundFacts(work: LoggedWork, agreement: ProcessAgreement, version: AgreementVersion): Promise<RoundFacts> {
  const answers = await currentAnswers(work, version.id);
  const objections = await work.em.find(ObjectionTable, { versionId: version.id, state: ObjectionState.OPEN });
  const signatoryIds = await stillPartners(work, version.signatoryIds);
  return {
    rule: version.decisionRule,
    category: agreement.category,
    signatoryIds,
    answers: new Map<string, SignOffResponse>(answers.map(({ organisationId, response }) => [organisationId, response])),
    openObjectionIds: objections.map(({ organisationId }) => organisationId).filter((id) => signatoryIds.includes(id)),
    closed: version.state !== VersionState.CONSENT_ROUND || (version.roundClosesAt !== null && version.roundClosesAt <= work.now),
  };
}

/** Gelijk oversteken: shows all answers at once, in one event. */
export async function reveal(work: LoggedWork, agreement: ProcessAgreement, version: AgreementVersion): Promise<void> {
  if (answersAreOpen(version)) return;
  version.revealedAt = work.now;
  touchVersion(work, version);
  const answers = await currentAnswers(work, version.id);
  recordAgreement(work, agreement, EventType.CONSENT_ROUND_REVEALED, [
    difference("versionNumber", version.number),
    ...answers.map(({ organisationId, response }) => difference(organisationId, response)),
  ]);
}

/** T14: runs the adoption test and takes what follows from it. */
export async function settle(work: LoggedWork, agreement: ProcessAgreement, version: AgreementVersion): Promise<void> {
  const facts = await roundFacts(work, agreement, version);
  const outcome = outcomeOf(facts);
  if (allAnswered(facts) || facts.closed) await reveal(work, agreement, version);
  if (outcome === version.state) return;
  if (version.state === VersionState.CONSENT_ROUND) {
    recordAgreement(work, agreement, EventType.CONSENT_ROUND_CLOSED, [difference("versionNumber", version.number), difference("outcome", outcome)]);
    if (version.roundClosesAt !== null && version.roundClosesAt > work.now) version.roundClosesAt = work.now;
  }
  if (outcome === VersionState.ADOPTED) return adopt(work, agreement, version, boundBy(facts, false));
  version.state = outcome;
  touchVersion(work, version);
}
