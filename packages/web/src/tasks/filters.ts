import { acceptedAccountable, addDays, AssignmentState, type LetterFacts, Letter, Swimlane } from "@wijkbord/schema";
import { plain } from "../search/matching.ts";
import type { Card } from "./taskFeed.ts";

export type Layout = "board" | "partner" | "list";
export type Due = "late" | "week";

/** What the address says about the view of a board. */
export interface BoardView {
  readonly layout: Layout;
  /** Words that number, title or labels must hold. */
  readonly text: string;
  readonly labelId: string | null;
  readonly due: Due | null;
  readonly mine: boolean;
  readonly withoutTrekker: boolean;
  readonly themeId: string | null;
  readonly organisationId: string | null;
  /** Null: as the board has it. */
  readonly rows: Swimlane | null;
  /** The day that "late" and "this week" are counted from. */
  readonly today: string;
}

const rowNames: Readonly<Record<string, Swimlane>> = { geen: Swimlane.NONE, partner: Swimlane.PARTNER, actielijn: Swimlane.ACTION_LINE };

const layoutNames: Readonly<Record<string, Layout>> = { bord: "board", partner: "partner", lijst: "list" };
const dueNames: Readonly<Record<string, Due>> = { "te-laat": "late", "deze-week": "week" };
const nameIn = <Value>(names: Readonly<Record<string, Value>>, value: Value): string | undefined => Object.keys(names).find((name) => names[name] === value);

/** Reads the view out of an address; unknown values count as absent. */
export const viewOf = (params: URLSearchParams, today: string): BoardView => ({
  layout: layoutNames[params.get("weergave") ?? ""] ?? "board",
  text: params.get("zoek") ?? "",
  labelId: params.get("label"),
  due: dueNames[params.get("klaar") ?? ""] ?? null,
  today,
  mine: params.has("mijn"),
  withoutTrekker: params.has("zonder-trekker"),
  themeId: params.get("thema"),
  organisationId: params.get("partner"),
  rows: rowNames[params.get("rijen") ?? ""] ?? null,
});

/** The address after a change of the view. */
export function withView(params: URLSearchParams, change: Partial<BoardView>): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | null | undefined) => {
    if (value === null || value === undefined) next.delete(name);
    else next.set(name, value);
  };
  if (change.layout !== undefined) set("weergave", change.layout === "board" ? null : nameIn(layoutNames, change.layout));
  if (change.text !== undefined) set("zoek", change.text.trim() === "" ? null : change.text);
  if (change.labelId !== undefined) set("label", change.labelId);
  if (change.due !== undefined) set("klaar", change.due && nameIn(dueNames, change.due));
  if (change.mine !== undefined) set("mijn", change.mine ? "" : null);
  if (change.withoutTrekker !== undefined) set("zonder-trekker", change.withoutTrekker ? "" : null);
  if (change.themeId !== undefined) set("thema", change.themeId);
  if (change.organisationId !== undefined) set("partner", change.organisationId);
  if (change.rows !== undefined) set("rijen", change.rows && nameIn(rowNames, change.rows));
  return next;
}

/** A view that shows everything. */
export const noFilters = {
  mine: false,
  withoutTrekker: false,
  themeId: null,
  organisationId: null,
  text: "",
  labelId: null,
  due: null,
} as const satisfies Partial<BoardView>;

export const isFiltered = ({ mine, withoutTrekker, themeId, organisationId, text, labelId, due }: BoardView): boolean =>
  mine || withoutTrekker || themeId !== null || organisationId !== null || text.trim() !== "" || labelId !== null || due !== null;

/** The letters of a card as the rules read them. */
export const lettersOf = ({ assignments }: Card): (LetterFacts & { readonly membershipId: string | null })[] =>
  assignments.map((assignment) => ({ ...assignment, letter: Letter[assignment.letter], state: AssignmentState[assignment.state] }));

/** D9: somebody said in a meeting to lead it, and that has not lapsed. */
export const isPromised = ({ promises }: Card): boolean => promises.some(({ letter }) => letter === "ACCOUNTABLE");
/** The organisation that trekt, accepted. */
export const trekkerOf = (card: Card): string | null => acceptedAccountable(lettersOf(card))?.organisationId ?? null;

const involves = ({ assignments }: Card, organisationId: string) =>
  assignments.some((held) => held.organisationId === organisationId && held.letter !== "INFORMED" && (held.state === "ACCEPTED" || held.state === "PROPOSED"));

const isOver = ({ state }: Card) => state === "DONE" || state === "CANCELLED";

/** The Sunday of the week of a day. */
const endOfWeek = (day: string): string => addDays(day, (7 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7);

function isDue(card: Card, due: Due, today: string): boolean {
  if (card.dueOn === null || isOver(card)) return false;
  return due === "late" ? card.dueOn < today : card.dueOn >= today && card.dueOn <= endOfWeek(today);
}

function holds(card: Card, text: string): boolean {
  const known = plain([card.number, card.title, ...card.labels.map(({ name }) => name)].join(" "));
  return plain(text)
    .split(/\s+/)
    .every((word) => known.includes(word));
}

/** Whether a card stands in the view; filters add up. */
export function inView(card: Card, view: BoardView, ownOrganisationId: string): boolean {
  if (view.text.trim() !== "" && !holds(card, view.text.trim())) return false;
  if (view.labelId !== null && !card.labels.some(({ id }) => id === view.labelId)) return false;
  if (view.due !== null && !isDue(card, view.due, view.today)) return false;
  if (view.mine && !involves(card, ownOrganisationId)) return false;
  if (view.withoutTrekker && (trekkerOf(card) !== null || isPromised(card) || isOver(card))) return false;
  if (view.themeId !== null && card.themeId !== view.themeId) return false;
  return view.organisationId === null || involves(card, view.organisationId);
}

/** The row of a card; null is the row of those without. */
export const laneOf = (card: Card, rows: Swimlane): string | null =>
  rows === Swimlane.PARTNER ? trekkerOf(card) : rows === Swimlane.ACTION_LINE ? card.actionLineId : null;
