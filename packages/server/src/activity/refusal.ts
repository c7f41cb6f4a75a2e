import { MissingPoint, NotAllowed, NotFound, type Problem, RuleBroken, ValidationProblem, VersionConflict } from "@wijkbord/schema/types";

/** Ends a change without a trace and answers with a typed problem. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.constructor.name);
  }
}

export const invalid = (field: string, code: string, limit: number | null = null) =>
  new Refusal(Object.assign(new ValidationProblem(), { field, code, limit }));
export const notAllowed = (reason: string) => new Refusal(Object.assign(new NotAllowed(), { reason }));
export const notFound = (field: string) => new Refusal(Object.assign(new NotFound(), { field }));
export const conflict = (version: number, groups: string[], current: Record<string, unknown>) =>
  new Refusal(Object.assign(new VersionConflict(), { version, groups, current }));
export const ruleBroken = (rule: string, missing: readonly { code: string; objectId: string | null }[]) =>
  new Refusal(Object.assign(new RuleBroken(), { rule, missing: missing.map((point) => Object.assign(new MissingPoint(), point)) }));

/** A trimmed text within its limits, or a refusal that names the field. */
export function text(field: string, value: string, limit: number, minimum = 1): string {
  const trimmed = value.normalize("NFC").trim();
  if (trimmed.includes("\u0000") || !trimmed.isWellFormed()) throw invalid(field, "NOT_TEXT");
  if ([...trimmed].length > limit) throw invalid(field, "TOO_LONG", limit);
  if (trimmed.length < minimum) throw invalid(field, "REQUIRED", minimum);
  return trimmed;
}

/** A trimmed text within its limit, or null when nothing was written. */
export function optionalText(field: string, value: string | null | undefined, limit: number): string | null {
  return value ? text(field, value, limit, 0) || null : null;
}
