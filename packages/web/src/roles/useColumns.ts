import { useMemo, useState } from "react";
import { type Organisation, useCoalition } from "../coalitions/coalition.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { cellsOf, promisedOf } from "./division.ts";

/** Who has a letter, or said to do something, on one of these tasks. */
const involvedIn = (cards: readonly Card[]) => new Set(cards.flatMap((card) => [...cellsOf(card).keys(), ...promisedOf(card).keys()]));

/**
 * The columns of the division: members, and who left with letters still. Who does something stands first, so that it is in
 * sight; that order stays while these boards are open, so that no column moves under a hand.
 */
export function useColumns(boards: string, cards: readonly Card[] | null): readonly Organisation[] {
  const { organisations } = useCoalition();
  const [first, setFirst] = useState<{ readonly boards: string; readonly ids: ReadonlySet<string> } | null>(null);
  if (cards && first?.boards !== boards) setFirst({ boards, ids: involvedIn(cards) });
  const held = useMemo(() => [...involvedIn(cards ?? [])].toSorted().join(" "), [cards]);
  return useMemo(() => {
    const partners = [...organisations.values()].filter(({ id, leftOn }) => leftOn === null || held.includes(id));
    return partners.toSorted((one, other) => Number(first?.ids.has(other.id) ?? false) - Number(first?.ids.has(one.id) ?? false));
  }, [organisations, held, first]);
}
