import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { databaseKind } from "./store.ts";

const folder = resolve(import.meta.dirname, "../../.cache");

/** Whether the full counts of the acceptance lines are asked. */
export const isLong = Boolean(process.env["WIJKBORD_LONG"]);

/** How many rounds of something this run does. */
export const rounds = (short: number, long: number): number => (isLong ? long : short);

/** Of looks in a row: all of them in the long form, else the first and the last, which differ most. */
export const looksOf = <Look>(all: readonly Look[]): readonly Look[] => (isLong ? all : all.filter((_, index) => index === 0 || index === all.length - 1));

const fileOf = (name: string) => join(folder, `failing-${name}-${databaseKind()}.json`);
const kept = (file: string) => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as number[]) : []);

/** Seeds 1 to count, after those that failed before. */
export const seeds = (name: string, count: number): number[] => [
  ...new Set([...kept(fileOf(name)), ...Array.from({ length: count }, (_, index) => index + 1)]),
];

/** Runs the work with a seed; a failing seed is printed and kept for the next run. */
export async function withSeed(name: string, seed: number, work: () => Promise<void>): Promise<void> {
  const file = fileOf(name);
  const others = () => kept(file).filter((each) => each !== seed);
  const keep = (failing: number[]) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(failing));
  };
  try {
    await work();
    if (kept(file).includes(seed)) keep(others());
  } catch (error) {
    keep([seed, ...others()]);
    throw new Error(`${name} fails with seed ${seed}, kept in ${file}`, { cause: error });
  }
}
