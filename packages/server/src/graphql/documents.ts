import { createHash } from "node:crypto";
import { ErrorCode } from "@wijkbord/schema";
import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Principal } from "../accounts/principal.ts";
import { costOf } from "./cost.ts";
import { coded } from "./errors.ts";
import { limits, sizeErrors } from "./limits.ts";
import { trustedIds, trustedText } from "./trusted.ts";

/** What a client asks, on any transport: the text of a document, or the id of a trusted one. */
export interface DocumentRequest {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** A document that may be executed for the principal. */
export interface Prepared {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Id of the trusted document; of a free one the hash of its text. */
  readonly documentId: string;
  readonly trusted: boolean;
  readonly cost: number;
}
export type Preparation = Prepared | { readonly errors: readonly GraphQLError[] };

type Checked = Omit<Prepared, "cost"> & { readonly cost: (variables: Record<string, unknown>) => number };

/** Root fields that a free document of somebody without session may ask. */
const openFields = new Set(["demoPeople", "signInAsDemoPerson", "__typename"]);
const isOpen = ({ selectionSet }: OperationDefinitionNode) =>
  selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && openFields.has(selection.name.value));

/** Errors of parsing and checking carry no code of their own. */
const asInput = (error: GraphQLError): GraphQLError =>
  error.extensions["code"] === undefined
    ? new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { code: ErrorCode.BAD_USER_INPUT } })
    : error;

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const sent = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Reads, checks and costs documents; checked ones are remembered. */
export class Documents {
  private readonly checked = new LRUCache<string, Checked>({ max: 2_000 });

  constructor(private readonly schema: GraphQLSchema) {}

  /** The one way from a request to a document, on HTTP, WebSocket and SSE. */
  prepare(request: DocumentRequest, principal: Principal): Preparation {
    try {
      const found = this.find(request, principal.kind === "ANONYMOUS");
      const wrongName = sent(request.operationName) && request.operationName !== found.operation.name?.value;
      if (wrongName) return { errors: [coded(ErrorCode.BAD_USER_INPUT, "The document has no operation of that name.")] };
      const cost = found.cost(request.variables ?? {});
      if (!found.trusted && cost > limits.cost) {
        return { errors: [coded(ErrorCode.LIMIT, `The request costs ${cost}; at most ${limits.cost} is allowed. Ask smaller pages or fewer levels.`)] };
      }
      const { text, document, operation, documentId, trusted } = found;
      return { text, document, operation, documentId, trusted, cost };
    } catch (error) {
      if (error instanceof Refused) return { errors: error.errors.map(asInput) };
      if (error instanceof GraphQLError) return { errors: [asInput(error)] };
      throw error;
    }
  }

  /** The checked document whose text has this SHA-256, for a server that would parse it again. */
  withHash(hash: string): DocumentNode | undefined {
    return (this.checked.get(hash) ?? this.checked.get(`trusted:${hash}`))?.document;
  }

  /** Trusted documents that do not fit the schema; a build of web and server that belong together has none. */
  brokenTrusted(): string[] {
    return trustedIds().filter((id) => "errors" in this.prepare({ documentId: id }, { kind: "ANONYMOUS" }));
  }

  private find({ query, documentId }: DocumentRequest, anonymous: boolean): Checked {
    if (sent(documentId)) {
      const text = trustedText(documentId);
      if (text === undefined) throw coded(ErrorCode.BAD_USER_INPUT, "This document id is not known here; the page may be of another version.");
      return this.check(text, documentId, true, false);
    }
    if (!sent(query)) throw coded(ErrorCode.BAD_USER_INPUT, "Send a document in `query`, or the id of a trusted one in `documentId`.");
    return this.check(query, hashOf(query), false, anonymous);
  }

  private check(text: string, documentId: string, trusted: boolean, openOnly: boolean): Checked {
    const key = trusted ? `trusted:${documentId}` : documentId;
    const known = this.checked.get(key);
    if (known) {
      if (openOnly && !isOpen(known.operation)) throw coded(ErrorCode.UNAUTHENTICATED);
      return known;
    }
    const document = parse(text, trusted ? {} : { maxTokens: limits.tokens });
    const sizes = trusted ? [] : sizeErrors(document);
    if (sizes.length > 0) throw new Refused(sizes);
    const operation = getOperationAST(document);
    if (!operation) throw coded(ErrorCode.BAD_USER_INPUT, "The document holds no operation.");
    if (openOnly && !isOpen(operation)) throw coded(ErrorCode.UNAUTHENTICATED);
    const problems = validate(this.schema, document, specifiedRules, { maxErrors: 10 });
    if (problems.length > 0) throw new Refused(problems);
    const checked: Checked = { text, document, operation, documentId, trusted, cost: costOf(this.schema, document, operation) };
    this.checked.set(key, checked);
    return checked;
  }
}

class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super("refused");
  }
}
