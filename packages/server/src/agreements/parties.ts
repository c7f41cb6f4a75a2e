import { countsAsInForce, isAboutData, PartyState, VersionState, type Viewer } from "@wijkbord/schema";
import type { AgreementParty, ProcessAgreement } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { AgreementVersionTable } from "./agreement.tables.ts";
import { RegistrationAnswerTable, ReviewTable, WithdrawalTable } from "./mandate.tables.ts";
import { SignOffTable } from "./signOff.tables.ts";

/** How each signatory stands to what is in force; nobody stands anywhere while nothing is. */
export async function partiesOf(em: EntityManager, agreement: ProcessAgreement): Promise<AgreementParty[]> {
  const version = agreement.currentVersionId === null ? null : await em.findOneOrFail(AgreementVersionTable, { id: agreement.currentVersionId });
  const withdrawn = new Set((await em.find(WithdrawalTable, { agreementId: agreement.id, endedAt: null })).map(({ organisationId }) => organisationId));
  const answers = agreement.registration && !version ? await em.find(RegistrationAnswerTable, { agreementId: agreement.id }) : [];
  const confirmed = new Map(answers.map((answer) => [answer.organisationId, answer.confirmed]));
  const stateOf = (id: string): PartyState => {
    if (withdrawn.has(id)) return isAboutData(agreement.category) ? PartyState.SUSPENDED : PartyState.WITHDRAWN;
    if (version) return version.boundIds.includes(id) ? PartyState.BOUND : PartyState.NOT_YET_SIGNED;
    if (!agreement.registration) return PartyState.NOT_YET_SIGNED;
    const answer = confirmed.get(id);
    return answer === undefined ? PartyState.NOT_CONFIRMED : answer ? PartyState.CONFIRMED : PartyState.DENIED;
  };
  return agreement.signatoryIds.map((organisationId) => ({ organisationId, state: stateOf(organisationId) }));
}

/** Agreements that ask something of the organisation of the viewer: an answer, a signature, a confirmation or a form. */
export async function waitingIds(em: EntityManager, viewer: Viewer, agreements: readonly ProcessAgreement[], today: string): Promise<Set<string>> {
  const mine = agreements.filter(({ signatoryIds }) => signatoryIds.includes(viewer.organisationId));
  const place = { organisationId: viewer.organisationId, agreementId: { $in: mine.map(({ id }) => id) } };
  const versions = await em.find(AgreementVersionTable, { agreementId: place.agreementId, state: { $in: [VersionState.CONSENT_ROUND, VersionState.ADOPTED] } });
  const answered = new Set((await em.find(SignOffTable, { ...place, isCurrent: true }, { fields: ["versionId"] })).map(({ versionId }) => versionId));
  const confirmed = new Set((await em.find(RegistrationAnswerTable, place)).map(({ agreementId }) => agreementId));
  const reviewed = new Set((await em.find(ReviewTable, place)).map(({ agreementId, reviewOn }) => `${agreementId}/${reviewOn}`));
  const withdrawn = new Set((await em.find(WithdrawalTable, { ...place, endedAt: null })).map(({ agreementId }) => agreementId));
  const waits = (agreement: ProcessAgreement): boolean => {
    const own = versions.filter(({ agreementId }) => agreementId === agreement.id);
    const round = own.find(({ state }) => state === VersionState.CONSENT_ROUND);
    if (round?.signatoryIds.includes(viewer.organisationId) && !answered.has(round.id)) return true;
    if (!countsAsInForce(agreement.state) || withdrawn.has(agreement.id)) return false;
    const current = own.find(({ id }) => id === agreement.currentVersionId);
    if (current && !current.boundIds.includes(viewer.organisationId)) return true;
    if (!current && agreement.registration && !confirmed.has(agreement.id)) return true;
    return agreement.reviewOn !== null && agreement.reviewOn <= today && !reviewed.has(`${agreement.id}/${agreement.reviewOn}`);
  };
  return new Set(mine.filter(waits).map(({ id }) => id));
}
