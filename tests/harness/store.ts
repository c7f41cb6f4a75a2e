import { openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { DatabaseLocation } from "@wijkbord/server/src/database/database.ts";
import { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { inject } from "vitest";

/** What a run prepared once: a database with tables, and one with the demo in it. */
export type Prepared = { kind: "pglite"; migrated: string; demo: string } | { kind: "postgres"; server: string; migrated: string; demo: string };

declare module "vitest" {
  interface ProvidedContext {
    prepared: Prepared;
  }
}

export type Filling = "migrated" | "demo";

/** Which database the tests of this run use. */
export const databaseKind = (): Prepared["kind"] => inject("prepared").kind;

/** Runs one statement on a server, outside the hub. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new database on the PostgreSQL of this run. */
export async function freshDatabase(filling: Filling): Promise<AsyncDisposable & { url: string }> {
  const prepared = inject("prepared");
  if (prepared.kind !== "postgres") throw new Error("This run has no PostgreSQL.");
  const name = `hub_${uuidv7().replaceAll("-", "")}`;
  await onServer(prepared.server, `create database ${name} template ${prepared[filling]}`);
  const url = new URL(prepared.server);
  url.pathname = `/${name}`;
  return { url: url.href, [Symbol.asyncDispose]: () => onServer(prepared.server, `drop database if exists ${name} with (force)`) };
}

/** The prepared embedded database, to keep in memory. */
export async function savedDatabase(filling: Filling): Promise<Blob> {
  const prepared = inject("prepared");
  if (prepared.kind !== "pglite") throw new Error("This run has no embedded database.");
  return openAsBlob(prepared[filling]);
}

/** A new data folder with the prepared embedded database in it. */
export async function freshFolder(filling: Filling): Promise<AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "wijkbord-data-"));
  const database = await PGlite.create({ dataDir: join(folder, "database"), loadDataDir: await savedDatabase(filling) });
  await database.close();
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A database of its own for one test, on disk, as a location and as the settings of a hub. */
export async function freshStore(filling: Filling): Promise<AsyncDisposable & { location: DatabaseLocation; env: Record<string, string> }> {
  if (databaseKind() === "postgres") {
    const { url, [Symbol.asyncDispose]: drop } = await freshDatabase(filling);
    return { location: { url }, env: { DATABASE_URL: url }, [Symbol.asyncDispose]: drop };
  }
  const { folder, [Symbol.asyncDispose]: remove } = await freshFolder(filling);
  return { location: { folder: join(folder, "database") }, env: { DATA_DIR: folder }, [Symbol.asyncDispose]: remove };
}
