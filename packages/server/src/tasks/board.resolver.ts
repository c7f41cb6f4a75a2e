import { Board, BoardColumn, SequenceScalar, Task } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AreaEditionTable } from "../areas/area.tables.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import { Coalition } from "@wijkbord/schema/types";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { BoardColumnTable, BoardTable } from "./board.tables.ts";
import { readBoard } from "./cards.ts";
import { tasksOf } from "./task.resolver.ts";

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
  boards(@Ctx() { services, readers }: HubContext): Promise<Board[]> {
    const coalitions = readers().map(({ coalitionId }) => coalitionId);
    return services.database.read().find(BoardTable, { coalitionId: { $in: coalitions }, archivedAt: null }, { orderBy: { title: "asc", id: "asc" } });
  }

  @Query(() => Board, { description: "A board by identity; NOT_FOUND when it is not yours to see." })
  async board(@Arg("id", () => ID) id: string, @Ctx() { services, readers }: HubContext): Promise<Board> {
    const coalitions = readers().map(({ coalitionId }) => coalitionId);
    const board = await services.database.read().findOne(BoardTable, { id, coalitionId: { $in: coalitions } });
    if (!board) throw notFoundError();
    return board;
  }

  @Query(() => Board, { description: "The board of a neighbourhood in a coalition." })
  async boardOfArea(@Arg("coalitionId", () => ID) coalitionId: string, @Arg("areaCode", () => String) areaCode: string, @Ctx() { services, reader }: HubContext): Promise<Board> {
    const viewer = reader(coalitionId);
    const board = await services.database.read().findOne(BoardTable, { coalitionId: viewer.coalitionId, areaCode, archivedAt: null });
    if (!board) throw notFoundError();
    return board;
  }

  @FieldResolver(() => Coalition, { description: "Coalition." })
  coalition(@Root() { coalitionId }: Board, @Ctx() { services }: HubContext): Promise<Coalition> {
    return services.database.read().findOneOrFail(CoalitionTable, { id: coalitionId });
  }

  @FieldResolver(() => String, { description: "Name of the neighbourhood, of the latest year." })
  async areaName(@Root() { areaCode, title }: Board, @Ctx() { services }: HubContext): Promise<string> {
    const edition = await services.database.read().findOne(AreaEditionTable, { code: areaCode, name: { $ne: null } }, { orderBy: { year: "desc" } });
    return edition?.name ?? title;
  }

  @FieldResolver(() => [BoardColumn], { description: "Columns, in order." })
  columns(@Root() { id }: Board, @Ctx() { services }: HubContext): Promise<BoardColumn[]> {
    return services.database.read().find(BoardColumnTable, { boardId: id }, { orderBy: { position: "asc" } });
  }

  @FieldResolver(() => [Task], { description: "All tasks that stand on the board, without archived and cancelled ones." })
  async tasks(@Root() board: Board, @Ctx() context: HubContext): Promise<Task[]> {
    return tasksOf((await snapshotOf(board, context)).cards);
  }

  @FieldResolver(() => SequenceScalar, { description: "Number of the log that `tasks` belongs to; follow from here." })
  async asOfSequence(@Root() board: Board, @Ctx() context: HubContext): Promise<number> {
    return (await snapshotOf(board, context)).asOfSequence;
  }
}
