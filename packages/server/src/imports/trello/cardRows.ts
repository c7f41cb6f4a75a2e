import { AssignmentState, Letter, taskLimits, TaskState } from "@wijkbord/schema";
import { localDate } from "../../time/workingDays.ts";
import type { PlacedList } from "../columns.ts";
import { ImportKind } from "../import.tables.ts";
import { type NewRow, positionOf } from "../rows.ts";
import { cut, lengthOf } from "../text.ts";
import type { StagedCard, StagedChecklist, TrelloField, TrelloLabel } from "./board.ts";
import type { KnownMember } from "./mapping.ts";
import { taskText } from "./taskText.ts";

/** What the rows of a card depend on besides the card. */
export interface CardContext {
  readonly members: ReadonlyMap<string, KnownMember>;
  readonly labels: ReadonlyMap<string, TrelloLabel>;
  readonly fields: ReadonlyMap<string, TrelloField>;
  readonly timeZone: string;
  readonly now: Date;
}

export interface CardInFile {
  readonly id: string;
  readonly card: StagedCard;
  readonly checklists: readonly { readonly id: string; readonly checklist: StagedChecklist }[];
  readonly list: PlacedList;
  /** Order among all cards that come in. */
  readonly ordinal: number;
}

/** Rows of a card, and what there is to say about it. */
export interface CardRows {
  readonly rows: NewRow[];
  readonly texts: [where: string, text: string][];
  readonly cuts: string[];
  readonly links: string[];
  readonly skipped: string[];
  readonly names: string[];
}

/** When a thing was made: its identity begins with the second. */
function madeAt(id: string, now: Date): Date {
  const seconds = /^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) : Number.NaN;
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) || moment > now ? now : moment;
}

const before = (moment: string | null, now: Date): Date => {
  const date = moment === null ? now : new Date(moment);
  return date > now ? now : date;
};

function webAddress(url: string): URL | null {
  if (url.length > 2000 || !URL.canParse(url)) return null;
  const address = new URL(url);
  return address.protocol === "https:" && address.username === "" && address.password === "" ? address : null;
}

function linkRows({ id, card, ordinal }: CardInFile, out: CardRows): void {
  let count = 0;
  for (const { id: fileId, name, url } of card.attachments) {
    const address = webAddress(url);
    if (!address || count >= taskLimits.links) {
      out.skipped.push(
        address ? `attachment "${cut(name, 80)}": more than ${taskLimits.links} links` : `attachment "${cut(name || url, 80)}": only https addresses come in`,
      );
      continue;
    }
    const inTrello = /(^|\.)(trello\.com|trello-attachments\.s3\.amazonaws\.com)$/.test(address.hostname);
    const data = {
      title: cut(name, taskLimits.linkTitle) || address.hostname,
      url: address.href,
      audience: inTrello ? "Wie bij het bord in Trello kan" : null,
    };
    out.rows.push({ kind: ImportKind.LINK, externalId: `${id}/${fileId}`, parentId: id, ordinal: ordinal * 100 + count++, data });
    out.links.push(address.href);
  }
}

const byPosition = (one: number | null, other: number | null) => (one ?? Number.MAX_VALUE) - (other ?? Number.MAX_VALUE);

function stepRows({ id, checklists }: CardInFile, context: CardContext, out: CardRows): string[] {
  const whole: string[] = [];
  let position = 0;
  const filled = checklists.filter(({ checklist }) => checklist.items.length > 0);
  for (const { checklist } of checklists.filter((one) => !filled.includes(one))) out.skipped.push(`checklist "${cut(checklist.name, 80)}": it has no items`);
  for (const { id: listId, checklist } of filled.toSorted((one, other) => byPosition(one.checklist.pos, other.checklist.pos))) {
    const prefix = filled.length > 1 && checklist.name !== "" ? `${checklist.name}: ` : "";
    for (const item of checklist.items.toSorted((one, other) => byPosition(one.pos, other.pos))) {
      const member = context.members.get(item.member);
      const who = member && !member.membership ? ` (${member.name})` : "";
      const when = item.due === null ? "" : ` (klaar op ${localDate(new Date(item.due), context.timeZone)})`;
      const text = `${prefix}${item.name || "Zonder naam"}${who}${when}`;
      const short = cut(text, taskLimits.checklistItem);
      if (short !== text) {
        out.cuts.push(`a step has ${lengthOf(text)} characters, ${taskLimits.checklistItem} fit; it stands whole in the description`);
        whole.push(`Stap: ${text}`);
      }
      const data = { text: short, done: item.done, position, assignee_membership_id: member?.membership?.id ?? null };
      out.rows.push({ kind: ImportKind.STEP, externalId: `${listId}/${item.id}`, parentId: id, ordinal: position++, data });
      out.texts.push(["checklist", text]);
    }
  }
  return whole;
}

