import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import { type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from "graphql";
import { root } from "./bundle.ts";
import { filesUnder } from "./files.ts";

const folder = join(root, "packages/schema/generated");
const documents = join(root, "packages/schema/src");

/** Writes the typed documents of all operations. */
async function writeOperations(): Promise<void> {
  await generate(
    {
      cwd: root,
      silent: true,
      schema: join(root, "packages/schema/schema.graphql"),
      documents: join(documents, "**/*.graphql"),
      generates: {
        [join(folder, "operations.ts")]: {
          plugins: ["typescript-operations", "typed-document-node"],
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

/** An operation with `__typename` everywhere, as the browser's cache needs it, and the fragments it uses. */
function whole(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`Fragment ${name.value} is not defined.`);
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [operation, ...used.values()].map((node) => print(withTypename(node))).join("\n\n");
}

/** Writes the trusted documents: text by id, and id by name of the operation. */
function writeManifest(): void {
  const definitions = filesUnder(documents)
    .filter((file) => file.endsWith(".graphql"))
    .flatMap((file) => parse(readFileSync(file, "utf8")).definitions);
  const fragments = new Map(definitions.flatMap((node) => (node.kind === "FragmentDefinition" ? [[node.name.value, node] as const] : [])));
  const trusted: Record<string, string> = {};
  const ids: Record<string, string> = {};
  for (const node of definitions) {
    if (node.kind !== "OperationDefinition" || !node.name) continue;
    const text = whole(node, fragments);
    const id = createHash("sha256").update(text).digest("hex");
    trusted[id] = text;
    ids[node.name.value] = id;
  }
  writeFileSync(join(folder, "trusted.json"), `${JSON.stringify(trusted, null, 1)}\n`);
  writeFileSync(
    join(folder, "documentIds.ts"),
    `/** Id of the trusted document of each operation. */\nexport const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(ids, null, 1)};\n`,
  );
}

await writeOperations();
writeManifest();
