import { later } from "../shared/later.tsx";

/** How much waits beside an entry of the menu; the first view does without. */
export const MenuCount = later(async () => (await import("./MenuCount.tsx")).MenuCount);
