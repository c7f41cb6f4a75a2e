import { createHash } from "node:crypto";
import {
  AccessRole,
  type ActionListInput,
  AssignmentState,
  findPersonalData,
  foldText,
  Letter,
  listLimits,
  type ListTaskInput,
  TaskState,
} from "@wijkbord/schema";
import type { Board, BoardColumn, Membership } from "@wijkbord/schema/types";
import { MembershipTable, OrganisationTable } from "../../coalitions/coalition.tables.ts";
import type { EntityManager } from "../../database/database.ts";
import { BoardColumnTable, BoardTable } from "../../tasks/board.tables.ts";
import { ImportKind } from "../import.tables.ts";
import { ImportRefused } from "../refused.ts";
import { type NewRow, positionOf } from "../rows.ts";
import { cut } from "../text.ts";
import { taskText } from "../trello/taskText.ts";

export const listSource = "list";

/** A line of a list with everything that it names, ready to become a task. */
export interface PlannedTask {
  readonly externalId: string;
  readonly place: number;
  readonly title: string;
  readonly whole: string;
  readonly description: string;
  readonly dueOn: string | null;
  readonly column: BoardColumn;
  readonly rows: NewRow[];
  readonly personalData: boolean;
}

export interface PlannedList {
  readonly board: Board;
  readonly tasks: PlannedTask[];
}

interface Known {
  readonly organisations: ReadonlySet<string>;
  readonly memberships: readonly Membership[];
  readonly columns: readonly BoardColumn[];
}

const refuse = (place: number, en: string, nl: string) => new ImportRefused(`Line ${place}: ${en}`, `Regel ${place}: ${nl}`);

/** The same action on the same board is the same task, also when capitals or marks differ. */
function identities(boardId: string, tasks: readonly ListTaskInput[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map(({ title }) => {
    const folded = foldText(title);
    const number = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, number);
    return `list/${boardId}/${createHash("sha256").update(folded).digest("hex").slice(0, 32)}/${number}`;
  });
}

function letterRows(task: ListTaskInput, externalId: string, { organisations, memberships }: Known): NewRow[] {
  const rows: NewRow[] = [];
  let leads = false;
  for (const { organisationId, membershipId, lead, does } of task.holders) {
    const own = memberships.filter((one) => one.organisationId === organisationId);
    if (!organisations.has(organisationId) || (membershipId !== null && !own.some(({ id }) => id === membershipId))) {
      throw refuse(task.place, "one of the partners or people is not in this coalition.", "een van de partners of mensen zit niet in deze coalitie.");
    }
    const observes = own.length > 0 && own.every(({ accessRole }) => accessRole === AccessRole.OBSERVER);
    const letters: Letter[] = observes ? [Letter.CONSULTED] : [...(lead && !leads ? [Letter.ACCOUNTABLE] : []), ...(does ? [Letter.RESPONSIBLE] : [])];
    leads ||= letters.includes(Letter.ACCOUNTABLE);
    for (const letter of letters) {
      const data = { organisation_id: organisationId, membership_id: membershipId, letter, state: AssignmentState.PROPOSED };
      rows.push({ kind: ImportKind.LETTER, externalId: `${externalId}/${organisationId}/${letter}`, parentId: externalId, ordinal: rows.length, data });
    }
  }
  return rows;
}

function planned(task: ListTaskInput, externalId: string, ordinal: number, known: Known, now: Date): PlannedTask {
  const column = known.columns.find(({ id }) => id === task.columnId);
  if (!column) throw refuse(task.place, "this column is not on the board any more.", "deze kolom staat niet meer op het bord.");
  const lines = task.when === "" ? task.lines : [`Wanneer: ${task.when}`, ...task.lines];
  const { title, description } = taskText(task.title, task.description, lines);
  const data = {
    title,
    description,
    state: column.state,
    column_id: column.id,
    position: positionOf(ordinal),
    due_on: task.dueOn,
    imported_names: task.names.map((name) => cut(name, listLimits.name)),
    entered_review_at: column.state === TaskState.IN_REVIEW ? now : null,
    done_at: column.state === TaskState.DONE ? now : null,
    archived_at: null,
    created_at: now,
  };
  const row: NewRow = { kind: ImportKind.TASK, externalId, parentId: null, ordinal, data };
  return {
    externalId,
    place: task.place,
    title,
    whole: task.title,
    description,
    dueOn: task.dueOn,
    column,
    rows: [row, ...letterRows(task, externalId, known)],
    personalData: findPersonalData(`${task.title}\n${description}`).length > 0,
  };
}

/** Looks up everything that a list names; unknown and foreign boards, columns and partners answer alike. */
export async function planList(em: EntityManager, coalitionId: string, { boardId, tasks }: ActionListInput, now: Date): Promise<PlannedList> {
  const board = boardId === "" ? null : await em.findOne(BoardTable, { id: boardId, coalitionId, archivedAt: null });
  if (!board) throw new ImportRefused("This board does not exist.", "Dit bord bestaat niet.");
  const organisations = await em.find(OrganisationTable, { coalitionId, leftOn: null });
  const known: Known = {
    organisations: new Set(organisations.map(({ id }) => id)),
    memberships: await em.find(MembershipTable, { coalitionId, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] }),
    columns: await em.find(BoardColumnTable, { boardId }),
  };
  const ids = identities(board.id, tasks);
  return { board, tasks: tasks.map((task, index) => planned(task, ids[index] ?? "", index, known, now)) };
}
