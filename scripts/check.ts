import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.ts";

/** Runs one check and stops at the first that fails. */
function step(name: string, command: string, ...args: string[]): void {
  console.log(`check: ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

step("types of schema", "tsc", "-p", "packages/schema");
step("types of server", "tsc", "-p", "packages/server");
step("types of tests", "tsc", "-p", "tests");
step("lint", "oxlint", "--deny-warnings", "packages", "tests", "scripts");
const committed = readFileSync(join(root, "packages/schema/schema.graphql"), "utf8");
step("emit the schema", "node", "scripts/run.ts", "packages/server/src/cli/emitSchema.ts");
if (readFileSync(join(root, "packages/schema/schema.graphql"), "utf8") !== committed) {
  console.error("packages/schema/schema.graphql differs from the code: commit the emitted one.");
  process.exit(1);
}
