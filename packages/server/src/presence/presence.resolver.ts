import { ErrorCode, PresenceMode, type Viewer } from "@wijkbord/schema";
import { PresenceUpdate, type Problem, SetPresenceInput, SetPresencePayload, SetPresenceResult } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { Refusal } from "../activity/refusal.ts";
import { readAgreement } from "../agreements/visible.ts";
import { type HubContext, notFoundError, unauthenticated } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import type { Stream } from "../realtime/connection.ts";
import { Source, type Subscriber } from "../realtime/source.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { readCards } from "../tasks/cards.ts";
import type { Room } from "./room.ts";

/** Who is at a board, task or agreement. */
class PresenceSource extends Source {
  constructor(
    viewer: Viewer,
    private readonly room: () => Room,
  ) {
    super(viewer);
  }

  join(subscriber: Subscriber): Stream {
    return this.room().join(subscriber, this.viewer);
  }
}

/** The rights to read a board, task or agreement with; NOT_FOUND when there are none. */
async function readerOf({ services, readers, reader }: HubContext, id: string): Promise<Viewer> {
  const em = services.database.read();
  const own = readers();
  const board = await em.findOne(BoardTable, { id, coalitionId: { $in: own.map(({ coalitionId }) => coalitionId) } });
  if (board) return reader(board.coalitionId);
  for (const viewer of own) if ((await readCards(em, viewer, [id])).length > 0) return viewer;
  for (const viewer of own) if (await readAgreement(em, viewer, { id })) return viewer;
  throw notFoundError();
}

async function followPresence({
  args: { boardId, objectId },
  context,
}: {
  args: { boardId?: string | null; objectId?: string | null };
  context: HubContext;
}): Promise<Source> {
  const id = boardId ?? objectId;
  if (!id || (boardId && objectId)) throw coded(ErrorCode.BAD_USER_INPUT, "Give either `boardId` or `objectId`.");
  const viewer = await readerOf(context, id);
  return new PresenceSource(viewer, () => context.services.presence.room(id));
}

@Resolver()
export class PresenceResolver {
  @Subscription(() => PresenceUpdate, {
    description: "Who has the same board, task or agreement open: first the list, then changes, at most two per second. Names and organisations only.",
    subscribe: followPresence,
  })
  presence(
    @Root() update: PresenceUpdate,
    @Arg("boardId", () => ID, { nullable: true, description: "Board." }) _boardId?: string,
    @Arg("objectId", () => ID, { nullable: true, description: "Board, task or agreement." }) _objectId?: string,
  ): PresenceUpdate {
    return update;
  }

  @Mutation(() => SetPresenceResult, { description: "Says where you are, to those on the same page. Not stored, not in the log." })
  async setPresence(@Arg("input", () => SetPresenceInput) input: SetPresenceInput, @Ctx() context: HubContext): Promise<SetPresencePayload | Problem> {
    const { services, principal, loaders, connectionId } = context;
    if (principal.kind === "ANONYMOUS") throw unauthenticated();
    try {
      const viewer = context.actor(input.coalitionId);
      const organisation = await loaders.organisation.load(viewer.organisationId);
      if (!organisation) throw notFoundError();
      const { id, shortName } = organisation;
      const window = connectionId ?? `${principal.sessionId} ${input.objectId ?? ""}`;
      const shownUntil = await services.presence.set({ viewer, displayName: principal.displayName, organisation: { id, shortName }, window }, input);
      return Object.assign(new SetPresencePayload(), { mode: shownUntil ? input.mode : PresenceMode.HIDDEN, shownUntil });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
