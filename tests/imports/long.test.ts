import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openDatabase } from "@wijkbord/server/src/database/database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshStore } from "../harness/store.ts";
import { trelloId } from "./trelloFile.ts";

const long = process.env["WIJKBORD_LONG"] !== undefined;
const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "wijkbord-large-"));
const file = join(folder, "groot.json");
const cards = 16_000;

function* large(): Generator<string> {
  const list = (index: number) => ({ id: trelloId(2 + index), name: `Lijst ${index}`, closed: false, pos: index });
  const card = (index: number) => ({
    id: trelloId(1_000 + index),
    name: `Kaart nummer ${index}`,
    desc: "Tekst met **opmaak** en woorden die nergens over gaan. ".repeat(40),
    idList: trelloId(2 + (index % 5)),
    pos: index * 65_536.5,
    closed: index % 3 === 0,
    limits: { attachments: { perCard: { status: "ok", disableAt: 1_000, warnAt: 900 } } },
  });
  const comment = (index: number) => ({
    id: trelloId(500_000 + index),
    type: "commentCard",
    date: "2024-03-02T10:00:00.000Z",
    data: { text: "Een reactie met wat woorden erin. ".repeat(8), card: { id: trelloId(1_000 + (index % cards)) } },
  });
  const all = (count: number, one: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => `${index === 0 ? "" : ","}${JSON.stringify(one(index))}`);
  yield `{"lists":[`;
  yield* all(5, list);
  yield `],"actions":[`;
  yield* all(30_000, comment);
  yield `],"cards":[`;
  yield* all(cards, card);
  yield "]}";
}

/** Starts an import in a process of its own; tells each line of progress. */
function startImport(env: Record<string, string>, heard: (line: string, child: ChildProcess) => void): { child: ChildProcess; ended: Promise<number | null> } {
  const args = ["scripts/run.ts", "packages/server/src/cli/main.ts", "import", "trello", file, "--board", "ZW-VREDERUST", "--coalition", "zuidwest"];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, DEMO: "on", PORT: "0", ...env }, stdio: ["ignore", "ignore", "pipe"] });
  if (child.stderr) createInterface({ input: child.stderr }).on("line", (line) => heard(line, child));
  return { child, ended: new Promise((resolve) => child.on("exit", (code) => resolve(code))) };
}

const residentMegabytes = ({ pid }: ChildProcess) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

describe.skipIf(!long || process.platform !== "linux")("large files", () => {
  beforeAll(async () => {
    await pipeline(Readable.from(large()), createWriteStream(file));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("T11-07 a file of 50 MB makes the importing process grow by less than 200 MB", async () => {
    await using store = await freshStore("demo");
    const sizes: number[] = [];
    const { ended } = startImport(store.env, (line, child) => {
      if (/^(reading|checking|landing)/.test(line)) sizes.push(residentMegabytes(child));
    });
    expect(await ended).toBe(0);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes) - (sizes[0] ?? 0)).toBeLessThan(200);
  }, 900_000);

  test.for(["reading 50%", "checking 50%", "landing 0%"])("T11-08 killed at %s an import leaves nothing", { timeout: 900_000 }, async (moment) => {
    await using store = await freshStore("demo");
    const { ended } = startImport(store.env, (line, child) => {
      if (line >= moment && line.startsWith(moment.slice(0, 8))) child.kill("SIGKILL");
    });
    expect(await ended).toBeNull();
    await using database = await openDatabase(store.location);
    const left = await database.read()
      .execute(`select (select count(*)::int from task t where t.external_id is not null) as tasks, (select count(*)::int from event e where e.type = 'BOARD_IMPORTED') as events,
      (select count(*)::int from imported) as known`);
    expect(left).toEqual([{ tasks: 0, events: 0, known: 0 }]);
  });
});
