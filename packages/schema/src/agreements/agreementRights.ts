import { AccessRole, Capability, type Viewer } from "../coalitions/coalition.ts";
import { mayWrite } from "../tasks/rights.ts";
import { type AgreementCategory, AgreementState } from "./agreement.ts";
import { countsAsInForce } from "./versionStates.ts";

/** What rights on an agreement depend on. */
export interface AgreementParties {
  readonly ownerOrganisationId: string;
  readonly signatoryIds: readonly string[];
}
/** A mandate: who may sign which kinds of agreements for an organisation, from when until when (machtiging). */
export interface MandateFacts {
  readonly organisationId: string;
  readonly membershipId: string;
  readonly deputyMembershipId: string | null;
  /** Empty: every category. */
  readonly categories: readonly AgreementCategory[];
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly endedAt: Date | null;
}

const isCoordinator = ({ accessRole }: Viewer) => accessRole === AccessRole.COALITION_COORDINATOR || accessRole === AccessRole.PARTNER_COORDINATOR;
const owns = ({ organisationId }: Viewer, { ownerOrganisationId }: AgreementParties) => organisationId === ownerOrganisationId;

export const mayDraftAgreement = mayWrite;
/** Owner, signatories and the coordinator of the coalition write together. */
export const mayWriteVersion = (viewer: Viewer, parties: AgreementParties): boolean =>
  mayWrite(viewer) && (owns(viewer, parties) || parties.signatoryIds.includes(viewer.organisationId) || viewer.accessRole === AccessRole.COALITION_COORDINATOR);
/** Any member of the owner organisation. */
export const mayManageAgreement = (viewer: Viewer, parties: AgreementParties): boolean => mayWrite(viewer) && owns(viewer, parties);
/** C9: rounds are opened, decided and ended by a coordinator of the owner organisation. */
export const mayDecideRound = (viewer: Viewer, parties: AgreementParties): boolean => isCoordinator(viewer) && owns(viewer, parties);
/** The chair shows all answers at once; until meetings exist that is the coordinator of the coalition. */
export const mayReveal = ({ accessRole }: Viewer): boolean => accessRole === AccessRole.COALITION_COORDINATOR;
/** T13: a coordinator gives mandates in the own organisation. */
export const mayGrantMandate = (viewer: Viewer, organisationId: string): boolean => isCoordinator(viewer) && viewer.organisationId === organisationId;
/** SIGN is the right to hold a mandate. */
export const mayHoldMandate = (viewer: Pick<Viewer, "capabilities" | "accessRole">): boolean =>
  viewer.capabilities.includes(Capability.SIGN) && viewer.accessRole !== AccessRole.OBSERVER;

/** C9: observers read agreements that are or were in force; members read all. */
export const mayReadAgreement = ({ accessRole }: Pick<Viewer, "accessRole">, state: AgreementState, everInForce: boolean): boolean =>
  accessRole !== AccessRole.OBSERVER || countsAsInForce(state) || everInForce;

/** Whether a mandate counts for this category on this day. */
export const isLiveMandate = (mandate: MandateFacts, category: AgreementCategory, today: string): boolean =>
  mandate.endedAt === null &&
  mandate.fromOn <= today &&
  (mandate.untilOn === null || today <= mandate.untilOn) &&
  (mandate.categories.length === 0 || mandate.categories.includes(category));

/** Why a member may not answer for its organisation; null: it may. */
export enum SignRefusal {
  NO_SIGN_RIGHT = "NO_SIGN_RIGHT",
  NO_MANDATE = "NO_MANDATE",
  HOLDER_ANSWERED = "HOLDER_ANSWERED",
}

/** T13: the holder signs; the deputy only when the holder has not answered. `answeredBy`: who gave the latest answer of the organisation. */
export function signRefusal(
  viewer: Viewer,
  mandates: readonly MandateFacts[],
  category: AgreementCategory,
  today: string,
  answeredBy: string | null,
): SignRefusal | null {
  if (!mayHoldMandate(viewer)) return SignRefusal.NO_SIGN_RIGHT;
  const live = mandates.filter((mandate) => mandate.organisationId === viewer.organisationId && isLiveMandate(mandate, category, today));
  if (live.some(({ membershipId }) => membershipId === viewer.membershipId)) return null;
  const deputising = live.filter(({ deputyMembershipId }) => deputyMembershipId === viewer.membershipId);
  if (deputising.length === 0) return SignRefusal.NO_MANDATE;
  return deputising.some(({ membershipId }) => membershipId === answeredBy) ? SignRefusal.HOLDER_ANSWERED : null;
}
