import { execFileSync } from "node:child_process";
import { root } from "./bundle.ts";

/** Open licences whose code may be part of a work under the EUPL 1.2. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

/** Whether an expression such as `(MIT AND BSD-3-Clause)` or `(MPL-2.0 OR GPL-3.0)` leaves a licence that fits. */
function fits(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  if (bare.includes(" OR ")) return bare.split(" OR ").some(fits);
  if (bare.includes(" AND ")) return bare.split(" AND ").every(fits);
  return allowed.has(bare);
}

const listed = execFileSync("pnpm", ["-r", "licenses", "list", "--prod", "--json"], { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
const byLicence = JSON.parse(listed) as Record<string, { name: string }[]>;
const refused = Object.entries(byLicence).filter(([licence]) => !fits(licence));
for (const [licence, packages] of refused) console.error(`${licence}: ${packages.map(({ name }) => name).join(", ")}`);
const total = Object.values(byLicence).reduce((sum, packages) => sum + packages.length, 0);
console.log(`${total} packages, ${Object.keys(byLicence).length} licences, ${refused.length} that do not fit`);
if (refused.length > 0 || total === 0) process.exit(1);
