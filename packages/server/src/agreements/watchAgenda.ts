import { AgreementState, agreementNumber, CaseResult, RefType, type WatchCase, WatchKind } from "@wijkbord/schema";
import type { AgreementVersion, Meeting, ProcessAgreement } from "@wijkbord/schema/types";
import { type ChangeDeps, systemChange } from "../activity/change.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { plannedMeetings } from "../meetings/meetingReads.ts";
import { notYetPut, putOnAgenda, type WatchedPoint } from "../meetings/watchedPoints.ts";
import { boardsOfAreas, boardsOfTasks } from "../tasks/boardTasks.ts";
import { TaskTable } from "../tasks/task.tables.ts";
import type { Job } from "../time/jobs.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { watchCases } from "./watchOutcomes.ts";

interface Place {
  readonly em: EntityManager;
  readonly coalition: { readonly id: string; readonly timeZone: string };
  readonly now: Date;
}
/** Points of one agreement, with the boards on whose meetings they can be talked about. */
interface Wanted {
  readonly point: WatchedPoint;
  readonly boardIds: ReadonlySet<string>;
}
type Rule = AgreementVersion["watchRules"][number];

const late = ({ result, span }: WatchCase) => result === CaseResult.MISSED && span.endedAt === null;

function pointOf(agreement: ProcessAgreement, { article }: Rule, about: Pick<WatchedPoint, "aboutType" | "aboutId" | "title" | "first">): WatchedPoint {
  const { number, ownerOrganisationId: organisationId, createdByMembershipId: membershipId } = agreement;
  return { ...about, note: `${agreementNumber(number)}, artikel ${article}`, organisationId, membershipId };
}

/** Tasks that are stuck longer than was agreed, the longest first: they come first on the agenda. */
async function stuckTasks({ em }: Place, agreement: ProcessAgreement, rule: Rule, cases: readonly WatchCase[]): Promise<Wanted[]> {
  const ids = cases.map(({ span }) => span.objectId);
  const titles = new Map((await em.find(TaskTable, { id: { $in: ids }, archivedAt: null }, { fields: ["id", "title"] })).map(({ id, title }) => [id, title]));
  const boards = await boardsOfTasks(em, ids);
  return ids.flatMap((id) => {
    const title = titles.get(id);
    if (title === undefined) return [];
    const point = pointOf(agreement, rule, { aboutType: RefType.TASK, aboutId: id, title, first: true });
    return [{ point, boardIds: boards.get(id) ?? new Set<string>() }];
  });
}

/** A look back that should have been: the agreement itself comes on the agenda. */
async function lateLookBack({ em, coalition }: Place, agreement: ProcessAgreement, rule: Rule): Promise<Wanted[]> {
  const { id, title, areaCodes } = agreement;
  const boardIds = await boardsOfAreas(em, coalition.id, areaCodes.length > 0 ? areaCodes : null);
  return [{ point: pointOf(agreement, rule, { aboutType: RefType.AGREEMENT, aboutId: id, title, first: false }), boardIds }];
}

async function wantedBy(place: Place, agreement: ProcessAgreement, version: AgreementVersion): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (const rule of version.watchRules) {
    if (rule.kind !== WatchKind.BLOCKED_LONGER_THAN && rule.kind !== WatchKind.REVIEW_EVERY) continue;
    const period = { from: new Date(0), until: null };
    const cases = (await watchCases(place.em, agreement, version, rule, period, { now: place.now, timeZone: place.coalition.timeZone })).filter(late);
    if (cases.length === 0) continue;
    wanted.push(...(rule.kind === WatchKind.REVIEW_EVERY ? await lateLookBack(place, agreement, rule) : await stuckTasks(place, agreement, rule, cases)));
  }
  return wanted;
}

/** What the rules in force want to be talked about, at the first meeting where it can be. */
async function agendaOf(place: Place): Promise<Map<Meeting, WatchedPoint[]>> {
  const { em, coalition, now } = place;
  const meetings = await plannedMeetings(em, coalition.id, now);
  const points = new Map<Meeting, WatchedPoint[]>();
  if (meetings.length === 0) return points;
  const states = [AgreementState.IN_FORCE, AgreementState.UNDER_REVIEW];
  const agreements = await em.find(AgreementTable, { coalitionId: coalition.id, state: { $in: states } }, { orderBy: { number: "asc" } });
  const versions = await em.find(AgreementVersionTable, { id: { $in: agreements.flatMap(({ currentVersionId }) => currentVersionId ?? []) } });
  for (const agreement of agreements) {
    const version = versions.find(({ id }) => id === agreement.currentVersionId);
    for (const { point, boardIds } of version ? await wantedBy(place, agreement, version) : []) {
      const meeting = meetings.find(({ boardId }) => boardId === null || boardIds.has(boardId));
      const own = meeting && (points.get(meeting) ?? []);
      if (meeting && own && !own.some(({ aboutId }) => aboutId === point.aboutId)) points.set(meeting, [...own, point]);
    }
  }
  for (const [meeting, own] of points) {
    const fresh = await notYetPut(em, meeting, own);
    if (fresh.length > 0) points.set(meeting, fresh);
    else points.delete(meeting);
  }
  return points;
}

/** A rule only puts on the agenda, reminds or marks: what is stuck comes first on the next agenda, a late look back last. */
export function watchAgenda(deps: ChangeDeps): Job {
  return {
    name: "watched agreements",
    async run() {
      for (const coalition of await deps.database.read().find(CoalitionTable, {})) {
        if ((await agendaOf({ em: deps.database.read(), coalition, now: deps.clock.now() })).size === 0) continue;
        await systemChange(deps, coalition.id, async (work) => {
          for (const [meeting, points] of await agendaOf(work)) await putOnAgenda(work, meeting, points);
        });
      }
    },
  };
}
