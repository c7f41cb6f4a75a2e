import { type ComponentType, lazy, Suspense } from "react";

/** How long the first view has the line for itself. */
const calm = 3_000;
/** How long a busy page may put off what it will need without a connection. */
const latest = 5_000;
const whenIdle = (run: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(run, { timeout: latest }) : setTimeout(run));

const online = () => new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));

/** Loads what may be needed soon; without a connection it waits for one. A failure shows when the part itself is asked for. */
export async function loadAhead(load: () => Promise<unknown>): Promise<void> {
  if (!navigator.onLine) await online();
  await load().catch(() => undefined);
}

/** Loads a part of the page once the browser has nothing else to do. It also opens without a connection from then on. */
export function loadWhenIdle(load: () => Promise<unknown>): void {
  if (typeof window === "undefined") return;
  setTimeout(() => whenIdle(() => void loadAhead(load)), calm);
}

/** What cannot be loaded without a connection is loaded when there is one again. */
async function loadOrWait<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (navigator.onLine) throw error;
    await online();
    return load();
  }
}

/** A part that the first view can do without: loaded when idle, or before that when it is shown. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await loadOrWait(load) }));
  loadWhenIdle(load);
  return (props: Props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}
