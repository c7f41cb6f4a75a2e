import { type OpenPoint, openPoints, TaskState, type Viewer } from "@wijkbord/schema";
import { ChecklistItem, Comment, HubEvent, Label, Task, TaskAssignment, TaskLink, TaskOpenPoint, TaskPlacement } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { EventTable } from "../activity/event.table.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { hubEvents, subjectCards } from "../realtime/events.ts";
import { belongs } from "../realtime/log.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { type Card, isVisible, readCards, readTaskPage } from "./cards.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable, TaskTable } from "./task.tables.ts";

/** The card of a task: as read with its list, or read now. */
export async function cardOf(task: Task, context: HubContext): Promise<Card> {
  const ready = subjectCards.get(task);
  if (ready) return ready;
  const [card] = await readCards(context.services.database.read(), context.reader(task.coalitionId), [task.id]);
  if (!card) throw notFoundError();
  subjectCards.set(task, card);
  return card;
}

/** Tasks whose cards were read already. */
export function tasksOf(cards: readonly Card[]): Task[] {
  for (const card of cards) subjectCards.set(card.task, card);
  return cards.map(({ task }) => task);
}

const readable = <Row extends Parameters<typeof isVisible>[0]>(rows: Row[], viewer: Viewer) => rows.filter((row) => isVisible(row, viewer));

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => Task, { description: "One task by identity; NOT_FOUND when it is not yours to see." })
  async task(@Arg("id", () => ID) id: string, @Ctx() context: HubContext): Promise<Task> {
    const viewers = context.readers();
    const found = await context.services.database.read().findOne(TaskTable, { id, coalitionId: { $in: viewers.map(({ coalitionId }) => coalitionId) } });
    if (!found || !isVisible(found, context.reader(found.coalitionId))) throw notFoundError();
    return found;
  }

  @Query(() => [Task], { description: "Tasks of a coalition by number, at most 100 at a time; go on with `afterNumber`." })
  async tasks(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("boardId", () => ID, { nullable: true }) boardId?: string,
    @Arg("themeId", () => ID, { nullable: true }) themeId?: string,
    @Arg("organisationId", () => ID, { nullable: true }) organisationId?: string,
    @Arg("state", () => TaskState, { nullable: true }) state?: TaskState,
    @Arg("withoutAccountable", () => Boolean, { nullable: true }) withoutAccountable?: boolean,
    @Arg("number", () => Int, { nullable: true }) number?: number,
    @Arg("afterNumber", () => Int, { defaultValue: 0 }) afterNumber = 0,
    @Arg("first", () => Int, { defaultValue: 50 }) first = 50,
  ): Promise<Task[]> {
    const viewer = context.reader(coalitionId);
    const filter = { boardId, themeId, organisationId, state, withoutAccountable, number };
    const page = Math.min(Math.max(first, 1), 100);
    return tasksOf(await readTaskPage(context.services.database.read(), viewer, filter, afterNumber, page));
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
    const card = await cardOf(task, context);
    const since = task.enteredReviewAt;
    const consultationOver = since !== null && workingDaysBetween(since, context.services.clock.now(), "Europe/Amsterdam") >= 5;
    return openPoints({ ...task, assignments: card.assignments, consultedCommented: card.consultedCommented, consultationOver });
  }

  @FieldResolver(() => [ChecklistItem], { description: "Steps you may see." })
  async checklist(@Root() task: Task, @Ctx() { services, reader }: HubContext): Promise<ChecklistItem[]> {
    const items = await services.database.read().find(ChecklistItemTable, { taskId: task.id }, { orderBy: { position: "asc", id: "asc" } });
    return readable(items, reader(task.coalitionId));
  }

  @FieldResolver(() => [TaskLink], { description: "Links you may see." })
  async links(@Root() task: Task, @Ctx() { services, reader }: HubContext): Promise<TaskLink[]> {
    const links = await services.database.read().find(TaskLinkTable, { taskId: task.id }, { orderBy: { id: "asc" } });
    return readable(links, reader(task.coalitionId));
  }

  @FieldResolver(() => [Comment], { description: "Remarks you may see, oldest first." })
  async comments(@Root() task: Task, @Ctx() { services, reader }: HubContext): Promise<Comment[]> {
    const comments = await services.database.read().find(CommentTable, { taskId: task.id }, { orderBy: { createdAt: "asc", id: "asc" } });
    return readable(comments, reader(task.coalitionId));
  }

  @FieldResolver(() => [HubEvent], { description: "History, newest first, at most 100." })
  async history(@Root() task: Task, @Ctx() { services, reader }: HubContext, @Arg("first", () => Int, { defaultValue: 50 }) first = 50): Promise<HubEvent[]> {
    const viewer = reader(task.coalitionId);
    const where = { coalitionId: task.coalitionId, taskId: task.id };
    const events = await services.database.read().find(EventTable, where, { orderBy: { sequence: "desc" }, limit: Math.min(Math.max(first, 1), 100) });
    const visible = events.filter((event) => belongs(event, { coalitionId: task.coalitionId, boardId: null }, viewer.organisationId));
    return hubEvents(services.database, viewer, visible, false);
  }
}

@Resolver(() => Comment)
export class CommentResolver {
  @FieldResolver(() => String, { nullable: true, description: "Name of the writer." })
  async authorName(@Root() { membershipId, importedAuthor }: Comment, @Ctx() { services }: HubContext): Promise<string | null> {
    if (!membershipId) return importedAuthor;
    return services.names.ofMembership(membershipId);
  }
}
