import type { ImportCounts, ImportReport, Viewer } from "@wijkbord/schema";
import { AccessRole, taskLimits, TaskState } from "@wijkbord/schema";
import type { Coalition } from "@wijkbord/schema/types";
import { UserTable } from "../../accounts/account.tables.ts";
import { MembershipTable, OrganisationTable } from "../../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../../database/database.ts";
import { targetBoard } from "../boards.ts";
import { type ColumnPlan, type ListToPlace, planColumns } from "../columns.ts";
import { ImportedTable, ImportKind } from "../import.tables.ts";
import type { ImportPlan } from "../plan.ts";
import { ImportRefused } from "../refused.ts";
import { RowWriter } from "../rows.ts";
import { cut } from "../text.ts";
import { knownMembers, listStates, type MemberMapping, type Partners } from "./mapping.ts";
import { Notes } from "./notes.ts";
import { resolveCards, resolveComments } from "./resolve.ts";
import { stageTrello, type TrelloBoard } from "./stage.ts";

export const trelloSource = "trello";

/** What a person chooses before an import. */
export interface TrelloChoices {
  /** Id, area code or title of the board. */
  readonly board: string;
  readonly members: readonly MemberMapping[];
  /** State by name of list; the others are guessed. */
  readonly states: Readonly<Record<string, string>>;
  /** Organisation that the imported texts belong to: name or short name; else that of the person or of the coordinator. */
  readonly owner: string | null;
}

/** What an import needs of its coalition. */
export type ImportingCoalition = Pick<Coalition, "id" | "name" | "timeZone">;

export interface Preparing {
  readonly database: Database;
  readonly coalition: ImportingCoalition;
  readonly actor: Viewer | null;
  readonly runId: string;
  readonly now: Date;
  readonly touch: (em: EntityManager) => Promise<void>;
  readonly progress: (phase: "READING" | "CHECKING", done: number, total: number) => void;
  readonly signal: AbortSignal;
}

async function partnersOf(em: EntityManager, coalitionId: string): Promise<Partners> {
  const organisations = await em.find(OrganisationTable, { coalitionId }, { orderBy: { id: "asc" } });
  const memberships = await em.find(MembershipTable, { coalitionId }, { orderBy: { id: "asc" } });
  const users = await em.find(UserTable, { id: { $in: memberships.map(({ userId }) => userId) } });
  return { organisations, memberships, users };
}

function ownerOf({ organisations, memberships }: Partners, actor: Viewer | null, wanted: string | null): string {
  if (wanted !== null) {
    const named = organisations.find(({ name, shortName }) => [name, shortName].some((one) => one.toLowerCase() === wanted.trim().toLowerCase()));
    if (!named) throw new ImportRefused(`The coalition has no organisation "${wanted}" that the imported texts could belong to.`);
    return named.id;
  }
  const coordinator = memberships.find(({ accessRole }) => accessRole === AccessRole.COALITION_COORDINATOR);
  const owner = actor?.organisationId ?? coordinator?.organisationId ?? organisations[0]?.id;
  if (!owner) throw new ImportRefused("The coalition has no organisation yet that the imported texts could belong to.");
  return owner;
}

/** Lists in order, and one for cards whose list is not in the file. */
async function listsToPlace(em: EntityManager, runId: string, board: TrelloBoard, states: ReturnType<typeof listStates>, notes: Notes): Promise<ListToPlace[]> {
  const used = await em.execute<{ list: string; cards: number }[]>(
    `select data->>'list' as list, count(*)::int as cards from import_row where run_id = ? and kind = ? group by 1`,
    [runId, ImportKind.RAW_CARD],
  );
  const cards = new Map(used.map((row) => [row.list, row.cards]));
  const known = [...board.lists.values()]
    .toSorted((one, other) => (one.position ?? Number.MAX_VALUE) - (other.position ?? Number.MAX_VALUE))
    .map(({ id, name, closed }): ListToPlace => {
      const { state, chosen } = states.get(id) ?? { state: TaskState.PROPOSED, chosen: false };
      return { id, name, closed, state, chosen, cards: cards.get(id) ?? 0 };
    });
  const lost = used.filter(({ list }) => !board.lists.has(list));
  if (lost.length > 0) notes.add(notes.skipped, "lists", `${lost.length} that cards stand in are not in the file; these cards come in archived`);
  return [
    ...known,
    ...lost.map(({ list, cards: count }) => ({ id: list, name: "Onbekende lijst", closed: true, state: TaskState.PROPOSED, chosen: false, cards: count })),
  ];
}

