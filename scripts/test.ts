import { startVitest } from "vitest/node";

if (process.argv.includes("--long")) process.env["WIJKBORD_LONG"] = "1";
const vitest = await startVitest("test", [], { watch: false });
const modules = vitest.state.getTestModules();
let passed = 0;
let failed = 0;
for (const module of modules) {
  if (module.errors().length > 0) failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") passed += 1;
    if (state === "failed") failed += 1;
  }
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
