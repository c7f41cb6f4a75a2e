import { AgreementState, VersionState } from "./agreement.ts";

const next: Readonly<Record<VersionState, readonly VersionState[]>> = {
  [VersionState.DRAFT]: [VersionState.CLARIFICATION, VersionState.CONSENT_ROUND, VersionState.EDITORIAL_NOTICE, VersionState.WITHDRAWN],
  [VersionState.CLARIFICATION]: [VersionState.CONSENT_ROUND, VersionState.WITHDRAWN],
  [VersionState.CONSENT_ROUND]: [VersionState.ADOPTED, VersionState.OBJECTED, VersionState.CLOSED_INCOMPLETE, VersionState.WITHDRAWN],
  [VersionState.EDITORIAL_NOTICE]: [VersionState.ADOPTED, VersionState.CLARIFICATION, VersionState.WITHDRAWN],
  [VersionState.OBJECTED]: [VersionState.ADOPTED, VersionState.CLOSED_INCOMPLETE, VersionState.SUPERSEDED, VersionState.WITHDRAWN],
  [VersionState.CLOSED_INCOMPLETE]: [VersionState.CONSENT_ROUND, VersionState.ADOPTED, VersionState.SUPERSEDED, VersionState.WITHDRAWN],
  [VersionState.ADOPTED]: [VersionState.REPLACED],
  [VersionState.REPLACED]: [],
  [VersionState.SUPERSEDED]: [],
  [VersionState.WITHDRAWN]: [],
};
const agreementNext: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
  [AgreementState.DRAFT]: [AgreementState.PROPOSED, AgreementState.IN_FORCE, AgreementState.ENDED],
  [AgreementState.PROPOSED]: [AgreementState.DRAFT, AgreementState.IN_FORCE, AgreementState.ENDED],
  [AgreementState.IN_FORCE]: [AgreementState.UNDER_REVIEW, AgreementState.ENDED],
  [AgreementState.UNDER_REVIEW]: [AgreementState.IN_FORCE, AgreementState.ENDED],
  [AgreementState.ENDED]: [],
};

/** C7.2: whether a version may go from one state to another. */
export const mayBecome = (from: VersionState, to: VersionState): boolean => next[from].includes(to);
/** C7.2: whether an agreement may go from one state to another. */
export const mayAgreementBecome = (from: AgreementState, to: AgreementState): boolean => agreementNext[from].includes(to);

/** The text may be written. */
export const isWritable = (state: VersionState): boolean => state === VersionState.DRAFT || state === VersionState.CLARIFICATION;
/** The version is on its way to adoption or waits for a choice. */
export const isOpen = (state: VersionState): boolean =>
  isWritable(state) ||
  state === VersionState.CONSENT_ROUND ||
  state === VersionState.EDITORIAL_NOTICE ||
  state === VersionState.OBJECTED ||
  state === VersionState.CLOSED_INCOMPLETE;
/** A new version may be made from it, which ends it. */
export const maySupersede = (state: VersionState): boolean => mayBecome(state, VersionState.SUPERSEDED);
/** INV-07, T14: an agreement that is under review counts as in force. */
export const countsAsInForce = (state: AgreementState): boolean => state === AgreementState.IN_FORCE || state === AgreementState.UNDER_REVIEW;
