import "reflect-metadata";
import { once } from "node:events";
import { readConfig } from "@wijkbord/server/src/config.ts";
import { hubServices, openStore } from "@wijkbord/server/src/hub.ts";

/** A process that does the work of the calendar once, at the time that is named, when it hears a line. */
const [time = ""] = process.argv.slice(2);
await using database = await openStore(readConfig(process.env));
const { jobs } = hubServices(database, { now: () => new Date(time) }, true);
process.stdout.write("ready\n");
await once(process.stdin, "data");
for (const job of jobs) await job.run();
process.stdin.destroy();
