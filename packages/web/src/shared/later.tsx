import { type ComponentType, lazy, Suspense } from "react";

/** How long the first view has the line for itself. */
const calm = 3_000;
const whenIdle = (run: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(run) : setTimeout(run));

/** Loads a part of the page once the browser has nothing else to do. It also opens without a connection from then on. */
export function loadWhenIdle(load: () => Promise<unknown>): void {
  if (typeof window === "undefined") return;
  setTimeout(() => whenIdle(() => void load().catch(() => undefined)), calm);
}

/** A part that the first view can do without: loaded when idle, or before that when it is shown. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  loadWhenIdle(load);
  return (props: Props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}