async function freshCounts(
  em: EntityManager,
  runId: string,
  coalitionId: string,
  plan: ColumnPlan,
): Promise<{ counts: ImportCounts; rows: Map<string, number> }> {
  const found = await em.execute<{ kind: string; rows: number; archived: number; groups: number }[]>(
    `select r.kind, count(*)::int as rows, (count(*) filter (where r.data->>'archived_at' is not null))::int as archived, count(distinct split_part(r.external_id, '/', 1))::int as groups from import_row r
     where r.run_id = ? and not exists (select 1 from imported k where k.coalition_id = ? and k.source = ? and k.kind = r.kind and k.external_id = r.external_id) group by r.kind`,
    [runId, coalitionId, trelloSource],
  );
  const rows = new Map(found.map((row) => [row.kind, row.rows]));
  const of = (kind: ImportKind) => rows.get(kind) ?? 0;
  const steps = found.find(({ kind }) => kind === ImportKind.STEP);
  const counts: ImportCounts = {
    lists: plan.added.length,
    archivedLists: 0,
    cards: of(ImportKind.TASK),
    archivedCards: found.find(({ kind }) => kind === ImportKind.TASK)?.archived ?? 0,
    checklists: steps?.groups ?? 0,
    checklistItems: of(ImportKind.STEP),
    comments: of(ImportKind.COMMENT),
    labels: of(ImportKind.LABEL),
    links: of(ImportKind.LINK),
    letters: of(ImportKind.LETTER),
  };
  return { counts, rows };
}

