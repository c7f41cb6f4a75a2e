import { AsyncLocalStorage } from "node:async_hooks";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as EmbeddedORM } from "@mikro-orm/pglite";
import { type EntityManager, MikroORM as PostgresORM } from "@mikro-orm/postgresql";
import { StartRefused } from "../config.ts";
import { type EmbeddedLocation, openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { tables } from "./tables.ts";

export type { EntityManager } from "@mikro-orm/postgresql";

/** Where the rows live: a PostgreSQL server, or the embedded database. */
export type DatabaseLocation = { url: string } | EmbeddedLocation;

export interface Database extends AsyncDisposable {
  readonly embedded: boolean;
  /** A fresh entity manager for reading. Refuses inside an open transaction: the embedded database would wait for itself. */
  read(): EntityManager;
  /** Runs work in one transaction; refuses inside another one. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
}

interface Connection extends AsyncDisposable {
  readonly orm: PostgresORM | EmbeddedORM;
}

const options = {
  entities: tables,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, tableName: "migration" },
  forceUtcTimezone: true,
  allowGlobalContext: false,
  ensureDatabase: false,
  logger: () => {},
};

async function connectServer(clientUrl: string): Promise<Connection> {
  const orm = await PostgresORM.init({ ...options, clientUrl, pool: { min: 0, max: 10 } });
  return { orm, [Symbol.asyncDispose]: () => orm.close(true) };
}

async function connectEmbedded(location: EmbeddedLocation): Promise<Connection> {
  const pglite = await openEmbedded(location);
  const orm = await EmbeddedORM.init({ ...options, dbName: "embedded", driverOptions: { pglite: () => pglite } });
  return {
    orm,
    async [Symbol.asyncDispose]() {
      await orm.close(true);
      await pglite.close();
    },
  };
}

/** Says in one sentence why a server does not answer. */
function unreachable(url: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof StartRefused || !/^(E[A-Z]+|28\w{3}|3D000)$/.test(code)) return error;
  const { host, pathname } = new URL(url);
  return new StartRefused(
    `DATABASE_URL: no database answers at ${host}${pathname} (${code}). Allowed: a PostgreSQL server, 15 or newer, that runs and accepts this user.`,
  );
}

/** Connects to a database, without touching its tables. */
export const connect = (location: DatabaseLocation): Promise<Connection> => ("url" in location ? connectServer(location.url) : connectEmbedded(location));

/** Opens the database and brings its tables up to date. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const connection = await connect(location);
  const em = connection.orm.em as EntityManager;
  const embedded = !("url" in location);
  try {
    await migrate(em, connection.orm.migrator, embedded);
  } catch (error) {
    await connection[Symbol.asyncDispose]();
    throw embedded ? error : unreachable(location.url, error);
  }
  const open = new AsyncLocalStorage<boolean>();
  const fork = () => {
    if (open.getStore()) throw new Error("A query outside the open transaction: use the entity manager of the transaction.");
    return em.fork();
  };
  return {
    embedded,
    read: fork,
    async transaction(work) {
      const own = fork();
      return open.run(true, () => own.transactional(work));
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}
