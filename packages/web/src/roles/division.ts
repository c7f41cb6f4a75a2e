import { AssignmentState, cellOf, isLive, Letter, type LetterFacts } from "@wijkbord/schema";
import type { Card } from "../tasks/taskFeed.ts";

type Assignment = Card["assignments"][number];
export type CellLetter = "A" | "AR" | "R" | "S" | "C" | "I";

/** What one organisation does on one task. */
export interface Cell {
  readonly letter: CellLetter;
  /** Asked and not answered yet. */
  readonly asked: boolean;
  readonly held: readonly Assignment[];
}
/** What is wrong with the division of one task. */
export type Gap = "noTrekker" | "several" | null;

/** Letters by the key that sets them. */
export const letterOfKey = { a: Letter.ACCOUNTABLE, r: Letter.RESPONSIBLE, s: Letter.SUPPORT, c: Letter.CONSULTED, i: Letter.INFORMED } as const;
export type LetterKey = keyof typeof letterOfKey;
export const letterKeys: readonly LetterKey[] = ["a", "r", "s", "c", "i"];
export const isLetterKey = (key: string): key is LetterKey => key in letterOfKey;

/** Letters of a card in the form that the rules read. */
export const factsOf = <Held extends Assignment>(held: Held): Held & LetterFacts => ({
  ...held,
  letter: Letter[held.letter],
  state: AssignmentState[held.state],
});

const known = new WeakMap<Card, ReadonlyMap<string, Cell>>();

function readCells(card: Card): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [organisationId, all] of Map.groupBy(card.assignments, (held) => held.organisationId)) {
    const held = all.filter((each) => isLive(factsOf(each)));
    const letter = cellOf(held.map(factsOf));
    if (letter) cells.set(organisationId, { letter, asked: held.some(({ state }) => state === "PROPOSED"), held });
  }
  return cells;
}

/** What each organisation does on a task. */
export function cellsOf(card: Card): ReadonlyMap<string, Cell> {
  const cells = known.get(card) ?? readCells(card);
  known.set(card, cells);
  return cells;
}

/** What organisations said in a meeting and have not confirmed yet (D9), where they have no letter; never counted as accepted. */
export function promisedOf(card: Card): ReadonlyMap<string, CellLetter> {
  const cells = cellsOf(card);
  const said = Map.groupBy(card.promises, ({ organisationId }) => organisationId);
  return new Map(
    [...said].flatMap(([organisationId, promises]) => {
      const letter = cellOf(promises.map((promise) => ({ ...promise, letter: Letter[promise.letter], state: AssignmentState.PROPOSED })));
      return letter && !cells.has(organisationId) ? [[organisationId, letter] as const] : [];
    }),
  );
}

const isOpen = ({ state }: Card) => state !== "DONE" && state !== "CANCELLED";

/** Nobody leads, said to lead or is asked to, or several are. */
export function gapOf(card: Card): Gap {
  if (!isOpen(card)) return null;
  const leading = card.assignments.filter(({ letter, state }) => letter === "ACCOUNTABLE" && (state === "ACCEPTED" || state === "PROPOSED"));
  if (leading.some(({ state }) => state === "ACCEPTED")) return null;
  const said = card.promises.filter(({ letter }) => letter === "ACCOUNTABLE");
  const wanting = new Set([...leading, ...said].map(({ organisationId }) => organisationId));
  if (wanting.size === 0) return "noTrekker";
  return wanting.size > 1 ? "several" : null;
}

/** Drukte: how often an organisation leads and does what is not done yet; of organisations only (D11). */
export interface Load {
  readonly leads: number;
  readonly does: number;
}
export const busyFrom = 7;

/** Drukte of each organisation. */
export function loadsOf(cards: readonly Card[]): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const card of cards.filter(isOpen)) {
    for (const [organisationId, { letter, asked }] of cellsOf(card)) {
      if (asked) continue;
      const { leads, does } = loads.get(organisationId) ?? { leads: 0, does: 0 };
      loads.set(organisationId, { leads: leads + Number(letter === "A" || letter === "AR"), does: does + Number(letter === "R") });
    }
  }
  return loads;
}

/** What is shown of the division; empty fields do not filter. */
export interface DivisionFilter {
  readonly boardId: string;
  readonly themeId: string;
  readonly organisationId: string;
  readonly gaps: boolean;
}

export const holds = ({ themeId, organisationId, gaps }: DivisionFilter, card: Card): boolean =>
  (!themeId || card.themeId === themeId) &&
  (!organisationId || cellsOf(card).has(organisationId) || promisedOf(card).has(organisationId)) &&
  (!gaps || gapOf(card) !== null);

/** A line of the table: the heading of a theme, or a task. */
export type Line =
  | { readonly kind: "theme"; readonly key: string; readonly themeId: string | null; readonly count: number }
  | { readonly kind: "task"; readonly key: string; readonly card: Card };

/** Tasks under their themes, in the order of the themes. */
export function linesOf(cards: readonly Card[], themeIds: readonly string[]): Line[] {
  const groups = Map.groupBy(cards, ({ themeId }) => themeId);
  return [...themeIds, null].flatMap((themeId) => {
    const own = groups.get(themeId) ?? [];
    if (own.length === 0) return [];
    return [
      { kind: "theme" as const, key: `theme ${themeId}`, themeId, count: own.length },
      ...own.map((card) => ({ kind: "task" as const, key: card.id, card })),
    ];
  });
}
