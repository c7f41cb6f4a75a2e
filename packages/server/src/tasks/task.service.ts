import { AssignmentState, type Viewer } from "@wijkbord/schema";
import type {
  ActInput,
  AddChecklistItemInput,
  AddCommentInput,
  AddTaskLinkInput,
  ConfirmImportedInput,
  CreateTaskInput,
  MoveTaskInput,
  ProposeAssignmentInput,
  RedactTextInput,
  RemoveInput,
  SetChecklistItemInput,
  UpdateTaskInput,
} from "@wijkbord/schema/types";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { createTask } from "./createTask.ts";
import { setArchived, updateTask } from "./editTask.ts";
import { answerAssignment, confirmImported, pickUpTask, proposeAssignment } from "./letters.ts";
import { moveTask } from "./moveTask.ts";
import { redactText } from "./redact.ts";
import { addChecklistItem, addComment, addTaskLink, removeChecklistItem, removeComment, removeTaskLink, setChecklistItem } from "./underTask.ts";

type Work<Input> = (change: Change, input: Input) => Promise<string>;

/** Use cases of tasks: each is one change, one transaction. */
export class TaskService {
  constructor(private readonly deps: ChangeDeps) {}

  create = this.useCase<CreateTaskInput>(createTask);
  update = this.useCase<UpdateTaskInput>(updateTask);
  move = this.useCase<MoveTaskInput>(moveTask);
  pickUp = this.useCase<ActInput>(pickUpTask);
  archive = this.useCase<ActInput>((done, input) => setArchived(done, input, true));
  restore = this.useCase<ActInput>((done, input) => setArchived(done, input, false));
  propose = this.useCase<ProposeAssignmentInput>(proposeAssignment);
  accept = this.useCase<ActInput>((done, input) => answerAssignment(done, input, AssignmentState.ACCEPTED));
  decline = this.useCase<ActInput>((done, input) => answerAssignment(done, input, AssignmentState.DECLINED));
  release = this.useCase<ActInput>((done, input) => answerAssignment(done, input, AssignmentState.RELEASED));
  confirmImported = this.useCase<ConfirmImportedInput>((done, input) => confirmImported(done, input.boardId));
  addChecklistItem = this.useCase<AddChecklistItemInput>(addChecklistItem);
  setChecklistItem = this.useCase<SetChecklistItemInput>(setChecklistItem);
  removeChecklistItem = this.useCase<RemoveInput>(removeChecklistItem);
  addComment = this.useCase<AddCommentInput>(addComment);
  removeComment = this.useCase<RemoveInput>(removeComment);
  addLink = this.useCase<AddTaskLinkInput>(addTaskLink);
  removeLink = this.useCase<RemoveInput>(removeTaskLink);
  redact = this.useCase<RedactTextInput>(redactText);

  private useCase<Input extends { clientMutationId?: string }>(work: Work<Input>) {
    return (actor: Viewer, input: Input): Promise<Outcome> =>
      change(this.deps, actor, input.clientMutationId, (done) => work(done, input));
  }
}
