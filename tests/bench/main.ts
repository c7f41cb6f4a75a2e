import "reflect-metadata";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchBoard } from "./board.ts";
import { benchMatrix } from "./matrix.ts";

const benches: Readonly<Record<string, () => Promise<Record<string, number>>>> = { board: benchBoard, matrix: benchMatrix };
const file = join(process.cwd(), "bench-results.json");
const wanted = process.argv.slice(2);
const results = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, number>) : {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = await bench();
  for (const [key, value] of Object.entries(measured)) console.log(`${key.padEnd(36)} ${value}`);
  Object.assign(results, measured);
}
writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
