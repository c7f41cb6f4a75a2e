import type { Card } from "../taskFeed.ts";

/** What can be printed, by its name in the address. */
const kinds = { bord: "board", mijn: "mine", partner: "partner" } as const;
export type SheetKind = (typeof kinds)[keyof typeof kinds];

/** The sheet that an address asks for; what is unknown counts as the board. */
export const sheetOf = (name: string | null): SheetKind => (name === "mijn" || name === "partner" ? kinds[name] : "board");
/** The name of a sheet in an address. */
export const sheetName = (kind: SheetKind): string => (kind === "mine" ? "mijn" : kind === "partner" ? "partner" : "bord");

const carrying = ["ACCOUNTABLE", "RESPONSIBLE", "SUPPORT", "CONSULTED"] as const;
type Carried = (typeof carrying)[number];

export interface Group {
  readonly key: Carried | "onYourName" | "ofYours";
  readonly cards: readonly Card[];
}

const held = (card: Card) => card.assignments.filter(({ state, letter }) => (state === "ACCEPTED" || state === "PROPOSED") && letter !== "INFORMED");
const isOpen = ({ state }: Card) => state !== "DONE" && state !== "CANCELLED";

/** Cards in the order in which they are due; those without a day stand last. */
const byDay = (cards: readonly Card[]) =>
  cards.toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.number.localeCompare(b.number, "nl", { numeric: true }));

/** What may stand on paper: internal cards only when they are asked for. */
export const printable = (cards: readonly Card[], withInternal: boolean): Card[] =>
  cards.filter(({ visibility }) => withInternal || visibility !== "ORGANISATION");

/** Open tasks of one organisation, each once, under its heaviest letter. */
export function partnerGroups(cards: readonly Card[], organisationId: string): Group[] {
  const heaviest = (card: Card) =>
    carrying.find((letter) => held(card).some((assignment) => assignment.letter === letter && assignment.organisationId === organisationId));
  const groups = Map.groupBy(cards.filter(isOpen), heaviest);
  return carrying.map((key) => ({ key, cards: byDay(groups.get(key) ?? []) })).filter((group) => group.cards.length > 0);
}

/** Open tasks in the name of a person, and those of the own organisation that nobody's name is on. */
export function ownGroups(
  cards: readonly Card[],
  { membershipId, organisationId }: { readonly membershipId: string; readonly organisationId: string },
): Group[] {
  const open = cards.filter(isOpen);
  const mine = open.filter((card) => held(card).some((assignment) => assignment.membershipId === membershipId));
  const ours = open.filter((card) => {
    const own = held(card).filter((assignment) => assignment.organisationId === organisationId && assignment.letter !== "CONSULTED");
    return own.length > 0 && own.every((assignment) => assignment.membershipId === null);
  });
  const groups: Group[] = [
    { key: "onYourName", cards: byDay(mine) },
    { key: "ofYours", cards: byDay(ours.filter((card) => !mine.includes(card))) },
  ];
  return groups.filter((group) => group.cards.length > 0);
}
