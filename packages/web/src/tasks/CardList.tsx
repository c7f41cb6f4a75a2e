import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { TaskCard } from "./TaskCard.tsx";
import { type Cards, useCurrentCard } from "./useCurrentCard.ts";

const VirtualCards = lazy(async () => ({ default: (await import("./VirtualCards.tsx")).VirtualCards }));

/** Up to this many cards are all drawn: cheaper than finding out which ones are in sight. */
const few = 30;

interface CardListProps extends Cards {
  /** Draws all cards and does not scroll by itself. */
  readonly whole: boolean;
}

function PlainCards({ columnId, ids, label, whole }: CardListProps) {
  const root = useRef<HTMLDivElement>(null);
  const { index, onFocus } = useCurrentCard(ids, root, () => undefined);
  return (
    <div ref={root} className="card-list" data-whole={whole || undefined} data-plain role="list" aria-label={label} onFocus={onFocus}>
      {ids.map((id, at) => (
        <div key={id} role="listitem">
          <TaskCard id={id} columnId={columnId} current={at === Math.max(index, 0)} />
        </div>
      ))}
    </div>
  );
}

/** The cards of one column; of a long one only those in sight are in the page. */
export function CardList({ whole, ...cards }: CardListProps) {
  const isMany = cards.ids.length > few && !whole;
  const place = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(isMany);
  // A list does not change its kind under the hand of who is in it.
  useEffect(() => {
    if (isMany !== isLong && !place.current?.contains(document.activeElement)) setLong(isMany);
  }, [isMany, isLong]);
  return (
    <div ref={place} className="card-place">
      {isLong ? (
        <Suspense fallback={<PlainCards {...cards} ids={cards.ids.slice(0, few)} whole={false} />}>
          <VirtualCards {...cards} />
        </Suspense>
      ) : (
        <PlainCards {...cards} whole={whole} />
      )}
    </div>
  );
}
