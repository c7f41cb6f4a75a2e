import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";

export const root = resolve(import.meta.dirname, "..");
const isOwn = (id: string) => id.startsWith(".") || id.startsWith("/") || id.startsWith("@wijkbord/") || id.startsWith("@oxc-project/");
const packageName = (id: string) => id.split("/", id.startsWith("@") ? 2 : 1).join("/");

/** Leaves packages outside: by name where the program itself depends on them, else by the place where the importer finds them. */
function packagesOutside(home: string): Plugin {
  const { dependencies = {} } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { dependencies?: Record<string, string> };
  return {
    name: "packages-outside",
    async resolveId(id, importer) {
      if (isOwn(id) || importer === undefined || importer.includes("node_modules")) return null;
      if (isBuiltin(id) || packageName(id) in dependencies) return { id, external: true };
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && { id: pathToFileURL(found.id).href, external: true };
    },
  };
}

const nameOf = (entry: string) => `${entry.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-ts$/, "")}.js`;

/** Bundles one program of the workspace into a folder of the package that runs it. */
export async function bundle(entry: string, folder: string, name = nameOf(entry)): Promise<string> {
  const build = await rolldown({
    input: join(root, entry),
    platform: "node",
    plugins: [packagesOutside(join(root, dirname(folder)))],
    tsconfig: join(root, "tsconfig.base.json"),
    resolve: { alias: { "@oxc-project/runtime": join(root, "node_modules/@oxc-project/runtime") } },
  });
  await build.write({ dir: join(root, folder), format: "esm", sourcemap: true, entryFileNames: name, chunkFileNames: "[name]-[hash].js" });
  await build.close();
  return join(root, folder, name);
}
