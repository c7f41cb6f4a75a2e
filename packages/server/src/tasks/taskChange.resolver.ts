import {
  type Problem,
  taskPayloads,
  type TaskMutation,
  ConfirmImportedInput,
  ConfirmImportedPayload,
  ConfirmImportedResult,
  ActInput,
  AddChecklistItemInput,
  AddCommentInput,
  AddTaskLinkInput,
  CreateTaskInput,
  MoveTaskInput,
  ProposeAssignmentInput,
  RedactTextInput,
  RemoveInput,
  SetChecklistItemInput,
  UpdateTaskInput,
  CreateTaskResult,
  UpdateTaskResult,
  MoveTaskResult,
  PickUpTaskResult,
  ArchiveTaskResult,
  RestoreTaskResult,
  ProposeAssignmentResult,
  AcceptAssignmentResult,
  DeclineAssignmentResult,
  ReleaseAssignmentResult,
  AddChecklistItemResult,
  SetChecklistItemResult,
  RemoveChecklistItemResult,
  AddCommentResult,
  RemoveCommentResult,
  AddTaskLinkResult,
  RemoveTaskLinkResult,
  RedactTextResult,
} from "@wijkbord/schema/types";
import type { Viewer } from "@wijkbord/schema";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Outcome } from "../activity/change.ts";
import { Refusal } from "../activity/refusal.ts";
import { coalitionOf, type Subject, subjectNames } from "./subjects.ts";
import type { HubContext } from "../graphql/context.ts";
import { BoardTable } from "./board.tables.ts";
import { TaskTable } from "./task.tables.ts";

type Answer = Promise<object | Problem>;

