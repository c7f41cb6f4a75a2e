import { type ActionListInput, type ActionListReport, EventType, type ImportNote, mayManageBoards, type Viewer } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { change, type Change, type ChangeDeps } from "../../activity/change.ts";
import { notAllowed } from "../../activity/refusal.ts";
import { ImportedTable, ImportKind, ImportRunTable } from "../import.tables.ts";
import { land } from "../land.ts";
import { ImportRefused } from "../refused.ts";
import { writeRows } from "../rows.ts";
import { listSource, planList, type PlannedList } from "./listPlan.ts";
import { type Compared, compareList, writeUpdates } from "./listUpdates.ts";

const onlyCoordinators = () =>
  new ImportRefused("Only a coordinator of the coalition may bring a list in.", "Alleen een coördinator van de coalitie kan een lijst binnenhalen.");

/** Lists of actions, from Excel or Word: one transaction with one event, and the same list again creates nothing twice. */
export class ListService {
  constructor(private readonly deps: ChangeDeps) {}

  /** Puts a list on its board, or only says what would happen. */
  async run(input: ActionListInput, actor: Viewer): Promise<ActionListReport> {
    if (!mayManageBoards(actor)) throw onlyCoordinators();
    const { database, clock } = this.deps;
    if (input.dryRun) {
      const em = database.read();
      const list = await planList(em, actor.coalitionId, input, clock.now());
      return reportOf(list, await compareList(em, actor.coalitionId, list));
    }
    let report: ActionListReport | undefined;
    const outcome = await change(this.deps, actor, undefined, async (making) => {
      if (!mayManageBoards(actor)) throw notAllowed("COORDINATOR_ONLY");
      const list = await planList(making.em, actor.coalitionId, input, making.now);
      const compared = await compareList(making.em, actor.coalitionId, list);
      report = reportOf(list, compared);
      await this.landList(making, list, compared);
      return list.board.id;
    });
    if ("problem" in outcome || !report) throw onlyCoordinators();
    return report;
  }

  private async landList({ em, actor, coalition, now, record }: Change, { board, tasks }: PlannedList, { fresh, updates }: Compared): Promise<void> {
    const rows = tasks.flatMap((task) => task.rows);
    const letters = rows.filter(({ kind }) => kind === ImportKind.LETTER).map(({ externalId }) => externalId);
    const known = await em.count(ImportedTable, { coalitionId: coalition.id, source: listSource, kind: ImportKind.LETTER, externalId: { $in: letters } });
    if (fresh === 0 && updates.length === 0 && known === letters.length) return;
    await writeUpdates(em, updates, now);
    const runId = uuidv7();
    em.create(ImportRunTable, { id: runId, coalitionId: coalition.id, source: listSource, plan: null, createdAt: now, touchedAt: now });
    await em.flush();
    await writeRows(em, runId, rows);
    const { id: boardId, areaCode } = board;
    await land(em, { runId, source: listSource, coalitionId: coalition.id, boardId, areaCode, organisationId: actor.organisationId, now });
    const changes = [
      { field: "cards", before: null, after: fresh },
      { field: "updated", before: null, after: updates.length },
    ];
    record({ type: EventType.BOARD_IMPORTED, target: { type: "Board", id: board.id }, boardIds: [board.id], changes });
  }
}

const linesOf = (tasks: PlannedList["tasks"]): ImportNote[] => tasks.map(({ place, title }) => ({ place: String(place), text: title }));

const reportOf = ({ tasks }: PlannedList, { fresh, updates, unchanged, kept }: Compared): ActionListReport => ({
  created: fresh,
  updated: updates.length,
  unchanged,
  kept,
  cuts: linesOf(tasks.filter(({ title, whole }) => title !== whole)),
  personalData: linesOf(tasks.filter(({ personalData }) => personalData)),
});
