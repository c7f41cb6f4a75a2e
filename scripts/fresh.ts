import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.ts";

const stampOf = (name: string) => join(root, ".cache", `${name}.stamp`);

function fingerprint(sources: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => {
    const stat = statSync(path);
    if (!stat.isDirectory()) hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    else for (const name of readdirSync(path).toSorted()) add(join(path, name));
  };
  for (const source of sources) add(join(root, source));
  return hash.digest("hex");
}

/** Whether these sources are the same as when the name was last marked. */
export const isFresh = (name: string, sources: readonly string[]): boolean =>
  existsSync(stampOf(name)) && readFileSync(stampOf(name), "utf8") === fingerprint(sources);

/** Remembers the present state of the sources. */
export function markFresh(name: string, sources: readonly string[]): void {
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stampOf(name), fingerprint(sources));
}
