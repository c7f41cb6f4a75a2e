export enum AgreementCategory {
  MEETING_RHYTHM = "MEETING_RHYTHM",
  TASK_DIVISION = "TASK_DIVISION",
  RECRUITMENT = "RECRUITMENT",
  MODULE_CO_DESIGN = "MODULE_CO_DESIGN",
  PROCUREMENT = "PROCUREMENT",
  DATA_SHARING = "DATA_SHARING",
  HOME_VISIT = "HOME_VISIT",
  COMMUNICATION = "COMMUNICATION",
  ESCALATION = "ESCALATION",
  FINANCE = "FINANCE",
  OTHER = "OTHER",
}
export enum DecisionRule {
  ALL_SIGNATORIES_CONSENT = "ALL_SIGNATORIES_CONSENT",
  SILENCE_IS_CONSENT = "SILENCE_IS_CONSENT",
  OWNER_DECIDES_AFTER_CONSULTATION = "OWNER_DECIDES_AFTER_CONSULTATION",
}
export enum AgreementVisibility {
  COALITION = "COALITION",
  PUBLIC_TITLE = "PUBLIC_TITLE",
}
export enum AgreementState {
  DRAFT = "DRAFT",
  PROPOSED = "PROPOSED",
  IN_FORCE = "IN_FORCE",
  UNDER_REVIEW = "UNDER_REVIEW",
  ENDED = "ENDED",
}
export enum AgreementEnd {
  EXPIRED = "EXPIRED",
  WITHDRAWN = "WITHDRAWN",
}
/** Where an agreement in force comes from; the two are never shown alike (INV-07). */
export enum AgreementOrigin {
  HERE = "HERE",
  ELSEWHERE = "ELSEWHERE",
}
export enum VersionState {
  DRAFT = "DRAFT",
  CLARIFICATION = "CLARIFICATION",
  CONSENT_ROUND = "CONSENT_ROUND",
  EDITORIAL_NOTICE = "EDITORIAL_NOTICE",
  OBJECTED = "OBJECTED",
  CLOSED_INCOMPLETE = "CLOSED_INCOMPLETE",
  ADOPTED = "ADOPTED",
  REPLACED = "REPLACED",
  SUPERSEDED = "SUPERSEDED",
  WITHDRAWN = "WITHDRAWN",
}
export enum Reveal {
  LIVE = "LIVE",
  TOGETHER = "TOGETHER",
}
export enum SignOffResponse {
  CONSENT = "CONSENT",
  CONSENT_WITH_CONCERN = "CONSENT_WITH_CONCERN",
  OBJECTION = "OBJECTION",
  STAND_ASIDE = "STAND_ASIDE",
}
/** At what moment an answer was given. */
export enum SignOffKind {
  ROUND = "ROUND",
  OBJECTION_WITHDRAWN = "OBJECTION_WITHDRAWN",
  LATER = "LATER",
  CARRIED = "CARRIED",
}
export enum ObjectionState {
  OPEN = "OPEN",
  INTEGRATED = "INTEGRATED",
  WITHDRAWN = "WITHDRAWN",
  ANSWERED = "ANSWERED",
}
/** How one organisation stands to an agreement. */
export enum PartyState {
  BOUND = "BOUND",
  NOT_YET_SIGNED = "NOT_YET_SIGNED",
  WITHDRAWN = "WITHDRAWN",
  SUSPENDED = "SUSPENDED",
  CONFIRMED = "CONFIRMED",
  NOT_CONFIRMED = "NOT_CONFIRMED",
  DENIED = "DENIED",
}
export enum ReviewHelped {
  YES = "YES",
  PARTLY = "PARTLY",
  NO = "NO",
}
export enum ReviewAdvice {
  KEEP = "KEEP",
  CHANGE = "CHANGE",
  STOP = "STOP",
}
export enum WatchKind {
  BLOCKED_LONGER_THAN = "BLOCKED_LONGER_THAN",
  ANSWER_WITHIN = "ANSWER_WITHIN",
  REVIEW_EVERY = "REVIEW_EVERY",
  UPDATED_BEFORE_MEETING = "UPDATED_BEFORE_MEETING",
}

/** Limits in characters, in days where the name says so, or in items where it is a plural. */
export const agreementLimits = {
  title: 140,
  text: 40_000,
  textWords: 6_000,
  articles: 100,
  summary: 400,
  changeNote: 500,
  reason: 1_000,
  objectionReasonMinimum: 20,
  proposal: 4_000,
  argument: 1_000,
  remark: 4_000,
  note: 500,
  linkTitle: 140,
  areas: 20,
  themes: 10,
  signatories: 40,
  roundDaysMinimum: 3,
  roundDays: 21,
  roundDaysDefault: 7,
  extensionDays: 7,
  editorialWorkingDays: 5,
  renewalWorkingDays: 5,
  underReviewDays: 60,
  reviewMonths: 12,
  reviewReminderDays: 30,
  expiryDays: 90,
  togetherFrom: 5,
  dataField: 1_000,
  dataItems: 20,
  retentionDays: 3_650,
  place: 140,
  watchRules: 20,
  page: 100,
} as const;

const strict: readonly AgreementCategory[] = [AgreementCategory.DATA_SHARING, AgreementCategory.HOME_VISIT, AgreementCategory.FINANCE];
const aboutData: readonly AgreementCategory[] = [AgreementCategory.DATA_SHARING, AgreementCategory.HOME_VISIT];
const light: readonly AgreementCategory[] = [AgreementCategory.MEETING_RHYTHM, AgreementCategory.COMMUNICATION];

/** Categories in which everybody must answer: no silence, no part, no editorial change. */
export const needsEveryAnswer = (category: AgreementCategory): boolean => strict.includes(category);
/** Categories that carry the data fields of INV-09, suspend at once, and expire. */
export const isAboutData = (category: AgreementCategory): boolean => aboutData.includes(category);

/** Whether an agreement of this category may be decided by this rule. */
export function mayDecideBy(rule: DecisionRule, category: AgreementCategory): boolean {
  if (rule === DecisionRule.SILENCE_IS_CONSENT) return !needsEveryAnswer(category);
  return rule === DecisionRule.ALL_SIGNATORIES_CONSENT || light.includes(category);
}

/** Short number of an agreement, at least two digits: PA-07. */
export const agreementNumber = (number: number): string => `PA-${String(number).padStart(2, "0")}`;

/** Default of a round: together when many sign, so that nobody waits for another's answer. */
export const defaultReveal = (signatories: number): Reveal => (signatories >= agreementLimits.togetherFrom ? Reveal.TOGETHER : Reveal.LIVE);
