import { type EventBatch as Batch, EventBatch, SequenceScalar } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { readActivity } from "./activity.ts";
import type { Source } from "./source.ts";

interface FollowArgs {
  coalitionId?: string;
  boardId?: string;
  organisationId?: string | null;
  after?: number | null;
}
interface Following {
  args: FollowArgs;
  context: HubContext;
}

async function followCoalition({ args: { coalitionId = "", organisationId, after }, context: { services, reader } }: Following): Promise<Source> {
  return services.engine.follow({ coalitionId, boardId: null, concernsOrganisationId: organisationId ?? null }, reader(coalitionId), after ?? null);
}

async function followBoard({ args: { boardId = "", after }, context: { services, reader } }: Following): Promise<Source> {
  const board = await services.database.read().findOne(BoardTable, { id: boardId });
  if (!board) throw notFoundError();
  return services.engine.follow({ coalitionId: board.coalitionId, boardId, concernsOrganisationId: null }, reader(board.coalitionId), after ?? null);
}

const afterText = "Last number that you have; what came after it follows first. Absent: from now on.";

@Resolver()
export class RealtimeResolver {
  @Subscription(() => EventBatch, {
    description:
      "Everything that happens in a coalition, as far as you may see it. The first batch comes at once and tells where you begin; an idle stream gets an empty one every 25 seconds.",
    subscribe: followCoalition,
  })
  coalitionEvents(
    @Root() batch: Batch,
    @Arg("coalitionId", () => ID, { description: "Coalition." }) _coalitionId: string,
    @Arg("after", () => SequenceScalar, { nullable: true, description: afterText }) _after?: number,
    @Arg("organisationId", () => ID, {
      nullable: true,
      description: "Only what concerns this organisation: what it changed, its letters, and tasks on which it has one.",
    })
    _organisationId?: string,
  ): Batch {
    return batch;
  }

  @Subscription(() => EventBatch, {
    description: "Everything that happens on a board, as far as you may see it, in batches like those of `coalitionEvents`.",
    subscribe: followBoard,
  })
  boardEvents(
    @Root() batch: Batch,
    @Arg("boardId", () => ID, { description: "Board." }) _boardId: string,
    @Arg("after", () => SequenceScalar, { nullable: true, description: afterText }) _after?: number,
  ): Batch {
    return batch;
  }

  @Query(() => EventBatch, {
    description:
      "What happened in a coalition, as far as you may see it, in the shape of a batch. With `after`: the events after that number, oldest first; go on with `after: toSequence` until it equals `headSequence`. Without: the latest ones.",
  })
  activity(
    @Ctx() { services, reader }: HubContext,
    @Arg("coalitionId", () => ID, { description: "Coalition." }) coalitionId: string,
    @Arg("after", () => SequenceScalar, { nullable: true, description: "Last number that you have." }) after?: number,
    @Arg("first", () => Int, { defaultValue: 50, description: "At most so many events, 1–100." }) first = 50,
  ): Promise<Batch> {
    return readActivity(services.database, reader(coalitionId), after ?? null, first);
  }
}
