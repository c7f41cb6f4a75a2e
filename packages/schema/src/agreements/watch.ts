import { WatchKind } from "./agreement.ts";

/** A watch rule of an article; n is in working days, for REVIEW_EVERY in months. */
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

const inside = ({ startedAt }: Span, { from, until }: WatchWindow) => startedAt >= from && (until === null || startedAt < until);

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
    .filter((span) => span.kind === rule.kind && inside(span, windows.version) && inside(span, windows.period) && span.startedAt <= now)
    .map((span) => {
      const due = dueAt(span.startedAt, rule);
      return { span, dueAt: due, result: resultOf(span, due, now) };
    });
}

/** "9 van de 11": cases that are decided, and those that went as agreed. */
export function countCases(cases: readonly WatchCase[]): { met: number; decided: number; pending: number } {
  const count = (result: CaseResult) => cases.filter((found) => found.result === result).length;
  return { met: count(CaseResult.MET), decided: count(CaseResult.MET) + count(CaseResult.MISSED), pending: count(CaseResult.PENDING) };
}
