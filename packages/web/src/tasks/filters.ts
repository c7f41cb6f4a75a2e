import { acceptedAccountable, AssignmentState, type LetterFacts, Letter, Swimlane } from "@wijkbord/schema";
import type { Card } from "./taskFeed.ts";

/** What the address says about the view of a board. */
export interface BoardView {
  readonly mine: boolean;
  readonly withoutTrekker: boolean;
  readonly themeId: string | null;
  readonly organisationId: string | null;
  /** Null: as the board has it. */
  readonly rows: Swimlane | null;
}

const rowNames: Readonly<Record<string, Swimlane>> = { geen: Swimlane.NONE, partner: Swimlane.PARTNER, actielijn: Swimlane.ACTION_LINE };

/** Reads the view out of an address; unknown values count as absent. */
export const viewOf = (params: URLSearchParams): BoardView => ({
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
  if (change.mine !== undefined) set("mijn", change.mine ? "" : null);
  if (change.withoutTrekker !== undefined) set("zonder-trekker", change.withoutTrekker ? "" : null);
  if (change.themeId !== undefined) set("thema", change.themeId);
  if (change.organisationId !== undefined) set("partner", change.organisationId);
  if (change.rows !== undefined) set("rijen", Object.keys(rowNames).find((name) => rowNames[name] === change.rows));
  return next;
}

export const isFiltered = ({ mine, withoutTrekker, themeId, organisationId }: BoardView): boolean =>
  mine || withoutTrekker || themeId !== null || organisationId !== null;

/** The letters of a card as the rules read them. */
export const lettersOf = ({ assignments }: Card): (LetterFacts & { readonly membershipId: string | null })[] =>
  assignments.map((assignment) => ({ ...assignment, letter: Letter[assignment.letter], state: AssignmentState[assignment.state] }));

/** The organisation that trekt, accepted. */
export const trekkerOf = (card: Card): string | null => acceptedAccountable(lettersOf(card))?.organisationId ?? null;

const involves = ({ assignments }: Card, organisationId: string) =>
  assignments.some((held) => held.organisationId === organisationId && held.letter !== "INFORMED" && (held.state === "ACCEPTED" || held.state === "PROPOSED"));

/** Whether a card stands in the view; filters add up. */
export function inView(card: Card, view: BoardView, ownOrganisationId: string): boolean {
  if (view.mine && !involves(card, ownOrganisationId)) return false;
  if (view.withoutTrekker && (trekkerOf(card) !== null || card.state === "DONE")) return false;
  if (view.themeId !== null && card.themeId !== view.themeId) return false;
  return view.organisationId === null || involves(card, view.organisationId);
}

/** The row of a card; null is the row of those without. */
export const laneOf = (card: Card, rows: Swimlane): string | null => (rows === Swimlane.PARTNER ? trekkerOf(card) : rows === Swimlane.ACTION_LINE ? card.actionLineId : null);
