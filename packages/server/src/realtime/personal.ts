import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from "graphql";

/** Fields whose value depends on who asks, by their name (T7). */
const named = /^(viewer|unread|my[A-Z]|own[A-Z])/;
/** Types that are about the person alone. */
const ofPerson = new Set(["Me", "OwnSession"]);

/** Whether the value of a field depends on the person, not on the permission class alone. */
export const isPersonal = (type: string, field: string): boolean => named.test(field) || ofPerson.has(type);

/** Fields of a document that no group can share, as `Type.field`. */
export function personalFields(schema: GraphQLSchema, document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found = new Set<string>();
  const collect = visitWithTypeInfo(types, {
    [Kind.FIELD](node) {
      const parent = types.getParentType()?.name ?? "";
      if (isPersonal(parent, node.name.value)) found.add(`${parent}.${node.name.value}`);
    },
  });
  visit(document, collect);
  return [...found];
}
