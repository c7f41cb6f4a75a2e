import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { cli } from "@wijkbord/server/src/cli/cli.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";

let world: AgreementWorld;
const folder = mkdtempSync(join(tmpdir(), "wijkbord-export-"));
const key = join(folder, "key.json");
const file = join(folder, "export.json");
let good = "";
beforeAll(async () => {
  world = await AgreementWorld.start();
  const three = ["fenna", "demi", "joost"];
  const id = await world.draft(three);
  await world.open(id);
  for (const each of three) await world.sign(each, id);
  const { agreementExport } = await (await world.as("demi")).run<{ agreementExport: object }>(`query E($id: ID!) { agreementExport(id: $id) }`, { id });
  good = JSON.stringify(agreementExport, null, 2);
  writeFileSync(key, await (await fetch(`${world.hub.url}/.well-known/wijkbord-key`)).text());
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** Runs the command line on a text, with no hub named; exit code and problems. */
async function check(text: string): Promise<{ code: number; problems: string[] }> {
  writeFileSync(file, text);
  let out = "";
  const code = await cli(["verify-agreement", file, "--key", key, "--json"], {}, { out: (part) => void (out += part), terminal: { write: () => undefined } });
  return { code, problems: (JSON.parse(out) as { problems: string[] }).problems };
}

test("AG-28 an export is checked without the hub, and refused after one changed character, answer or signature", async () => {
  expect(await check(good)).toEqual({ code: 0, problems: [] });
  for (const [from, to] of [
    ["drie werkdagen", "drie werkdagEn"],
    ['"response": "CONSENT"', '"response": "STAND_ASIDE"'],
    ["Proefafspraak", "proefafspraak"],
    ["Gemeente Den Haag", "Gemeente Den Haog"],
  ] as const) {
    expect(good).toContain(from);
    const { code, problems } = await check(good.replace(from, to));
    expect(code).toBe(1);
    expect(problems).not.toEqual([]);
  }
  const value = /"value": "(.)/.exec(good)?.[1] ?? "";
  expect(await check(good.replace(`"value": "${value}`, `"value": "${value === "A" ? "B" : "A"}`))).toEqual({
    code: 1,
    problems: ["The signature of the hub does not fit this export."],
  });
  expect(await check("{}")).toEqual({ code: 1, problems: ["This file is not an export of an agreement."] });
});

test("AG-28 the command itself says in words whether an export is whole", async () => {
  const root = resolve(import.meta.dirname, "../..");
  const command = async (text: string) => {
    writeFileSync(file, text);
    const { PATH, HOME } = process.env;
    const args = ["scripts/run.ts", "packages/server/src/cli/main.ts", "verify-agreement", file, "--key", key];
    return promisify(execFile)(process.execPath, args, { cwd: root, env: { PATH, HOME } }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };
  expect(await command(good)).toEqual({ code: 0, stdout: expect.stringMatching(/^PA-\d+: text, answers and signature are as the hub signed them\.\n$/) });
  expect(await command(good.replace("drie werkdagen", "vier werkdagen"))).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("NOT as the hub signed it"),
  });
});
