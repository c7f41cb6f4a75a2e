import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.ts";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error("Name the program to run.");
const program = await bundle(entry, entry.startsWith("tests/") ? "tests/dist" : "packages/server/dist");
process.argv = [process.argv[0] ?? "node", program, ...rest];
await import(pathToFileURL(program).href);
