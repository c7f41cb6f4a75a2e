import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.ts";
import { run } from "./prepare.ts";

/** Runs one check and stops at the first that fails. */
function step(name: string, command: string, ...args: string[]): void {
  console.log(`check: ${name}`);
  run(command, ...args);
}

const sdl = () => readFileSync(join(root, "packages/schema/schema.graphql"), "utf8");

step("documents against the schema", "node", "scripts/codegen.ts");
for (const project of ["packages/schema", "packages/server", "packages/web", "tests", "scripts"]) step(`types of ${project}`, "tsc", "-p", project);
step("format (pnpm format mends it)", "oxfmt", "--check");
step("lint", "oxlint", "--type-aware", "--deny-warnings", "packages", "tests", "scripts");
const committed = sdl();
step("schema as the code says it", "node", "scripts/run.ts", "packages/server/src/cli/emitSchema.ts");
if (sdl() !== committed) {
  console.error("packages/schema/schema.graphql differs from the code. It is written anew: look at the difference and commit it.");
  process.exit(1);
}
step("direction of imports", "vitest", "run", "--project", "unit", "tests/architecture");
step("licences", "node", "scripts/licences.ts");
step("size and languages of the web app", "node", "scripts/budget.ts");
