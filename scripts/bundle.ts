import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

export const root = resolve(import.meta.dirname, "..");
const isOwn = (id: string) => id.startsWith(".") || id.startsWith("/") || id.startsWith("@wijkbord/");

/** Bundles one program of the workspace; packages from the registry stay outside. */
export async function bundle(entry: string, folder: string): Promise<string> {
  const build = await rolldown({
    input: join(root, entry),
    platform: "node",
    external: (id) => !isOwn(id) && !id.startsWith("@oxc-project/"),
    tsconfig: join(root, "tsconfig.base.json"),
    resolve: { alias: { "@oxc-project/runtime": join(root, "node_modules/@oxc-project/runtime") } },
  });
  const name = `${entry.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-ts$/, "")}.js`;
  await build.write({ dir: join(root, folder), format: "esm", sourcemap: true, entryFileNames: name, chunkFileNames: "[name]-[hash].js" });
  await build.close();
  return join(root, folder, name);
}