/** Each organisation on the card does it; the first one is also asked to lead. All of it is only proposed. */
function letterRows({ id, card }: CardInFile, { members }: CardContext, out: CardRows): void {
  const given = new Map<string, KnownMember>();
  for (const memberId of new Set(card.members)) {
    const member = members.get(memberId);
    if (!member?.organisation) out.names.push(cut(member?.name ?? "Onbekend lid", 80));
    else if (!given.get(member.organisation.id)?.membership) given.set(member.organisation.id, member);
  }
  let leads = false;
  let ordinal = 0;
  const add = (member: KnownMember, letter: Letter) => {
    const organisationId = member.organisation?.id ?? "";
    const data = { organisation_id: organisationId, membership_id: member.membership?.id ?? null, letter, state: AssignmentState.PROPOSED };
    out.rows.push({ kind: ImportKind.LETTER, externalId: `${id}/${organisationId}/${letter}`, parentId: id, ordinal: ordinal++, data });
  };
  for (const member of given.values()) {
    if (member.observes) {
      add(member, Letter.CONSULTED);
      continue;
    }
    if (!leads) add(member, Letter.ACCOUNTABLE);
    leads = true;
    add(member, Letter.RESPONSIBLE);
  }
}

function labelRows({ id, card }: CardInFile, { labels }: CardContext, out: CardRows): void {
  const names = card.labels.map((label) => (label.startsWith("#") ? labels.get(label.slice(1))?.name : label));
  for (const name of new Set(names)) {
    if (name === undefined) continue;
    const short = cut(name, taskLimits.label);
    if (short !== name) out.cuts.push(`label "${short}" has ${lengthOf(name)} characters, ${taskLimits.label} fit`);
    out.rows.push({ kind: ImportKind.TASK_LABEL, externalId: `${id}/${short.slice(0, 100)}`, parentId: id, ordinal: 0, data: { name: short } });
  }
}

function fieldLines({ card }: CardInFile, { fields, timeZone }: CardContext): string[] {
  const lines = card.fields.flatMap(({ field, option, value }) => {
    const known = fields.get(field);
    const words = known?.options.get(option) ?? value;
    return words === "" ? [] : [`${known?.name ?? "Veld"}: ${words}`];
  });
  if (card.start !== null) lines.push(`Begint op: ${localDate(new Date(card.start), timeZone)}`);
  if (card.due !== null && card.dueComplete) lines.push("De datum was in Trello afgevinkt.");
  return lines;
}

/** Everything that a card becomes, and everything there is to say about it. */
export function cardRows(file: CardInFile, context: CardContext): CardRows {
  const { id, card, list, ordinal } = file;
  const out: CardRows = { rows: [], texts: [], cuts: [], links: [], skipped: [], names: [] };
  const whole = stepRows(file, context, out);
  const { title, description, cuts } = taskText(card.name, card.desc, [...fieldLines(file, context), ...whole]);
  out.cuts.unshift(...cuts);
  linkRows(file, out);
  letterRows(file, context, out);
  labelRows(file, context, out);
  if (card.dueUnread) out.skipped.push("the date on which it is due: it is not a date");
  const changed = before(card.lastActivity, context.now);
  const data = {
    title,
    description,
    state: list.columnState,
    column_id: list.columnId,
    position: positionOf(ordinal),
    due_on: card.due === null ? null : localDate(new Date(card.due), context.timeZone),
    imported_names: out.names,
    entered_review_at: list.columnState === TaskState.IN_REVIEW ? context.now : null,
    done_at: list.columnState === TaskState.DONE ? changed : null,
    archived_at: card.closed || list.column === "ARCHIVED" ? changed : null,
    created_at: madeAt(id, changed),
  };
  const taskRow: NewRow = { kind: ImportKind.TASK, externalId: id, parentId: null, ordinal, data };
  return { ...out, rows: [taskRow, ...out.rows], texts: [["name", card.name], ["description", card.desc], ...out.texts] };
}
