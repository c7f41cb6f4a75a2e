import { EventBatch, SequenceScalar } from "@wijkbord/schema/types";
import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { BoardTable } from "../tasks/board.tables.ts";

interface FollowArgs {
  coalitionId?: string;
  boardId?: string;
  organisationId?: string | null;
  after?: number | null;
}

function aborting<T>(make: (signal: AbortSignal) => AsyncGenerator<T>): AsyncIterableIterator<T> {
  const controller = new AbortController();
  const source = make(controller.signal);
  return {
    next: () => source.next(),
    async return() {
      controller.abort();
      void source.return(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* followBoard({ services, reader, principal }: HubContext, boardId: string, after: number | undefined, signal: AbortSignal): AsyncGenerator<EventBatch> {
  const board = await services.database.read().findOne(BoardTable, { id: boardId });
  if (!board) throw notFoundError();
  const viewer = reader(board.coalitionId);
  yield* untilRevoked({ services, principal }, services.engine.follow({ coalitionId: board.coalitionId, boardId }, viewer, after, signal));
}

async function* untilRevoked({ services, principal }: Pick<HubContext, "services" | "principal">, source: AsyncGenerator<EventBatch>): AsyncGenerator<EventBatch> {
  for await (const batch of source) {
    if (principal.kind === "PERSON" && !(await services.sessions.isLive(principal))) return;
    yield batch;
  }
}

@Resolver()
export class RealtimeResolver {
  @Subscription(() => EventBatch, {
    description: "Everything that happens in a coalition, as far as you may see it. `after`: last number you have; absent: from now on.",
    subscribe: ({ args, context }: { args: FollowArgs; context: HubContext }) =>
      aborting((signal) => {
        const coalitionId = args.coalitionId ?? "";
        const viewer = context.reader(coalitionId);
        return untilRevoked(context, context.services.engine.follow({ coalitionId, boardId: null, concernsOrganisationId: args.organisationId ?? null }, viewer, args.after ?? undefined, signal));
      }),
  })
  coalitionEvents(
    @Root() batch: EventBatch,
    @Arg("coalitionId", () => ID) _coalitionId: string,
    @Arg("after", () => SequenceScalar, { nullable: true }) _after?: number,
    @Arg("organisationId", () => ID, { nullable: true, description: "Only what concerns this organisation: what it changed, its letters, and tasks on which it has one." }) _organisationId?: string,
  ): EventBatch {
    return batch;
  }

  @Subscription(() => EventBatch, {
    description: "Everything that happens on a board, as far as you may see it.",
    subscribe: ({ args, context }: { args: FollowArgs; context: HubContext }) =>
      aborting((signal) => followBoard(context, args.boardId ?? "", args.after ?? undefined, signal)),
  })
  boardEvents(
    @Root() batch: EventBatch,
    @Arg("boardId", () => ID) _boardId: string,
    @Arg("after", () => SequenceScalar, { nullable: true }) _after?: number,
  ): EventBatch {
    return batch;
  }
}
