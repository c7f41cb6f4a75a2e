import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./bundle.ts";
import { prepareWeb } from "./prepare.ts";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** JavaScript that the first view of a board may load, in kB after gzip. It may only go down, to the goal (`web.initialJsKb`). */
const budget = 197;
const goal = 200;
/** What that view needs: the page, the frame of a coalition and the board. */
const firstView = ["index.html", "src/coalitions/CoalitionFrame.tsx", "src/coalitions/Layouts.tsx", "src/tasks/BoardPage.tsx"];
/** Languages that parts of others bring along: only Dutch and English belong in the app. */
const foreign = /["'`](?:ar-AE|bg-BG|cs-CZ|da-DK|de-DE|el-GR|es-ES|fi-FI|fr-FR|it-IT|ja-JP|ko-KR|pl-PL|pt-BR|ru-RU|tr-TR|zh-CN)["'`]/;

prepareWeb();
const dist = join(root, "packages/web/dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
const codeOf = (key: string) => readFileSync(join(dist, manifest[key]?.file ?? ""));

/** Chunks that load together with these; with what loads later too when asked. */
function reach(keys: readonly string[], later: boolean, seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The web build has no ${key}.`);
    if (seen.has(key)) continue;
    seen.add(key);
    reach([...(chunk.imports ?? []), ...(later ? (chunk.dynamicImports ?? []) : [])], later, seen);
  }
  return seen;
}

const first = [...reach(firstView, false)].filter((key) => manifest[key]?.file.endsWith(".js"));
const size = first.reduce((sum, key) => sum + gzipSync(codeOf(key)).length, 0) / 1_000;
console.log(`First board view: ${size.toFixed(1)} kB of JavaScript in ${first.length} files, after gzip (limit ${budget}, goal ${goal}).`);

const others = [...reach(["index.html"], true)].filter((key) => manifest[key]?.file.endsWith(".js") && foreign.test(codeOf(key).toString("utf8")));
if (others.length > 0) console.error(`Texts in other languages than Dutch and English stand in ${others.join(", ")}.`);
if (size > budget) console.error("The first board view is too large: load what it does not need later.");
process.exit(size > budget || others.length > 0 ? 1 : 0);
