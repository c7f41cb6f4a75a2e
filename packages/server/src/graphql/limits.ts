import { ErrorCode } from "@wijkbord/schema";
import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from "graphql";
import { coded } from "./errors.ts";

/** Limits of one request; the same on every transport. */
export const limits = {
  depth: 10,
  aliases: 15,
  directives: 20,
  fields: 400,
  tokens: 4_000,
  cost: 20_000,
  page: 100,
  bodyBytes: 100_000,
  milliseconds: 10_000,
} as const;

const tooMuch = (message: string) => coded(ErrorCode.LIMIT, message);

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  visits: number;
  circular: boolean;
}
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const isOver = (size: Size) =>
  size.circular || size.depth > limits.depth || size.visits > limits.fields || size.aliases > limits.aliases || size.directives > limits.directives;

/** Marks a place inside introspection, whose depth GraphQL itself limits. */
const endless = Number.POSITIVE_INFINITY;

/** Adds what a selection asks, fragments spread out; stops as soon as a limit is passed. */
function measure(set: SelectionSetNode, fragments: Fragments, depth: number, size: Size, open: readonly string[]): void {
  if (depth !== endless) size.depth = Math.max(size.depth, depth);
  for (const selection of set.selections) {
    if (isOver(size)) return;
    size.visits += 1;
    size.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (open.includes(name)) size.circular = true;
      else if (fragment) measure(fragment.selectionSet, fragments, depth, size, [...open, name]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      measure(selection.selectionSet, fragments, depth, size, open);
    } else {
      if (selection.alias) size.aliases += 1;
      const introspects = depth === endless || selection.name.value === "__schema" || selection.name.value === "__type";
      if (selection.selectionSet) measure(selection.selectionSet, fragments, introspects ? endless : depth + 1, size, open);
    }
  }
}

/** What is too big in a free document; measured before it is validated. */
export function sizeErrors(document: DocumentNode): GraphQLError[] {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1) return [tooMuch("Send one operation per request.")];
  const fragments: Fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const size: Size = { depth: 0, aliases: 0, directives: 0, visits: 0, circular: false };
  for (const { directives, selectionSet } of operations) {
    size.directives += directives?.length ?? 0;
    measure(selectionSet, fragments, 1, size, []);
  }
  const errors: GraphQLError[] = [];
  if (size.circular) errors.push(tooMuch("A fragment spreads itself."));
  if (size.depth > limits.depth) errors.push(tooMuch(`The document is deeper than ${limits.depth} levels.`));
  if (size.visits > limits.fields) errors.push(tooMuch(`The document asks more than ${limits.fields} fields.`));
  if (size.aliases > limits.aliases) errors.push(tooMuch(`The document uses more than ${limits.aliases} aliases.`));
  if (size.directives > limits.directives) errors.push(tooMuch(`The document uses more than ${limits.directives} directives.`));
  return errors;
}
