import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, root } from "./bundle.ts";
import { isFresh, markFresh } from "./fresh.ts";

const program = join(root, "packages/server/dist/packages-server-src-main.js");
const sources = ["packages/schema/src", "packages/server/src", "pnpm-lock.yaml"];
if (!existsSync(program) || !isFresh("server", sources)) {
  await bundle("packages/server/src/main.ts", "packages/server/dist");
  markFresh("server", sources);
}
await import(pathToFileURL(program).href);
