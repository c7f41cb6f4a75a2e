import {
  addMonths,
  countCases,
  dayIn,
  endOfDay,
  judge,
  quarterOf,
  type WatchCase,
  WatchKind,
  WatchPeriod,
  type WatchRule,
  type WatchWindow,
} from "@wijkbord/schema";
import { type AgreementVersion, type ProcessAgreement, WatchCaseView, WatchOutcome } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { ReviewTable } from "./mandate.tables.ts";
import type { Place } from "./meetingSpans.ts";
import { watchSpans } from "./watchSpans.ts";
import { workingDeadline } from "./workingDeadlines.ts";

const shownCases = 200;

/** Until when something that began then goes as the rule says. */
export const watchDeadline =
  (timeZone: string) =>
  (from: Date, { kind, n }: WatchRule): Date =>
    kind === WatchKind.REVIEW_EVERY ? endOfDay(addMonths(dayIn(from, timeZone), n), timeZone) : workingDeadline(from, n, timeZone);

/** What one rule of a version says about a period. */
export async function watchCases(
  em: EntityManager,
  agreement: ProcessAgreement,
  { inForceAt, replacedAt }: Pick<AgreementVersion, "inForceAt" | "replacedAt">,
  rule: WatchRule,
  period: WatchWindow,
  place: Place,
): Promise<WatchCase[]> {
  if (inForceAt === null) return [];
  const spans = await watchSpans(em, agreement, rule, inForceAt, place);
  return judge(rule, spans, { version: { from: inForceAt, until: replacedAt }, period }, place.now, watchDeadline(place.timeZone));
}

/** Since when the coming look back looks: the last form of an earlier one, else since the version is in force. */
async function sinceLookBack(em: EntityManager, agreement: ProcessAgreement, inForceAt: Date): Promise<Date> {
  const forms = await em.find(ReviewTable, { agreementId: agreement.id, createdAt: { $gte: inForceAt } }, { orderBy: { createdAt: "desc" } });
  return forms.find(({ reviewOn }) => reviewOn !== agreement.reviewOn)?.createdAt ?? inForceAt;
}

const view = ({ span: { kind, objectId, organisationId, startedAt, endedAt }, dueAt, result }: WatchCase, coalitionId: string): WatchCaseView =>
  Object.assign(new WatchCaseView(), { kind, coalitionId, objectId, organisationId, startedAt, endedAt, dueAt, result });

/** Which time a count is about. */
export interface WatchTime extends Place {
  readonly period: WatchPeriod;
  readonly day: string;
}

/** Dit kwartaal 9 van de 11 keer gelukt: what the rules of a version counted in the quarter of a day, or since the last look back. */
export async function watchOutcomes(em: EntityManager, agreement: ProcessAgreement, version: AgreementVersion, time: WatchTime): Promise<WatchOutcome[]> {
  const { inForceAt, coalitionId } = version;
  if (inForceAt === null) return [];
  const chosen: WatchWindow =
    time.period === WatchPeriod.QUARTER ? quarterOf(time.day, time.timeZone) : { from: await sinceLookBack(em, agreement, inForceAt), until: null };
  return Promise.all(
    version.watchRules.map(async (rule) => {
      const period = rule.kind === WatchKind.REVIEW_EVERY ? { from: inForceAt, until: null } : chosen;
      const cases = await watchCases(em, agreement, version, rule, period, time);
      const shown = cases.slice(0, shownCases).map((found) => view(found, coalitionId));
      return Object.assign(new WatchOutcome(), { rule, ...countCases(cases), from: period.from, until: period.until ?? time.now, cases: shown });
    }),
  );
}
