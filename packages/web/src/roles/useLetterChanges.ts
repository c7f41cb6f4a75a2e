import { useMemo } from "react";
import { useNow } from "../language/now.ts";
import type { Card } from "../tasks/taskFeed.ts";
import type { LetterChange } from "./letterChanges.ts";

const shown = 6;
const freshFor = 5 * 60_000;

/** The last changes of letters on these tasks; and per task the organisations whose cell just changed. */
export function useLetterChanges(
  cards: readonly Card[] | null,
  all: readonly LetterChange[],
): {
  readonly last: readonly LetterChange[];
  readonly fresh: ReadonlyMap<string, string>;
} {
  const now = useNow().getTime();
  const known = useMemo(() => new Set(cards?.map(({ id }) => id)), [cards]);
  const last = useMemo(() => all.filter(({ taskId }) => known.has(taskId)).slice(0, shown), [all, known]);
  const fresh = useMemo(() => {
    const recent = last.filter(({ occurredAt }) => now - new Date(occurredAt).getTime() < freshFor);
    return new Map([...Map.groupBy(recent, ({ taskId }) => taskId)].map(([taskId, of]) => [taskId, of.map(({ organisationId }) => organisationId).join(" ")]));
  }, [last, now]);
  return { last, fresh };
}
