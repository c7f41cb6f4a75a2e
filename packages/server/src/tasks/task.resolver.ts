import { type OpenPoint, openPoints, taskLimits } from "@wijkbord/schema";
import {
  ChecklistItem,
  Comment,
  HubEvent,
  Label,
  Membership,
  RelatedTask,
  Task,
  TaskAssignment,
  TaskLink,
  TaskOpenPoint,
  TaskPlacement,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { readCards } from "./cards.ts";
import { consultationOver } from "./facts.ts";
import { checkFirst } from "./pages.ts";
import { loadersOf } from "./task.loaders.ts";
import { cardOf, tasksOf } from "./taskCard.ts";

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => Task, { description: "One task by identity; NOT_FOUND when it is not yours to see." })
  async task(@Arg("id", () => ID) id: string, @Ctx() { services, readers }: HubContext): Promise<Task> {
    for (const viewer of readers()) {
      const [task] = tasksOf(await readCards(services.database.read(), viewer, [id]));
      if (task) return task;
    }
    throw notFoundError();
  }

  @FieldResolver(() => String, { description: "Short number, for example ZW-117." })
  async number(@Root() task: Task, @Ctx() context: HubContext): Promise<string> {
    return `${(await cardOf(task, context)).prefix}-${task.number}`;
  }

  @FieldResolver(() => [TaskPlacement], { description: "Where it stands." })
  async placements(@Root() task: Task, @Ctx() context: HubContext): Promise<TaskPlacement[]> {
    return (await cardOf(task, context)).placements;
  }

  @FieldResolver(() => [TaskAssignment], { description: "Letters that are proposed or accepted." })
  async assignments(@Root() task: Task, @Ctx() context: HubContext): Promise<TaskAssignment[]> {
    return (await cardOf(task, context)).assignments;
  }

  @FieldResolver(() => [Label], { description: "Labels." })
  async labels(@Root() task: Task, @Ctx() context: HubContext): Promise<Label[]> {
    return (await cardOf(task, context)).labels;
  }

  @FieldResolver(() => Int, { description: "Number of steps you may see." })
  async checklistTotal(@Root() task: Task, @Ctx() context: HubContext): Promise<number> {
    return (await cardOf(task, context)).checklistTotal;
  }

  @FieldResolver(() => Int, { description: "Number of those that are done." })
  async checklistDone(@Root() task: Task, @Ctx() context: HubContext): Promise<number> {
    return (await cardOf(task, context)).checklistDone;
  }

  @FieldResolver(() => Int, { description: "Number of remarks you may see." })
  async commentCount(@Root() task: Task, @Ctx() context: HubContext): Promise<number> {
    return (await cardOf(task, context)).commentCount;
  }

  @FieldResolver(() => [TaskOpenPoint], { description: "What is still to be arranged (nog te regelen)." })
  async openPoints(@Root() task: Task, @Ctx() context: HubContext): Promise<{ code: OpenPoint; objectId: string | null }[]> {
    const { assignments, consultedCommented, timeZone } = await cardOf(task, context);
    const over = consultationOver(task.enteredReviewAt, context.services.clock.now(), timeZone);
    return openPoints({ ...task, assignments, consultedCommented, consultationOver: over, promises: await loadersOf(context).promises.load(task.id) });
  }

  @FieldResolver(() => [ChecklistItem], { description: "Steps you may see." })
  checklist(@Root() task: Task, @Ctx() context: HubContext): Promise<ChecklistItem[]> {
    return loadersOf(context).checklist.load(task);
  }

  @FieldResolver(() => [TaskLink], { description: "Links you may see." })
  links(@Root() task: Task, @Ctx() context: HubContext): Promise<TaskLink[]> {
    return loadersOf(context).links.load(task);
  }

  @FieldResolver(() => [Comment], { description: "Remarks you may see, oldest first." })
  comments(@Root() task: Task, @Ctx() context: HubContext): Promise<Comment[]> {
    return loadersOf(context).comments.load(task);
  }

  @FieldResolver(() => [RelatedTask], { description: "Other tasks tied to this one, those you may see (hangt samen met)." })
  relations(@Root() task: Task, @Ctx() context: HubContext): Promise<RelatedTask[]> {
    return loadersOf(context).relations.load(task);
  }

  @FieldResolver(() => [Membership], { description: "Members who follow it (volgers)." })
  watchers(@Root() task: Task, @Ctx() context: HubContext): Promise<Membership[]> {
    return loadersOf(context).watchers.load(task);
  }

  @FieldResolver(() => [HubEvent], { description: "History, newest first, as far as you may see it; at most 100." })
  history(@Root() task: Task, @Ctx() context: HubContext, @Arg("first", () => Int, { defaultValue: 50 }) first = 50): Promise<HubEvent[]> {
    checkFirst(first, taskLimits.page);
    return loadersOf(context).history.load({ task, first });
  }
}

@Resolver(() => Comment)
export class CommentResolver {
  @FieldResolver(() => String, { nullable: true, description: "Name of the writer." })
  async authorName(@Root() { membershipId, importedAuthor }: Comment, @Ctx() context: HubContext): Promise<string | null> {
    return membershipId ? loadersOf(context).memberName.load(membershipId) : importedAuthor;
  }
}
