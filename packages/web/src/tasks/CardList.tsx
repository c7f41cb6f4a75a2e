import { defaultRangeExtractor, type Range, useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { useBoard } from "./boardContext.ts";
import { TaskCard } from "./TaskCard.tsx";

interface Cards {
  /** Null where cards are not dragged. */
  readonly columnId: string | null;
  readonly ids: readonly string[];
  readonly label: string;
}
interface CardListProps extends Cards {
  /** Draws all cards and does not scroll by itself. */
  readonly whole: boolean;
}

const gap = 7;
const guessedHeight = 112;

/** The card that Tab reaches, and granting wishes for the focus. */
function useCurrent(ids: readonly string[], root: RefObject<HTMLElement | null>, scrollTo: (index: number) => void) {
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

/** Settings that both kinds of lists share; the card with the focus stays drawn, wherever the list is scrolled to. */
function useListOptions(ids: readonly string[], kept: RefObject<number>) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const visible = defaultRangeExtractor(range);
      const index = kept.current;
      return index < 0 || index >= range.count || visible.includes(index) ? visible : [...visible, index].toSorted((a, b) => a - b);
    },
    [kept],
  );
  return { count: ids.length, estimateSize: () => guessedHeight, getItemKey: (index: number) => ids[index] ?? index, overscan: 5, gap, rangeExtractor };
}

interface TrackProps extends Cards {
  readonly current: number;
  readonly height: number;
  readonly rows: readonly { readonly index: number; readonly key: string | number | bigint; readonly start: number }[];
  readonly measure: (element: HTMLElement | null) => void;
}

/** The drawn cards, each at its place in the whole height. */
function Track({ columnId, ids, label, current, height, rows, measure }: TrackProps) {
  const reached = Math.max(current, 0);
  return (
    <div role="list" aria-label={label} className="card-track" style={{ height }}>
      {rows.map(({ index, key, start }) => (
        <div
          key={key}
          ref={measure}
          data-index={index}
          role="listitem"
          aria-setsize={ids.length}
          aria-posinset={index + 1}
          className="card-row"
          style={{ transform: `translateY(${start}px)` }}
        >
          <TaskCard id={ids[index] ?? ""} columnId={columnId} current={index === reached} />
        </div>
      ))}
    </div>
  );
}

function ScrolledCards(cards: Cards) {
  const root = useRef<HTMLDivElement>(null);
  const kept = useRef(-1);
  // oxlint-disable-next-line react/incompatible-library -- its methods are called in effects and handlers only
  const list = useVirtualizer({ ...useListOptions(cards.ids, kept), getScrollElement: () => root.current });
  const { index, onFocus } = useCurrent(cards.ids, root, (to) => list.scrollToIndex(to, { align: "auto" }));
  useEffect(() => {
    kept.current = index;
  });
  return (
    <div ref={root} className="card-list" onFocus={onFocus}>
      <Track {...cards} current={index} height={list.getTotalSize()} rows={list.getVirtualItems()} measure={list.measureElement} />
    </div>
  );
}

/** On a phone the page scrolls, not the column. */
function PageCards(cards: Cards) {
  const root = useRef<HTMLDivElement>(null);
  const kept = useRef(-1);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin((root.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  // oxlint-disable-next-line react/incompatible-library -- its methods are called in effects and handlers only
  const list = useWindowVirtualizer({ ...useListOptions(cards.ids, kept), scrollMargin });
  const { index, onFocus } = useCurrent(cards.ids, root, (to) => list.scrollToIndex(to, { align: "auto" }));
  useEffect(() => {
    kept.current = index;
  });
  const rows = list.getVirtualItems().map(({ index: at, key, start }) => ({ index: at, key, start: start - scrollMargin }));
  return (
    <div ref={root} className="card-list" onFocus={onFocus}>
      <Track {...cards} current={index} height={list.getTotalSize()} rows={rows} measure={list.measureElement} />
    </div>
  );
}

function WholeCards({ columnId, ids, label }: Cards) {
  const root = useRef<HTMLDivElement>(null);
  const { index, onFocus } = useCurrent(ids, root, () => undefined);
  return (
    <div ref={root} className="card-list" data-whole role="list" aria-label={label} onFocus={onFocus}>
      {ids.map((id, at) => (
        <div key={id} role="listitem">
          <TaskCard id={id} columnId={columnId} current={at === Math.max(index, 0)} />
        </div>
      ))}
    </div>
  );
}

/** The cards of one column; only those in sight are in the page. */
export function CardList({ whole, ...cards }: CardListProps) {
  const phone = useIsPhone();
  if (whole) return <WholeCards {...cards} />;
  return phone ? <PageCards {...cards} /> : <ScrolledCards {...cards} />;
}
