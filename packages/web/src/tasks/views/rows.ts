import type { OpenCoalition } from "../../coalitions/coalition.ts";
import { wordsIn } from "../../language/words.ts";
import type { Language } from "../../language/language.ts";
import type { Column } from "../boardStore.ts";
import type { Card } from "../taskFeed.ts";
import { taskWords } from "../words.ts";
import { viewWords } from "./viewWords.ts";

/** Columns of the list, in their order. */
export const columnKeys = ["number", "title", "state", "trekker", "doet", "dueOn", "theme", "todo"] as const;
export type ListColumn = (typeof columnKeys)[number];
/** Their names in an address. */
const listColumns: Readonly<Record<ListColumn, string>> = {
  number: "nummer",
  title: "titel",
  state: "stand",
  trekker: "trekker",
  doet: "doet",
  dueOn: "klaar",
  theme: "thema",
  todo: "regelen",
};

/** One line of the list: what each column shows. */
export interface Row {
  readonly card: Card;
  readonly cells: Readonly<Record<ListColumn, string>>;
  /** What a column is sorted by, when that is not what it shows. */
  readonly order: Readonly<Partial<Record<ListColumn, number>>>;
}

export interface Sorting {
  readonly column: ListColumn;
  readonly down: boolean;
}

const digits = (number: string) => Number(/\d+$/.exec(number)?.[0] ?? 0);

/** Reads the order out of an address; unknown columns count as absent. */
export function sortingOf(params: URLSearchParams): Sorting {
  const asked = params.get("sorteer") ?? "";
  const column = columnKeys.find((key) => listColumns[key] === asked.replace(/^-/, ""));
  return { column: column ?? "number", down: column !== undefined && asked.startsWith("-") };
}

/** The value for an address; null when it is the usual order. */
export const sortingName = ({ column, down }: Sorting): string | null => (column === "number" && !down ? null : `${down ? "-" : ""}${listColumns[column]}`);

/** Makes lines of cards. */
export function rowsOf(
  cards: readonly Card[],
  columns: readonly Column[],
  boardId: string,
  { organisations, themes }: OpenCoalition,
  language: Language,
): Row[] {
  const t = wordsIn(viewWords, language);
  const words = wordsIn(taskWords, language);
  const nameOf = (id: string | null) => organisations.get(id ?? "")?.shortName ?? "";
  const holders = ({ assignments }: Card, letter: string) =>
    assignments
      .filter((held) => held.letter === letter && (held.state === "ACCEPTED" || held.state === "PROPOSED"))
      .toSorted((a, b) => a.state.localeCompare(b.state))
      .map(({ organisationId, state }) => (state === "PROPOSED" ? t("asked", { name: nameOf(organisationId) }) : nameOf(organisationId)))
      .join(", ");
  const todo = ({ openPoints }: Card) => openPoints.map(({ code, objectId }) => words(code, { organisation: nameOf(objectId) })).join(", ");
  return cards.map((card) => {
    const columnId = card.placements.find((placement) => placement.boardId === boardId)?.columnId;
    const column = card.state === "CANCELLED" ? undefined : columns.find(({ id }) => id === columnId);
    const theme = themes.get(card.themeId ?? "");
    const cells = {
      number: card.number,
      title: card.title,
      state: column?.title ?? t("cancelled"),
      trekker: holders(card, "ACCOUNTABLE"),
      doet: holders(card, "RESPONSIBLE"),
      dueOn: card.dueOn ?? "",
      theme: theme?.[language === "nl" ? "nameNl" : "nameEn"] ?? "",
      todo: card.state === "CANCELLED" ? "" : todo(card),
    };
    return { card, cells, order: { number: digits(card.number), state: column?.position ?? columns.length } };
  });
}

/** Lines in an order; what is empty stands last, whichever way. */
export function sorted(rows: readonly Row[], { column, down }: Sorting, language: Language): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return rows.toSorted((a, b) => {
    const [left, right] = [a.cells[column], b.cells[column]];
    if ((left === "") !== (right === "")) return left === "" ? 1 : -1;
    const difference = (a.order[column] ?? 0) - (b.order[column] ?? 0) || collator.compare(left, right);
    return (down ? -difference : difference) || digits(a.card.number) - digits(b.card.number);
  });
}
