import { EventType, Letter, mayWrite, OpenPoint, Priority, taskLimits, TaskState, TemplateKind, WorkingStyle } from "@wijkbord/schema";
import type { Board, BoardColumn, CreateTaskInput, Task } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { isKnownId } from "../activity/ids.ts";
import { invalid, notAllowed, notFound, optionalText, ruleBroken, text } from "../activity/refusal.ts";
import { ActionLineTable, BoardColumnTable, BoardTable, TaskPlacementTable, ThemeTable } from "./board.tables.ts";
import { giveLetter, organisationFor } from "./giveLetter.ts";
import { keysAtEnd } from "./order.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, type LoadedTask, recordTask } from "./taskChange.ts";
import { fillFromTemplate, templateFor, themeOf } from "./templates.ts";
import { checkVisibility } from "./underTask.ts";

async function ownId(change: Change, id: string | null | undefined): Promise<string> {
  if (id === null || id === undefined) return uuidv7();
  if (!isKnownId(id) || (await change.em.count(TaskTable, { id })) > 0) throw invalid("id", "NOT_A_NEW_UUID");
  return id;
}

/** Checks that a theme and an action line are of this coalition. */
export async function checkPlan({ em, actor }: Change, input: { themeId?: string | null; actionLineId?: string | null }): Promise<void> {
  const { coalitionId } = actor;
  if (input.themeId && !(await em.count(ThemeTable, { id: input.themeId, coalitionId }))) throw notFound("themeId");
  if (input.actionLineId && !(await em.count(ActionLineTable, { id: input.actionLineId, coalitionId }))) throw notFound("actionLineId");
}

/** The column that a new task begins in: the named one, else the first one for new tasks. */
function firstColumn(board: Board, columns: readonly BoardColumn[], columnId: string | null): BoardColumn {
  const column = columnId ? columns.find(({ id }) => id === columnId) : (columns.find(({ state }) => state === TaskState.PROPOSED) ?? columns[0]);
  if (!column) throw notFound("columnId");
  if (board.style === WorkingStyle.STRICT && column.state !== TaskState.PROPOSED) {
    throw ruleBroken("C7.1", [{ code: "STARTS_AS_PROPOSED", objectId: column.id }]);
  }
  return column;
}

/** Makes a task; its number is the next one of the coalition and never used again. */
export async function createTask(change: Change, input: CreateTaskInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  if (!mayWrite(actor)) throw notAllowed("OBSERVER");
  const board = await em.findOne(BoardTable, { id: input.boardId, coalitionId: coalition.id, archivedAt: null });
  if (!board) throw notFound("boardId");
  const columns = await em.find(BoardColumnTable, { boardId: board.id }, { orderBy: { position: "asc", id: "asc" } });
  const column = firstColumn(board, columns, input.columnId ?? null);
  await checkPlan(change, input);
  const template = await templateFor(change, input.templateId, TemplateKind.TASK);
  const themeId = input.themeId === undefined ? await themeOf(change, template) : input.themeId;
  const blockedReason = column.state === TaskState.BLOCKED ? optionalText("blockedReason", input.blockedReason, taskLimits.reason) : null;
  if (column.state === TaskState.BLOCKED && !blockedReason) throw ruleBroken("T1", [{ code: OpenPoint.REASON_MISSING, objectId: null }]);
  coalition.lastTaskNumber += 1;
  const hasReview = columns.some(({ state }) => state === TaskState.IN_REVIEW);
  const asked = column.state === TaskState.IN_REVIEW || (column.state === TaskState.IN_PROGRESS && !hasReview);
  const task: Task = em.create(TaskTable, {
    id: await ownId(change, input.id),
    coalitionId: coalition.id,
    number: coalition.lastTaskNumber,
    title: text("title", input.title, taskLimits.title),
    description: text("description", input.description ?? template?.task?.description ?? "", taskLimits.description, 0),
    state: column.state,
    stateBeforeBlocked: null,
    themeId,
    actionLineId: input.actionLineId ?? null,
    areaCode: board.areaCode,
    dueOn: input.dueOn ?? null,
    priority: input.priority ?? Priority.NORMAL,
    blockedReason,
    blockedByTaskId: null,
    allInformed: false,
    visibility: checkVisibility(input.visibility),
    organisationId: actor.organisationId,
    createdByMembershipId: actor.membershipId,
    importedNames: [],
    unconfirmedImport: false,
    externalId: null,
    enteredReviewAt: asked ? now : null,
    doneAt: column.state === TaskState.DONE ? now : null,
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
    taskId: task.id,
    boardId: board.id,
    columnId: column.id,
    position,
    isHome: true,
  });
  const loaded: LoadedTask = { task, assignments: [], placement, board, columns };
  recordTask(change, loaded, EventType.TASK_CREATED, { changes: [difference("columnId", null, column.id), difference("title", null, task.title)] });
  if (input.accountableOrganisationId) {
    const organisation = await organisationFor(change, input.accountableOrganisationId, Letter.ACCOUNTABLE, "accountableOrganisationId");
    await giveLetter(change, loaded, organisation, Letter.ACCOUNTABLE, {});
  }
  if (template) await fillFromTemplate(change, loaded, template, Boolean(input.accountableOrganisationId));
  return task.id;
}