/** Reads and checks a Trello export; its rows wait until the import lands. */
export async function prepareTrello(
  input: AsyncIterable<Uint8Array>,
  choices: TrelloChoices,
  preparing: Preparing,
): Promise<{ report: ImportReport; plan: ImportPlan }> {
  const { database, coalition, actor, runId, now, touch, progress, signal } = preparing;
  const target = await targetBoard(database.read(), coalition, choices.board);
  const partners = await partnersOf(database.read(), coalition.id);
  const ownerOrganisationId = ownerOf(partners, actor, choices.owner);
  const writer = new RowWriter(database, runId, touch);
  const notes = new Notes();

  const board = await stageTrello(
    watched(input, signal, (bytes) => progress("READING", bytes, 0)),
    writer,
  );
  await analyse(database);
  if (writer.repeated > 0) notes.add(notes.skipped, "the file", `${writer.repeated} cards, checklists or comments that stand in it twice`);
  const { members, unused } = knownMembers(board, choices.members, partners);
  for (const { place, member } of unused) notes.add(notes.skipped, place, `"${member}" is not a member of this board`);
  const states = listStates(board, choices.states);
  const before = await database.read().find(ImportedTable, { coalitionId: coalition.id, source: trelloSource, kind: ImportKind.COLUMN });
  const lists = await listsToPlace(database.read(), runId, board, states, notes);
  const columns = planColumns(lists, target.columns, new Map(before.map(({ externalId, objectId }) => [externalId, objectId])), target.isEmpty);
  await writeColumns(writer, columns);
  for (const [id, { name, isNamed }] of board.labels) {
    if (isNamed) await writer.add({ kind: ImportKind.LABEL, externalId: id, parentId: null, ordinal: 0, data: { name: cut(name, taskLimits.label) } });
  }

  const context = { members, labels: board.labels, fields: board.fields, timeZone: coalition.timeZone, now };
  const resolving = {
    database,
    runId,
    writer,
    notes,
    context,
    ownerOrganisationId,
    lists: columns.lists,
    signal,
    progress: (done: number, total: number) => progress("CHECKING", done, total),
  };
  await resolveCards(resolving);
  await resolveComments(resolving);
  const names = await memberCounts(database.read(), runId);
  await database.transaction(async (em) => {
    await em.execute(`delete from import_row where run_id = ? and kind in (?, ?, ?)`, [
      runId,
      ImportKind.RAW_CARD,
      ImportKind.RAW_CHECKLIST,
      ImportKind.RAW_COMMENT,
    ]);
  });
  await analyse(database);
  const fresh = await freshCounts(database.read(), runId, coalition.id, columns);
  const all = await database
    .read()
    .execute<{ kind: string; rows: number }[]>(`select kind, count(*)::int as rows from import_row where run_id = ? group by kind`, [runId]);
  const total = (kind: ImportKind) => all.find((row) => row.kind === kind)?.rows ?? 0;
  const kept = target.columns.filter((column) => !columns.removed.includes(column));
  const { cuts, links, personalData, skipped } = notes.finish();
  const report: ImportReport = {
    board: target.title,
    boardIsNew: target.isNew,
    file: {
      lists: board.lists.size,
      archivedLists: [...board.lists.values()].filter(({ closed }) => closed).length,
      ...board.counts,
      labels: board.labels.size,
      letters: total(ImportKind.LETTER),
    },
    fresh: fresh.counts,
    lists: [...columns.lists.values()].map((list) => ({
      list: list.name,
      state: list.columnState,
      from: list.column === "EXISTING" ? "COLUMN" : list.chosen ? "CHOSEN" : "GUESSED",
      column: list.column,
      cards: list.cards,
    })),
    removedColumns: columns.removed.map(({ title }) => title),
    members: [...members].map(([id, { name, organisation, personName }]) => ({
      name,
      organisation: organisation?.shortName ?? null,
      person: personName,
      cards: names.get(id) ?? 0,
    })),
    customFields: [...board.fields.values()].map(({ name }) => name),
    cuts,
    links,
    personalData,
    skipped,
  };
  const { id, title, areaCode, isNew } = target;
  const plan: ImportPlan = {
    board: { id, title, areaCode, isNew },
    ownerOrganisationId,
    removedColumnIds: columns.removed.map((column) => column.id),
    expectedColumns: kept.map((column) => ({ id: column.id, state: column.state })),
    fresh: fresh.counts,
  };
  return { report, plan };
}

/** Tells the database how many rows wait: it cannot know by itself yet. */
const analyse = (database: Database) => database.transaction(async (em) => void (await em.execute("analyze import_row")));

async function writeColumns(writer: RowWriter, { lists, added }: ColumnPlan): Promise<void> {
  for (const { columnId, column, id, columnState } of lists.values()) {
    if (column === "ARCHIVED") continue;
    const fresh = added.find((one) => one.id === columnId);
    const data = { id: columnId, is_new: fresh !== undefined, title: fresh?.title ?? "", state: columnState, position: fresh?.position ?? 0 };
    await writer.add({ kind: ImportKind.COLUMN, externalId: id, parentId: null, ordinal: fresh?.position ?? 0, data });
  }
  for (const { id, title, state, position, listId } of added) {
    if (listId !== "") continue;
    await writer.add({
      kind: ImportKind.COLUMN,
      externalId: `usual/${id}`,
      parentId: null,
      ordinal: position,
      data: { id, is_new: true, title, state, position },
    });
  }
}

/** On how many cards each member stands. */
async function memberCounts(em: EntityManager, runId: string): Promise<Map<string, number>> {
  const found = await em.execute<{ member: string; cards: number }[]>(
    `select m.member, count(*)::int as cards from import_row r cross join lateral jsonb_array_elements_text(r.data->'members') as m(member) where r.run_id = ? and r.kind = ? group by 1`,
    [runId, ImportKind.RAW_CARD],
  );
  return new Map(found.map(({ member, cards }) => [member, cards]));
}

async function* watched(input: AsyncIterable<Uint8Array>, signal: AbortSignal, passed: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of input) {
    signal.throwIfAborted();
    bytes += chunk.length;
    passed(bytes);
    yield chunk;
  }
}
