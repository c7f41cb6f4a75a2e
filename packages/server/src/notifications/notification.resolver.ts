import { ErrorCode, notificationLimits } from "@wijkbord/schema";
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  MarkNotificationsReadResult,
  NotificationBadge,
  NotificationConnection,
  type Problem,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { invalid, Refusal } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import type { Source } from "../realtime/source.ts";
import { checkFirst } from "../tasks/pages.ts";
import { inboxOf, placeOf, waitingFor } from "./inbox.ts";
import { NotificationTable } from "./notification.tables.ts";

async function followBadge({ args: { coalitionId }, context }: { args: { coalitionId: string }; context: HubContext }): Promise<Source> {
  return context.services.badges.source(context.reader(coalitionId));
}

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: "What the acting membership was told, newest first, as far as it may read it now (Meldingen)." })
  notifications(
    @Ctx() { services, reader }: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("first", () => Int, { defaultValue: 50, description: "Number of notifications, 1–100." }) first = 50,
    @Arg("after", () => String, { nullable: true, description: "Go on after this place." }) after?: string | null,
  ): Promise<NotificationConnection> {
    const viewer = reader(coalitionId);
    checkFirst(first, notificationLimits.page);
    const place = after ? placeOf(after) : null;
    if (after && !place) throw coded(ErrorCode.BAD_USER_INPUT, "`after` is not a place in this list.");
    return inboxOf(services.database.read(), viewer, first, place);
  }

  @Mutation(() => MarkNotificationsReadResult, { description: "Says that notifications were read, for all devices of the membership. Not in the log." })
  async markNotificationsRead(
    @Arg("input", () => MarkNotificationsReadInput) { coalitionId, ids }: MarkNotificationsReadInput,
    @Ctx() { services, actor }: HubContext,
  ): Promise<MarkNotificationsReadPayload | Problem> {
    try {
      const viewer = actor(coalitionId);
      if (ids && ids.length > notificationLimits.page) throw invalid("ids", "TOO_MANY", notificationLimits.page);
      const { membershipId } = viewer;
      const unreadCount = await services.database.transaction(async (em) => {
        const which = ids ? { id: { $in: ids } } : {};
        await em.nativeUpdate(NotificationTable, { coalitionId, membershipId, readAt: null, ...which }, { readAt: services.clock.now() });
        return waitingFor(em, viewer);
      });
      services.badges.tick();
      return Object.assign(new MarkNotificationsReadPayload(), { unreadCount });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }

  @Subscription(() => NotificationBadge, {
    description: "How many notifications wait for the acting membership: first at once, then at each change, on every device.",
    subscribe: followBadge,
  })
  notificationBadge(@Root() badge: NotificationBadge, @Arg("coalitionId", () => ID, { description: "Coalition." }) _coalitionId: string): NotificationBadge {
    return badge;
  }
}
