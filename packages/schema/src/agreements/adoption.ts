import { type AgreementCategory, DecisionRule, needsEveryAnswer, SignOffResponse, VersionState } from "./agreement.ts";

/** What the adoption test asks about a round. */
export interface RoundFacts {
  readonly rule: DecisionRule;
  readonly category: AgreementCategory;
  /** Organisations that sign and still take part. */
  readonly signatoryIds: readonly string[];
  /** Latest answer of each. */
  readonly answers: ReadonlyMap<string, SignOffResponse>;
  /** Organisations whose objection is still open. */
  readonly openObjectionIds: readonly string[];
  /** The deadline passed. */
  readonly closed: boolean;
}

/** What is missing before a version can be adopted. */
export enum AdoptionPoint {
  OBJECTION_OPEN = "OBJECTION_OPEN",
  ANSWER_MISSING = "ANSWER_MISSING",
  TOO_FEW_CONSENTS = "TOO_FEW_CONSENTS",
  TOO_FEW_ANSWERS = "TOO_FEW_ANSWERS",
  EVERY_ANSWER_NEEDED = "EVERY_ANSWER_NEEDED",
}
export interface AdoptionProblem {
  readonly code: AdoptionPoint;
  readonly objectId: string | null;
}

const minimumConsents = 2;
const consents = (response: SignOffResponse | undefined) => response === SignOffResponse.CONSENT || response === SignOffResponse.CONSENT_WITH_CONCERN;

const answeredIds = ({ signatoryIds, answers }: RoundFacts) => signatoryIds.filter((id) => answers.has(id));
/** Whether every signatory answered. */
export const allAnswered = (facts: RoundFacts): boolean => answeredIds(facts).length === facts.signatoryIds.length;

function consentProblems({ signatoryIds, answers }: RoundFacts): AdoptionProblem[] {
  const count = signatoryIds.filter((id) => consents(answers.get(id))).length;
  return count >= minimumConsents ? [] : [{ code: AdoptionPoint.TOO_FEW_CONSENTS, objectId: null }];
}

const objectionProblems = ({ openObjectionIds }: RoundFacts): AdoptionProblem[] =>
  openObjectionIds.map((objectId) => ({ code: AdoptionPoint.OBJECTION_OPEN, objectId }));

/** C7.2 rule 5: everything that keeps a version from being adopted. */
export function adoptionProblems(facts: RoundFacts): AdoptionProblem[] {
  const silent = facts.signatoryIds.filter((id) => !facts.answers.has(id));
  const mustAnswer = facts.rule === DecisionRule.ALL_SIGNATORIES_CONSENT || needsEveryAnswer(facts.category);
  const missing = mustAnswer ? silent.map((objectId) => ({ code: AdoptionPoint.ANSWER_MISSING, objectId })) : [];
  return [...objectionProblems(facts), ...missing, ...consentProblems(facts)];
}

/** T14: what a round becomes now; CONSENT_ROUND means that it goes on. */
export function outcomeOf(facts: RoundFacts): VersionState {
  if (!facts.closed && !allAnswered(facts)) return VersionState.CONSENT_ROUND;
  if (facts.openObjectionIds.length > 0) return VersionState.OBJECTED;
  if (adoptionProblems(facts).length === 0) return VersionState.ADOPTED;
  return facts.closed ? VersionState.CLOSED_INCOMPLETE : VersionState.CONSENT_ROUND;
}

/** D15: what keeps the owner from adopting an incomplete round among those that answered. */
export function partialAdoptionProblems(facts: RoundFacts): AdoptionProblem[] {
  const problems = [...objectionProblems(facts), ...consentProblems(facts)];
  if (needsEveryAnswer(facts.category)) problems.push({ code: AdoptionPoint.EVERY_ANSWER_NEEDED, objectId: null });
  const answered = answeredIds(facts).length;
  if (answered * 3 < facts.signatoryIds.length * 2 || answered < minimumConsents) problems.push({ code: AdoptionPoint.TOO_FEW_ANSWERS, objectId: null });
  return problems;
}

/** Who is bound by a version that was adopted: all signatories, or only those that answered. */
export const boundBy = (facts: RoundFacts, amongAnswered: boolean): string[] => (amongAnswered ? answeredIds(facts) : [...facts.signatoryIds]);
