import { ErrorCode } from "@wijkbord/schema";
import type { FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import type { DocumentRequest } from "./documents.ts";
import { coded } from "./errors.ts";

/** The parameters of one request, checked in shape only. */
export type GraphQLBody = DocumentRequest;
type Reading = GraphQLBody | { readonly errors: readonly GraphQLError[] };

const bad = (message: string): Reading => ({ errors: [coded(ErrorCode.BAD_USER_INPUT, message)] });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** Reads the parameters of GraphQL out of any JSON object; `documentId` may also stand in `extensions`. */
export function readParameters(sent: unknown): Reading {
  if (Array.isArray(sent)) return bad("Send one request at a time.");
  if (!isObject(sent)) return bad("Send a JSON object with `query` or `documentId`.");
  const { variables, extensions } = sent;
  if (variables !== undefined && variables !== null && !isObject(variables)) return bad("`variables` must be a JSON object.");
  const documentId = textOf(sent["documentId"]) ?? (isObject(extensions) ? textOf(extensions["documentId"]) : undefined);
  return { query: textOf(sent["query"]), documentId, operationName: textOf(sent["operationName"]), variables: variables ?? {} };
}

/** Reads the parameters of a POST with JSON, or of the address of a GET. */
export function readBody(request: FastifyRequest): Reading {
  if (request.method !== "GET") return readParameters(request.body);
  if (!isObject(request.query)) return bad("Send `query` or `documentId`.");
  const { variables, extensions, ...rest } = request.query;
  const parsed: Record<string, unknown> = rest;
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (value === undefined || value === "") continue;
    try {
      parsed[name] = JSON.parse(String(value));
    } catch {
      return bad(`\`${name}\` must be JSON.`);
    }
  }
  return readParameters(parsed);
}
