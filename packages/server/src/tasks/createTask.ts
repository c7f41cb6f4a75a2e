import { AssignmentState, EventType, Letter, mayWrite, Priority, taskLimits, TaskState, Visibility, WorkingStyle } from "@wijkbord/schema";
import type { CreateTaskInput, Task } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { ActionLineTable, BoardColumnTable, BoardTable, TaskPlacementTable, ThemeTable } from "./board.tables.ts";
import { orderKey } from "./order.ts";
import { TaskAssignmentTable, TaskTable } from "./task.tables.ts";
import { type LoadedTask, recordTask } from "./taskChange.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function ownId(change: Change, id: string | undefined): Promise<string> {
  if (id === undefined) return uuidv7();
  if (!uuidPattern.test(id) || (await change.em.count(TaskTable, { id })) > 0) throw invalid("id", "NOT_A_NEW_UUID");
  return id.toLowerCase();
}

/** Checks that a theme and an action line are of this coalition. */
export async function checkPlan({ em, actor }: Change, input: { themeId?: string | null; actionLineId?: string | null }): Promise<void> {
  const { coalitionId } = actor;
  if (input.themeId && !(await em.count(ThemeTable, { id: input.themeId, coalitionId }))) throw notFound("themeId");
  if (input.actionLineId && !(await em.count(ActionLineTable, { id: input.actionLineId, coalitionId }))) throw notFound("actionLineId");
}

/** Makes a task on a board, with a trekker when one is named; returns its id. */
export async function createTask(change: Change, input: CreateTaskInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  if (!mayWrite(actor)) throw notAllowed("OBSERVER");
  const board = await em.findOne(BoardTable, { id: input.boardId, coalitionId: coalition.id, archivedAt: null });
  if (!board) throw notFound("boardId");
  const columns = await em.find(BoardColumnTable, { boardId: board.id }, { orderBy: { position: "asc" } });
  const column = input.columnId
    ? columns.find(({ id }) => id === input.columnId)
    : (columns.find(({ state }) => state === TaskState.PROPOSED) ?? columns[0]);
  if (!column) throw notFound("columnId");
  if (board.style === WorkingStyle.STRICT && column.state !== TaskState.PROPOSED) {
    throw ruleBroken("C7.1", [{ code: "STARTS_AS_PROPOSED", objectId: column.id }]);
  }
  await checkPlan(change, input);
  coalition.lastTaskNumber += 1;
  const task: Task = em.create(TaskTable, {
    id: await ownId(change, input.id),
    coalitionId: coalition.id,
    number: coalition.lastTaskNumber,
    title: text("title", input.title, taskLimits.title),
    description: text("description", input.description ?? "", taskLimits.description, 0),
    state: column.state,
    stateBeforeBlocked: null,
    themeId: input.themeId ?? null,
    actionLineId: input.actionLineId ?? null,
    areaCode: board.areaCode,
    dueOn: input.dueOn ?? null,
    priority: input.priority ?? Priority.NORMAL,
    blockedReason: null,
    blockedByTaskId: null,
    allInformed: false,
    visibility: input.visibility ?? Visibility.COALITION,
    organisationId: actor.organisationId,
    createdByMembershipId: actor.membershipId,
    importedNames: [],
    unconfirmedImport: false,
    externalId: null,
    enteredReviewAt: column.state === TaskState.IN_REVIEW ? now : null,
    doneAt: column.state === TaskState.DONE ? now : null,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
    groupVersions: {},
  });
  if (task.visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
  const placement = em.create(TaskPlacementTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    taskId: task.id,
    boardId: board.id,
    columnId: column.id,
    position: await orderKey(em, column, undefined, null),
    isHome: true,
  });
  const loaded: LoadedTask = { task, assignments: [], placement, board, columns };
  recordTask(change, loaded, EventType.TASK_CREATED);
  const trekker = input.accountableOrganisationId;
  if (trekker) {
    if (!(await em.count(OrganisationTable, { id: trekker, coalitionId: coalition.id, leftOn: null }))) throw notFound("accountableOrganisationId");
    const own = trekker === actor.organisationId;
    const assignment = em.create(TaskAssignmentTable, {
      id: uuidv7(),
      coalitionId: coalition.id,
      taskId: task.id,
      organisationId: trekker,
      membershipId: null,
      letter: Letter.ACCOUNTABLE,
      state: own ? AssignmentState.ACCEPTED : AssignmentState.PROPOSED,
      proposedByOrganisationId: actor.organisationId,
      note: null,
      reason: null,
      createdAt: now,
      version: 1,
    });
    recordTask(change, loaded, own ? EventType.ASSIGNMENT_ACCEPTED : EventType.ASSIGNMENT_PROPOSED, {
      target: { type: "TaskAssignment", id: assignment.id },
    });
  }
  return task.id;
}
