import { startVitest } from "vitest/node";
import { findChromium, installChromium } from "./chromium.ts";
import { prepareWeb } from "./prepare.ts";

const filters = process.argv.slice(2).filter((argument) => argument !== "--long");
if (process.argv.includes("--long")) process.env["WIJKBORD_LONG"] = "1";

if (!findChromium() && !process.env["CHROMIUM_PATH"]) installChromium();
const chromium = findChromium();
if (!chromium) {
  const named = process.env["CHROMIUM_PATH"];
  console.error(named ? `CHROMIUM_PATH ${named} is not there.` : "No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.");
  process.exit(1);
}
console.log(`Testing with ${chromium}`);
process.env["CHROMIUM_PATH"] = chromium;
prepareWeb();

const vitest = await startVitest("test", filters, { watch: false });
let passed = 0;
const failures: string[] = [];
for (const module of vitest.state.getTestModules()) {
  const name = `${module.project.name}: ${module.relativeModuleId}`;
  if (module.errors().length > 0) failures.push(name);
  for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failures.push(`${name} > ${suite.fullName}`);
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") passed += 1;
    if (state === "failed") failures.push(`${name} > ${test.fullName}`);
  }
}
for (const error of vitest.state.getUnhandledErrors()) failures.push(error instanceof Error ? error.message : String(error));
await vitest.close();
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 || passed === 0 ? 1 : 0);
