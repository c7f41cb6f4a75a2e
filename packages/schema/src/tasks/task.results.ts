import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Board } from "./board.type.ts";
import { Task } from "./task.type.ts";

/** Payload class of a mutation that changes one task. */
function taskPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The task after the change." })
  class TaskPayload {
    @Field(() => Task, { description: "The task." })
    task: Task;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return TaskPayload;
}

@ObjectType({ description: "The board after the change." })
export class ConfirmImportedPayload {
  @Field(() => Board, { description: "The board." })
  board: Board;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

/** Mutations that answer with one task, by name; each has `XPayload` and `XResult`. */
export const taskPayloads = {
  createTask: taskPayload("CreateTask"),
  updateTask: taskPayload("UpdateTask"),
  moveTask: taskPayload("MoveTask"),
  pickUpTask: taskPayload("PickUpTask"),
  archiveTask: taskPayload("ArchiveTask"),
  restoreTask: taskPayload("RestoreTask"),
  proposeAssignment: taskPayload("ProposeAssignment"),
  acceptAssignment: taskPayload("AcceptAssignment"),
  declineAssignment: taskPayload("DeclineAssignment"),
  releaseAssignment: taskPayload("ReleaseAssignment"),
  addChecklistItem: taskPayload("AddChecklistItem"),
  setChecklistItem: taskPayload("SetChecklistItem"),
  removeChecklistItem: taskPayload("RemoveChecklistItem"),
  addComment: taskPayload("AddComment"),
  removeComment: taskPayload("RemoveComment"),
  addTaskLink: taskPayload("AddTaskLink"),
  removeTaskLink: taskPayload("RemoveTaskLink"),
  redactText: taskPayload("RedactText"),
};
export type TaskMutation = keyof typeof taskPayloads;

export const CreateTaskResult = resultUnion("CreateTask", taskPayloads.createTask);
export const UpdateTaskResult = resultUnion("UpdateTask", taskPayloads.updateTask);
export const MoveTaskResult = resultUnion("MoveTask", taskPayloads.moveTask);
export const PickUpTaskResult = resultUnion("PickUpTask", taskPayloads.pickUpTask);
export const ArchiveTaskResult = resultUnion("ArchiveTask", taskPayloads.archiveTask);
export const RestoreTaskResult = resultUnion("RestoreTask", taskPayloads.restoreTask);
export const ProposeAssignmentResult = resultUnion("ProposeAssignment", taskPayloads.proposeAssignment);
export const AcceptAssignmentResult = resultUnion("AcceptAssignment", taskPayloads.acceptAssignment);
export const DeclineAssignmentResult = resultUnion("DeclineAssignment", taskPayloads.declineAssignment);
export const ReleaseAssignmentResult = resultUnion("ReleaseAssignment", taskPayloads.releaseAssignment);
export const AddChecklistItemResult = resultUnion("AddChecklistItem", taskPayloads.addChecklistItem);
export const SetChecklistItemResult = resultUnion("SetChecklistItem", taskPayloads.setChecklistItem);
export const RemoveChecklistItemResult = resultUnion("RemoveChecklistItem", taskPayloads.removeChecklistItem);
export const AddCommentResult = resultUnion("AddComment", taskPayloads.addComment);
export const RemoveCommentResult = resultUnion("RemoveComment", taskPayloads.removeComment);
export const AddTaskLinkResult = resultUnion("AddTaskLink", taskPayloads.addTaskLink);
export const RemoveTaskLinkResult = resultUnion("RemoveTaskLink", taskPayloads.removeTaskLink);
export const RedactTextResult = resultUnion("RedactText", taskPayloads.redactText);
export const ConfirmImportedResult = resultUnion("ConfirmImported", ConfirmImportedPayload);
