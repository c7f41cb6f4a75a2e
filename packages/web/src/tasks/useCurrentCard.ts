import { type FocusEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useBoard } from "./boardContext.ts";

/** The cards of one list, in order. */
export interface Cards {
  /** Null where cards are not dragged. */
  readonly columnId: string | null;
  readonly ids: readonly string[];
  readonly label: string;
}

/** The card that Tab reaches, and granting wishes for the focus. */
export function useCurrentCard(ids: readonly string[], root: RefObject<HTMLElement | null>, scrollTo: (index: number) => void) {
  const { actions } = useBoard();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const latest = useRef(scrollTo);
  useEffect(() => {
    latest.current = scrollTo;
  });
  useEffect(
    () =>
      actions.focus.handle((taskId) => {
        const index = ids.indexOf(taskId);
        if (index < 0) return false;
        setCurrentId(taskId);
        latest.current(index);
        requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-card="${taskId}"]`)?.focus());
        return true;
      }),
    [actions, ids, root],
  );
  const onFocus = (event: FocusEvent) => {
    const task = event.target.closest<HTMLElement>("[data-task]")?.dataset["task"];
    if (task) setCurrentId(task);
  };
  return { index: currentId === null ? -1 : ids.indexOf(currentId), onFocus };
}
