import { type Config, readConfig } from "@wijkbord/server/src/config.ts";
import { type Hub, startHub } from "@wijkbord/server/src/hub.ts";

/** A real hub on a free port with the demo, in memory unless a data folder is named. */
export function startTestHub(env: Record<string, string> = {}): Promise<Hub> {
  const config: Config = readConfig({ PORT: "0", LOG_LEVEL: "silent", DEMO: "on", ...env });
  return startHub({ config, memory: env["DATA_DIR"] === undefined });
}