/** Finds the membership to act with, runs the use case, and gives the changed task back. */
async function act(context: HubContext, name: TaskMutation, subject: Subject, id: string, run: (actor: Viewer) => Promise<Outcome>): Answer {
  try {
    const outcome = await run(context.actor(await coalitionOf(context, subject, id)));
    if ("problem" in outcome) return outcome.problem;
    const task = await context.services.database.read().findOneOrFail(TaskTable, { id: outcome.objectId });
    return Object.assign(new taskPayloads[name](), { task, asOfSequence: outcome.asOfSequence });
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

@Resolver()
export class TaskChangeResolver {
  @Mutation(() => CreateTaskResult, { description: "Makes a task." })
  createTask(@Arg("input", () => CreateTaskInput) input: CreateTaskInput, @Ctx() context: HubContext): Answer {
    return act(context, "createTask", "board", input.boardId, (actor) => context.services.tasks.create(actor, input));
  }

  @Mutation(() => UpdateTaskResult, { description: "Changes fields of a task; different fields changed by two people merge." })
  updateTask(@Arg("input", () => UpdateTaskInput) input: UpdateTaskInput, @Ctx() context: HubContext): Answer {
    return act(context, "updateTask", "task", input.id, (actor) => context.services.tasks.update(actor, input));
  }

  @Mutation(() => MoveTaskResult, { description: "Moves a task; the column carries its state." })
  moveTask(@Arg("input", () => MoveTaskInput) input: MoveTaskInput, @Ctx() context: HubContext): Answer {
    return act(context, "moveTask", "task", input.id, (actor) => context.services.tasks.move(actor, input));
  }

  @Mutation(() => PickUpTaskResult, { description: "Pak op: the own organisation trekt and doet, accepted." })
  pickUpTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "pickUpTask", "task", input.id, (actor) => context.services.tasks.pickUp(actor, input));
  }

  @Mutation(() => ArchiveTaskResult, { description: "Puts a task away." })
  archiveTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "archiveTask", "task", input.id, (actor) => context.services.tasks.archive(actor, input));
  }

  @Mutation(() => RestoreTaskResult, { description: "Brings an archived task back." })
  restoreTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "restoreTask", "task", input.id, (actor) => context.services.tasks.restore(actor, input));
  }

  @Mutation(() => ProposeAssignmentResult, { description: "Asks an organisation to carry a letter; the own one accepts at once." })
  proposeAssignment(@Arg("input", () => ProposeAssignmentInput) input: ProposeAssignmentInput, @Ctx() context: HubContext): Answer {
    return act(context, "proposeAssignment", "task", input.taskId, (actor) => context.services.tasks.propose(actor, input));
  }

  @Mutation(() => AcceptAssignmentResult, { description: "Accepts a letter of the own organisation (INV-03)." })
  acceptAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "acceptAssignment", "assignment", input.id, (actor) => context.services.tasks.accept(actor, input));
  }

  @Mutation(() => DeclineAssignmentResult, { description: "Declines a letter of the own organisation." })
  declineAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "declineAssignment", "assignment", input.id, (actor) => context.services.tasks.decline(actor, input));
  }

  @Mutation(() => ReleaseAssignmentResult, { description: "Gives a letter of the own organisation back." })
  releaseAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return act(context, "releaseAssignment", "assignment", input.id, (actor) => context.services.tasks.release(actor, input));
  }

  @Mutation(() => AddChecklistItemResult, { description: "Adds a step." })
  addChecklistItem(@Arg("input", () => AddChecklistItemInput) input: AddChecklistItemInput, @Ctx() context: HubContext): Answer {
    return act(context, "addChecklistItem", "task", input.taskId, (actor) => context.services.tasks.addChecklistItem(actor, input));
  }

  @Mutation(() => SetChecklistItemResult, { description: "Changes a step." })
  setChecklistItem(@Arg("input", () => SetChecklistItemInput) input: SetChecklistItemInput, @Ctx() context: HubContext): Answer {
    return act(context, "setChecklistItem", "checklistItem", input.id, (actor) => context.services.tasks.setChecklistItem(actor, input));
  }

  @Mutation(() => RemoveChecklistItemResult, { description: "Takes a step away." })
  removeChecklistItem(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return act(context, "removeChecklistItem", "checklistItem", input.id, (actor) => context.services.tasks.removeChecklistItem(actor, input));
  }

  @Mutation(() => AddCommentResult, { description: "Adds a remark or an internal note." })
  addComment(@Arg("input", () => AddCommentInput) input: AddCommentInput, @Ctx() context: HubContext): Answer {
    return act(context, "addComment", "task", input.taskId, (actor) => context.services.tasks.addComment(actor, input));
  }

  @Mutation(() => RemoveCommentResult, { description: "Takes an own remark back." })
  removeComment(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return act(context, "removeComment", "comment", input.id, (actor) => context.services.tasks.removeComment(actor, input));
  }

  @Mutation(() => AddTaskLinkResult, { description: "Adds a link." })
  addTaskLink(@Arg("input", () => AddTaskLinkInput) input: AddTaskLinkInput, @Ctx() context: HubContext): Answer {
    return act(context, "addTaskLink", "task", input.taskId, (actor) => context.services.tasks.addLink(actor, input));
  }

  @Mutation(() => RemoveTaskLinkResult, { description: "Takes a link away." })
  removeTaskLink(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return act(context, "removeTaskLink", "taskLink", input.id, (actor) => context.services.tasks.removeLink(actor, input));
  }

  @Mutation(() => RedactTextResult, { description: "Takes a text back everywhere, for privacy." })
  redactText(@Arg("input", () => RedactTextInput) input: RedactTextInput, @Ctx() context: HubContext): Answer {
    return act(context, "redactText", subjectNames[input.targetType] ?? "task", input.targetId, (actor) => context.services.tasks.redact(actor, input));
  }

  @Mutation(() => ConfirmImportedResult, { description: "Alles bevestigen: accepts all letters that an import proposed to the own organisation." })
  async confirmImported(@Arg("input", () => ConfirmImportedInput) input: ConfirmImportedInput, @Ctx() context: HubContext): Answer {
    try {
      const actor = context.actor(await coalitionOf(context, "board", input.boardId));
      const outcome = await context.services.tasks.confirmImported(actor, input);
      if ("problem" in outcome) return outcome.problem;
      const board = await context.services.database.read().findOneOrFail(BoardTable, { id: outcome.objectId });
      return Object.assign(new ConfirmImportedPayload(), { board, asOfSequence: outcome.asOfSequence });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
