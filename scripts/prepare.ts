import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundle, root } from "./bundle.ts";
import { isFresh, markFresh } from "./fresh.ts";

const documents = ["packages/schema/src", "packages/schema/schema.graphql", "scripts/codegen.ts", "pnpm-lock.yaml"];
const web = [
  ...documents,
  "packages/web/src",
  "packages/web/public",
  "packages/web/index.html",
  "packages/web/graphiql.html",
  "packages/web/vite.config.ts",
  "packages/web/chunks.ts",
  "packages/web/compileWords.ts",
];
const server = [...documents, "packages/server/src"];

/** The bundled hub. */
export const hubProgram = join(root, "packages/server/dist/packages-server-src-main.js");

/** Runs a program of the workspace with the output on this screen; ends this process when it fails. */
export function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function renew(name: string, sources: readonly string[], product: string, work: () => void): void {
  if (existsSync(product) && isFresh(name, sources)) return;
  console.log(`Making ${name} …`);
  work();
  markFresh(name, sources);
}

/** Typed documents of all operations, when an operation or the schema changed. */
export const prepareDocuments = (): void =>
  renew("typed documents", documents, join(root, "packages/schema/generated/trusted.json"), () => run("node", "scripts/codegen.ts"));

/** The web app, when its sources changed. */
export function prepareWeb(): void {
  prepareDocuments();
  renew("web app", web, join(root, "packages/web/dist/index.html"), () => run("vite", "build", "packages/web", "--logLevel", "warn"));
}

/** The bundled hub, when its sources changed. */
export async function prepareServer(): Promise<void> {
  prepareDocuments();
  if (existsSync(hubProgram) && isFresh("hub", server)) return;
  console.log("Making hub …");
  await bundle("packages/server/src/main.ts", "packages/server/dist");
  markFresh("hub", server);
}
