import { spokenName, Swimlane, TaskState, WorkingStyle } from "@wijkbord/schema";
import type { Board, BoardColumn, Coalition } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { AreaEditionTable, AreaTable } from "../areas/area.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { BoardColumnTable, BoardTable, TaskPlacementTable } from "../tasks/board.tables.ts";
import { boardSlug } from "../tasks/boardSlug.ts";
import { ImportRefused } from "./refused.ts";

/** The board that an import goes to. */
export interface TargetBoard {
  readonly id: string;
  readonly title: string;
  readonly areaCode: string;
  readonly isNew: boolean;
  readonly isEmpty: boolean;
  readonly columns: readonly BoardColumn[];
}

const fold = (name: string) => name.trim().toLowerCase();

async function existing(em: EntityManager, { id, title, areaCode }: Board): Promise<TargetBoard> {
  const columns = await em.find(BoardColumnTable, { boardId: id }, { orderBy: { position: "asc" } });
  const isEmpty = (await em.count(TaskPlacementTable, { boardId: id })) === 0;
  return { id, title, areaCode, isNew: false, isEmpty, columns };
}

/** Finds a board by id, area code or title; an area without a board gets a new one. */
export async function targetBoard(
  em: EntityManager,
  { id: coalitionId, name: coalitionName }: Pick<Coalition, "id" | "name">,
  wanted: string,
): Promise<TargetBoard> {
  const boards = await em.find(BoardTable, { coalitionId, archivedAt: null }, { orderBy: { title: "asc" } });
  const exact = boards.find(({ id, areaCode }) => id === wanted || areaCode === wanted.toUpperCase() || areaCode === wanted);
  const titled = boards.filter(({ title }) => fold(title) === fold(wanted));
  const found = exact ?? (titled.length === 1 ? titled[0] : undefined);
  if (found) return existing(em, found);
  const area = await em.findOne(AreaTable, { code: { $in: [wanted, wanted.toUpperCase()] } });
  if (!area) {
    const known = boards.map(({ title, areaCode }) => `${areaCode} (${title})`).join(", ") || "none yet";
    throw new ImportRefused(`${coalitionName} has no board "${wanted}", and no area has this code. Boards are: ${known}.`);
  }
  const edition = await em.findOne(AreaEditionTable, { code: area.code, name: { $ne: null } }, { orderBy: { year: "desc" } });
  return { id: uuidv7(), title: `Wijkbord ${spokenName(edition?.name ?? area.code)}`, areaCode: area.code, isNew: true, isEmpty: true, columns: [] };
}

/** Columns of a board that gets none from the file. */
export const usualColumns = [
  { title: "Te verdelen", state: TaskState.PROPOSED },
  { title: "Afgesproken", state: TaskState.AGREED },
  { title: "Bezig", state: TaskState.IN_PROGRESS },
  { title: "Wacht op partner", state: TaskState.BLOCKED },
  { title: "Klaar", state: TaskState.DONE },
] as const;

/** Makes a board that did not exist when the import was prepared. */
export async function createBoard(
  em: EntityManager,
  coalitionId: string,
  { id, title, areaCode }: Pick<TargetBoard, "id" | "title" | "areaCode">,
  now: Date,
): Promise<void> {
  const slug = await boardSlug(em, coalitionId, areaCode);
  em.create(BoardTable, {
    id,
    coalitionId,
    areaCode,
    slug,
    title,
    style: WorkingStyle.LIGHT,
    swimlane: Swimlane.NONE,
    archivedAt: null,
    createdAt: now,
    version: 1,
  });
}
