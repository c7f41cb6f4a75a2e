import type { EntityManager, IMigrator } from "@mikro-orm/postgresql";
import { StartRefused } from "../config.ts";
import { migrations } from "./migrations/index.ts";

/** Any number that no other program uses for a lock in the same database. */
const migrationLock = 7_465_812_031;
const oldestPostgres = 150_000;

/** The database was made by a newer hub. */
export class DatabaseTooNew extends StartRefused {}

async function refuseOlderServer(em: EntityManager): Promise<void> {
  const [found] = await em
    .fork()
    .execute<{ version: number; shown: string }[]>("select current_setting('server_version_num')::int as version, current_setting('server_version') as shown");
  if (found && found.version < oldestPostgres) throw new StartRefused(`DATABASE_URL points at PostgreSQL ${found.shown}. Allowed: 15 or newer.`);
}

/** Brings the tables up to date; forward only, and never by a hub that knows less than the database. */
async function bringUpToDate(migrator: IMigrator): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = (await migrator.getExecuted()).find(({ name }) => !known.has(name));
  if (unknown) {
    throw new DatabaseTooNew(
      `The database was made by a newer Wijkbord (it has migration ${unknown.name}). Start that version or a later one; nothing was changed.`,
    );
  }
  await migrator.up();
}

/** Migrates under a lock, so that hubs which start together on one server do it once. */
export async function migrate(em: EntityManager, migrator: IMigrator, embedded: boolean): Promise<void> {
  if (embedded) return bringUpToDate(migrator);
  await refuseOlderServer(em);
  await em.fork().transactional(async (holder) => {
    await holder.execute("select pg_advisory_xact_lock(?)", [migrationLock]);
    await bringUpToDate(migrator);
  });
}
