import { readConfig } from "@wijkbord/server/src/config.ts";
import { type Hub, type HubOptions, startHub } from "@wijkbord/server/src/hub.ts";
import { databaseKind, freshDatabase, savedDatabase } from "./store.ts";

const ownStore = (env: Record<string, string>) => env["DATA_DIR"] !== undefined || env["DATABASE_URL"] !== undefined;

/**
 * A real hub on a free port, on the database of this run, with the demo in it unless `DEMO` is off.
 * A clock of the test's own fills the demo anew, so that its dates are those of that clock.
 */
export async function startTestHub(
  env: Record<string, string> = {},
  options: Pick<HubOptions, "clock" | "webRoot" | "log" | "requestTime"> = {},
): Promise<Hub> {
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", DEMO: "on", ...env });
  if (ownStore(env)) return startHub({ config, ...options });
  const filling = config.demo && !options.clock ? "demo" : "migrated";
  if (databaseKind() === "pglite") return startHub({ config, ...options, memory: await savedDatabase(filling) });
  const { url, [Symbol.asyncDispose]: drop } = await freshDatabase(filling);
  const hub = await startHub({ config: { ...config, databaseUrl: url }, ...options });
  return {
    ...hub,
    async [Symbol.asyncDispose]() {
      await hub[Symbol.asyncDispose]();
      await drop();
    },
  };
}
