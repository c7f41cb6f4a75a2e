import { addMonths, AgreementState, EventType, SignOffKind, VersionState } from "@wijkbord/schema";
import type { AgreementVersion, ProcessAgreement } from "@wijkbord/schema/types";
import type { LoggedWork } from "../activity/change.ts";
import { currentVersion, difference, recordAgreement, todayIn, touchVersion } from "./agreementChange.ts";
import { appendAnswer, currentAnswers } from "./chain.ts";
import { WithdrawalTable } from "./mandate.tables.ts";
import { mirror } from "./writeVersion.ts";

const about = (version: AgreementVersion) => [difference("versionNumber", version.number), difference("versionId", version.id)];

/** C7.2 rule 6: puts an adopted version in force; the one before is replaced at the same instant. */
export async function enterForce(work: LoggedWork, agreement: ProcessAgreement, version: AgreementVersion): Promise<void> {
  const { em, now } = work;
  const before = await currentVersion(work, agreement);
  if (before) {
    before.state = VersionState.REPLACED;
    before.replacedAt = now;
    touchVersion(work, before);
  }
  version.inForceAt = now;
  touchVersion(work, version);
  mirror(agreement, version);
  agreement.currentVersionId = version.id;
  agreement.state = AgreementState.IN_FORCE;
  agreement.inForceSince ??= now;
  agreement.reviewOn = addMonths(version.effectiveFrom ?? todayIn(work), version.reviewAfterMonths);
  Object.assign(agreement, { underReviewSince: null, renewalOn: null, renewalClosesAt: null, reviewRemindedFor: null });
  for (const withdrawal of await em.find(WithdrawalTable, { agreementId: agreement.id, endedAt: null })) withdrawal.endedAt = now;
  recordAgreement(work, agreement, EventType.AGREEMENT_IN_FORCE, [...about(version), difference("replaced", before?.number ?? null)]);
}

/** Adopts a version; it comes in force on its date, or at once. */
export async function adopt(
  work: LoggedWork,
  agreement: ProcessAgreement,
  version: AgreementVersion,
  boundIds: readonly string[],
  amongAnswered = false,
): Promise<void> {
  const today = todayIn(work);
  version.state = VersionState.ADOPTED;
  version.adoptedAt = work.now;
  version.boundIds = [...boundIds];
  version.amongAnswered = amongAnswered;
  version.effectiveFrom = version.effectiveFrom !== null && version.effectiveFrom > today ? version.effectiveFrom : today;
  touchVersion(work, version);
  recordAgreement(work, agreement, EventType.AGREEMENT_ADOPTED, [
    ...about(version),
    difference("boundIds", version.boundIds),
    difference("effectiveFrom", version.effectiveFrom),
  ]);
  if (version.effectiveFrom <= today) await enterForce(work, agreement, version);
}

/** T14: an editorial version takes over the signatures under the version before it; they keep the hash they signed. */
export async function adoptEditorial(work: LoggedWork, agreement: ProcessAgreement, version: AgreementVersion): Promise<void> {
  const before = await currentVersion(work, agreement);
  const bound = before?.boundIds ?? [];
  for (const earlier of before ? await currentAnswers(work, before.id) : []) {
    if (!bound.includes(earlier.organisationId)) continue;
    const { organisationId, membershipId, response, argument, contentHash } = earlier;
    await appendAnswer(work, version, { organisationId, membershipId, response, argument, contentHash, kind: SignOffKind.CARRIED, carriedFromId: earlier.id });
  }
  await adopt(work, agreement, version, bound, before?.amongAnswered ?? false);
}
