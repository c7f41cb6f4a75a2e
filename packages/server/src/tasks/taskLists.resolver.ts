import { AssignmentState, cellOf, taskLimits } from "@wijkbord/schema";
import {
  type Board,
  ImportedProposals,
  type Organisation,
  PastDivision,
  TaskConnection,
  TaskFilter,
  TaskMatrix,
  type TaskMatrixCell,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { BoardTable } from "./board.tables.ts";
import { type Card, readBoard } from "./cards.ts";
import { checkFirst, checkWholeList, cursorOf, numberOf } from "./pages.ts";
import { readPastDivision } from "./pastDivision.ts";
import { tasksOf } from "./taskCard.ts";
import { countTasks, readImportedProposals, readTaskPage } from "./taskList.ts";

/** A page that still knows what it is a page of, for the total. */
class Page extends TaskConnection {
  count: () => Promise<number>;
}

function cellsOf({ assignments }: Card): TaskMatrixCell[] {
  return [...Map.groupBy(assignments, ({ organisationId }) => organisationId)].flatMap(([organisationId, own]) => {
    const cell = cellOf(own);
    return cell ? [{ organisationId, cell, accepted: own.every(({ state }) => state === AssignmentState.ACCEPTED) }] : [];
  });
}

@Resolver(() => TaskConnection)
export class TaskListResolver {
  @Query(() => TaskConnection, { description: "Tasks of a coalition by number, in pages of at most 100." })
  async tasks(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("filter", () => TaskFilter, { nullable: true }) filter?: TaskFilter | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Number of tasks, 1–100." }) first = 50,
    @Arg("after", () => String, { nullable: true, description: "`endCursor` of the page before." }) after?: string | null,
  ): Promise<TaskConnection> {
    const viewer = context.reader(coalitionId);
    checkFirst(first, taskLimits.page);
    const wanted = filter ?? {};
    const em = () => context.services.database.read();
    const { cards, hasNextPage, asOfSequence } = await readTaskPage(em(), viewer, wanted, numberOf(after ?? undefined), first);
    const nodes = tasksOf(cards);
    const edges = nodes.map((node) => ({ cursor: cursorOf(node.number), node }));
    const pageInfo = { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
    return Object.assign(new Page(), { edges, nodes, pageInfo, asOfSequence, count: () => countTasks(em(), viewer, wanted) });
  }

  @FieldResolver(() => Int, { description: "Number of tasks in the whole list that you may see." })
  totalCount(@Root() page: TaskConnection): Promise<number> | number {
    return page instanceof Page ? page.count() : page.nodes.length;
  }

  @Query(() => TaskMatrix, { description: "Who does what on a board: tasks by partners." })
  async taskMatrix(@Arg("boardId", () => ID) boardId: string, @Ctx() context: HubContext): Promise<TaskMatrix> {
    const em = context.services.database.read();
    const board = await this.ownBoard(context, boardId);
    const { cards, asOfSequence } = await readBoard(em, context.reader(board.coalitionId), board.id);
    checkWholeList(context, cards.length);
    tasksOf(cards);
    const rows = cards.map((card) => ({ task: card.task, cells: cellsOf(card) }));
    const named = new Set(rows.flatMap(({ cells }) => cells.map(({ organisationId }) => organisationId)));
    const all: Organisation[] = (await context.loaders.organisationsOf.load(board.coalitionId)) ?? [];
    return { board, organisations: all.filter(({ id, leftOn }) => leftOn === null || named.has(id)), rows, asOfSequence };
  }

  @Query(() => PastDivision, { description: "Who did what on a board at a moment that has passed (Vergelijk met)." })
  async pastDivision(
    @Arg("boardId", () => ID) boardId: string,
    @Arg("at", () => Date, { description: "The moment, UTC; of a moment to come the division as it is now." }) at: Date,
    @Ctx() context: HubContext,
  ): Promise<PastDivision> {
    const board = await this.ownBoard(context, boardId);
    const past = await readPastDivision(context.services.database.read(), context.reader(board.coalitionId), board.id, at);
    checkWholeList(context, past.rows.length);
    return past;
  }

  private async ownBoard(context: HubContext, boardId: string): Promise<Board> {
    const own = context.readers().map(({ coalitionId }) => coalitionId);
    const board = await context.services.database.read().findOne(BoardTable, { id: boardId, coalitionId: { $in: own } });
    if (!board) throw notFoundError();
    return board;
  }

  @Query(() => [ImportedProposals], { description: "Letters that imports proposed to your organisation, per board (Op jullie naam: … Klopt dit?)." })
  async importedProposals(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<ImportedProposals[]> {
    const em = context.services.database.read();
    const cards = await readImportedProposals(em, context.reader(coalitionId));
    const byBoard = Map.groupBy(cards, ({ placements }) => placements.find(({ isHome }) => isHome)?.boardId ?? "");
    const boards = await em.find(BoardTable, { id: { $in: [...byBoard.keys()] }, archivedAt: null }, { orderBy: { title: "asc", id: "asc" } });
    return boards.map((board) => {
      const own = byBoard.get(board.id) ?? [];
      return { board, total: own.length, tasks: tasksOf(own.slice(0, taskLimits.page)) };
    });
  }
}
