import { useSyncExternalStore } from "react";
import { loadAhead, loadWhenIdle } from "../shared/later.tsx";

type DragTools = typeof import("./drag.ts");

let tools: DragTools | null = null;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  tools = await import("./drag.ts");
  for (const listener of listeners) listener();
}

const hasPointer = typeof window !== "undefined" && window.matchMedia("(any-pointer: fine)").matches;
if (hasPointer) {
  loadWhenIdle(load);
  // A hand that moves over the page may take a card next.
  window.addEventListener("pointermove", () => void loadAhead(load), { once: true, passive: true });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What makes cards draggable; null until it is loaded, and on devices without a pointer to drag with. */
export const useDragTools = (): DragTools | null => useSyncExternalStore(subscribe, () => tools);
