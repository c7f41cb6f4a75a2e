import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { bundle } from "../../scripts/bundle.ts";
import { AgreementWorld } from "../harness/agreements.ts";
import { Client } from "../harness/client.ts";
import { hubProgram, startHubProcess } from "../harness/hubProcess.ts";
import { rounds } from "../harness/seeds.ts";
import { databaseKind, freshStore } from "../harness/store.ts";

const document = `mutation S($input: SignOffInput!) { signOff(input: $input) { __typename } }`;

/** A process that waits for a word to do the work of the calendar, as if it were this moment. */
async function jobProcess(program: string, env: Record<string, string>, time: Date) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program, time.toISOString()], {
    env: { PATH, HOME, PORT: "0", LOG_LEVEL: "silent", DEMO: "on", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close").then(() => child.exitCode);
  await Promise.race([once(child.stdout, "data"), ended]);
  return { go: () => child.stdin.write("go\n"), ended };
}

test.runIf(databaseKind() === "postgres")(
  "AG-32 of two holders of a mandate of one organisation who sign at the same instant in two processes, one answer stands; a deadline in three processes passes once",
  { timeout: 300_000 },
  async () => {
    await using store = await freshStore("demo");
    const program = await hubProgram();
    await using world = await AgreementWorld.start(new Date().toISOString(), store.env);
    await using first = await startHubProcess(program, store.env);
    await using second = await startHubProcess(program, store.env);
    const signers = [await Client.as(first.url, "fenna"), await Client.as(second.url, "bo")];
    const [organisationId] = await world.organisations("fenna");
    let id = "";
    for (let round = 0; round < rounds(3, 25); round += 1) {
      id = await world.draft(["fenna", "demi", "joost"]);
      await world.open(id);
      const { id: versionId, contentHash } = await world.latest("demi", id);
      const input = { versionId, organisationId, contentHash, expectedSignOffId: null, response: "CONSENT" };
      const answers = await Promise.all(signers.map((client) => client.run<{ signOff: { __typename: string } }>(document, { input })));
      expect(answers.map(({ signOff }) => signOff.__typename).toSorted()).toEqual(["SignOffPayload", "VersionConflict"]);
      const { signOffs } = await world.latest("demi", id);
      expect(signOffs).toHaveLength(1);
    }
    const late = new Date(world.now().getTime() + 9 * 86_400_000);
    const jobs = await bundle("tests/harness/jobProcess.ts", "tests/dist", "test-jobs.js");
    const workers = await Promise.all(Array.from({ length: 3 }, () => jobProcess(jobs, store.env, late)));
    for (const { go } of workers) go();
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const { timeline, versions } = await world.read("demi", id);
    expect(versions[0]?.state).toBe("CLOSED_INCOMPLETE");
    expect(timeline.filter(({ type }) => type === "CONSENT_ROUND_CLOSED")).toHaveLength(1);
  },
);
