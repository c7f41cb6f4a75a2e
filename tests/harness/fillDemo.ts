import { type DatabaseLocation, openDatabase } from "@wijkbord/server/src/database/database.ts";
import { seedDemo } from "@wijkbord/server/src/demo/seed.ts";
import { hubServices } from "@wijkbord/server/src/hub.ts";
import { systemClock } from "@wijkbord/server/src/time/clock.ts";

/** Makes the tables in a database, and fills the demo when asked. */
export async function fillDemo(location: DatabaseLocation, withDemo: boolean): Promise<void> {
  await using database = await openDatabase(location);
  if (withDemo) await seedDemo(hubServices(database, systemClock, true));
}
