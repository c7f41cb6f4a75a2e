import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ErrorCode } from "@wijkbord/schema";
import { program } from "@wijkbord/server/src/cli/program.ts";
import { variables } from "@wijkbord/server/src/config.ts";
import { limits } from "@wijkbord/server/src/graphql/limits.ts";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const guides = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((name) => join("docs", name));
const pages = [...readdirSync(root), ...guides].filter((name) => name.endsWith(".md")).map((name) => ({ name, text: read(name) }));
const partnerGuides = pages.filter(({ name }) => /docs\/partners\/api\.\w+\.md/.test(name));
const operatorGuides = pages.filter(({ name }) => /docs\/operate\/(operate|beheer)\.\w+\.md/.test(name));

/** Address that a heading gets. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchor(heading));

test("DOC-01 every link between documents leads somewhere", () => {
  const broken: string[] = [];
  for (const { name, text } of pages) {
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path = "", place] = target.split("#");
      const file = path === "" ? join(root, name) : resolve(root, dirname(name), path);
      const leads = existsSync(file) && (place === undefined || anchorsOf(readFileSync(file, "utf8")).includes(place));
      if (!leads) broken.push(`${name}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

test("DOC-02 every GraphQL document in the guides fits the schema", () => {
  const schema = buildSchema(read("packages/schema/schema.graphql"));
  const problems = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/^```graphql\n([\s\S]*?)^```/gm)].flatMap(([, document = ""]) =>
      validate(schema, parse(document)).map(({ message }) => `${name}: ${message}`),
    ),
  );
  expect(problems).toEqual([]);
});

test("DOC-03 every script that the guides name exists", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const own = new Set(["install", "exec", ...Object.keys(scripts)]);
  const named = pages.flatMap(({ name, text }) => [...text.matchAll(/pnpm(?:@12)? ([a-z][a-z:]*)/g)].map(([, script = ""]) => ({ name, script })));
  expect(named.filter(({ script }) => !own.has(script))).toEqual([]);
});

type Command = ReturnType<typeof program>;

/** Words of a command line that name commands, until an argument or an option. */
function commandOf(root: Command, words: readonly string[]): { found: Command; options: string[] } | null {
  let found = root;
  let at = 0;
  for (; at < words.length && found.commands.length > 0; at += 1) {
    const next = found.commands.find((command) => command.name() === words[at]);
    if (!next) return null;
    found = next;
  }
  return { found, options: words.slice(at).filter((word) => word.startsWith("--")) };
}

test("DOC-03 every command of wijkbord in the guides is one, with options that it has", () => {
  const nothing = { out: () => {}, err: () => {}, readText: () => "", exists: () => false };
  const root = program(nothing, () => {});
  const lines = pages.flatMap(({ text }) => [...text.replaceAll("\\\n", " ").matchAll(/^pnpm wijkbord (.+)$/gm)].map(([, line = ""]) => line));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const command = commandOf(root, line.split(/\s+/));
    expect(command, line).not.toBeNull();
    const known = command?.found.options.map(({ long }) => long) ?? [];
    expect(known, line).toEqual(expect.arrayContaining(command?.options ?? []));
    const missing = command?.found.options.filter(({ mandatory, long }) => mandatory && !command.options.includes(long ?? "")).map(({ long }) => long);
    expect(missing, line).toEqual([]);
  }
});

test("DOC-04 the guides name every error code, limit and setting as it is", () => {
  expect(partnerGuides).toHaveLength(2);
  for (const { name, text } of partnerGuides) {
    const missing = Object.values(ErrorCode).filter((code) => !text.includes(`| \`${code}\` |`));
    expect(missing, name).toEqual([]);
    const written = text.replaceAll(/(?<=\d)[.,](?=\d{3})/g, "");
    for (const value of [limits.depth, limits.aliases, limits.fields, limits.cost, limits.page, limits.bodyBytes, limits.milliseconds / 1_000]) {
      expect(written, `${name}: ${value}`).toMatch(new RegExp(`\\| ${value}( \\w+)? \\|`));
    }
  }
  expect(operatorGuides).toHaveLength(2);
  for (const { name, text } of operatorGuides) {
    const named = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, variable]) => variable);
    expect(named.toSorted(), name).toEqual([...variables].toSorted());
  }
});

test("DOC-05 nothing in the guides names a path of one machine", () => {
  const named = pages.filter(({ text }) => /(^|[\s`("'])\/(work|home|root|tmp|Users)\//m.test(text)).map(({ name }) => relative(root, join(root, name)));
  expect(named).toEqual([]);
});
