import {
  ActInput,
  ArchiveTaskResult,
  CancelTaskResult,
  CreateTaskInput,
  CreateTaskResult,
  MoveTaskInput,
  MoveTaskResult,
  RedactTextInput,
  RedactTextResult,
  ReopenTaskResult,
  RestoreTaskResult,
  SetVisibilityInput,
  SetVisibilityResult,
  type TaskMutation,
  taskPayloads,
  UndoEventInput,
  UndoEventPayload,
  UndoEventResult,
  UpdateTaskInput,
  UpdateTaskResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Viewer } from "@wijkbord/schema";
import type { Outcome } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import type { HubContext } from "../graphql/context.ts";
import { actOnTask, type Answer, answer, boardAfter, taskAfter } from "./act.ts";
import { coalitionOf, coalitionOfTarget } from "./subjects.ts";

/** Runs a change of something that is named by type and id. */
function onTarget(
  context: HubContext,
  name: TaskMutation,
  { targetType, targetId }: { targetType: string; targetId: string },
  run: (actor: Viewer) => Promise<Outcome>,
): Answer {
  return answer(
    context,
    () => coalitionOfTarget(context, targetType, targetId),
    run,
    async ({ objectId, asOfSequence, actor }) => Object.assign(new taskPayloads[name](), { task: await taskAfter(context, actor, objectId), asOfSequence }),
  );
}

@Resolver()
export class TaskChangeResolver {
  @Mutation(() => CreateTaskResult, { description: "Makes a task." })
  createTask(@Arg("input", () => CreateTaskInput) input: CreateTaskInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "createTask", { subject: "Board", id: input.boardId, field: "boardId" }, (actor) => context.services.tasks.create(actor, input));
  }

  @Mutation(() => UpdateTaskResult, { description: "Changes fields of a task; different fields changed by two people merge." })
  updateTask(@Arg("input", () => UpdateTaskInput) input: UpdateTaskInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "updateTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.update(actor, input));
  }

  @Mutation(() => MoveTaskResult, { description: "Moves a task; the column carries its state." })
  moveTask(@Arg("input", () => MoveTaskInput) input: MoveTaskInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "moveTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.move(actor, input));
  }

  @Mutation(() => CancelTaskResult, { description: "Cancels a task: it leaves the board and shows only in lists (vervallen)." })
  cancelTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "cancelTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.cancel(actor, input));
  }

  @Mutation(() => ReopenTaskResult, { description: "Takes a cancelled task up again, in the first column." })
  reopenTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "reopenTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.reopen(actor, input));
  }

  @Mutation(() => ArchiveTaskResult, { description: "Puts a task away." })
  archiveTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "archiveTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.archive(actor, input));
  }

  @Mutation(() => RestoreTaskResult, { description: "Brings an archived task back." })
  restoreTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "restoreTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.restore(actor, input));
  }

  @Mutation(() => SetVisibilityResult, { description: "Lets the coalition read what was internal, after a warning; not to be taken back." })
  setVisibility(@Arg("input", () => SetVisibilityInput) input: SetVisibilityInput, @Ctx() context: HubContext): Answer {
    return onTarget(context, "setVisibility", input, (actor) => context.services.tasks.setVisibility(actor, input));
  }

  @Mutation(() => RedactTextResult, {
    description: "Takes a text back everywhere, for privacy: of a Task, TaskAssignment, Comment, ChecklistItem or TaskLink, or the reason in an Event.",
  })
  redactText(@Arg("input", () => RedactTextInput) input: RedactTextInput, @Ctx() context: HubContext): Answer {
    return onTarget(context, "redactText", input, (actor) => context.services.tasks.redact(actor, input));
  }

  @Mutation(() => UndoEventResult, { description: "Writes the earlier values of a change back, as a new event (ongedaan maken)." })
  undoEvent(@Arg("input", () => UndoEventInput) input: UndoEventInput, @Ctx() context: HubContext): Answer {
    const coalitionId = () => coalitionOf(context, "Event", input.eventId, "eventId");
    return answer(
      context,
      coalitionId,
      (actor) => context.services.tasks.undo(actor, input),
      async ({ objectId, asOfSequence, actor }) => {
        const event = await context.services.database.read().findOneOrFail(EventTable, { id: objectId });
        const [boardId] = event.boardIds;
        const task = event.taskId ? await taskAfter(context, actor, event.taskId) : null;
        const board = !event.taskId && boardId ? await boardAfter(context, boardId) : null;
        return Object.assign(new UndoEventPayload(), { task, board, asOfSequence });
      },
    );
  }
}
