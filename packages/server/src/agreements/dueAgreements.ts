import { addDays, AgreementEnd, AgreementState, agreementLimits, countsAsInForce, dayIn, EventType, isAboutData, VersionState } from "@wijkbord/schema";
import type { AgreementVersion, ProcessAgreement } from "@wijkbord/schema/types";
import { type ChangeDeps, type LoggedWork, systemChange } from "../activity/change.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import type { Job } from "../time/jobs.ts";
import { adoptEditorial, enterForce } from "./adopt.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { difference, recordAgreement } from "./agreementChange.ts";
import { boundNow } from "./inForce.ts";
import { settle } from "./settle.ts";

interface Place {
  readonly em: EntityManager;
  readonly coalition: { readonly id: string; readonly timeZone: string };
  readonly now: Date;
}

/** Versions whose time has come: rounds and notices that end, adopted ones whose first day it is. */
const dueVersions = ({ em, coalition, now }: Place): Promise<AgreementVersion[]> =>
  em.find(
    AgreementVersionTable,
    {
      coalitionId: coalition.id,
      $or: [
        { state: { $in: [VersionState.CONSENT_ROUND, VersionState.EDITORIAL_NOTICE] }, roundClosesAt: { $lte: now } },
        { state: VersionState.ADOPTED, inForceAt: null, effectiveFrom: { $lte: dayIn(now, coalition.timeZone) } },
      ],
    },
    { orderBy: { roundClosesAt: "asc", id: "asc" } },
  );

type Step = (work: LoggedWork, agreement: ProcessAgreement) => Promise<void> | void;

function end(work: LoggedWork, agreement: ProcessAgreement, ended: AgreementEnd): void {
  Object.assign(agreement, { state: AgreementState.ENDED, ended, renewalOn: null, renewalClosesAt: null });
  recordAgreement(work, agreement, ended === AgreementEnd.EXPIRED ? EventType.AGREEMENT_EXPIRED : EventType.AGREEMENT_ENDED, [difference("ended", ended)]);
}

/** T14: after sixty days under review it goes on among those that did not withdraw, if still two. */
async function afterReview(work: LoggedWork, agreement: ProcessAgreement): Promise<void> {
  const left = await boundNow(work, agreement);
  if (left.length < 2) return end(work, agreement, AgreementEnd.WITHDRAWN);
  Object.assign(agreement, { state: AgreementState.IN_FORCE, underReviewSince: null });
  recordAgreement(work, agreement, EventType.AGREEMENT_IN_FORCE, [difference("boundIds", left)]);
}

function renew(work: LoggedWork, agreement: ProcessAgreement): void {
  const before = agreement.reviewOn;
  Object.assign(agreement, { reviewOn: agreement.renewalOn, renewalOn: null, renewalClosesAt: null, reviewRemindedFor: null });
  recordAgreement(work, agreement, EventType.AGREEMENT_REVIEWED, [difference("reviewOn", agreement.reviewOn, before)]);
}

function remind(work: LoggedWork, agreement: ProcessAgreement): void {
  agreement.reviewRemindedFor = agreement.reviewOn;
  recordAgreement(work, agreement, EventType.AGREEMENT_REVIEW_DUE, [difference("reviewOn", agreement.reviewOn)]);
}

const dayMs = 86_400_000;

/** What the calendar asks of an agreement in force; null: nothing. */
function stepOf(agreement: ProcessAgreement, { coalition, now }: Place): Step | null {
  const today = dayIn(now, coalition.timeZone);
  const { endsOn, reviewOn, renewalClosesAt, underReviewSince } = agreement;
  if (endsOn !== null && endsOn < today) return (work) => end(work, agreement, AgreementEnd.EXPIRED);
  if (isAboutData(agreement.category) && reviewOn !== null && addDays(reviewOn, agreementLimits.expiryDays) < today)
    return (work) => end(work, agreement, AgreementEnd.EXPIRED);
  if (renewalClosesAt !== null && renewalClosesAt <= now) return renew;
  if (underReviewSince !== null && underReviewSince.getTime() + agreementLimits.underReviewDays * dayMs <= now.getTime()) return afterReview;
  if (reviewOn !== null && agreement.reviewRemindedFor !== reviewOn && addDays(reviewOn, -agreementLimits.reviewReminderDays) <= today) return remind;
  return null;
}

/** Agreements in force with what the calendar asks of them. */
async function dueAgreements(place: Place): Promise<{ agreement: ProcessAgreement; step: Step }[]> {
  const inForce = await place.em.find(
    AgreementTable,
    { coalitionId: place.coalition.id, state: { $in: [AgreementState.IN_FORCE, AgreementState.UNDER_REVIEW] } },
    { orderBy: { number: "asc" } },
  );
  return inForce.flatMap((agreement) => {
    const step = countsAsInForce(agreement.state) ? stepOf(agreement, place) : null;
    return step ? [{ agreement, step }] : [];
  });
}

async function settleVersion(work: LoggedWork, version: AgreementVersion): Promise<void> {
  const agreement = await work.em.findOneOrFail(AgreementTable, { id: version.agreementId });
  if (version.state === VersionState.CONSENT_ROUND) return settle(work, agreement, version);
  if (version.state === VersionState.EDITORIAL_NOTICE) return adoptEditorial(work, agreement, version);
  return enterForce(work, agreement, version);
}

/** Does what is due, asked again under the lock of the coalition, so that several processes do it once. */
async function work(change: LoggedWork): Promise<void> {
  for (const version of await dueVersions(change)) await settleVersion(change, version);
  await change.em.flush();
  for (const { agreement, step } of await dueAgreements(change)) await step(change, agreement);
}

/** Closes rounds, puts versions in force, reminds, renews and ends, by the calendar of each coalition. */
export function agreementDates(deps: ChangeDeps): Job {
  return {
    name: "agreement dates",
    async run() {
      for (const coalition of await deps.database.read().find(CoalitionTable, {})) {
        const place = { em: deps.database.read(), coalition, now: deps.clock.now() };
        const isDue = (await dueVersions(place)).length > 0 || (await dueAgreements(place)).length > 0;
        if (isDue) await systemChange(deps, coalition.id, work);
      }
    },
  };
}
