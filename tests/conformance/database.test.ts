import { tmpdir } from "node:os";
import { join } from "node:path";
import { CoalitionTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import { StartRefused } from "@wijkbord/server/src/config.ts";
import { connect, type DatabaseLocation, openDatabase } from "@wijkbord/server/src/database/database.ts";
import { lockDataFolder } from "@wijkbord/server/src/database/lock.ts";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { databaseKind, freshStore } from "../harness/store.ts";

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartRefused);
  return (error as StartRefused).message;
};

/** Indexes that a table definition cannot say: on a part of the rows, or of another kind. */
async function ownIndexes(location: DatabaseLocation): Promise<string[]> {
  await using database = await openDatabase(location);
  const found = await database
    .read()
    .execute<{ indexname: string; indexdef: string }[]>("select indexname, indexdef from pg_indexes where schemaname = 'public'");
  return found.filter(({ indexdef }) => / where | using (gin|gist) |\(\(?lower\(/i.test(indexdef)).map(({ indexname }) => `drop index "${indexname}";`);
}

test("DB-01 the migrated database has the tables, columns and keys of the definitions", async () => {
  await using store = await freshStore("migrated");
  const allowed = await ownIndexes(store.location);
  await using connection = await connect(store.location);
  const difference = (await connection.orm.schema.getUpdateSchemaSQL({ wrap: false })).split("\n").filter((line) => line.trim() !== "");
  expect(difference.filter((line) => !allowed.includes(line))).toEqual([]);
});

test("DB-02 a query outside the open transaction is refused, and the transaction leaves no trace", async () => {
  await using store = await freshStore("demo");
  await using database = await openDatabase(store.location);
  const before = await database.read().count(CoalitionTable, {});
  const work = (inside: () => unknown) =>
    database.transaction(async (em) => {
      await em.execute("delete from coalition");
      await inside();
    });
  await expect(work(() => database.read())).rejects.toThrow(/entity manager of the transaction/);
  await expect(work(() => database.transaction(async () => {}))).rejects.toThrow(/entity manager of the transaction/);
  expect(await database.read().count(CoalitionTable, {})).toBe(before);
});

test("DB-03 a newer database refuses an older hub and is not changed", async () => {
  await using store = await freshStore("migrated");
  {
    await using database = await openDatabase(store.location);
    await database.transaction((em) => em.execute("insert into migration (name, executed_at) values ('9999', timestamp '2030-01-01')"));
  }
  expect(await refusal(openDatabase(store.location))).toMatch(/made by a newer Wijkbord \(it has migration 9999\)/);
});

test.runIf(databaseKind() === "postgres")("DB-04 hubs that start together on one server migrate once", async () => {
  await using store = await freshStore("migrated");
  {
    await using database = await openDatabase(store.location);
    await database.transaction((em) => em.execute("drop schema public cascade; create schema public"));
  }
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase(store.location)));
  const [first] = opened;
  const names = await first?.read().execute<{ name: string }[]>("select name from migration");
  expect(new Set(names?.map(({ name }) => name)).size).toBe(names?.length);
  await Promise.all(opened.map((database) => database[Symbol.asyncDispose]()));
});

test.runIf(databaseKind() === "postgres")("DB-05 a server that does not answer, or a database that is not there, is named in one sentence", async () => {
  await using store = await freshStore("migrated");
  const url = new URL(store.env["DATABASE_URL"] ?? "");
  url.pathname = "/nergens";
  expect(await refusal(openDatabase({ url: url.href }))).toContain(`DATABASE_URL: no database answers at ${url.host}/nergens`);
  url.port = "1";
  expect(await refusal(openDatabase({ url: url.href }))).toContain("ECONNREFUSED");
  url.password = "fout";
  expect(await refusal(openDatabase({ url: url.href }))).not.toContain("fout");
});

test.runIf(databaseKind() === "pglite")("DB-06 a data folder has one holder, and is free when that one stops", () => {
  const folder = join(tmpdir(), `wijkbord-lock-${uuidv7()}`);
  const first = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(`DATA_DIR ${folder} is in use by process ${process.pid}. Stop that hub first, or choose another DATA_DIR.`);
  first[Symbol.dispose]();
  lockDataFolder(folder)[Symbol.dispose]();
});
