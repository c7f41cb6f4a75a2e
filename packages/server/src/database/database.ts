import { AsyncLocalStorage } from "node:async_hooks";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as EmbeddedORM } from "@mikro-orm/pglite";
import { type EntityManager, MikroORM as PostgresORM } from "@mikro-orm/postgresql";
import { migrations } from "./migrations/index.ts";
import { tables } from "./tables.ts";

export type { EntityManager } from "@mikro-orm/postgresql";

/** Where the rows live: a PostgreSQL server, a folder for the embedded database, or memory. */
export type DatabaseLocation = { url: string } | { folder: string } | { memory: true };

export interface Database extends AsyncDisposable {
  readonly embedded: boolean;
  /** A fresh entity manager for reading. Refuses inside an open transaction: the embedded database would wait for itself. */
  read(): EntityManager;
  /** Runs work in one transaction. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const common = {
    entities: tables,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: "migration" },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    logger: () => {},
  };
  const embedded = !("url" in location);
  const orm =
    "url" in location
      ? await PostgresORM.init({ ...common, clientUrl: location.url, pool: { min: 0, max: 10 } })
      : await EmbeddedORM.init({ ...common, dbName: "folder" in location ? location.folder : "memory://" });
  await orm.migrator.up();

  const open = new AsyncLocalStorage<boolean>();
  const root = orm.em as EntityManager;
  return {
    embedded,
    read() {
      if (open.getStore()) throw new Error("A read outside the open transaction: use the entity manager of the transaction.");
      return root.fork();
    },
    transaction: (work) => open.run(true, () => root.fork().transactional(work)),
    [Symbol.asyncDispose]: () => orm.close(true),
  };
}
