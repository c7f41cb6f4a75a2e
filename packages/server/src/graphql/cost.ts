import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { limits } from "./limits.ts";

type Variables = Readonly<Record<string, unknown>>;
type Cost = (variables: Variables) => number;

/** How many entries lists without a page size are counted for. */
const usualSize: Readonly<Record<string, number>> = {
  "Board.tasks": 100,
  "Coalition.members": 40,
  "Coalition.organisations": 20,
  "Area.figures": 50,
};
const otherLists = 5;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
const clamp = (size: unknown, otherwise: number) => (typeof size === "number" ? Math.min(Math.max(size, 1), limits.page) : otherwise);

/** How long the list of a field may be: its page size, else what is usual there. A page counts where it is asked. */
function sizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, node: FieldNode, defaults: Variables): Cost {
  const paged = field.args.find(({ name }) => name === "first");
  if (!paged && (!isList(field.type) || parent.name.endsWith("Connection"))) return () => 1;
  const usual = usualSize[`${parent.name}.${field.name}`] ?? otherLists;
  const fallback = clamp(paged?.defaultValue, paged ? limits.page : usual);
  const given = node.arguments?.find(({ name }) => name.value === "first")?.value;
  if (given?.kind === Kind.INT) return () => clamp(Number(given.value), fallback);
  if (given?.kind !== Kind.VARIABLE) return () => fallback;
  const name = given.name.value;
  return (variables) => clamp(variables[name] ?? defaults[name], fallback);
}

/** Makes the function that tells the cost of a valid document: one per object, times the length of its list. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const done = new Map<string, Cost>();
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );

  function fieldCost(node: FieldNode, parent: GraphQLNamedType): Cost {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !type || !isCompositeType(type) || !node.selectionSet) return () => 0;
    const size = sizeOf(parent, field, node, defaults);
    const each = selectionCost(node.selectionSet, type);
    return (variables) => size(variables) * (1 + each(variables));
  }

  function fragmentCost(name: string): Cost {
    const fragment = fragments.get(name);
    const known = done.get(name);
    if (known || !fragment) return known ?? (() => 0);
    const cost = selectionCost(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    done.set(name, cost);
    return cost;
  }

  function selectionCost(set: SelectionSetNode, type: GraphQLNamedType | undefined): Cost {
    if (!type) return () => 0;
    const parts = set.selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return fragmentCost(node.name.value);
      if (node.kind === Kind.FIELD) return fieldCost(node, type);
      return selectionCost(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type);
    });
    return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
  }

  return selectionCost(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}
