import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import { optimizeDocumentNode } from "@graphql-tools/optimize";
import { type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from "graphql";
import { root } from "./bundle.ts";
import { filesUnder } from "./files.ts";

const folder = join(root, "packages/schema/generated");
const documents = join(root, "packages/schema/src");

/** Writes the types of all operations. */
async function writeTypes(): Promise<void> {
  await generate(
    {
      cwd: root,
      silent: true,
      schema: join(root, "packages/schema/schema.graphql"),
      documents: join(documents, "**/*.graphql"),
      generates: {
        [join(folder, "operations.ts")]: {
          plugins: ["typescript-operations"],
          config: {
            useTypeImports: true,
            enumsAsTypes: true,
            skipTypename: false,
            avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
            scalars: { ID: "string", Date: "string", DateTimeISO: "string", Sequence: "number", JSON: "unknown" },
          },
        },
      },
    },
    true,
  );
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

const withTypename = <Node extends OperationDefinitionNode | FragmentDefinitionNode>(node: Node): Node =>
  visit(node, {
    SelectionSet(set, _key, parent) {
      if (parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (set.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === "__typename")) return undefined;
      return { ...set, selections: [...set.selections, typename] };
    },
  });

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The names of the fragments that a definition uses, also through other fragments. */
function fragmentsOf(definition: OperationDefinitionNode | FragmentDefinitionNode, fragments: Fragments): Set<string> {
  const used = new Set<string>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`Fragment ${name.value} is not defined.`);
        if (used.has(name.value)) return;
        used.add(name.value);
        collect(fragment);
      },
    });
  };
  collect(definition);
  return used;
}

/** The text of an operation with `__typename` everywhere, as the browser's cache needs it, and the fragments it uses. */
function whole(operation: OperationDefinitionNode, fragments: Fragments): string {
  const used = [...fragmentsOf(operation, fragments)].flatMap((name) => fragments.get(name) ?? []);
  return [operation, ...used].map((node) => print(withTypename(node))).join("\n\n");
}

/** Writes a module: a page loads only the documents that it uses. */
const writeModule = (name: string, lines: readonly string[]) => writeFileSync(join(folder, "documents", `${name}.ts`), `${lines.join("\n")}\n`);
const importFragment = (name: string) => `import { definition as ${name} } from "./${name}.fragment.ts";`;
const typedNode = 'import type { TypedDocumentNode } from "@graphql-typed-document-node/core";';

function writeFragment(fragment: FragmentDefinitionNode, fragments: Fragments): void {
  const name = fragment.name.value;
  const used = [...fragmentsOf(fragment, fragments)];
  writeModule(`${name}.fragment`, [
    'import type { FragmentDefinitionNode } from "graphql";',
    `export const definition = ${JSON.stringify(optimizeDocumentNode({ kind: Kind.DOCUMENT, definitions: [fragment] }).definitions[0])} as unknown as FragmentDefinitionNode;`,
  ]);
  writeModule(`${name}FragmentDoc`, [
    typedNode,
    `import type { ${name}Fragment } from "../operations.ts";`,
    ...[name, ...used].map(importFragment),
    `export const ${name}FragmentDoc: TypedDocumentNode<${name}Fragment, unknown> = { kind: "Document", definitions: [${[name, ...used].join(", ")}] } as unknown as TypedDocumentNode<${name}Fragment, unknown>;`,
  ]);
}

function writeOperation(operation: OperationDefinitionNode, name: string, id: string, fragments: Fragments): void {
  const kind = operation.operation.charAt(0).toUpperCase() + operation.operation.slice(1);
  const [data, variables] = [`${name}${kind}`, `${name}${kind}Variables`];
  const used = [...fragmentsOf(operation, fragments)];
  const text = JSON.stringify(optimizeDocumentNode({ kind: Kind.DOCUMENT, definitions: [operation] }).definitions[0]);
  writeModule(`${name}Document`, [
    typedNode,
    `import type { ${data}, ${variables} } from "../operations.ts";`,
    ...used.map(importFragment),
    `export const ${name}Document = { kind: "Document", definitions: [${[text, ...used].join(", ")}], __meta__: { id: "${id}" } } as unknown as TypedDocumentNode<${data}, ${variables}>;`,
  ]);
}

/** Writes the documents, and the trusted ones: text by id, and id by name of the operation. */
function writeDocuments(): void {
  const definitions = filesUnder(documents)
    .filter((file) => file.endsWith(".graphql"))
    .flatMap((file) => parse(readFileSync(file, "utf8"), { noLocation: true }).definitions);
  const fragments: Fragments = new Map(definitions.flatMap((node) => (node.kind === "FragmentDefinition" ? [[node.name.value, node] as const] : [])));
  const trusted: Record<string, string> = {};
  const ids: Record<string, string> = {};
  rmSync(join(folder, "documents"), { recursive: true, force: true });
  mkdirSync(join(folder, "documents"));
  for (const fragment of fragments.values()) writeFragment(fragment, fragments);
  for (const node of definitions) {
    if (node.kind !== "OperationDefinition" || !node.name) continue;
    const text = whole(node, fragments);
    const id = createHash("sha256").update(text).digest("hex");
    trusted[id] = text;
    ids[node.name.value] = id;
    writeOperation(node, node.name.value, id, fragments);
  }
  const names = [...Object.keys(ids).map((name) => `${name}Document`), ...[...fragments.keys()].map((name) => `${name}FragmentDoc`)];
  appendFileSync(join(folder, "operations.ts"), names.map((name) => `export { ${name} } from "./documents/${name}.ts";\n`).join(""));
  writeFileSync(join(folder, "trusted.json"), `${JSON.stringify(trusted, null, 1)}\n`);
  writeFileSync(
    join(folder, "documentIds.ts"),
    `/** Id of the trusted document of each operation. */\nexport const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(ids, null, 1)};\n`,
  );
}

await writeTypes();
writeDocuments();
