import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";
import { bundle, root } from "./bundle.ts";
import { hubProgram, prepareDocuments } from "./prepare.ts";

const hubUrl = `http://127.0.0.1:${process.env["PORT"] ?? "4000"}`;
const hubEnv = { ...process.env };
const quietTime = 150;

let hub: ChildProcess | null = null;
let busy: Promise<void> = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

async function stop(): Promise<void> {
  if (!hub || hub.exitCode !== null || hub.signalCode !== null) return;
  const ended = once(hub, "exit");
  hub.kill("SIGTERM");
  await ended;
}

/** Makes the hub anew and starts it; a mistake in the code leaves the old one stopped and says what is wrong. */
async function restart(): Promise<void> {
  try {
    prepareDocuments();
    await bundle("packages/server/src/main.ts", "packages/server/dist");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  await stop();
  hub = spawn(process.execPath, ["--enable-source-maps", hubProgram], { cwd: root, env: hubEnv, stdio: "inherit" });
}

function changed(_kind: string, file: string | null): void {
  if (!file || !/\.(ts|graphql|sql|json)$/.test(file) || file.endsWith(".test.ts")) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    busy = busy.then(restart);
  }, quietTime);
}

process.on("exit", () => hub?.kill());
await restart();
process.env["WIJKBORD_HUB"] = hubUrl;
const web = await createServer({
  root: join(root, "packages/web"),
  configFile: join(root, "packages/web/vite.config.ts"),
  server: { host: "127.0.0.1" },
  // Its imports end in `?worker`, which only Vite itself understands.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
});
await web.listen();
console.log(`Web with live reload: ${web.resolvedUrls?.local[0] ?? ""} (hub at ${hubUrl})`);
const watchers = ["packages/server/src", "packages/schema/src"].map((folder) => watch(join(root, folder), { recursive: true }, changed));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    void Promise.all([web.close(), busy.then(stop)]).then(() => process.exit(0));
  });
}
