import { addressName, boardLimits, defaultColumns, EventType, mayManageBoards, spokenName, Swimlane, TemplateKind } from "@wijkbord/schema";
import type { ActInput, Board, CreateBoardInput, FieldChange, UpdateBoardInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { conflict, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { AreaEditionTable, AreaTable } from "../areas/area.tables.ts";
import { addOwnArea } from "../areas/startAreas.ts";
import { BoardColumnTable, BoardTable } from "./board.tables.ts";
import { boardSlug } from "./boardSlug.ts";
import { newColumns } from "./newColumns.ts";
import { difference } from "./taskChange.ts";
import { templateFor } from "./templates.ts";

/** Boards of the coalition that are in use. */
export async function activeBoards({ em, coalition }: Change): Promise<string[]> {
  const boards = await em.find(BoardTable, { coalitionId: coalition.id, archivedAt: null });
  return boards.map(({ id }) => id);
}

/** A board of the own coalition, for those who may change it. */
export async function loadBoard({ em, actor, coalition }: Change, id: string, field = "id"): Promise<Board> {
  const board = await em.findOne(BoardTable, { id, coalitionId: coalition.id });
  if (!board) throw notFound(field);
  if (!mayManageBoards(actor)) throw notAllowed("NOT_COORDINATOR");
  return board;
}

/** Writes one event about a board. */
export function recordBoard(change: Change, board: Board, type: EventType, changes: FieldChange[] = [], undoes: string | null = null): void {
  change.record({ type, target: { type: "Board", id: board.id }, boardIds: [board.id], version: board.version, changes, undoes });
}

async function checkFree({ em, coalition }: Change, areaCode: string): Promise<void> {
  const other = await em.findOne(BoardTable, { coalitionId: coalition.id, areaCode, archivedAt: null });
  if (other) throw ruleBroken("C4", [{ code: "BOARD_EXISTS", objectId: other.id }]);
}

/** Refuses a neighbourhood of the coalition's own under the name of one that has a board. */
async function checkFreeName({ em, coalition }: Change, areaName: string): Promise<void> {
  const boards = await em.find(BoardTable, { coalitionId: coalition.id, archivedAt: null });
  const editions = await em.find(AreaEditionTable, { code: { $in: boards.map(({ areaCode }) => areaCode) } }, { fields: ["code", "name"] });
  const same = editions.find(({ name }) => name !== null && addressName(spokenName(name)) === addressName(areaName));
  const other = same && boards.find(({ areaCode }) => areaCode === same.code);
  if (other) throw ruleBroken("C4", [{ code: "BOARD_EXISTS", objectId: other.id }]);
}

/** The neighbourhood of a new board: one that is known by its code, else one of the coalition's own. */
async function areaFor(change: Change, { areaCode, areaName }: CreateBoardInput): Promise<string> {
  const { em, now } = change;
  if (typeof areaCode !== "string") {
    await checkFreeName(change, areaName ?? "");
    const made = addOwnArea(em, areaName ?? "", now);
    await em.flush();
    return made;
  }
  const code = text("areaCode", areaCode, boardLimits.title);
  if (!(await em.count(AreaTable, { code }))) throw notFound("areaCode");
  await checkFree(change, code);
  return code;
}

/** Makes the board of a neighbourhood, with the columns that are given, those of a template, or the usual ones. */
export async function createBoard(change: Change, input: CreateBoardInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  if (!mayManageBoards(actor)) throw notAllowed("NOT_COORDINATOR");
  const given = input.columns && newColumns(input.columns);
  const areaCode = await areaFor(change, input);
  const template = (await templateFor(change, input.templateId, TemplateKind.BOARD))?.board;
  const board = em.create(BoardTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    areaCode,
    slug: await boardSlug(em, coalition.id, areaCode),
    title: text("title", input.title, boardLimits.title),
    style: input.style ?? template?.style ?? coalition.defaultStyle,
    swimlane: Swimlane.NONE,
    archivedAt: null,
    createdAt: now,
    version: 1,
  });
  const columns = given ?? template?.columns ?? defaultColumns.map((column) => ({ ...column, wipLimit: null }));
  columns.forEach((column, position) => {
    em.create(BoardColumnTable, { id: uuidv7(), coalitionId: coalition.id, boardId: board.id, ...column, position, version: 1 });
  });
  recordBoard(change, board, EventType.BOARD_CREATED, [difference("title", null, board.title), difference("style", null, board.style)]);
  return board.id;
}

/** Refuses when one of these fields changed after the version seen; new columns raise the version and are no conflict (T4). */
async function refuseIfChanged({ em, coalition }: Change, board: Board, expected: number, fields: readonly ("title" | "style" | "swimlane")[]): Promise<void> {
  if (board.version <= expected) return;
  const later = await em.find(EventTable, { coalitionId: coalition.id, targetId: board.id, type: EventType.BOARD_CHANGED, version: { $gt: expected } });
  const touched = new Set(later.flatMap(({ changes }) => changes.map(({ field }) => field)));
  if (fields.some((field) => touched.has(field)))
    throw conflict(board.version, ["BOARD"], { title: board.title, style: board.style, swimlane: board.swimlane });
}

/** Changes title, working style or grouping; a change of style never moves a card. */
export async function updateBoard(change: Change, input: UpdateBoardInput): Promise<string> {
  const board = await loadBoard(change, input.id);
  const wanted = {
    title: typeof input.title === "string" ? text("title", input.title, boardLimits.title) : board.title,
    style: input.style ?? board.style,
    swimlane: input.swimlane ?? board.swimlane,
  };
  const changed = (["title", "style", "swimlane"] as const).filter((field) => wanted[field] !== board[field]);
  if (changed.length === 0) return board.id;
  await refuseIfChanged(change, board, input.expectedVersion, changed);
  const changes = changed.map((field) => difference(field, board[field], wanted[field]));
  Object.assign(board, wanted);
  board.version += 1;
  recordBoard(change, board, EventType.BOARD_CHANGED, changes);
  return board.id;
}

/** Archives a board with everything on it, or brings it back when its neighbourhood has no other one. */
export async function setBoardArchived(change: Change, input: ActInput, archived: boolean): Promise<string> {
  const board = await loadBoard(change, input.id);
  if ((board.archivedAt !== null) === archived) return board.id;
  if (!archived) await checkFree(change, board.areaCode);
  board.archivedAt = archived ? change.now : null;
  board.version += 1;
  recordBoard(change, board, archived ? EventType.BOARD_ARCHIVED : EventType.BOARD_RESTORED);
  return board.id;
}
