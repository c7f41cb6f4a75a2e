import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

interface Import {
  readonly file: string;
  /** Path from the root of the project, or the name of a package. */
  readonly target: string;
}

const root = resolve(import.meta.dirname, "../..");
const isCode = (name: string) => /\.tsx?$/.test(name) && !/(^|\/)(dist|generated|node_modules)\//.test(name);

/** Every import, re-export and `import()` of a file, types included. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  const { module, errors } = parseSync(file, source);
  expect(errors, file).toEqual([]);
  const exported = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])));
  const lazy = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => /^["'](.+)["']$/.exec(source.slice(start, end))?.[1] ?? []);
  const named = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...lazy];
  return named.map((name) => ({ file, target: name.startsWith(".") ? normalize(join(dirname(file), name)) : name }));
}

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter(isCode);
const imports = ["packages/schema/src", "packages/server/src", "packages/web/src"].flatMap(filesOf).flatMap(importsOf);
const packageOf = (path: string) => /^(?:packages|@wijkbord)\/(\w+)/.exec(path)?.[1] ?? (/^(tests|scripts)\//.test(path) ? "outside" : null);
const show = (found: Import[]) => found.map(({ file, target }) => `${file} imports ${target}`).toSorted();

/** What each package may import of the others. */
const direction: Record<string, string[]> = { schema: ["schema"], server: ["server", "schema"], web: ["web", "schema"] };

test("M-6 the schema imports neither server nor web, and these do not import each other", () => {
  const wrong = imports.filter(({ file, target }) => {
    const to = packageOf(target);
    return to !== null && !direction[packageOf(file) ?? ""]?.includes(to);
  });
  expect(show(wrong)).toEqual([]);
  expect(imports.length).toBeGreaterThan(500);
});

test("M-6 the browser imports neither the classes of the contract nor the programs of the server", () => {
  const serverOnly = /^(@wijkbord\/schema\/(types|trusted)$|type-graphql|reflect-metadata|@mikro-orm\/|fastify|node:)/;
  expect(show(imports.filter(({ file, target }) => file.startsWith("packages/web/") && !file.includes(".test.") && serverOnly.test(target)))).toEqual([]);
});

test("M-6 what the browser gets of the schema package reaches no class", () => {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { target } of imports.filter((each) => each.file === file)) visit(target);
  };
  visit("packages/schema/src/index.ts");
  expect([...reached].filter((name) => /\.(type|inputs|results)\.ts$|type-graphql|^@mikro-orm/.test(name))).toEqual([]);
  expect(reached.size).toBeGreaterThan(5);
});

test("ARCH-04 pages take links and addresses from the router of the app, not from the libraries behind it", () => {
  const behind = imports.filter(({ file, target }) => !file.includes(".test.") && /^(react-router|wouter|regexparam)(\/|$)/.test(target));
  expect([...new Set(behind.map(({ file }) => file))].toSorted()).toEqual([
    "packages/web/src/routes.tsx",
    "packages/web/src/shared/place.ts",
    "packages/web/src/shared/router.tsx",
  ]);
  expect(show(behind.filter(({ target }) => target.startsWith("react-router")))).toEqual([]);
});

/** Folders that put the domains together or fill all their tables at once. */
const composing = new Set(["graphql", "database", "demo", "cli", "imports"]);

/** Tables that another domain may read until a service gives the same, and by whom; the list only gets shorter. */
const sharedTables: Record<string, string[]> = {
  "accounts/account.tables.ts": ["activity", "coalitions", "realtime", "tasks"],
  "activity/event.table.ts": ["agreements", "meetings", "realtime", "roles", "tasks"],
  "areas/area.tables.ts": ["agreements", "tasks"],
  "coalitions/coalition.tables.ts": ["accounts", "activity", "agreements", "areas", "meetings", "presence", "realtime", "roles", "tasks"],
  "tasks/board.tables.ts": ["agreements", "areas", "coalitions", "meetings", "presence", "realtime", "roles"],
  "tasks/task.tables.ts": ["agreements", "coalitions", "meetings"],
};

/** Inner files that another domain may use until they get a place of their own. */
const sharedInner: Record<string, string[]> = { "imports/json/decoder.ts": ["areas"] };

function breaksDomain({ file, target }: Import): boolean {
  const [, name, from, to] = /^packages\/(\w+)\/src\/(\w[\w-]*)\/.*→packages\/\1\/src\/(\w[\w-]*)\//.exec(`${file}→${target}`) ?? [];
  if (name === undefined || from === undefined || to === undefined || from === to || file.includes(".test.")) return false;
  if (name === "server" && (composing.has(from) || file.endsWith("/seed.ts"))) return false;
  const path = relative(`packages/${name}/src`, target);
  if (/\.tables?\.ts$/.test(path)) return !sharedTables[path]?.includes(from);
  if (path.endsWith(".resolver.ts")) return true;
  return path.split("/").length > 2 && !sharedInner[path]?.includes(from);
}

test("ARCH-01 a domain imports no table, resolver or inner file of another domain", () => {
  const tasks = (target: string) => breaksDomain({ file: "packages/server/src/tasks/task.service.ts", target: `packages/server/src/${target}` });
  expect([
    tasks("areas/area.resolver.ts"),
    tasks("imports/import.tables.ts"),
    tasks("accounts/account.tables.ts"),
    tasks("accounts/session.service.ts"),
  ]).toEqual([true, true, false, false]);
  expect(show(imports.filter(breaksDomain))).toEqual([]);
});

test("ARCH-02 the parts of the interface know no domain and fetch nothing", () => {
  const allowed = /^(packages\/web\/src\/(ui|language|shared)\/|react|lucide-react|@tanstack\/|@atlaskit\/|dompurify|marked)/;
  expect(
    show(
      imports.filter(
        ({ file, target }) => file.startsWith("packages/web/src/ui/") && !file.includes(".test.") && !allowed.test(target) && !target.endsWith(".css"),
      ),
    ),
  ).toEqual([]);
});

test("ARCH-03 no file gathers the exports of others, except the entries of a package", () => {
  const entries = new Set(["packages/schema/src/index.ts", "packages/schema/src/types.ts"]);
  const gathers = (file: string) => {
    const { program } = parseSync(file, readFileSync(join(root, file), "utf8"));
    return program.body.length > 0 && program.body.every(({ type }) => type === "ExportAllDeclaration");
  };
  expect([...new Set(imports.map(({ file }) => file))].filter((file) => !entries.has(file) && gathers(file))).toEqual([]);
});
