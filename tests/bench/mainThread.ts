import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** CPU of the main thread of a page, in milliseconds: all of it, and its longest task. */
export interface Cost {
  readonly total: number;
  readonly longest: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number): number => Math.round(value * 10) / 10;

/** What a piece of work costs the main thread of the only page of a browser. */
export async function costOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<Cost> {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid}.${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mains.has(`${pid}.${tid}`))
    .map(({ tdur = 0 }) => tdur / 1_000);
  return { total: tasks.reduce((sum, each) => sum + each, 0), longest: Math.max(0, ...tasks) };
}

/** Waits until the page has drawn this often. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (left) =>
      new Promise((done) => {
        const next = (more: number) => (more === 0 ? done() : requestAnimationFrame(() => next(more - 1)));
        next(left);
      }),
    count,
  );

/** The median of five rounds of the same work. */
export async function medianCost(once: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let at = 0; at < 5; at += 1) costs.push(await once());
  return { total: round(median(costs.map(({ total }) => total))), longest: round(median(costs.map(({ longest }) => longest))) };
}
