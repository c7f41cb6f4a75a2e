import { lazy, type RefObject, Suspense, useLayoutEffect, useRef, useState } from "react";
import { useBoard } from "./boardContext.ts";
import { TaskCard } from "./TaskCard.tsx";
import { type Cards, useCurrentCard } from "./useCurrentCard.ts";

const VirtualCards = lazy(async () => ({ default: (await import("./VirtualCards.tsx")).VirtualCards }));

/** Up to this many cards are all drawn: cheaper than finding out which ones are in sight. */
const few = 30;

interface CardListProps extends Cards {
  /** Draws all cards and does not scroll by itself. */
  readonly whole: boolean;
}

/** Asks for the focus again when the cards go while one of them has it. */
function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const { actions } = useBoard();
  useLayoutEffect(() => {
    const element = root.current;
    return () => {
      const card = document.activeElement?.closest<HTMLElement>("[data-card]");
      if (card?.dataset["card"] && element?.contains(card)) actions.focus.request(card.dataset["card"]);
    };
  }, [actions, root]);
}

function PlainCards({ columnId, ids, label, whole }: CardListProps) {
  const root = useRef<HTMLDivElement>(null);
  const { index, onFocus } = useCurrentCard(ids, root, () => undefined);
  useKeptFocus(root);
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
  const isMany = cards.ids.length > few;
  // A list that was long once stays so: a filter makes it short for a moment only.
  const [isLong, setLong] = useState(isMany);
  if (isMany && !isLong) setLong(true);
  if (whole || !isLong) return <PlainCards {...cards} whole={whole} />;
  return (
    <Suspense fallback={<PlainCards {...cards} ids={cards.ids.slice(0, few)} whole={false} />}>
      <VirtualCards {...cards} />
    </Suspense>
  );
}
