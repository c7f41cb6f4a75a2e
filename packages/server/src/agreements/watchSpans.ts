import { EventType, Letter, AssignmentState, type Span, Visibility, WatchKind } from "@wijkbord/schema";
import type { LoggedEvent, ProcessAgreement } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import type { EntityManager } from "../database/database.ts";
import { TaskAssignmentTable, TaskTable } from "../tasks/task.tables.ts";

const began: Partial<Record<WatchKind, EventType>> = {
  [WatchKind.BLOCKED_LONGER_THAN]: EventType.TASK_BLOCKED,
  [WatchKind.ANSWER_WITHIN]: EventType.ASSIGNMENT_PROPOSED,
};
const ended: Partial<Record<WatchKind, readonly EventType[]>> = {
  [WatchKind.BLOCKED_LONGER_THAN]: [EventType.TASK_UNBLOCKED],
  [WatchKind.ANSWER_WITHIN]: [EventType.ASSIGNMENT_ACCEPTED, EventType.ASSIGNMENT_DECLINED, EventType.ASSIGNMENT_RELEASED],
};
const sameLookBackMs = 31 * 86_400_000;

/** Tasks of the areas of an agreement that all partners may read, so that everybody counts the same. */
async function watchedTasks(em: EntityManager, agreement: ProcessAgreement, ids: readonly string[]): Promise<Set<string>> {
  const areas = agreement.areaCodes.length > 0 ? { areaCode: { $in: agreement.areaCodes } } : {};
  const tasks = await em.find(TaskTable, { id: { $in: [...new Set(ids)] }, visibility: { $ne: Visibility.ORGANISATION }, ...areas }, { fields: ["id"] });
  return new Set(tasks.map(({ id }) => id));
}

/** Who each case depends on: the organisation that trekt the task, or that was asked. */
async function dependsOn(em: EntityManager, kind: WatchKind, events: readonly LoggedEvent[]): Promise<(event: LoggedEvent) => string | null> {
  if (kind === WatchKind.ANSWER_WITHIN) {
    const letters = await em.find(TaskAssignmentTable, { id: { $in: events.map(({ targetId }) => targetId) } });
    return ({ targetId }) => letters.find(({ id }) => id === targetId)?.organisationId ?? null;
  }
  const leads = await em.find(TaskAssignmentTable, {
    taskId: { $in: events.flatMap(({ taskId }) => taskId ?? []) },
    letter: Letter.ACCOUNTABLE,
    state: AssignmentState.ACCEPTED,
  });
  return (event) => leads.find(({ taskId }) => taskId === event.taskId)?.organisationId ?? null;
}

async function spansOfLog(em: EntityManager, agreement: ProcessAgreement, kind: WatchKind, from: Date): Promise<Span[]> {
  const first = began[kind];
  const last = ended[kind] ?? [];
  if (!first) return [];
  const where = {
    coalitionId: agreement.coalitionId,
    type: { $in: [first, ...last] },
    occurredAt: { $gte: from },
    visibility: { $ne: Visibility.ORGANISATION },
  };
  const events = await em.find(EventTable, where, { orderBy: { sequence: "asc" } });
  const tasks = await watchedTasks(
    em,
    agreement,
    events.flatMap(({ taskId }) => taskId ?? []),
  );
  const watched = events.filter(({ taskId }) => taskId !== null && tasks.has(taskId));
  const byTarget = Map.groupBy(watched, ({ targetId }) => targetId);
  const starts = watched.filter(({ type }) => type === first);
  const organisationOf = await dependsOn(em, kind, starts);
  return starts.map((start) => {
    const end = byTarget.get(start.targetId)?.find(({ sequence, type }) => sequence > start.sequence && type !== first);
    return {
      kind,
      objectId: start.taskId ?? start.targetId,
      organisationId: organisationOf(start),
      startedAt: start.occurredAt,
      endedAt: end?.occurredAt ?? null,
    };
  });
}

/** Looks back: from the moment in force to the first look back, from there to the next. Forms of one look back count once. */
async function reviewSpans(em: EntityManager, agreement: ProcessAgreement, inForceAt: Date): Promise<Span[]> {
  const where = { coalitionId: agreement.coalitionId, targetId: agreement.id, type: EventType.AGREEMENT_REVIEWED, occurredAt: { $gte: inForceAt } };
  const events = await em.find(EventTable, where, { orderBy: { sequence: "asc" } });
  const spans: Span[] = [];
  let startedAt = inForceAt;
  const add = (endedAt: Date | null) =>
    spans.push({ kind: WatchKind.REVIEW_EVERY, objectId: agreement.id, organisationId: agreement.ownerOrganisationId, startedAt, endedAt });
  for (const { occurredAt } of events) {
    if (spans.length > 0 && occurredAt.getTime() - startedAt.getTime() < sameLookBackMs) continue;
    add(occurredAt);
    startedAt = occurredAt;
  }
  add(null);
  return spans;
}

/** What a rule can judge, read from the log. */
export const watchSpans = (em: EntityManager, agreement: ProcessAgreement, kind: WatchKind, inForceAt: Date): Promise<Span[]> =>
  kind === WatchKind.REVIEW_EVERY ? reviewSpans(em, agreement, inForceAt) : spansOfLog(em, agreement, kind, inForceAt);
