import {
  AddChecklistItemInput,
  AddChecklistItemResult,
  AddCommentInput,
  AddCommentResult,
  AddTaskLabelResult,
  AddTaskLinkInput,
  AddTaskLinkResult,
  EditCommentInput,
  EditCommentResult,
  RelateTasksInput,
  RelateTasksResult,
  RemoveChecklistItemResult,
  RemoveCommentResult,
  RemoveInput,
  RemoveTaskLabelResult,
  RemoveTaskLinkResult,
  SetChecklistItemInput,
  SetChecklistItemResult,
  TaskActInput,
  TaskLabelInput,
  UnrelateTasksResult,
  UnwatchTaskResult,
  WatchTaskResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnTask, type Answer } from "./act.ts";

@Resolver()
export class UnderTaskResolver {
  @Mutation(() => AddChecklistItemResult, { description: "Adds a step." })
  addChecklistItem(@Arg("input", () => AddChecklistItemInput) input: AddChecklistItemInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "addChecklistItem", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) =>
      context.services.tasks.addChecklistItem(actor, input),
    );
  }

  @Mutation(() => SetChecklistItemResult, { description: "Changes text, mark, person or place of a step." })
  setChecklistItem(@Arg("input", () => SetChecklistItemInput) input: SetChecklistItemInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "setChecklistItem", { subject: "ChecklistItem", id: input.id }, (actor) => context.services.tasks.setChecklistItem(actor, input));
  }

  @Mutation(() => RemoveChecklistItemResult, { description: "Takes a step away." })
  removeChecklistItem(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "removeChecklistItem", { subject: "ChecklistItem", id: input.id }, (actor) =>
      context.services.tasks.removeChecklistItem(actor, input),
    );
  }

  @Mutation(() => AddCommentResult, { description: "Adds a remark or an internal note." })
  addComment(@Arg("input", () => AddCommentInput) input: AddCommentInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "addComment", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.addComment(actor, input));
  }

  @Mutation(() => EditCommentResult, { description: "Writes an own remark again." })
  editComment(@Arg("input", () => EditCommentInput) input: EditCommentInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "editComment", { subject: "Comment", id: input.id }, (actor) => context.services.tasks.editComment(actor, input));
  }

  @Mutation(() => RemoveCommentResult, { description: "Takes an own remark back." })
  removeComment(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "removeComment", { subject: "Comment", id: input.id }, (actor) => context.services.tasks.removeComment(actor, input));
  }

  @Mutation(() => AddTaskLinkResult, { description: "Adds a link to a document elsewhere." })
  addTaskLink(@Arg("input", () => AddTaskLinkInput) input: AddTaskLinkInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "addTaskLink", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.addLink(actor, input));
  }

  @Mutation(() => RemoveTaskLinkResult, { description: "Takes a link away." })
  removeTaskLink(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "removeTaskLink", { subject: "TaskLink", id: input.id }, (actor) => context.services.tasks.removeLink(actor, input));
  }

  @Mutation(() => AddTaskLabelResult, { description: "Puts a label on a task." })
  addTaskLabel(@Arg("input", () => TaskLabelInput) input: TaskLabelInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "addTaskLabel", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.addLabel(actor, input));
  }

  @Mutation(() => RemoveTaskLabelResult, { description: "Takes a label off a task." })
  removeTaskLabel(@Arg("input", () => TaskLabelInput) input: TaskLabelInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "removeTaskLabel", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) =>
      context.services.tasks.takeLabel(actor, input),
    );
  }

  @Mutation(() => RelateTasksResult, { description: "Ties two tasks together." })
  relateTasks(@Arg("input", () => RelateTasksInput) input: RelateTasksInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "relateTasks", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.relate(actor, input));
  }

  @Mutation(() => UnrelateTasksResult, { description: "Loosens two tasks." })
  unrelateTasks(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "unrelateTasks", { subject: "TaskRelation", id: input.id }, (actor) => context.services.tasks.unrelate(actor, input));
  }

  @Mutation(() => WatchTaskResult, { description: "Follows a task (volgen)." })
  watchTask(@Arg("input", () => TaskActInput) input: TaskActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "watchTask", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.watch(actor, input));
  }

  @Mutation(() => UnwatchTaskResult, { description: "Stops following a task." })
  unwatchTask(@Arg("input", () => TaskActInput) input: TaskActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "unwatchTask", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) => context.services.tasks.unwatch(actor, input));
  }
}
