import { AssignmentState, type Viewer } from "@wijkbord/schema";
import { RuleBroken, type UndoEventInput } from "@wijkbord/schema/types";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { ruleBroken } from "../activity/refusal.ts";
import { putOnAgenda } from "../meetings/secondReversal.ts";
import { setBoardArchived, createBoard, updateBoard } from "./boards.ts";
import { addChecklistItem, removeChecklistItem, setChecklistItem } from "./checklist.ts";
import { addColumn, removeColumn, updateColumn } from "./columns.ts";
import { addComment, editComment, removeComment } from "./comments.ts";
import { createTask } from "./createTask.ts";
import { setArchived, updateTask } from "./editTask.ts";
import { confirmImported } from "./imported.ts";
import { createLabel, removeLabel, renameLabel, setTaskLabel } from "./labels.ts";
import { answerAssignment, nameAssignee, pickUpTask, proposeAssignment } from "./letters.ts";
import { addTaskLink, removeTaskLink } from "./links.ts";
import { cancelTask, moveTask, reopenTask } from "./moveTask.ts";
import { createActionLine, createTheme, publishActionLine, updateActionLine, updateTheme } from "./plan.ts";
import { redactText } from "./redact.ts";
import { redactLine } from "./redactLine.ts";
import { relateTasks, unrelateTasks } from "./relations.ts";
import { createSavedView, removeSavedView, updateSavedView } from "./savedViews.ts";
import { createBoardTemplate, createTaskTemplate, removeTemplate, updateTemplate } from "./templates.ts";
import { undoEvent } from "./undoEvent.ts";
import { setVisibility } from "./visibility.ts";
import { setWatching } from "./watch.ts";

type Work<Input> = (change: Change, input: Input) => Promise<string>;
type With<Extra, Input> = (change: Change, input: Input, extra: Extra) => Promise<string>;

/** Use cases of boards and tasks: each is one change, one transaction. */
export class TaskService {
  constructor(private readonly deps: ChangeDeps) {}

  createBoard = this.useCase(createBoard);
  updateBoard = this.useCase(updateBoard);
  archiveBoard = this.useCaseWith(setBoardArchived, true);
  restoreBoard = this.useCaseWith(setBoardArchived, false);
  addColumn = this.useCase(addColumn);
  updateColumn = this.useCase(updateColumn);
  removeColumn = this.useCase(removeColumn);
  confirmImported = this.useCase(confirmImported);

  createSavedView = this.useCase(createSavedView);
  updateSavedView = this.useCase(updateSavedView);
  removeSavedView = this.useCase(removeSavedView);

  createTaskTemplate = this.useCase(createTaskTemplate);
  createBoardTemplate = this.useCase(createBoardTemplate);
  updateTemplate = this.useCase(updateTemplate);
  removeTemplate = this.useCase(removeTemplate);

  createLabel = this.useCase(createLabel);
  renameLabel = this.useCase(renameLabel);
  removeLabel = this.useCase(removeLabel);
  createTheme = this.useCase(createTheme);
  updateTheme = this.useCase(updateTheme);
  createActionLine = this.useCase(createActionLine);
  updateActionLine = this.useCase(updateActionLine);
  publishActionLine = this.useCase(publishActionLine);

  create = this.useCase(createTask);
  update = this.useCase(updateTask);
  move = this.useCase(moveTask);
  cancel = this.useCase(cancelTask);
  reopen = this.useCase(reopenTask);
  archive = this.useCaseWith(setArchived, true);
  restore = this.useCaseWith(setArchived, false);
  redact = this.useCase(redactText);
  redactLine = this.useCase(redactLine);
  setVisibility = this.useCase(setVisibility);

  pickUp = this.useCase(pickUpTask);
  propose = this.useCase(proposeAssignment);
  accept = this.useCaseWith(answerAssignment, AssignmentState.ACCEPTED);
  decline = this.useCaseWith(answerAssignment, AssignmentState.DECLINED);
  release = this.useCaseWith(answerAssignment, AssignmentState.RELEASED);
  nameAssignee = this.useCase(nameAssignee);

  addChecklistItem = this.useCase(addChecklistItem);
  setChecklistItem = this.useCase(setChecklistItem);
  removeChecklistItem = this.useCase(removeChecklistItem);
  addComment = this.useCase(addComment);
  editComment = this.useCase(editComment);
  removeComment = this.useCase(removeComment);
  addLink = this.useCase(addTaskLink);
  removeLink = this.useCase(removeTaskLink);
  addLabel = this.useCaseWith(setTaskLabel, true);
  takeLabel = this.useCaseWith(setTaskLabel, false);
  relate = this.useCase(relateTasks);
  unrelate = this.useCase(unrelateTasks);
  watch = this.useCaseWith(setWatching, true);
  unwatch = this.useCaseWith(setWatching, false);

  /** Turns a change back; what was turned back before becomes a point on the agenda instead (D10). */
  async undo(actor: Viewer, input: UndoEventInput): Promise<Outcome> {
    const outcome = await change(this.deps, actor, input.clientMutationId, (done) => undoEvent(done, input));
    const missing = "problem" in outcome && outcome.problem instanceof RuleBroken ? outcome.problem.missing : [];
    const boardId = missing.find(({ code }) => code === "SECOND_REVERSAL")?.objectId;
    if (!boardId) return outcome;
    const put = await change(this.deps, actor, null, async (done) => (await putOnAgenda(done, boardId)) ?? "");
    if ("problem" in put || put.objectId === "") return outcome;
    return { problem: ruleBroken("D10", [{ code: "SECOND_REVERSAL_ON_AGENDA", objectId: put.objectId }]).problem };
  }

  private useCase<Input extends { clientMutationId?: string }>(work: Work<Input>) {
    return (actor: Viewer, input: Input): Promise<Outcome> => change(this.deps, actor, input.clientMutationId, (done) => work(done, input));
  }

  private useCaseWith<Extra, Input extends { clientMutationId?: string }>(work: With<Extra, Input>, extra: Extra) {
    return this.useCase((done: Change, input: Input) => work(done, input, extra));
  }
}
