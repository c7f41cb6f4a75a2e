import { AssignmentState, dayIn, EventType, Letter, type Span, startOfDay, TaskState, Visibility, WatchKind } from "@wijkbord/schema";
import type { LoggedEvent, Meeting, ProcessAgreement, Task, TaskAssignment } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import type { EntityManager } from "../database/database.ts";
import { meetingsSince } from "../meetings/meetingReads.ts";
import { tasksOnBoard } from "../tasks/boardTasks.ts";
import { TaskAssignmentTable, TaskTable } from "../tasks/task.tables.ts";
import { watchedBy } from "./watchedTasks.ts";
import { addWorkingDays } from "./workingDeadlines.ts";

/** Where and when a rule is judged. */
export interface Place {
  readonly timeZone: string;
  readonly now: Date;
}

const goingOn: readonly unknown[] = [TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.IN_REVIEW, TaskState.BLOCKED];

/** What a field was at a moment: what the first change after it changed, else what it is now. */
function valueAt(field: string, now: unknown, events: readonly LoggedEvent[], moment: Date): unknown {
  const later = events.filter(({ occurredAt }) => occurredAt > moment).flatMap(({ changes }) => changes.filter((change) => change.field === field));
  return later[0] ? later[0].before : now;
}

const archivedAt = ({ archivedAt: now }: Task, events: readonly LoggedEvent[], moment: Date): boolean => {
  const next = events.find(({ occurredAt, type }) => occurredAt > moment && (type === EventType.TASK_ARCHIVED || type === EventType.TASK_RESTORED));
  return next ? next.type === EventType.TASK_RESTORED : now !== null;
};

/** The log of what a rule watches, by task and by letter. */
interface Watched {
  readonly tasks: readonly Task[];
  readonly letters: ReadonlyMap<string, TaskAssignment[]>;
  readonly byTask: ReadonlyMap<string | null, LoggedEvent[]>;
  readonly byTarget: ReadonlyMap<string, LoggedEvent[]>;
}

async function watchedSince(em: EntityManager, agreement: ProcessAgreement, from: Date): Promise<Watched> {
  const tasks = await em.find(TaskTable, watchedBy(agreement));
  const place = { coalitionId: agreement.coalitionId, taskId: { $in: tasks.map(({ id }) => id) } };
  const letters = await em.find(TaskAssignmentTable, { ...place, letter: Letter.ACCOUNTABLE });
  const where = { ...place, occurredAt: { $gte: from }, visibility: { $ne: Visibility.ORGANISATION } };
  const events = await em.find(EventTable, where, { orderBy: { sequence: "asc" } });
  return {
    tasks,
    letters: Map.groupBy(letters, ({ taskId }) => taskId),
    byTask: Map.groupBy(events, ({ taskId }) => taskId),
    byTarget: Map.groupBy(events, ({ targetId }) => targetId),
  };
}

/** The organisation that led a task at a moment. */
function leadAt({ letters, byTarget }: Watched, { id }: Task, moment: Date): string | null {
  const held = letters
    .get(id)
    ?.find((letter) => letter.createdAt <= moment && valueAt("state", letter.state, byTarget.get(letter.id) ?? [], moment) === AssignmentState.ACCEPTED);
  return held?.organisationId ?? null;
}

/** Tasks that were going on at a moment, by the organisation that led them. */
function ledAt(watched: Watched, onBoard: ReadonlySet<string> | null, moment: Date): Map<string | null, Task[]> {
  const open = watched.tasks.filter((task) => {
    if (task.createdAt > moment || (onBoard && !onBoard.has(task.id))) return false;
    const own = watched.byTarget.get(task.id) ?? [];
    return !archivedAt(task, own, moment) && goingOn.includes(valueAt("state", task.state, own, moment));
  });
  return Map.groupBy(open, (task) => leadAt(watched, task, moment));
}

/** When the last of these tasks was first updated by somebody in a time; null when one was not. */
function updatedAt({ byTask }: Watched, tasks: readonly Task[], from: Date, until: Date): Date | null {
  const moments = tasks.map(
    ({ id }) =>
      byTask.get(id)?.find(({ actorMembershipId, occurredAt }) => actorMembershipId !== null && occurredAt >= from && occurredAt <= until)?.occurredAt ?? null,
  );
  return moments.reduce((last, moment) => (last === null || moment === null ? null : moment > last ? moment : last), from);
}

/**
 * Meetings: each organisation updates the tasks that it leads in the working days before one. A case is one organisation at
 * one meeting, and it went well when somebody did something to each of those tasks.
 */
export async function meetingSpans(em: EntityManager, agreement: ProcessAgreement, n: number, inForceAt: Date, { timeZone, now }: Place): Promise<Span[]> {
  const meetings = await meetingsSince(em, agreement.coalitionId, inForceAt, now);
  if (meetings.length === 0) return [];
  const watched = await watchedSince(em, agreement, inForceAt);
  const boards = new Map<string, Set<string>>();
  for (const boardId of new Set(meetings.flatMap((meeting) => meeting.boardId ?? []))) boards.set(boardId, await tasksOnBoard(em, boardId));
  const spansOf = (meeting: Meeting): Span[] => {
    const dueAt = meeting.startedAt ?? meeting.startsAt;
    const startedAt = startOfDay(addWorkingDays(dayIn(dueAt, timeZone), -n), timeZone);
    const led = ledAt(watched, meeting.boardId === null ? null : (boards.get(meeting.boardId) ?? new Set()), dueAt);
    return [...led].flatMap(([organisationId, tasks]) =>
      organisationId === null
        ? []
        : [
            {
              kind: WatchKind.UPDATED_BEFORE_MEETING,
              objectId: meeting.id,
              organisationId,
              startedAt,
              endedAt: updatedAt(watched, tasks, startedAt, dueAt),
              dueAt,
            },
          ],
    );
  };
  return meetings.flatMap(spansOf);
}
