import type { Found } from "../json/tree.ts";
import { readJson } from "../json/readJson.ts";
import { ImportKind } from "../import.tables.ts";
import { ImportRefused } from "../refused.ts";
import type { RowWriter } from "../rows.ts";
import {
  cardOf,
  checklistOf,
  commentOf,
  commentTypes,
  fieldOf,
  labelOf,
  listOf,
  memberOf,
  type TrelloField,
  type TrelloLabel,
  type TrelloList,
  type TrelloMember,
} from "./board.ts";
import { Raw, wantedOfTrello } from "./raw.ts";

/** More of one kind than any board of people has. */
const limits: Readonly<Record<string, number>> = { cards: 75_000, lists: 1_000, labels: 5_000, members: 5_000, customFields: 500, checklists: 150_000 };

/** What of a Trello file stays in memory; cards, checklists and comments wait in staging rows. */
export interface TrelloBoard {
  name: string;
  readonly lists: Map<string, TrelloList>;
  readonly members: Map<string, TrelloMember>;
  readonly labels: Map<string, TrelloLabel>;
  readonly fields: Map<string, TrelloField>;
  readonly counts: { cards: number; archivedCards: number; checklists: number; checklistItems: number; comments: number; links: number };
}

type Reader = (board: TrelloBoard, raw: Raw, index: number, writer: RowWriter) => void | Promise<void>;

const readers: Readonly<Record<string, Reader>> = {
  lists: ({ lists }, raw) => void (lists.has(raw.id()) || lists.set(raw.id(), listOf(raw))),
  members: ({ members }, raw) => void members.set(raw.id(), memberOf(raw)),
  labels: ({ labels }, raw) => void labels.set(raw.id(), labelOf(raw)),
  customFields: ({ fields }, raw) => void fields.set(raw.id(), fieldOf(raw)),
  async cards({ counts }, raw, ordinal, writer) {
    const data = cardOf(raw);
    counts.cards += 1;
    counts.links += data.attachments.length;
    if (data.closed) counts.archivedCards += 1;
    await writer.add({ kind: ImportKind.RAW_CARD, externalId: raw.id(), parentId: null, ordinal, data });
  },
  async checklists({ counts }, raw, ordinal, writer) {
    const data = checklistOf(raw);
    counts.checklists += 1;
    counts.checklistItems += data.items.length;
    await writer.add({ kind: ImportKind.RAW_CHECKLIST, externalId: raw.id(), parentId: raw.id("idCard"), ordinal, data });
  },
  async actions({ counts }, raw, ordinal, writer) {
    if (!commentTypes.has(raw.line("type"))) return;
    counts.comments += 1;
    const card = raw.inside("data").inside("card").id();
    await writer.add({ kind: ImportKind.RAW_COMMENT, externalId: raw.id(), parentId: card, ordinal, data: commentOf(raw) });
  },
};

async function take(board: TrelloBoard, part: Found, writer: RowWriter): Promise<void> {
  if ("value" in part) {
    if (typeof part.json === "string") board.name = part.json.slice(0, 200);
    return;
  }
  const limit = limits[part.list];
  if (limit !== undefined && part.index >= limit)
    throw new ImportRefused(
      `At ${part.list}[${part.index}]: more than ${limit.toLocaleString("en")} ${part.list} on one board.`,
      `Bij ${part.list}[${part.index}]: meer dan ${limit.toLocaleString("nl")} ${part.list} op één bord.`,
    );
  await readers[part.list]?.(board, new Raw(part.item, `${part.list}[${part.index}]`), part.index, writer);
}

/** Reads a Trello export from a stream into staging rows; refuses what is not one. */
export async function stageTrello(input: AsyncIterable<Uint8Array>, writer: RowWriter): Promise<TrelloBoard> {
  const board: TrelloBoard = {
    name: "",
    lists: new Map(),
    members: new Map(),
    labels: new Map(),
    fields: new Map(),
    counts: { cards: 0, archivedCards: 0, checklists: 0, checklistItems: 0, comments: 0, links: 0 },
  };
  const seen = await readJson(input, wantedOfTrello, async (parts) => {
    for (const part of parts) await take(board, part, writer);
  });
  await writer.flush();
  const missing = ["lists", "cards"].filter((key) => !seen.has(key));
  if (missing.length > 0)
    throw new ImportRefused(
      `This is JSON, but not a Trello export: at the top of the file stands no "${missing.join('" and no "')}".`,
      `Dit is JSON, maar geen export van Trello: bovenaan ontbreekt "${missing.join('" en "')}".`,
    );
  return board;
}
