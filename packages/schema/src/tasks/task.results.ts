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

@ObjectType({ description: "What was undone." })
export class UndoEventPayload {
  @Field(() => Task, { nullable: true, description: "The task after the change, when it was about one." })
  task: Task | null;
  @Field(() => Board, { nullable: true, description: "The board after the change, when it was about one." })
  board: Board | null;
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

/** Mutations that answer with one task, by name; each has `XPayload` and `XResult`. */
export const taskPayloads = {
  createTask: taskPayload("CreateTask"),
  updateTask: taskPayload("UpdateTask"),
  moveTask: taskPayload("MoveTask"),
  pickUpTask: taskPayload("PickUpTask"),
  cancelTask: taskPayload("CancelTask"),
  reopenTask: taskPayload("ReopenTask"),
  archiveTask: taskPayload("ArchiveTask"),
  restoreTask: taskPayload("RestoreTask"),
  proposeAssignment: taskPayload("ProposeAssignment"),
  acceptAssignment: taskPayload("AcceptAssignment"),
  declineAssignment: taskPayload("DeclineAssignment"),
  releaseAssignment: taskPayload("ReleaseAssignment"),
  nameAssignee: taskPayload("NameAssignee"),
  addChecklistItem: taskPayload("AddChecklistItem"),
  setChecklistItem: taskPayload("SetChecklistItem"),
  removeChecklistItem: taskPayload("RemoveChecklistItem"),
  addComment: taskPayload("AddComment"),
  editComment: taskPayload("EditComment"),
  removeComment: taskPayload("RemoveComment"),
  addTaskLink: taskPayload("AddTaskLink"),
  removeTaskLink: taskPayload("RemoveTaskLink"),
  addTaskLabel: taskPayload("AddTaskLabel"),
  removeTaskLabel: taskPayload("RemoveTaskLabel"),
  relateTasks: taskPayload("RelateTasks"),
  unrelateTasks: taskPayload("UnrelateTasks"),
  watchTask: taskPayload("WatchTask"),
  unwatchTask: taskPayload("UnwatchTask"),
  setVisibility: taskPayload("SetVisibility"),
  redactText: taskPayload("RedactText"),
};
export type TaskMutation = keyof typeof taskPayloads;

export const CreateTaskResult = resultUnion("CreateTask", taskPayloads.createTask);
export const UpdateTaskResult = resultUnion("UpdateTask", taskPayloads.updateTask);
export const MoveTaskResult = resultUnion("MoveTask", taskPayloads.moveTask);
export const PickUpTaskResult = resultUnion("PickUpTask", taskPayloads.pickUpTask);
export const CancelTaskResult = resultUnion("CancelTask", taskPayloads.cancelTask);
export const ReopenTaskResult = resultUnion("ReopenTask", taskPayloads.reopenTask);
export const ArchiveTaskResult = resultUnion("ArchiveTask", taskPayloads.archiveTask);
export const RestoreTaskResult = resultUnion("RestoreTask", taskPayloads.restoreTask);
export const ProposeAssignmentResult = resultUnion("ProposeAssignment", taskPayloads.proposeAssignment);
export const AcceptAssignmentResult = resultUnion("AcceptAssignment", taskPayloads.acceptAssignment);
export const DeclineAssignmentResult = resultUnion("DeclineAssignment", taskPayloads.declineAssignment);
export const ReleaseAssignmentResult = resultUnion("ReleaseAssignment", taskPayloads.releaseAssignment);
export const NameAssigneeResult = resultUnion("NameAssignee", taskPayloads.nameAssignee);
export const AddChecklistItemResult = resultUnion("AddChecklistItem", taskPayloads.addChecklistItem);
export const SetChecklistItemResult = resultUnion("SetChecklistItem", taskPayloads.setChecklistItem);
export const RemoveChecklistItemResult = resultUnion("RemoveChecklistItem", taskPayloads.removeChecklistItem);
export const AddCommentResult = resultUnion("AddComment", taskPayloads.addComment);
export const EditCommentResult = resultUnion("EditComment", taskPayloads.editComment);
export const RemoveCommentResult = resultUnion("RemoveComment", taskPayloads.removeComment);
export const AddTaskLinkResult = resultUnion("AddTaskLink", taskPayloads.addTaskLink);
export const RemoveTaskLinkResult = resultUnion("RemoveTaskLink", taskPayloads.removeTaskLink);
export const AddTaskLabelResult = resultUnion("AddTaskLabel", taskPayloads.addTaskLabel);
export const RemoveTaskLabelResult = resultUnion("RemoveTaskLabel", taskPayloads.removeTaskLabel);
export const RelateTasksResult = resultUnion("RelateTasks", taskPayloads.relateTasks);
export const UnrelateTasksResult = resultUnion("UnrelateTasks", taskPayloads.unrelateTasks);
export const WatchTaskResult = resultUnion("WatchTask", taskPayloads.watchTask);
export const UnwatchTaskResult = resultUnion("UnwatchTask", taskPayloads.unwatchTask);
export const SetVisibilityResult = resultUnion("SetVisibility", taskPayloads.setVisibility);
export const RedactTextResult = resultUnion("RedactText", taskPayloads.redactText);
export const UndoEventResult = resultUnion("UndoEvent", UndoEventPayload);
