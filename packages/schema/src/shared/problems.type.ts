import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";
import { JsonScalar } from "./scalars.ts";

@ObjectType({ description: "A field of the input is not acceptable; nothing was changed." })
export class ValidationProblem {
  @Field(() => String, { description: "The input field, for example `title`." })
  field: string;
  @Field(() => String, { description: "What is wrong, for example TOO_LONG, REQUIRED, ACTING_FOR_REQUIRED." })
  code: string;
  @Field(() => Int, { nullable: true, description: "The limit that applies, in characters or items." })
  limit: number | null;
}

@ObjectType({ description: "You may not do this; nothing was changed (geen recht)." })
export class NotAllowed {
  @Field(() => String, { description: "Why not, as a code that the interface explains." })
  reason: string;
}

@ObjectType({ description: "It does not exist or is not visible to you (bestaat niet of is niet voor jou)." })
export class NotFound {
  @Field(() => String, { description: "The input field that named it." })
  field: string;
}

@ObjectType({ description: "Somebody changed the same field group after the version you saw; nothing was overwritten." })
export class VersionConflict {
  @Field(() => Int, { description: "Present version of the object." })
  version: number;
  @Field(() => [String], { description: "Field groups that changed since `expectedVersion`." })
  groups: string[];
  @Field(() => JsonScalar, { description: "Present values of those fields, by field name." })
  current: Record<string, unknown>;
}

@ObjectType({ description: "One thing that is missing before a rule is met." })
export class MissingPoint {
  @Field(() => String, { description: "What is missing, for example NO_ACCOUNTABLE." })
  code: string;
  @Field(() => ID, { nullable: true, description: "The object or organisation it is about." })
  objectId: string | null;
}

@ObjectType({ description: "A rule of working together is not met; nothing was changed." })
export class RuleBroken {
  @Field(() => String, { description: "The rule, for example INV-01 or C7.1." })
  rule: string;
  @Field(() => [MissingPoint], { description: "All that is missing, at once." })
  missing: MissingPoint[];
}

/** Every refusal that a mutation may answer with. */
export const problemTypes = [ValidationProblem, NotAllowed, NotFound, VersionConflict, RuleBroken] as const;
export type Problem = ValidationProblem | NotAllowed | NotFound | VersionConflict | RuleBroken;

/** The result union `XResult` of a mutation: its payload or a typed problem. */
export function resultUnion<Payload extends object>(name: string, payload: ClassType<Payload>) {
  return createUnionType({
    name: `${name}Result`,
    description: "The payload, or a typed problem that says why nothing changed.",
    types: () => [payload, ...problemTypes] as const,
  });
}
