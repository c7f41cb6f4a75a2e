import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from "graphql";

const maxDepth = 10;
const maxAliases = 15;
const maxFields = 400;

const tooMuch = (message: string) => new GraphQLError(message, { extensions: { code: "LIMIT" } });

interface Size {
  depth: number;
  fields: number;
  aliases: number;
}

/** Measures what a document asks, with fragments spread out; stops as soon as a limit is passed. */
function measure(set: SelectionSetNode, context: ValidationContext, depth: number, size: Size, open: ReadonlySet<string>): void {
  size.depth = Math.max(size.depth, depth);
  for (const selection of set.selections) {
    if (size.depth > maxDepth || size.fields > maxFields || size.aliases > maxAliases) return;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = context.getFragment(selection.name.value);
      if (!fragment || open.has(selection.name.value)) continue;
      measure(fragment.selectionSet, context, depth, size, new Set([...open, selection.name.value]));
      continue;
    }
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      size.fields += 1;
      if (selection.alias) size.aliases += 1;
      if (selection.selectionSet) measure(selection.selectionSet, context, depth + 1, size, open);
      continue;
    }
    measure(selection.selectionSet, context, depth, size, open);
  }
}

/** Refuses documents that are too deep, too wide, or hold several operations. */
function sizeLimit(context: ValidationContext): ASTVisitor {
  let operations = 0;
  return {
    OperationDefinition(node) {
      operations += 1;
      if (operations > 1) context.reportError(tooMuch("Send one operation per request."));
      const size: Size = { depth: 0, fields: 0, aliases: 0 };
      measure(node.selectionSet, context, 1, size, new Set());
      if (size.depth > maxDepth) context.reportError(tooMuch(`The document is deeper than ${maxDepth} levels.`));
      if (size.fields > maxFields) context.reportError(tooMuch(`The document asks more than ${maxFields} fields.`));
      if (size.aliases > maxAliases) context.reportError(tooMuch(`The document uses more than ${maxAliases} aliases.`));
      return false;
    },
  };
}

/** Validation rules that hold on HTTP and WebSocket alike. */
export const limits = [sizeLimit];
