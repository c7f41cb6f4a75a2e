import { GraphQLID, Kind } from "graphql";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** An id that nothing has. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The id as the database writes it; what is no UUID becomes an id that nothing has. */
export const knownId = (value: unknown): string => (typeof value === "string" && uuid.test(value) ? value.toLowerCase() : nobody);

/** Whether an id that came in was a UUID. */
export const isKnownId = (id: string): boolean => uuid.test(id) && id !== nobody;

/**
 * Makes every id that comes in through GraphQL one that the database can look up,
 * so that anything else answers like an unknown id, on every field, and never as a fault.
 */
export function readIdsSafely(): void {
  GraphQLID.parseValue = knownId;
  GraphQLID.parseLiteral = (node) => knownId(node.kind === Kind.STRING ? node.value : null);
}
