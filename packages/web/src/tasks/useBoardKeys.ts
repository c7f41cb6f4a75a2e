import { mayWrite } from "@wijkbord/schema";
import type { KeyboardEvent } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { letterKeysOn } from "../search/letterKeys.ts";
import { useBoard } from "./boardContext.ts";
import type { Column } from "./boardStore.ts";

const cardAt = (target: EventTarget) => (target instanceof HTMLElement ? target.closest<HTMLElement>("[data-task]")?.dataset["task"] : undefined);

/** Cards that are drawn in the column beside, for going left and right. */
function idsIn(store: ReturnType<typeof useBoard>["store"], column: Column | undefined): readonly string[] {
  return column ? store.order.list(column.id) : [];
}

/** Arrows go through a column and to the next one; M moves, P picks up. */
export function useBoardKeys(columns: readonly Column[]) {
  const { store, actions, openMove } = useBoard();
  const { viewer } = useCoalition();

  const step = (taskId: string, key: string): string | undefined => {
    const at = columns.findIndex(({ id }) => id === store.order.columnOf(taskId));
    const ids = idsIn(store, columns[at]);
    const index = ids.indexOf(taskId);
    if (key === "ArrowDown" || key === "j") return ids[index + 1];
    if (key === "ArrowUp" || key === "k") return ids[index - 1];
    if (key === "Home") return ids[0];
    if (key === "End") return ids.at(-1);
    const direction = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return undefined;
    for (let next = at + direction; next >= 0 && next < columns.length; next += direction) {
      const beside = idsIn(store, columns[next]);
      if (beside.length > 0) return beside[Math.min(index, beside.length - 1)];
    }
    return undefined;
  };

  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !letterKeysOn()) return;
    const taskId = cardAt(event.target);
    const card = taskId ? store.feed.cards.get(taskId) : undefined;
    const onLink = event.target instanceof HTMLAnchorElement;
    if (!taskId || !card || !onLink) return;
    const acts: Record<string, () => void> = { m: () => openMove(card), p: () => void actions.pickUp(card) };
    const act = mayWrite(viewer) ? acts[event.key.toLowerCase()] : undefined;
    const next = step(taskId, event.key);
    if (!act && next === undefined) return;
    event.preventDefault();
    if (act) act();
    else if (next) actions.focus.request(next);
  };
}
