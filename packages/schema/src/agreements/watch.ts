import { WatchKind } from "./agreement.ts";

/** A watch rule of an article; n is in working days (for UPDATED_BEFORE_MEETING those before the meeting), for REVIEW_EVERY in months. */
export interface WatchRule {
  readonly article: number;
  readonly kind: WatchKind;
  readonly n: number;
}
/** Highest n of each kind. */
export const watchLimits: Readonly<Record<WatchKind, number>> = {
  [WatchKind.BLOCKED_LONGER_THAN]: 60,
  [WatchKind.ANSWER_WITHIN]: 60,
  [WatchKind.REVIEW_EVERY]: 12,
  [WatchKind.UPDATED_BEFORE_MEETING]: 20,
};

/** Something in the log that a rule judges: it began, and ended or not yet. */
export interface Span {
  readonly kind: WatchKind;
  /** The task, letter or agreement. */
  readonly objectId: string;
  /** Organisation it depends on; never a person. */
  readonly organisationId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** A meeting has its own moment: that decides under which version and in which period the case falls. */
  readonly dueAt?: Date;
}
/** What a count is about: the quarter of a day, or the time since the last look back. */
export enum WatchPeriod {
  QUARTER = "QUARTER",
  LOOK_BACK = "LOOK_BACK",
}
export enum CaseResult {
  MET = "MET",
  MISSED = "MISSED",
  PENDING = "PENDING",
}
export interface WatchCase {
  readonly span: Span;
  readonly dueAt: Date;
  readonly result: CaseResult;
}

/** The time in which a rule judges: from its version came in force until it was replaced. */
export interface WatchWindow {
  readonly from: Date;
  readonly until: Date | null;
}

const isWithin = (moment: Date, { from, until }: WatchWindow) => moment >= from && (until === null || moment < until);
/** A case falls under a version when it began under it, and its own moment, if it has one, lies under it too. */
const fallsUnder = ({ startedAt, dueAt = startedAt }: Span, version: WatchWindow) => startedAt >= version.from && isWithin(dueAt, version);

function resultOf({ endedAt }: Span, dueAt: Date, now: Date): CaseResult {
  if (endedAt && endedAt <= now) return endedAt <= dueAt ? CaseResult.MET : CaseResult.MISSED;
  return now <= dueAt ? CaseResult.PENDING : CaseResult.MISSED;
}

/**
 * What a rule says about everything that began under its version and within the period.
 * What began under one version is never judged by a rule of another.
 */
export function judge(
  rule: WatchRule,
  spans: readonly Span[],
  windows: { version: WatchWindow; period: WatchWindow },
  now: Date,
  dueAt: (from: Date, rule: WatchRule) => Date,
): WatchCase[] {
  return spans
    .filter(
      (span) => span.kind === rule.kind && fallsUnder(span, windows.version) && isWithin(span.dueAt ?? span.startedAt, windows.period) && span.startedAt <= now,
    )
    .map((span) => {
      const due = span.dueAt ?? dueAt(span.startedAt, rule);
      return { span, dueAt: due, result: resultOf(span, due, now) };
    });
}

/** "9 van de 11": cases that are decided, and those that went as agreed. */
export function countCases(cases: readonly WatchCase[]): { met: number; decided: number; pending: number } {
  const count = (result: CaseResult) => cases.filter((found) => found.result === result).length;
  return { met: count(CaseResult.MET), decided: count(CaseResult.MET) + count(CaseResult.MISSED), pending: count(CaseResult.PENDING) };
}
