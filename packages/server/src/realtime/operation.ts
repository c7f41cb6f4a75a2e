import type { Viewer } from "@wijkbord/schema";
import { type DocumentNode, execute, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from "graphql";
import { groupContext } from "../graphql/context.ts";
import type { Mask } from "../graphql/errors.ts";
import type { Services } from "../services.ts";
import type { Wanted } from "./events.ts";

/** What somebody subscribes to, admitted by a transport. */
export interface SubscriptionRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Id of the trusted document, else the hash of the text. */
  readonly documentId: string;
  readonly trusted: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly services: Services;
  readonly mask: Mask;
}

/** The same JSON for the same value, in whatever order it was written. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** The variable that only says where a follower goes on; subscribers that differ in it alone share a group. */
function placeVariable({ operation, document }: SubscriptionRequest): string | null {
  const [root] = operation.selectionSet.selections;
  const value = root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === "after")?.value : undefined;
  if (value?.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  visit(document, { [Kind.VARIABLE]: (node) => void (uses += node.name.value === value.name.value ? 1 : 0) });
  // One use is the declaration, the other one the argument.
  return uses === 2 ? value.name.value : null;
}

/** A subscription that is executed for groups: it knows its document and variables, and no person. */
export class Operation {
  /** Equal for subscribers that ask the same: document and canonical variables without `after`. */
  readonly key: string;
  readonly wanted: Wanted;

  constructor(private readonly request: SubscriptionRequest) {
    const { document, operation, documentId, trusted, variables } = request;
    const place = placeVariable(request);
    const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value).filter((name) => name !== place);
    this.key = `${trusted ? "trusted" : "free"}:${documentId}:${canonical(Object.fromEntries(declared.map((name) => [name, variables[name]])))}`;
    const fields = new Set<string>();
    visit(document, { [Kind.FIELD]: (node) => void fields.add(node.name.value) });
    this.wanted = { actors: fields.has("actor"), subjects: fields.has("subject") };
  }

  /** Makes the function that executes and serialises a result for one permission class. */
  executor(viewer: Viewer): (rootValue: object) => Promise<string> {
    const { schema, document, operation, variables, services, trusted, mask } = this.request;
    const contextValue = groupContext(services, viewer, trusted);
    const operationName = operation.name?.value;
    return async (rootValue) => {
      const { data, errors } = await execute({ schema, document, operationName, variableValues: variables, rootValue, contextValue });
      return JSON.stringify(errors ? { data, errors: errors.map((error) => mask(error.toJSON(), error)) } : { data });
    };
  }
}
