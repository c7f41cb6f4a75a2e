import { foldText, type SheetTable } from "./listTable.ts";

/** What a column of an action list holds. */
export enum ListColumnKind {
  TITLE = "TITLE",
  DESCRIPTION = "DESCRIPTION",
  LEAD = "LEAD",
  WHO = "WHO",
  WHEN = "WHEN",
  STATUS = "STATUS",
  /** Becomes a line under the description, with the name of the column. */
  LINE = "LINE",
  SKIP = "SKIP",
}

const names: readonly [ListColumnKind, RegExp][] = [
  [ListColumnKind.SKIP, /^(nr|no|nummer|volgnummer|actienummer|id|rij|number)$/],
  [
    ListColumnKind.LEAD,
    /^(trekker|trekkers|trekt|wie trekt|eigenaar|actiehouder|actie ?eigenaar|eindverantwoordelijke?|verantwoordelijke?|verantwoordelijk|owner|lead)\b/,
  ],
  [
    ListColumnKind.WHO,
    /^(wie|met wie|door wie|door|doet|uitvoering|uitvoerder|uitvoerders|partners?|organisaties?|betrokkenen?|betrokken|samen met|who|actie door|doen)\b/,
  ],
  [
    ListColumnKind.WHEN,
    /^(wanneer|datum|deadline|klaar op|gereed op|gereed voor|voor wanneer|uiterlijk|planning|termijn|einddatum|streefdatum|due|when|date|tijd|periode)\b/,
  ],
  [ListColumnKind.STATUS, /^(status|stand|stand van zaken|voortgang|fase|state|progress|gereed|klaar|afgerond)\b/],
  [
    ListColumnKind.TITLE,
    /^(wat|actie|acties|actiepunt|actiepunten|actie punt|taak|taken|activiteit|activiteiten|titel|to ?do|task|title|action|what|onderwerp|afspraak|wat gaan we doen|wat doen we)\b/,
  ],
  [
    ListColumnKind.DESCRIPTION,
    /^(toelichting|omschrijving|beschrijving|opmerking|opmerkingen|notitie|notities|uitleg|bijzonderheden|details|description|notes?|remarks?)\b/,
  ],
];

/** What a column with this name most likely holds; null when the name says nothing. */
export function columnKindOf(header: string): ListColumnKind | null {
  const plain = foldText(header);
  return names.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Where the names of the columns stand, and what each column holds. */
export interface ListShape {
  /** Row with the names; −1 when there is none. */
  readonly headerRow: number;
  readonly kinds: readonly ListColumnKind[];
  readonly headers: readonly string[];
}

const searched = 25;
const single = new Set([ListColumnKind.TITLE, ListColumnKind.WHEN, ListColumnKind.STATUS]);

/** The kinds of a row of names: of title, date and status there is one; a list without a title takes its description for it. */
function kindsOf(headers: readonly string[]): ListColumnKind[] {
  const taken = new Set<ListColumnKind>();
  const kinds = headers.map((header) => {
    const kind = columnKindOf(header);
    if (kind === null) return foldText(header) === "" ? ListColumnKind.SKIP : ListColumnKind.LINE;
    if (single.has(kind) && taken.has(kind)) return ListColumnKind.LINE;
    taken.add(kind);
    return kind;
  });
  if (taken.has(ListColumnKind.TITLE)) return kinds;
  const instead = kinds.indexOf(ListColumnKind.DESCRIPTION);
  const first = instead >= 0 ? instead : kinds.findIndex((kind) => kind === ListColumnKind.LINE);
  return kinds.map((kind, index) => (index === first ? ListColumnKind.TITLE : kind));
}

const known = (headers: readonly string[]): number => new Set(headers.map(columnKindOf).filter((kind) => kind !== null)).size;

/** Finds the row with the names of the columns; without one the widest column holds the actions and a person says the rest. */
export function shapeOf({ rows }: SheetTable): ListShape {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const best = rows
    .slice(0, searched)
    .reduce<{ row: number; score: number }>((found, row, index) => (known(row) > found.score ? { row: index, score: known(row) } : found), {
      row: -1,
      score: 0,
    });
  const found = rows[best.row];
  const isHeader = found !== undefined && (best.score >= 2 || (best.score === 1 && found.filter((cell) => cell.trim() !== "").length === 1));
  if (isHeader) {
    const headers = Array.from({ length: width }, (_, index) => found[index] ?? "");
    return { headerRow: best.row, kinds: kindsOf(headers), headers };
  }
  const lengths = Array.from({ length: width }, (_, index) => rows.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0));
  const widest = lengths.indexOf(Math.max(...lengths));
  return { headerRow: -1, kinds: lengths.map((_, index) => (index === widest ? ListColumnKind.TITLE : ListColumnKind.SKIP)), headers: lengths.map(() => "") };
}
