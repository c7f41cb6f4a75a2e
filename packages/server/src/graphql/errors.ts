import { ErrorCode, errorSentences } from "@wijkbord/schema";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { v7 as uuidv7 } from "uuid";

/** An error that the client may read. */
export const coded = (code: ErrorCode, message = errorSentences[code].en, status?: number): GraphQLError =>
  new GraphQLError(message, { extensions: status === undefined ? { code } : { code, http: { status } } });

/** Anything that was thrown, as an error of GraphQL; what it says is masked. */
export const asError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error instanceof Error ? error : new Error(String(error)) });

/** What masking writes to the log. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

const known = new Set<string>(Object.values(ErrorCode));
const asInput = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE", "BAD_REQUEST"]);

/** The SQLSTATE of an error of the database, or the code of a broken connection, also below the wrapping of the mapper. */
function databaseCode(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause ?? Reflect.get(at, "previous"), depth += 1) {
    const code: unknown = Reflect.get(at, "code");
    if (typeof code === "string" && /^([0-9A-Z]{5}|ECONN(REFUSED|RESET)|ETIMEDOUT|EPIPE)$/.test(code)) return code;
  }
  return null;
}

/** What was thrown, below the error that says where in the document. */
function thrownBy(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrownBy(error.originalError) : error;
}

/** An id that is no UUID names nothing; other values that the database cannot hold are bad input. */
function codeOfData(error: unknown): ErrorCode | null {
  const state = databaseCode(error) ?? "";
  if (state === "22P02") return ErrorCode.NOT_FOUND;
  if (state.startsWith("22") || state === "08P01") return ErrorCode.BAD_USER_INPUT;
  return /^(08|53|57P|E)/.test(state) ? ErrorCode.UNAVAILABLE : null;
}

/** Shows an error to the client: codes of the contract as they are, anything else without what it says. */
export type Mask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The one masking function of HTTP, WebSocket and SSE. A hidden error is logged under the id that the client gets. */
export function errorMask(log: ErrorLog): Mask {
  return (formatted, error) => {
    const { message, locations, path } = formatted;
    const code = String(formatted.extensions?.["code"] ?? "");
    if (known.has(code) && code !== "INTERNAL") return { message, locations, path, extensions: { code } };
    if (asInput.has(code)) return { message, locations, path, extensions: { code: ErrorCode.BAD_USER_INPUT } };
    const original = thrownBy(error);
    if (code === "" && path === undefined && original instanceof GraphQLError)
      return { message, locations, path, extensions: { code: ErrorCode.BAD_USER_INPUT } };
    const data = codeOfData(original);
    if (data) return { message: errorSentences[data].en, locations, path, extensions: { code: data } };
    const id = uuidv7();
    const thrown = original instanceof Error ? original : new Error(String(original));
    log.error({ errorId: id, path, name: thrown.name, stack: stackWithoutMessage(thrown) }, "hidden error");
    return { message: errorSentences.INTERNAL.en, path, extensions: { code: ErrorCode.INTERNAL, id } };
  };
}

/** Where it happened; the message itself may hold text that people wrote. */
function stackWithoutMessage(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
