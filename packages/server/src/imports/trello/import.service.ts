import { EventType, type ImportReport, mayManageBoards, type Viewer } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { change, type ChangeDeps, type LoggedWork, systemChange } from "../../activity/change.ts";
import { isKnownId } from "../../activity/ids.ts";
import { notAllowed } from "../../activity/refusal.ts";
import { CoalitionTable } from "../../coalitions/coalition.tables.ts";
import { BoardColumnTable, BoardTable, TaskPlacementTable } from "../../tasks/board.tables.ts";
import { createBoard } from "../boards.ts";
import { ImportRowTable, ImportRunTable } from "../import.tables.ts";
import { land } from "../land.ts";
import type { ImportPlan } from "../plan.ts";
import { ImportRefused } from "../refused.ts";
import { type ImportingCoalition, type Preparing, prepareTrello, type TrelloChoices, trelloSource } from "./prepare.ts";

/** How an import is prepared: for whom, and who hears of it. */
export interface PrepareOptions extends TrelloChoices {
  /** Slug or id of the coalition. */
  readonly coalition: string;
  /** The member who imports; null for the command line, which may everything. */
  readonly actor: Viewer | null;
  readonly progress?: Preparing["progress"];
  readonly signal?: AbortSignal;
}

/** A prepared import: nothing of it stands on a board yet. */
export interface Prepared {
  readonly id: string;
  readonly report: ImportReport;
}

const hour = 3_600_000;
const mostWaiting = 5;

/** Brings boards of other programs in: read and check first, then land whole or not at all. */
export class ImportService {
  constructor(private readonly deps: ChangeDeps) {}

  /** Reads and checks a Trello export. When it is refused or stopped, nothing stays behind. */
  async prepare(input: AsyncIterable<Uint8Array>, options: PrepareOptions): Promise<Prepared> {
    const { database, clock } = this.deps;
    const coalition = await this.coalitionOf(options);
    const id = uuidv7();
    const now = clock.now();
    await database.transaction(async (em) => {
      em.create(ImportRunTable, { id, coalitionId: coalition.id, source: trelloSource, plan: null, createdAt: now, touchedAt: now });
    });
    try {
      const { report, plan } = await prepareTrello(input, options, {
        database,
        coalition,
        actor: options.actor,
        runId: id,
        now,
        touch: async (em) => void (await em.nativeUpdate(ImportRunTable, { id }, { touchedAt: clock.now() })),
        progress: options.progress ?? (() => {}),
        signal: options.signal ?? new AbortController().signal,
      });
      await database.transaction(async (em) => void (await em.nativeUpdate(ImportRunTable, { id }, { plan, touchedAt: clock.now() })));
      return { id, report };
    } catch (error) {
      await this.cancel(id);
      throw error;
    }
  }

  /** Puts a prepared import on its board, in one transaction with one event. */
  async land(id: string, actor: Viewer | null): Promise<void> {
    const run = await this.deps.database.read().findOne(ImportRunTable, { id });
    if (!run || (actor && actor.coalitionId !== run.coalitionId))
      throw new ImportRefused("This import was stopped or has landed already; start it again.", "Deze import is gestopt of al binnen. Begin opnieuw.");
    const { plan } = run;
    if (!plan) throw new ImportRefused("This import is not ready yet.", "Deze import is nog niet klaar.");
    const work = (making: LoggedWork) => this.landPlan(making, id, plan);
    try {
      if (!actor) return await systemChange(this.deps, run.coalitionId, work);
      const outcome = await change(this.deps, actor, undefined, async (making) => {
        if (!mayManageBoards(actor)) throw notAllowed("COORDINATOR_ONLY");
        await work(making);
        return plan.board.id;
      });
      if ("problem" in outcome) throw onlyCoordinators();
    } catch (error) {
      await this.cancel(id);
      throw error;
    }
  }

  /** Forgets a prepared import. */
  async cancel(id: string): Promise<void> {
    await this.deps.database.transaction(async (em) => {
      await em.nativeDelete(ImportRowTable, { runId: id });
      await em.nativeDelete(ImportRunTable, { id });
    });
  }

