import "reflect-metadata";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { fillDemo } from "./fillDemo.ts";
import type { Filling } from "./store.ts";

/** Makes the embedded databases that the hubs of a run start from. */
export default async function preparePglite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "wijkbord-pglite-"));
  const save = async (filling: Filling) => {
    const database = await PGlite.create({ dataDir: join(folder, "database") });
    const file = join(folder, `${filling}.tar`);
    await writeFile(file, Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer()));
    await database.close();
    return file;
  };
  const location = { folder: join(folder, "database") };
  await fillDemo(location, false);
  const migrated = await save("migrated");
  await fillDemo(location, true);
  project.provide("prepared", { kind: "pglite", migrated, demo: await save("demo") });
  return () => rm(folder, { recursive: true, force: true });
}
