import { EventType, Letter, TaskFieldGroup, TaskState, Visibility } from "@wijkbord/schema";
import type { FieldChange } from "@wijkbord/schema/types";
import type { DemoBoard, DemoTask } from "../data/types.ts";
import { memberOf, organisationOf, type Telling } from "./seeding.ts";

/** An entry of the log, before it has a number. */
export interface LogEntry {
  readonly at: Date;
  readonly type: EventType;
  readonly actorMembershipId: string | null;
  readonly target: { readonly type: string; readonly id: string };
  readonly taskId: string | null;
  readonly boardId: string;
  readonly version: number;
  readonly changes: FieldChange[];
  /** Only this organisation may read it. */
  readonly hiddenFor: string | null;
}

/** How a task came to be as it is. */
export interface TaskHistory {
  readonly entries: LogEntry[];
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly groups: Partial<Record<TaskFieldGroup, number>>;
  /** When it came to the state that it has. */
  readonly arrivedAt: Date;
  readonly commentTimes: Date[];
}

/** A task with the ids of everything under it. */
export interface TaskToTell {
  readonly task: DemoTask;
  readonly taskId: string;
  readonly board: DemoBoard;
  readonly boardId: string;
  /** Its place among the tasks of the coalition, which decides when it began. */
  readonly index: number;
  readonly assignmentIds: string[];
  readonly commentIds: string[];
}

const hour = 3_600_000;
const day = 24 * hour;

const stepsTo: Readonly<Partial<Record<TaskState, TaskState[]>>> = {
  [TaskState.AGREED]: [TaskState.AGREED],
  [TaskState.IN_PROGRESS]: [TaskState.AGREED, TaskState.IN_PROGRESS],
  [TaskState.IN_REVIEW]: [TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.IN_REVIEW],
  [TaskState.BLOCKED]: [TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.BLOCKED],
  [TaskState.DONE]: [TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.DONE],
};

/** Tells plausibly how a task was made, divided, moved and talked about in the weeks before now. */
export function taskHistory(seeding: Telling, { task, taskId, board, boardId, index, assignmentIds, commentIds }: TaskToTell): TaskHistory {
  const { demo, ids, now } = seeding;
  const entries: LogEntry[] = [];
  const groups: TaskHistory["groups"] = {};
  const maker = task.assignments[0]?.organisation ?? demo.organisations[0]?.key ?? "";
  const createdBy = memberOf(seeding, maker) ?? memberOf(seeding, demo.organisations[0]?.key ?? "");
  const createdAt = new Date(now.getTime() - (9 + ((index * 5) % 17)) * day - (index % 6) * hour);
  let at = createdAt.getTime();
  const add = (type: EventType, actorMembershipId: string | null, wait: number, entry: Partial<LogEntry> = {}, group?: TaskFieldGroup) => {
    at += wait;
    const version = entries.length + 1;
    if (group) groups[group] = version;
    entries.push({
      at: new Date(at),
      type,
      actorMembershipId,
      target: { type: "Task", id: taskId },
      taskId,
      boardId,
      version,
      changes: [],
      hiddenFor: null,
      ...entry,
    });
    return new Date(at);
  };
  add(EventType.TASK_CREATED, createdBy, 0);
  task.assignments.forEach(({ organisation, letter, accepted }, place) => {
    const target = { type: "TaskAssignment", id: assignmentIds[place] ?? taskId };
    const own = organisation === maker && accepted;
    if (!own) add(EventType.ASSIGNMENT_PROPOSED, createdBy, hour, { target }, TaskFieldGroup.LETTERS);
    const changes = [{ field: "state", before: "PROPOSED", after: "ACCEPTED" }];
    if (accepted && (own || letter !== Letter.INFORMED))
      add(EventType.ASSIGNMENT_ACCEPTED, memberOf(seeding, organisation) ?? createdBy, own ? hour : 5 * hour, { target, changes }, TaskFieldGroup.LETTERS);
  });
  let from = TaskState.PROPOSED;
  let arrivedAt = createdAt;
  const columnOf = (state: TaskState) => (board.columns.some((column) => column.state === state) ? ids.of("column", `${board.areaCode}/${state}`) : null);
  for (const to of stepsTo[task.state] ?? []) {
    const [before, after] = [columnOf(from), columnOf(to)];
    if (after === null) continue;
    const blocked = to === TaskState.BLOCKED;
    const reason = blocked ? [{ field: "blockedReason", before: null, after: task.blockedReason }] : [];
    const changes = [{ field: "columnId", before, after }, { field: "state", before: from, after: to }, ...reason];
    arrivedAt = add(blocked ? EventType.TASK_BLOCKED : EventType.TASK_MOVED, createdBy, day + hour, { changes }, TaskFieldGroup.COLUMN);
    from = to;
  }
  const commentTimes = task.comments.map(({ person, visibility }, place) => {
    const target = { type: "Comment", id: commentIds[place] ?? taskId };
    const hiddenFor = visibility === Visibility.ORGANISATION ? ids.of("organisation", organisationOf(seeding, person)) : null;
    return add(EventType.COMMENT_ADDED, ids.of("member", person), 3 * hour, { target, hiddenFor });
  });
  return { entries, createdAt, createdBy, groups, arrivedAt, commentTimes };
}
