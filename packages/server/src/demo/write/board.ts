import { addressName, AssignmentState, EventType, Swimlane, TaskState, Visibility } from "@wijkbord/schema";
import { generateKeyBetween } from "fractional-indexing";
import { BoardColumnTable, BoardTable, TaskPlacementTable } from "../../tasks/board.tables.ts";
import { ChecklistItemTable, CommentTable, TaskAssignmentTable, TaskLabelTable, TaskLinkTable, TaskTable } from "../../tasks/task.tables.ts";
import type { DemoBoard, DemoTask } from "../data/types.ts";
import { type LogEntry, type TaskHistory, taskHistory } from "./history.ts";
import { organisationOf, type Seeding } from "./seeding.ts";

const day = 86_400_000;

function writeUnder(
  { em, coalitionId, ids, demo }: Seeding,
  task: DemoTask,
  taskId: string,
): { shared: { coalitionId: string; taskId: string; visibility: Visibility; organisationId: string; externalId: null } } {
  const organisationId = ids.of("organisation", task.assignments[0]?.organisation ?? demo.organisations[0]?.key ?? "");
  const shared = { coalitionId, taskId, visibility: Visibility.COALITION, organisationId, externalId: null };
  task.checklist.forEach(({ text, done }, position) => {
    em.create(ChecklistItemTable, { id: ids.next(), ...shared, text, done, position, assigneeMembershipId: null });
  });
  for (const { title, url, audience } of task.links) em.create(TaskLinkTable, { id: ids.next(), ...shared, title, url, audience });
  for (const name of task.labels) em.create(TaskLabelTable, { id: ids.next(), coalitionId, taskId, labelId: ids.of("label", name) });
  return { shared };
}

function writeComments(seeding: Seeding, task: DemoTask, taskId: string, commentIds: readonly string[], times: readonly Date[]): void {
  const { em, coalitionId, ids, now } = seeding;
  task.comments.forEach(({ person, text, visibility }, index) => {
    em.create(CommentTable, {
      id: commentIds[index] ?? ids.next(),
      coalitionId,
      taskId,
      membershipId: ids.of("member", person),
      organisationId: ids.of("organisation", organisationOf(seeding, person)),
      visibility,
      text,
      importedAuthor: null,
      createdAt: times[index] ?? now,
      editedAt: null,
      removedAt: null,
      externalId: null,
    });
  });
}

function writeLetters(
  { em, coalitionId, ids }: Seeding,
  task: DemoTask,
  taskId: string,
  owner: string,
  assignmentIds: readonly string[],
  createdAt: Date,
): void {
  task.assignments.forEach(({ organisation, letter, person, accepted }, index) => {
    em.create(TaskAssignmentTable, {
      id: assignmentIds[index] ?? ids.next(),
      coalitionId,
      taskId,
      organisationId: ids.of("organisation", organisation),
      membershipId: person ? ids.of("member", person) : null,
      letter,
      state: accepted ? AssignmentState.ACCEPTED : AssignmentState.PROPOSED,
      proposedByOrganisationId: owner,
      note: null,
      reason: null,
      createdAt,
      version: 1,
    });
  });
}

/** A task that was written, for those who tell more about it. */
export interface WrittenTask {
  readonly task: DemoTask;
  readonly taskId: string;
  readonly boardId: string;
  readonly history: TaskHistory;
}

/** What a board adds to the log. */
export interface WrittenBoard {
  readonly entries: LogEntry[];
  readonly tasks: WrittenTask[];
}

/** Adds more to the history of a task before it is written. */
export type MoreHistory = (task: Omit<WrittenTask, "history">, history: TaskHistory) => void;

/** Writes a board with its tasks; their numbers begin at `firstNumber`. */
export function writeBoard(seeding: Seeding, board: DemoBoard, firstNumber: number, more: MoreHistory): WrittenBoard {
  const { em, coalitionId, ids, now } = seeding;
  const { areaCode, title, style } = board;
  const boardId = ids.of("board", areaCode);
  const slug = addressName(seeding.demo.areas.find(({ code }) => code === areaCode)?.name ?? areaCode);
  const madeAt = new Date(now.getTime() - 40 * day);
  em.create(BoardTable, { id: boardId, coalitionId, areaCode, slug, title, style, swimlane: Swimlane.NONE, archivedAt: null, createdAt: madeAt, version: 1 });
  board.columns.forEach((column, position) => {
    em.create(BoardColumnTable, { id: ids.of("column", `${areaCode}/${column.state}`), coalitionId, boardId, ...column, position, version: 1 });
  });
  const entries: LogEntry[] = [
    {
      at: madeAt,
      type: EventType.BOARD_CREATED,
      actorMembershipId: null,
      target: { type: "Board", id: boardId },
      taskId: null,
      boardId,
      version: 1,
      changes: [],
      hiddenFor: null,
    },
  ];
  const last = new Map<TaskState, string>();
  const tasks = board.tasks.map((task, index): WrittenTask => {
    const taskId = ids.of("task", `${areaCode}/${task.key}`);
    const assignmentIds = task.assignments.map(() => ids.next());
    const commentIds = task.comments.map(() => ids.next());
    const history = taskHistory(seeding, { task, taskId, board, boardId, index: firstNumber + index, assignmentIds, commentIds });
    more({ task, taskId, boardId }, history);
    const { createdAt, createdBy, arrivedAt, groups, commentTimes } = history;
    const position = generateKeyBetween(last.get(task.state) ?? null, null);
    last.set(task.state, position);
    const { shared } = writeUnder(seeding, task, taskId);
    em.create(TaskTable, {
      id: taskId,
      coalitionId,
      number: firstNumber + index,
      title: task.title,
      description: task.description,
      state: task.state,
      stateBeforeBlocked: task.state === TaskState.BLOCKED ? TaskState.IN_PROGRESS : null,
      themeId: ids.of("theme", task.theme),
      actionLineId: task.actionLine ? ids.of("actionLine", task.actionLine) : null,
      areaCode,
      dueOn: task.dueInDays === null ? null : new Date(now.getTime() + task.dueInDays * day).toISOString().slice(0, 10),
      priority: task.priority,
      blockedReason: task.blockedReason,
      blockedByTaskId: task.blockedBy ? ids.of("task", `${areaCode}/${task.blockedBy}`) : null,
      allInformed: task.allInformed,
      visibility: Visibility.COALITION,
      organisationId: shared.organisationId,
      createdByMembershipId: createdBy,
      importedNames: [],
      unconfirmedImport: false,
      externalId: null,
      enteredReviewAt: task.state === TaskState.IN_REVIEW ? arrivedAt : null,
      doneAt: task.state === TaskState.DONE ? arrivedAt : null,
      archivedAt: null,
      createdAt,
      updatedAt: history.entries.at(-1)?.at ?? createdAt,
      version: history.entries.length,
      groupVersions: groups,
    });
    em.create(TaskPlacementTable, {
      id: ids.next(),
      coalitionId,
      taskId,
      boardId,
      columnId: ids.of("column", `${areaCode}/${task.state}`),
      position,
      isHome: true,
    });
    writeComments(seeding, task, taskId, commentIds, commentTimes);
    writeLetters(seeding, task, taskId, shared.organisationId, assignmentIds, createdAt);
    return { task, taskId, boardId, history };
  });
  return { entries: [...entries, ...tasks.flatMap(({ history }) => history.entries)], tasks };
}
