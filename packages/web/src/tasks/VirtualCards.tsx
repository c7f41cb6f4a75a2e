import { defaultRangeExtractor, type Range, useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { TaskCard } from "./TaskCard.tsx";
import { type Cards, useCurrentCard } from "./useCurrentCard.ts";

const gap = 7;
const guessedHeight = 112;

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
  const { index, onFocus } = useCurrentCard(cards.ids, root, (to) => list.scrollToIndex(to, { align: "auto" }));
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
  const { index, onFocus } = useCurrentCard(cards.ids, root, (to) => list.scrollToIndex(to, { align: "auto" }));
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

/** The cards of a long column; only those in sight are in the page. */
export function VirtualCards(cards: Cards) {
  return useIsPhone() ? <PageCards {...cards} /> : <ScrolledCards {...cards} />;
}
