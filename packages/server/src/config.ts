import { resolve } from "node:path";
import { isIP } from "node:net";

/** Settings of a hub, read from the environment and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Address people use; null: `http://localhost:` and the port the hub listens on. */
  readonly publicUrl: string | null;
  readonly demo: boolean;
  readonly logLevel: string;
  /** Opens `/metrics` to other machines that send it as bearer. */
  readonly metricsToken: string | null;
  /** Mail server, with its password: never logged. Null: the hub sends no mail. */
  readonly smtpUrl: string | null;
  /** Shows on a page what would be mailed: only a demo of the own machine, which has no mail server and no address elsewhere. */
  readonly mailPage: boolean;
}

/** Why the hub does not start, in one sentence for the operator. */
export class StartRefused extends Error {}

/** A setting that the hub refuses to start with. */
export class ConfigError extends StartRefused {}

/** Every variable the hub reads. */
export const variables = ["PORT", "HOST", "DATA_DIR", "DATABASE_URL", "PUBLIC_URL", "DEMO", "LOG_LEVEL", "METRICS_TOKEN", "SMTP_URL"] as const;
type Variable = (typeof variables)[number];

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const minimumToken = 24;

/** Names of hub software in general; whoever sets one means this hub, which does not read it (yet). */
const otherHubNames = /^(WIJKBORD_.*|REDIS_URL|VALKEY_URL|SMTP_(HOST|PORT|USER|PASSWORD)|OIDC_.*)$/;
/** Set by the scripts of the project itself. */
const ownSwitches = new Set(["WIJKBORD_LONG"]);

/** Whether a host name or address is this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/** Equal when letters are left out, doubled or swapped: `DATABSE_URL`, `DATADIR`, `PUBIC_URL`. */
function looksLike(name: string, known: string): boolean {
  const [a, b] = [name.replaceAll("_", ""), known.replaceAll("_", "")];
  if (a === b) return true;
  if (b.length < 7 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped || (restA.length <= 1 && restB.length <= 1);
}

/**
 * A variable that nothing reads is refused: one with the prefix `WIJKBORD_`, one of hub software in general,
 * and one that is nearly the name of a variable of the hub. Other variables belong to the machine.
 */
function refuseUnknown(names: readonly string[]): void {
  const known = new Set<string>(variables);
  for (const name of names) {
    if (known.has(name) || ownSwitches.has(name)) continue;
    const meant = variables.find((variable) => looksLike(name, variable));
    if (meant) throw new ConfigError(`${name} is not a variable of the hub. Did you mean ${meant}? Allowed: ${variables.join(", ")}.`);
    if (otherHubNames.test(name))
      throw new ConfigError(`${name} is set, and nothing in this version reads it. Take it away. Allowed: ${variables.join(", ")}.`);
  }
}

function urlOf(name: Variable, value: string, protocols: readonly string[]): URL {
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new ConfigError(`${name} is not an address. Allowed: ${protocols.map((protocol) => `${protocol}//…`).join(" or ")}`);
  }
  return new URL(value);
}

function publicUrlOf(value: string): string {
  const url = urlOf("PUBLIC_URL", value, ["http:", "https:"]);
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new ConfigError(
      `PUBLIC_URL must start with https:// outside this machine: sign-in cookies are sent over https only. Allowed: https://…, or http://localhost:PORT.`,
    );
  }
  if (url.pathname !== "/" || url.search || url.hash || url.username)
    throw new ConfigError("PUBLIC_URL must be an address without path, such as https://wijkbord.example.nl.");
  return url.origin;
}

/** Reads the settings; refuses unknown values with the name of the variable and what is allowed. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const value = (name: Variable) => env[name]?.trim() || undefined;
  refuseUnknown(Object.keys(env).filter((name) => env[name] !== undefined));
  const portText = value("PORT") ?? "4000";
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535) throw new ConfigError("PORT must be a whole number from 0 to 65535; 0 takes a free port.");
  const host = value("HOST") ?? "127.0.0.1";
  if (!isIP(host) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host))
    throw new ConfigError("HOST must be an IP address or a host name, such as 127.0.0.1 or 0.0.0.0.");
  const databaseUrl = value("DATABASE_URL") ?? null;
  if (databaseUrl) urlOf("DATABASE_URL", databaseUrl, ["postgres:", "postgresql:"]);
  const dataDir = value("DATA_DIR") ?? ".wijkbord";
  if (dataDir.includes("\u0000")) throw new ConfigError("DATA_DIR must be the path of a folder.");
  const demo = value("DEMO") ?? (databaseUrl ? "off" : "on");
  if (!["on", "off", "public"].includes(demo)) throw new ConfigError("DEMO must be on, off or public.");
  if (demo === "on" && !isLoopback(host)) {
    throw new ConfigError(`DEMO=on is refused on HOST ${host}: anybody could sign in. Allowed: DEMO=off, or DEMO=public if that is meant.`);
  }
  const logLevel = value("LOG_LEVEL") ?? "info";
  if (!levels.includes(logLevel)) throw new ConfigError(`LOG_LEVEL must be one of ${levels.join(", ")}.`);
  const metricsToken = value("METRICS_TOKEN") ?? null;
  if (metricsToken && metricsToken.length < minimumToken) throw new ConfigError(`METRICS_TOKEN must have at least ${minimumToken} characters.`);
  const smtpUrl = value("SMTP_URL") ?? null;
  if (smtpUrl) urlOf("SMTP_URL", smtpUrl, ["smtp:", "smtps:"]);
  const publicUrl = value("PUBLIC_URL") ? publicUrlOf(value("PUBLIC_URL") ?? "") : null;
  const ownMachine = isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  const mailPage = demo === "on" && smtpUrl === null && ownMachine;
  return { port, host, dataDir: resolve(dataDir), databaseUrl, publicUrl, demo: demo !== "off", logLevel, metricsToken, smtpUrl, mailPage };
}