  /** The same, asked by a coordinator: imports of another coalition stay. */
  async cancelFor(id: string, actor: Viewer): Promise<void> {
    const run = await this.deps.database.read().findOne(ImportRunTable, { id, coalitionId: actor.coalitionId });
    if (run && mayManageBoards(actor)) await this.cancel(id);
  }

  /** Forgets imports that a killed process left behind; beside other processes only those that stood still for an hour. */
  async sweep(): Promise<void> {
    const { database, clock } = this.deps;
    const before = database.embedded ? {} : { touchedAt: { $lt: new Date(clock.now().getTime() - hour) } };
    const left = await database.read().find(ImportRunTable, before);
    for (const { id } of left) await this.cancel(id);
  }

  /** Forgets imports that nobody landed: after an hour, and when a coalition has more than five of them. */
  async forget(): Promise<void> {
    const { database, clock } = this.deps;
    const waiting = await database.read().find(ImportRunTable, {}, { orderBy: { touchedAt: "desc" } });
    const old = clock.now().getTime() - hour;
    for (const [, runs] of Map.groupBy(waiting, ({ coalitionId }) => coalitionId)) {
      for (const [index, { id, touchedAt }] of runs.entries()) if (index >= mostWaiting || touchedAt.getTime() < old) await this.cancel(id);
    }
  }

  private async coalitionOf({ coalition: slug, actor }: PrepareOptions): Promise<ImportingCoalition> {
    const em = this.deps.database.read();
    const coalition = await em.findOne(CoalitionTable, isKnownId(slug) ? { id: slug } : { slug });
    if (!coalition || (actor && actor.coalitionId !== coalition.id)) {
      const known = actor ? [] : await em.find(CoalitionTable, {}, { orderBy: { slug: "asc" } });
      throw new ImportRefused(`There is no coalition "${slug}".${known.length > 0 ? ` Known are: ${known.map((one) => one.slug).join(", ")}.` : ""}`);
    }
    if (actor && !mayManageBoards(actor)) throw onlyCoordinators();
    return coalition;
  }

  private async landPlan({ em, coalition, now, record }: LoggedWork, runId: string, plan: ImportPlan): Promise<void> {
    const { board, ownerOrganisationId, removedColumnIds, expectedColumns, fresh } = plan;
    if (board.isNew) {
      if (await em.count(BoardTable, { coalitionId: coalition.id, areaCode: board.areaCode, archivedAt: null })) throw changedMeanwhile();
      await createBoard(em, coalition.id, board, now);
      await em.flush();
    } else if (!(await em.count(BoardTable, { id: board.id, archivedAt: null }))) throw changedMeanwhile();
    const columns = await em.find(BoardColumnTable, { boardId: board.id });
    if (expectedColumns.some(({ id, state }) => !columns.some((column) => column.id === id && column.state === state))) throw changedMeanwhile();
    if (removedColumnIds.length > 0) {
      if (await em.count(TaskPlacementTable, { columnId: { $in: removedColumnIds } })) throw changedMeanwhile();
      await em.nativeDelete(BoardColumnTable, { id: { $in: removedColumnIds } });
    }
    await land(em, {
      runId,
      source: trelloSource,
      coalitionId: coalition.id,
      boardId: board.id,
      areaCode: board.areaCode,
      organisationId: ownerOrganisationId,
      now,
    });
    const changes = Object.entries(fresh).map(([field, count]) => ({ field, before: null, after: count }));
    record({ type: EventType.BOARD_IMPORTED, target: { type: "Board", id: board.id }, boardIds: [board.id], changes });
  }
}

const changedMeanwhile = () =>
  new ImportRefused(
    "The board changed while the file was read; nothing was imported. Start again.",
    "Het bord veranderde tijdens het lezen; er is niets binnengehaald. Begin opnieuw.",
  );
const onlyCoordinators = () =>
  new ImportRefused("Only a coordinator of the coalition may import a board.", "Alleen een coördinator van de coalitie kan een bord binnenhalen.");
