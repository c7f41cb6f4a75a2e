import { EventType, Letter, AssignmentState, type Span, TaskState, Visibility, WatchKind, type WatchRule } from "@wijkbord/schema";
import type { LoggedEvent, ProcessAgreement } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import type { EntityManager } from "../database/database.ts";
import { TaskAssignmentTable, TaskTable } from "../tasks/task.tables.ts";
import { meetingSpans, type Place } from "./meetingSpans.ts";
import { watchedBy } from "./watchedTasks.ts";

/** What begins a case in the log, and what ends it. */
interface Course {
  readonly began: EventType;
  readonly ended: readonly EventType[];
}
const courses: Partial<Record<WatchKind, Course>> = {
  [WatchKind.BLOCKED_LONGER_THAN]: { began: EventType.TASK_BLOCKED, ended: [EventType.TASK_UNBLOCKED] },
  [WatchKind.ANSWER_WITHIN]: {
    began: EventType.ASSIGNMENT_PROPOSED,
    ended: [EventType.ASSIGNMENT_ACCEPTED, EventType.ASSIGNMENT_DECLINED, EventType.ASSIGNMENT_RELEASED],
  },
};
/** A task that is archived, cancelled or moved out of its state by an undo ends what it waited for. */
const leaves = ({ type, changes }: LoggedEvent): boolean =>
  type === EventType.TASK_ARCHIVED ||
  (type === EventType.TASK_MOVED &&
    changes.some(({ field, before, after }) => field === "state" && (before === TaskState.BLOCKED || after === TaskState.CANCELLED)));
const sameLookBackMs = 31 * 86_400_000;

/** Of these tasks, those that an agreement watches. */
async function watchedTasks(em: EntityManager, agreement: ProcessAgreement, ids: readonly string[]): Promise<Set<string>> {
  const where = { id: { $in: [...new Set(ids)] }, ...watchedBy(agreement) };
  return new Set((await em.find(TaskTable, where, { fields: ["id"] })).map(({ id }) => id));
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
  const course = courses[kind];
  if (!course) return [];
  const { began, ended } = course;
  const where = {
    coalitionId: agreement.coalitionId,
    type: { $in: [began, ...ended, EventType.TASK_ARCHIVED, EventType.TASK_MOVED] },
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
  const byTask = Map.groupBy(watched, ({ taskId }) => taskId);
  const starts = watched.filter(({ type }) => type === began);
  const organisationOf = await dependsOn(em, kind, starts);
  return starts.map((start) => {
    const ends = (event: LoggedEvent) => leaves(event) || (event.targetId === start.targetId && ended.includes(event.type));
    const end = byTask.get(start.taskId)?.find((event) => event.sequence > start.sequence && ends(event));
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
export function watchSpans(em: EntityManager, agreement: ProcessAgreement, rule: WatchRule, inForceAt: Date, place: Place): Promise<Span[]> {
  if (rule.kind === WatchKind.REVIEW_EVERY) return reviewSpans(em, agreement, inForceAt);
  return rule.kind === WatchKind.UPDATED_BEFORE_MEETING
    ? meetingSpans(em, agreement, rule.n, inForceAt, place)
    : spansOfLog(em, agreement, rule.kind, inForceAt);
}
