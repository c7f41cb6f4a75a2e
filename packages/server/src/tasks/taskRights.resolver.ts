import { mayArchive, mayComment, mayEditFields, mayWatch, planMove, TaskState, type Viewer } from "@wijkbord/schema";
import { Task } from "@wijkbord/schema/types";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Refusal } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { cardOf } from "./taskCard.ts";
import { loadersOf } from "./task.loaders.ts";

/** The rights of the person on a task; without a chosen organisation there are none. */
function viewerFor({ coalitionId }: Task, context: HubContext): Viewer | null {
  try {
    return context.actor(coalitionId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What the person may do with a task. For single tasks: whole boards and streams compute this with the shared rules (T7). */
@Resolver(() => Task)
export class TaskRightsResolver {
  private async rights(task: Task, context: HubContext) {
    const viewer = viewerFor(task, context);
    const { assignments, style } = await cardOf(task, context);
    return { viewer, facts: { ...task, assignments }, style };
  }

  @FieldResolver(() => Boolean, { description: "Whether you may change its fields, checklist, labels and links." })
  async viewerCanEdit(@Root() task: Task, @Ctx() context: HubContext): Promise<boolean> {
    const { viewer, facts } = await this.rights(task, context);
    return viewer !== null && mayEditFields(viewer, facts);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may archive and restore it." })
  async viewerCanArchive(@Root() task: Task, @Ctx() context: HubContext): Promise<boolean> {
    const { viewer, facts } = await this.rights(task, context);
    return viewer !== null && mayArchive(viewer, facts);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may cancel it." })
  async viewerCanCancel(@Root() task: Task, @Ctx() context: HubContext): Promise<boolean> {
    const { viewer, facts, style } = await this.rights(task, context);
    if (!viewer || task.state === TaskState.CANCELLED) return false;
    const move = { ...facts, style, hasReviewColumn: false, consultedCommented: [], consultationOver: false, checklistOpen: 0, doneLongerThan30Days: false };
    return planMove(move, viewer, TaskState.CANCELLED, { reason: "asked", waiveNote: null }).allowed;
  }

  @FieldResolver(() => Boolean, { description: "Whether you may write a remark." })
  viewerCanComment(@Root() task: Task, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(task, context);
    return viewer !== null && mayComment(viewer);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may follow it." })
  viewerCanWatch(@Root() task: Task, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(task, context);
    return viewer !== null && mayWatch(viewer);
  }

  @FieldResolver(() => Boolean, { description: "Whether you follow it." })
  async viewerWatches(@Root() task: Task, @Ctx() context: HubContext): Promise<boolean> {
    const viewer = viewerFor(task, context);
    return (await loadersOf(context).watchers.load(task)).some(({ id }) => id === viewer?.membershipId);
  }
}
