import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askHub } from "@wijkbord/server/src/cli/askHub.ts";
import { cli } from "@wijkbord/server/src/cli/cli.ts";
import { socketPath } from "@wijkbord/server/src/cli/socketPath.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { databaseKind, freshStore } from "../harness/store.ts";
import { smallBoard } from "./trelloFile.ts";

const folder = mkdtempSync(join(tmpdir(), "wijkbord-files-"));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
let store: Awaited<ReturnType<typeof freshStore>>;
let env: Record<string, string>;
beforeAll(async () => {
  store = await freshStore("demo");
  env = { LOG_LEVEL: "silent", PORT: "0", DEMO: "on", ...store.env };
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** Runs a command line; gives its exit code and what it wrote. */
async function wijkbord(...args: string[]): Promise<{ code: number; out: string; progress: string }> {
  let out = "";
  let progress = "";
  const code = await cli(args, env, { out: (text) => void (out += text), terminal: { write: (text) => void (progress += text) } });
  return { code, out, progress };
}
const trello = () => file("bord.json", JSON.stringify(smallBoard()));

test("T11-20 help and wrong usage: every command explains itself, exit code 2 for what cannot be", async () => {
  const help = await wijkbord("--help");
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes") });
  for (const command of [["import", "trello"], ["import", "areas"], ["demo", "generate"], ["create-coalition"], ["doctor"]]) {
    expect(await wijkbord(...command, "--help")).toMatchObject({ code: 0, out: expect.stringContaining("Usage: wijkbord") });
  }
  expect((await wijkbord()).code).toBe(2);
  expect(await wijkbord("fly")).toMatchObject({ code: 2, progress: expect.stringContaining("unknown command 'fly'") });
  expect(await wijkbord("import", "trello", "x.json")).toMatchObject({ code: 2, progress: expect.stringContaining("--board") });
  expect(await wijkbord("demo", "generate", "--tasks", "veel")).toMatchObject({ code: 2, progress: expect.stringContaining("whole number") });
});

test("T11-21 a refusal is one sentence and exit code 1", async () => {
  expect(await wijkbord("import", "areas", "weg.csv")).toEqual({ code: 1, out: "", progress: "There is no file weg.csv.\n" });
  const broken = file("kapot.json", `{"cards": [`);
  const answer = await wijkbord("import", "trello", broken, "--board", "WK051836", "--coalition", "zuidwest");
  expect(answer).toMatchObject({ code: 1, out: "" });
  expect(answer.progress).toMatch(/The file ends too early, at cards\[0\] \(line 1, byte 11\): part of it is missing\.\n$/);
});

test("T11-22 without a hub the command line opens the database itself", async () => {
  const dry = await wijkbord("import", "trello", trello(), "--board", "ZW-VREDERUST", "--coalition", "zuidwest", "--dry-run");
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed. This would happen:") });
  expect(dry.out).toContain("Mee bezig → IN_PROGRESS (guessed; new column; 4 cards)");
  expect(dry.progress).toContain("checking 100%");
  const doctor = await wijkbord("doctor");
  expect(doctor).toMatchObject({ code: 0, out: expect.not.stringContaining("FAIL") });
});

test("T11-23 while the hub runs it does the work itself, and its boards change", async () => {
  await using hub = await startTestHub(env);
  if (databaseKind() === "pglite") expect(statSync(socketPath(store.env["DATA_DIR"] ?? "")).mode & 0o777).toBe(0o600);
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Vrederust");
  const followed = fenna.follow(board.id, board.asOfSequence, (batches) => batches.some(({ events }) => events.length > 0));
  const map = file("leden.csv", "member;organisation;person\nannabuiten;De Portiek;Demi Demo\n");
  const landed = await wijkbord(
    "import",
    "trello",
    trello(),
    "--board",
    "ZW-VREDERUST",
    "--coalition",
    "zuidwest",
    "--map",
    map,
    "--states",
    "Te doen=afgesproken",
  );
  expect(landed).toMatchObject({ code: 0, out: expect.stringContaining("Anna Buiten → De Portiek (Demi Demo), proposed (1 card)") });
  expect((await followed).flatMap(({ events }) => events).map(({ type }) => type)).toEqual(["BOARD_IMPORTED"]);
  expect((await boardCalled(fenna, "Vrederust")).columns.map(({ state }) => state)).toEqual(["AGREED", "IN_PROGRESS", "DONE"]);
  const refused = await wijkbord("import", "trello", trello(), "--board", "nergens", "--coalition", "zuidwest");
  expect(refused).toMatchObject({ code: 1, progress: expect.stringContaining('has no board "nergens"') });
  const made = await wijkbord(
    "create-coalition",
    "--name",
    "Coalitie Noord",
    "--slug",
    "noord",
    "--prefix",
    "ND",
    "--municipality",
    "GM0518",
    "--organisation",
    "Gemeente Noord",
    "--coordinator",
    "Kim Voorbeeld <kim@noord.example>",
  );
  expect(made).toMatchObject({ code: 0, out: "Made the coalition /noord.\n" });
  expect(await wijkbord("doctor", "--json")).toMatchObject({ code: 0, out: expect.stringContaining('"ok":true') });
});

test("T11-24 stopping the command line stops the hub too, and leaves nothing behind", async () => {
  if (databaseKind() === "postgres") return;
  await using hub = await startTestHub(env);
  const stop = new AbortController();
  const text = JSON.stringify(smallBoard());
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text.slice(0, 2_000));
    await new Promise((resolve) => stop.signal.addEventListener("abort", resolve));
  }
  const options = { coalition: "zuidwest", board: "WK051836", members: [], states: {}, owner: null, dryRun: false };
  const asked = askHub(socketPath(store.env["DATA_DIR"] ?? ""), "import trello", options, slow(), { signal: stop.signal, progress: () => stop.abort() });
  await expect(asked).rejects.toThrow(/abort/i);
  await expect.poll(() => hub.services.database.read().execute("select id from import_run")).toEqual([]);
});

test("T16-01 demo reset makes the demo as on the first day and leaves other coalitions alone", async () => {
  await using hub = await startTestHub(env);
  const fenna = await Client.as(hub.url, "fenna");
  const { code, out } = await wijkbord("demo", "reset");
  expect(code).toBe(0);
  expect(out).toMatch(/^The demo is as on the first day: zuidwest, venlo\. \d+ demo sessions? ended\.\n$/);
  expect((await fenna.send(`{ boards { id } }`)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  const again = await Client.as(hub.url, "fenna");
  expect((await boardCalled(again, "Moerwijk")).tasks).toHaveLength(24);
  const em = hub.services.database.read();
  expect(await em.execute(`select slug, is_demo from coalition order by slug`)).toEqual([
    { slug: "noord", is_demo: false },
    { slug: "venlo", is_demo: true },
    { slug: "zuidwest", is_demo: true },
  ]);
  expect(await em.execute(`select title from task where unconfirmed_import`)).toEqual([]);
  expect(await wijkbord("doctor")).toMatchObject({ code: 0, out: expect.not.stringContaining("FAIL") });
});
