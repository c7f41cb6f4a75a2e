import { acceptedAccountable, AssignmentState, EventType, hasResponsible, isLive, meantDay, nextDue, type RepeatUnit, TaskState } from "@wijkbord/schema";
import type { BoardColumn, Task, TaskAssignment } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { localDate } from "../time/workingDays.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { writeArchived } from "./editTask.ts";
import { copyLetters, copyUnder } from "./nextTaskCopies.ts";
import { keysAtEnd } from "./order.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadTasks, recordTask } from "./taskChange.ts";

interface Rhythm {
  readonly unit: RepeatUnit;
  readonly every: number;
}
const rhythmOf = ({ repeatUnit, repeatEvery }: Task): Rhythm | null => (repeatUnit ? { unit: repeatUnit, every: repeatEvery ?? 1 } : null);

/** The next one of a task, put away or not; each task has at most one. */
async function loadNext(change: Change, { task }: LoadedTask): Promise<LoadedTask | undefined> {
  const found = await change.em.findOne(TaskTable, { coalitionId: task.coalitionId, repeatOfTaskId: task.id });
  return found ? (await loadTasks(change, [found.id]))[0] : undefined;
}

/** Where the next one begins: in Afgesproken when somebody still trekt and doet it, else with what is to be divided. */
function firstColumn(columns: readonly BoardColumn[], agreed: boolean): BoardColumn | undefined {
  const inState = (state: TaskState) => columns.find((column) => column.state === state);
  const begins = (agreed ? inState(TaskState.AGREED) : undefined) ?? inState(TaskState.PROPOSED);
  return begins ?? columns.find(({ state }) => state !== TaskState.DONE && state !== TaskState.BLOCKED);
}

/** Whether the letters that were accepted hold for this one too: it is a next one itself, in the same rhythm. */
async function inSameRhythm({ em }: Change, task: Task): Promise<boolean> {
  const previous = task.repeatOfTaskId ? await em.findOne(TaskTable, { id: task.repeatOfTaskId }) : null;
  return previous?.repeatUnit === task.repeatUnit && previous?.repeatEvery === task.repeatEvery;
}

/** The letters that hold at once: accepted by the organisation that acts, or by all for this rhythm. */
function holding(change: Change, assignments: readonly TaskAssignment[], allHold: boolean): TaskAssignment[] {
  const accepted = assignments.filter(({ state }) => state === AssignmentState.ACCEPTED);
  return accepted.filter(({ organisationId }) => allHold || organisationId === change.actor.organisationId);
}

async function writeNext(change: Change, loaded: LoadedTask, { unit, every }: Rhythm): Promise<void> {
  const { em, coalition, now } = change;
  const { task, board, columns } = loaded;
  const live = loaded.assignments.filter(isLive);
  const allHold = await inSameRhythm(change, task);
  const holds = holding(change, live, allHold);
  const column = firstColumn(columns, acceptedAccountable(holds) !== undefined && hasResponsible(holds));
  if (!column) return;
  // The place that the task leaves must be free before the next one may take it.
  await em.flush();
  const dayOfMonth = task.repeatDay ?? null;
  const today = localDate(now, coalition.timeZone);
  coalition.lastTaskNumber += 1;
  const made = em.create(TaskTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    number: coalition.lastTaskNumber,
    title: task.title,
    description: task.description,
    redactedFields: task.redactedFields?.filter((field) => field === "title" || field === "description"),
    state: column.state,
    stateBeforeBlocked: null,
    themeId: task.themeId,
    actionLineId: task.actionLineId,
    areaCode: task.areaCode,
    dueOn: nextDue({ unit, every, dueOn: task.dueOn, dayOfMonth }, today),
    repeatUnit: unit,
    repeatEvery: every,
    repeatDay: meantDay(task.dueOn ?? today, dayOfMonth),
    repeatOfTaskId: task.id,
    priority: task.priority,
    blockedReason: null,
    blockedByTaskId: null,
    allInformed: task.allInformed,
    visibility: task.visibility,
    organisationId: task.organisationId,
    createdByMembershipId: task.createdByMembershipId,
    importedNames: task.importedNames,
    unconfirmedImport: false,
    externalId: null,
    enteredReviewAt: null,
    doneAt: null,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
    groupVersions: {},
  });
  const [position = ""] = await keysAtEnd(em, column, 1);
  const placement = em.create(TaskPlacementTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    taskId: made.id,
    boardId: board.id,
    columnId: column.id,
    position,
    isHome: true,
  });
  const next: LoadedTask = { task: made, assignments: [], placement, board, columns };
  const changes = [difference("columnId", null, column.id), difference("title", null, made.title)];
  recordTask(change, next, EventType.TASK_CREATED, { changes });
  await copyUnder(change, task, made);
  await copyLetters(change, next, live, new Set(allHold ? holds : []));
}

/** A repeating task is done: makes the next one in the same transaction, or takes it out of the archive when it was made before. */
export async function makeNext(change: Change, loaded: LoadedTask, undoes: string | null = null): Promise<void> {
  const rhythm = rhythmOf(loaded.task);
  if (!rhythm) return;
  const next = await loadNext(change, loaded);
  if (!next) await writeNext(change, loaded, rhythm);
  else if (next.task.archivedAt) writeArchived(change, next, false, undoes);
}

/** The task is not done after all: puts the next one away, unless somebody has done something with it. */
export async function takeNextBack(change: Change, loaded: LoadedTask, undoes: string): Promise<void> {
  const next = await loadNext(change, loaded);
  if (!next || next.task.archivedAt) return;
  const { id: taskId, coalitionId, createdAt } = next.task;
  const touched = await change.em.count(EventTable, { coalitionId, taskId, occurredAt: { $ne: createdAt } });
  if (touched === 0) writeArchived(change, next, true, undoes);
}
