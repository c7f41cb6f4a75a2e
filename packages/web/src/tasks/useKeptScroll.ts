import { useEffect, useRef } from "react";
import { useLocation } from "../shared/router.tsx";

type Places = Map<string, number>;
/** How far lists and page were scrolled, by entry of the history of this tab. */
const kept = new Map<string, Places>();
const lists = ".board-page .card-list, .board-page .task-list";
/** So many frames lists may take to become as long as they were, and the heading to take the focus. */
const patience = 45;
const hands = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

const nameOf = (element: Element): string => element.querySelector("[aria-label]")?.getAttribute("aria-label") ?? element.className;

function place(places: Places): void {
  for (const element of document.querySelectorAll(lists)) {
    const top = places.get(nameOf(element));
    if (top !== undefined && Math.abs(element.scrollTop - top) > 1) element.scrollTop = top;
  }
  const page = places.get("");
  if (page !== undefined && Math.abs(window.scrollY - page) > 1) window.scrollTo({ top: page, behavior: "instant" });
}

/** Scrolls everything back, until it holds or somebody touches the page. */
function putBack(places: Places): void {
  let left = patience;
  const stop = () => (left = 0);
  for (const hand of hands) window.addEventListener(hand, stop, { once: true, passive: true });
  const step = () => {
    if (left <= 0) return;
    left -= 1;
    place(places);
    requestAnimationFrame(step);
  };
  step();
}

/** Back and forward show the lists as far as they were scrolled; a new visit begins at the top. */
export function useKeptScroll(): void {
  const { key } = useLocation();
  const former = useRef<string | null>(null);
  useEffect(() => {
    const before = former.current === null ? undefined : kept.get(former.current);
    const places: Places = kept.get(key) ?? new Map(before);
    if (former.current === null && kept.has(key)) putBack(new Map(places));
    kept.set(key, places);
    former.current = key;
    const onScroll = ({ target }: Event) => {
      if (target === document) places.set("", window.scrollY);
      else if (target instanceof Element && target.matches(lists)) places.set(nameOf(target), target.scrollTop);
    };
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", onScroll, { capture: true });
  }, [key]);
}
