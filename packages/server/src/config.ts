import { resolve } from "node:path";

/** Settings of a hub, read from the environment and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly logLevel: string;
}

/** A setting that the hub refuses to start with. */
export class ConfigError extends Error {}

const levels = ["trace", "debug", "info", "warn", "error", "silent"];
const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

function urlOf(name: string, value: string, protocols: string[]): string {
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new ConfigError(`${name} is not an address. Allowed: ${protocols.map((protocol) => `${protocol}//…`).join(" or ")}`);
  }
  return value;
}

/** Reads the settings; refuses unknown values with the name of the variable and what is allowed. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const value = (name: string) => env[name]?.trim() || undefined;
  const port = Number(value("PORT") ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError("PORT must be a whole number from 0 to 65535.");
  const host = value("HOST") ?? "127.0.0.1";
  const databaseUrl = value("DATABASE_URL") ?? null;
  if (databaseUrl) urlOf("DATABASE_URL", databaseUrl, ["postgres:", "postgresql:"]);
  const demo = value("DEMO") ?? (databaseUrl ? "off" : "on");
  if (!["on", "off", "public"].includes(demo)) throw new ConfigError("DEMO must be on, off or public.");
  if (demo === "on" && !loopback.has(host)) {
    throw new ConfigError(`DEMO=on is refused on HOST ${host}: anybody could sign in. Allowed: DEMO=off, or DEMO=public if that is meant.`);
  }
  const logLevel = value("LOG_LEVEL") ?? "info";
  if (!levels.includes(logLevel)) throw new ConfigError(`LOG_LEVEL must be one of ${levels.join(", ")}.`);
  const publicUrl = urlOf("PUBLIC_URL", value("PUBLIC_URL") ?? `http://localhost:${port}`, ["http:", "https:"]);
  return { port, host, dataDir: resolve(value("DATA_DIR") ?? ".wijkbord"), databaseUrl, publicUrl, demo: demo !== "off", logLevel };
}

