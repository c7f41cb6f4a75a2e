import { ActionLineState } from "@wijkbord/schema";
import { ActionLine, Board, BoardColumn, Coalition, SequenceScalar, Task } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { BoardTable } from "./board.tables.ts";
import { readBoard } from "./cards.ts";
import { checkWholeList } from "./pages.ts";
import { loadersOf } from "./task.loaders.ts";
import { tasksOf } from "./taskCard.ts";

type Snapshot = ReturnType<typeof readBoard>;
const snapshots = new WeakMap<Board, Snapshot>();

/** Cards and number of a board from one statement, shared by the fields of one answer. */
function snapshotOf(board: Board, { services, reader }: HubContext): Snapshot {
  const known = snapshots.get(board);
  if (known) return known;
  const snapshot = readBoard(services.database.read(), reader(board.coalitionId), board.id);
  snapshots.set(board, snapshot);
  return snapshot;
}

@Resolver(() => Board)
export class BoardResolver {
  @Query(() => [Board], { description: "Boards of all your coalitions." })
  boards(
    @Ctx() { services, readers }: HubContext,
    @Arg("archived", () => Boolean, { defaultValue: false, description: "True: only those that were put away." }) archived = false,
  ): Promise<Board[]> {
    const coalitionId = { $in: readers().map((viewer) => viewer.coalitionId) };
    return services.database.read().find(BoardTable, { coalitionId, archivedAt: archived ? { $ne: null } : null }, { orderBy: { title: "asc", id: "asc" } });
  }

  @Query(() => Board, { description: "A board by identity; NOT_FOUND when it is not yours to see." })
  async board(@Arg("id", () => ID) id: string, @Ctx() { services, readers }: HubContext): Promise<Board> {
    const coalitions = readers().map(({ coalitionId }) => coalitionId);
    const board = await services.database.read().findOne(BoardTable, { id, coalitionId: { $in: coalitions } });
    if (!board) throw notFoundError();
    return board;
  }

  @Query(() => Board, { description: "The board of a neighbourhood in a coalition." })
  async boardOfArea(
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("areaCode", () => String) areaCode: string,
    @Ctx() { services, reader }: HubContext,
  ): Promise<Board> {
    const viewer = reader(coalitionId);
    const board = await services.database.read().findOne(BoardTable, { coalitionId: viewer.coalitionId, areaCode, archivedAt: null });
    if (!board) throw notFoundError();
    return board;
  }

  @FieldResolver(() => Coalition, { description: "Coalition." })
  async coalition(@Root() { coalitionId }: Board, @Ctx() { loaders }: HubContext): Promise<Coalition> {
    const coalition = await loaders.coalition.load(coalitionId);
    if (!coalition) throw notFoundError();
    return coalition;
  }

  @FieldResolver(() => String, { description: "Name of the neighbourhood, of the latest year." })
  async areaName(@Root() { areaCode, title }: Board, @Ctx() context: HubContext): Promise<string> {
    return (await loadersOf(context).areaName.load(areaCode)) ?? title;
  }

  @FieldResolver(() => [BoardColumn], { description: "Columns, in order." })
  columns(@Root() { id }: Board, @Ctx() context: HubContext): Promise<BoardColumn[]> {
    return loadersOf(context).columns.load(id);
  }

  @FieldResolver(() => [Task], {
    description: "All tasks that stand on the board, without archived and cancelled ones. At most 100 unless the document is one of this hub.",
  })
  async tasks(@Root() board: Board, @Ctx() context: HubContext): Promise<Task[]> {
    const { cards } = await snapshotOf(board, context);
    checkWholeList(context, cards.length);
    return tasksOf(cards);
  }

  @FieldResolver(() => SequenceScalar, { description: "Number of the log that `tasks` belongs to; follow from here." })
  async asOfSequence(@Root() board: Board, @Ctx() context: HubContext): Promise<number> {
    return (await snapshotOf(board, context)).asOfSequence;
  }
}

@Resolver(() => ActionLine)
export class ActionLineResolver {
  @FieldResolver(() => ActionLineState, { description: "Draft, or part of the plan." })
  state(@Root() { draft }: ActionLine): ActionLineState {
    return draft ? ActionLineState.DRAFT : ActionLineState.PUBLISHED;
  }
}
