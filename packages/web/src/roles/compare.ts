import type { PastDivisionQuery } from "@wijkbord/schema/operations";
import { dayOf } from "../language/dates.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { type CellLetter, cellsOf } from "./division.ts";

const hour = 3_600_000;

/** The last moment of a calendar day in the Netherlands. */
export function endOfDay(day: string): Date {
  const start = Date.parse(`${day}T00:00:00Z`);
  const inSummer = new Date(start + 22 * hour);
  return new Date((dayOf(inSummer) === day ? start + 23 * hour : start + 22 * hour) - 1);
}

export interface PastCell {
  readonly letter: CellLetter;
  readonly asked: boolean;
}
/** Letters of a day that has passed, by task and organisation; a task that is missing was not there. */
export interface Past {
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, PastCell>>;
  readonly names: ReadonlyMap<string, { readonly number: string; readonly title: string }>;
}

/** Makes the answers of the boards into one past. */
export function pastOf(divisions: readonly PastDivisionQuery["pastDivision"][]): Past {
  const rows = divisions.flatMap((division) => division.rows);
  return {
    cells: new Map(
      rows.map(({ taskId, cells }) => [
        taskId,
        new Map(cells.map(({ organisationId, cell, accepted }) => [organisationId, { letter: cell, asked: !accepted }])),
      ]),
    ),
    names: new Map(rows.map(({ taskId, number, title }) => [taskId, { number, title }])),
  };
}

/** What is different in one cell. */
export interface CellChange {
  readonly organisationId: string;
  readonly was: PastCell | null;
  readonly is: PastCell | null;
}
/** What is different in one task. */
export interface TaskChange {
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly kind: "new" | "gone" | "changed";
  readonly cells: readonly CellChange[];
}

const nothing: ReadonlyMap<string, PastCell> = new Map();
const same = (one: PastCell | null, other: PastCell | null) => one?.letter === other?.letter && one?.asked === other?.asked;

function cellChanges(was: ReadonlyMap<string, PastCell>, is: ReadonlyMap<string, PastCell>): CellChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((organisationId) => {
    const [before, now] = [was.get(organisationId) ?? null, is.get(organisationId) ?? null];
    return same(before, now) ? [] : [{ organisationId, was: before, is: now }];
  });
}

/** What changed since: tasks of now in their order, then tasks that are gone. */
export function changesSince({ cells: past, names }: Past, cards: readonly Card[]): readonly TaskChange[] {
  const here = new Set(cards.map(({ id }) => id));
  const now = cards.flatMap((card): TaskChange[] => {
    const was = past.get(card.id);
    const cells = cellChanges(was ?? nothing, cellsOf(card));
    const { id: taskId, number, title } = card;
    return was && cells.length === 0 ? [] : [{ taskId, number, title, kind: was ? "changed" : "new", cells }];
  });
  const gone = [...names].flatMap(([taskId, { number, title }]): TaskChange[] =>
    here.has(taskId) ? [] : [{ taskId, number, title, kind: "gone", cells: cellChanges(past.get(taskId) ?? nothing, nothing) }],
  );
  return [...now, ...gone];
}
