import { taskLimits } from "@wijkbord/schema";
import type { Database } from "../../database/database.ts";
import type { PlacedList } from "../columns.ts";
import { ImportKind } from "../import.tables.ts";
import type { RowWriter } from "../rows.ts";
import { split } from "../text.ts";
import type { StagedCard, StagedChecklist, StagedComment } from "./board.ts";
import { type CardContext, cardRows } from "./cardRows.ts";
import { cardPlace, type Notes } from "./notes.ts";

const page = 200;

/** What resolving needs besides the rows. */
export interface Resolving {
  readonly database: Database;
  readonly runId: string;
  readonly writer: RowWriter;
  readonly notes: Notes;
  readonly context: CardContext;
  readonly ownerOrganisationId: string;
  readonly lists: ReadonlyMap<string, PlacedList>;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

interface Place {
  external_id: string;
  list: string;
  pos: number | null;
  ordinal: number;
}
interface Row<Data> {
  external_id: string;
  parent_id: string;
  data: Data;
}

const marks = (ids: readonly string[]) => ids.map(() => "?").join(",");
const pagesOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / page) }, (_, index) => rows.slice(index * page, (index + 1) * page));

/** Cards in the order in which they stand on the board. */
async function cardPlaces({ database, runId, lists }: Resolving): Promise<Place[]> {
  const places = await database
    .read()
    .execute<Place[]>(
      `select external_id, data->>'list' as list, (data->>'pos')::double precision as pos, ordinal from import_row where run_id = ? and kind = ?`,
      [runId, ImportKind.RAW_CARD],
    );
  const order = new Map([...lists.keys()].map((id, index) => [id, index]));
  const listOrder = ({ list }: Place) => order.get(list) ?? order.size;
  return places.toSorted((a, b) => listOrder(a) - listOrder(b) || (a.pos ?? Number.MAX_VALUE) - (b.pos ?? Number.MAX_VALUE) || a.ordinal - b.ordinal);
}

/** Turns the raw cards and their checklists into rows that can land; returns how many cards stand in each list. */
export async function resolveCards(resolving: Resolving): Promise<void> {
  const { database, runId, writer, notes, context, lists, progress, signal } = resolving;
  const places = await cardPlaces(resolving);
  let ordinal = 0;
  for (const part of pagesOf(places)) {
    signal.throwIfAborted();
    const ids = part.map(({ external_id }) => external_id);
    const em = database.read();
    const cards = await em.execute<Row<StagedCard>[]>(
      `select external_id, data from import_row where run_id = ? and kind = ? and external_id in (${marks(ids)})`,
      [runId, ImportKind.RAW_CARD, ...ids],
    );
    const checklists = await em.execute<Row<StagedChecklist>[]>(
      `select external_id, parent_id, data from import_row where run_id = ? and kind = ? and parent_id in (${marks(ids)}) order by ordinal`,
      [runId, ImportKind.RAW_CHECKLIST, ...ids],
    );
    const byId = new Map(cards.map((row) => [row.external_id, row.data]));
    const underCard = Map.groupBy(checklists, ({ parent_id }) => parent_id);
    for (const id of ids) {
      const card = byId.get(id);
      const list = card && lists.get(card.list);
      if (!card || !list) continue;
      const own = (underCard.get(id) ?? []).map((row) => ({ id: row.external_id, checklist: row.data }));
      const place = cardPlace(card.name);
      const { rows, texts, cuts, links, skipped } = cardRows({ id, card, checklists: own, list, ordinal: ordinal++ }, context);
      for (const row of rows) await writer.add(row);
      for (const text of cuts) notes.add(notes.cuts, place, text);
      for (const text of links) notes.add(notes.links, place, text);
      for (const text of skipped) notes.add(notes.skipped, place, text);
      for (const [where, text] of texts) notes.scan(place, where, text);
    }
    progress(ordinal, places.length);
  }
  await writer.flush();
}

/** Turns the raw comments into rows that can land; comments on cards that are not in the file stay out. */
export async function resolveComments({ database, runId, writer, notes, context, ownerOrganisationId, signal }: Resolving): Promise<void> {
  const all = await database.read().execute<{ external_id: string; parent_id: string; title: string | null }[]>(
    `select c.external_id, c.parent_id, t.data->>'title' as title from import_row c
     left join import_row t on t.run_id = c.run_id and t.kind = ? and t.external_id = c.parent_id
     where c.run_id = ? and c.kind = ? order by c.ordinal desc`,
    [ImportKind.TASK, runId, ImportKind.RAW_COMMENT],
  );
  const lost = all.filter(({ title }) => title === null).length;
  if (lost > 0) notes.add(notes.skipped, "comments", `${lost} on cards that are not in the file`);
  let ordinal = 0;
  for (const part of pagesOf(all.filter(({ title }) => title !== null))) {
    signal.throwIfAborted();
    const rows = await database
      .read()
      .execute<Row<StagedComment>[]>(
        `select external_id, data from import_row where run_id = ? and kind = ? and external_id in (${marks(part.map((row) => row.external_id))})`,
        [runId, ImportKind.RAW_COMMENT, ...part.map((row) => row.external_id)],
      );
    const byId = new Map(rows.map((row) => [row.external_id, row.data]));
    for (const { external_id: id, parent_id: parentId, title } of part) {
      const comment = byId.get(id);
      if (!comment) continue;
      const place = cardPlace(title ?? "");
      if (comment.text === "") {
        notes.add(notes.skipped, place, "a comment without text");
        continue;
      }
      notes.scan(place, "comment", comment.text);
      const member = context.members.get(comment.member);
      const parts = split(comment.text, taskLimits.comment);
      if (parts.length > 1) notes.add(notes.cuts, place, `a comment is split into ${parts.length}`);
      for (const [index, text] of parts.entries()) {
        const made = comment.date ?? context.now.toISOString();
        const data = {
          text,
          created_at: new Date(new Date(made).getTime() + index),
          edited_at: comment.edited,
          membership_id: member?.membership?.id ?? null,
          organisation_id: member?.organisation?.id ?? ownerOrganisationId,
          imported_author: member?.membership ? null : (member?.name ?? comment.author) || "Onbekend",
        };
        await writer.add({ kind: ImportKind.COMMENT, externalId: index === 0 ? id : `${id}#${index + 1}`, parentId, ordinal: ordinal++, data });
      }
    }
  }
  await writer.flush();
}
