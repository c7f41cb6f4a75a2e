import { mayEditFields, mayWrite, TaskState } from "@wijkbord/schema";
import type { KeyboardEvent } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { letterKeysOn } from "../search/letterKeys.ts";
import { useBoard } from "./boardContext.ts";
import { lettersOf } from "./filters.ts";

const cardAt = (target: EventTarget) => (target instanceof HTMLElement ? target.closest<HTMLElement>("[data-task]")?.dataset["task"] : undefined);

/** Arrows go through a list and to the next one; M moves, P picks up, E or F2 edits in place. The lists are those on the screen, from left to right. */
export function useBoardKeys(listsNow: () => readonly (readonly string[])[]) {
  const { store, actions, openMove } = useBoard();
  const { viewer } = useCoalition();

  const step = (taskId: string, key: string): string | undefined => {
    const lists = listsNow();
    const at = lists.findIndex((ids) => ids.includes(taskId));
    const ids = lists[at] ?? [];
    const index = ids.indexOf(taskId);
    if (key === "ArrowDown" || key === "j") return ids[index + 1];
    if (key === "ArrowUp" || key === "k") return ids[index - 1];
    if (key === "Home") return ids[0];
    if (key === "End") return ids.at(-1);
    const direction = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return undefined;
    for (let next = at + direction; next >= 0 && next < lists.length; next += direction) {
      const beside = lists[next] ?? [];
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
    const edit = () => mayEditFields(viewer, { ...card, state: TaskState[card.state], assignments: lettersOf(card) }) && actions.editing.set(taskId, true);
    const acts: Record<string, () => void> = { e: edit, f2: edit, m: () => card.state !== "CANCELLED" && openMove(card), p: () => void actions.pickUp(card) };
    const act = mayWrite(viewer) ? acts[event.key.toLowerCase()] : undefined;
    const next = step(taskId, event.key);
    if (!act && next === undefined) return;
    event.preventDefault();
    if (act) act();
    else if (next) actions.focus.request(next);
  };
}
