import { addMonths, countCases, dayIn, endOfDay, judge, quarterOf, WatchKind, type WatchRule, type WatchWindow } from "@wijkbord/schema";
import { type AgreementVersion, type ProcessAgreement, WatchOutcome } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { watchSpans } from "./watchSpans.ts";
import { workingDeadline } from "./workingDeadlines.ts";

const shownCases = 200;

/** Until when something that began then goes as the rule says. */
export const watchDeadline =
  (timeZone: string) =>
  (from: Date, { kind, n }: WatchRule): Date =>
    kind === WatchKind.REVIEW_EVERY ? endOfDay(addMonths(dayIn(from, timeZone), n), timeZone) : workingDeadline(from, n, timeZone);

/** Dit kwartaal 9 van de 11 keer gelukt: what the rules of a version counted in the quarter of a day. */
export async function watchOutcomes(
  em: EntityManager,
  agreement: ProcessAgreement,
  version: AgreementVersion,
  timeZone: string,
  now: Date,
  day: string,
): Promise<WatchOutcome[]> {
  const { inForceAt, replacedAt } = version;
  if (inForceAt === null) return [];
  const quarter = quarterOf(day, timeZone);
  const window: WatchWindow = { from: inForceAt, until: replacedAt };
  return Promise.all(
    version.watchRules.map(async (rule) => {
      const spans = await watchSpans(em, agreement, rule.kind, inForceAt);
      const period = rule.kind === WatchKind.REVIEW_EVERY ? { from: inForceAt, until: null } : quarter;
      const cases = judge(rule, spans, { version: window, period }, now, watchDeadline(timeZone));
      const shown = cases
        .slice(0, shownCases)
        .map(({ span: { objectId, organisationId, startedAt, endedAt }, dueAt, result }) => ({ objectId, organisationId, startedAt, endedAt, dueAt, result }));
      return Object.assign(new WatchOutcome(), { rule, ...countCases(cases), from: quarter.from, until: quarter.until, cases: shown });
    }),
  );
}
