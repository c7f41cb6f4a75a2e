import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

function toSequence(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw badInput("A Sequence is a whole number from 0 to 2^53-1.");
}

function toDate(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const parsed = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)) return value;
  }
  throw badInput("A Date is written as YYYY-MM-DD and exists in the calendar.");
}

/** A number in a coalition's log: JSON integer, 0 to 2^53-1. */
export const SequenceScalar = new GraphQLScalarType<number, number>({
  name: "Sequence",
  description: "Number of a change in the log of a coalition (JSON integer, 0…2^53−1; volgnummer).",
  serialize: toSequence,
  parseValue: toSequence,
  parseLiteral: (node) => toSequence(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** A calendar day without time zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "Calendar day, YYYY-MM-DD (datum).",
  serialize: toDate,
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** Any JSON value; used for stored differences and outlines. */
export const JsonScalar = new GraphQLScalarType({
  name: "JSON",
  description: "A JSON value: text, number, true/false, list, object or null.",
});
