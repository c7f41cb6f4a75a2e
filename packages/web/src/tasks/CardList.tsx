import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import { useBoard } from "./boardContext.ts";
import { TaskCard } from "./TaskCard.tsx";

interface CardListProps {
  readonly columnId: string;
  readonly ids: readonly string[];
  readonly label: string;
  /** Draws all cards and does not scroll by itself. */
  readonly whole: boolean;
}

const gap = 7;
const guessedHeight = 112;

/** The card with the focus stays drawn, wherever the list is scrolled to. */
function useList(ids: readonly string[], currentIndex: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const visible = defaultRangeExtractor(range);
      return currentIndex < 0 || visible.includes(currentIndex) ? visible : [...visible, currentIndex].toSorted((a, b) => a - b);
    },
    [currentIndex],
  );
  // oxlint-disable-next-line react/incompatible-library -- its methods are called in effects and handlers only
  const list = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 5,
    gap,
    rangeExtractor,
  });
  return { scroller, list };
}

/** The cards of one column; only those in sight are in the page. */
export function CardList({ columnId, ids, label, whole }: CardListProps) {
  const { actions } = useBoard();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const currentIndex = currentId === null ? -1 : ids.indexOf(currentId);
  const reached = currentIndex < 0 ? 0 : currentIndex;
  const { scroller, list } = useList(ids, currentIndex);

  useEffect(
    () =>
      actions.focus.handle((taskId) => {
        const index = ids.indexOf(taskId);
        if (index < 0) return false;
        setCurrentId(taskId);
        if (!whole) list.scrollToIndex(index, { align: "auto" });
        requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-card="${taskId}"]`)?.focus());
        return true;
      }),
    [actions, ids, list, scroller, whole],
  );
  const onFocus = (event: React.FocusEvent) => {
    const task = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-task]")?.dataset["task"] : undefined;
    if (task) setCurrentId(task);
  };
  const card = (id: string, index: number) => <TaskCard id={id} columnId={columnId} current={index === reached} />;
  const place = (index: number) => ({ "aria-setsize": ids.length, "aria-posinset": index + 1 });
  if (whole) {
    return (
      <div ref={scroller} className="card-list" data-whole role="list" aria-label={label} onFocus={onFocus}>
        {ids.map((id, index) => (
          <div key={id} role="listitem" {...place(index)}>
            {card(id, index)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div ref={scroller} className="card-list" onFocus={onFocus}>
      <div role="list" aria-label={label} className="card-track" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => (
          <div key={key} ref={list.measureElement} data-index={index} role="listitem" {...place(index)} className="card-row" style={{ transform: `translateY(${start}px)` }}>
            {card(ids[index] ?? "", index)}
          </div>
        ))}
      </div>
    </div>
  );
}
