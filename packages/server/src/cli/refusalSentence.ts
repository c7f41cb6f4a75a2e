import { ValidationProblem, type Problem } from "@wijkbord/schema/types";
import { Refusal } from "../activity/refusal.ts";
import { StartRefused } from "../config.ts";
import { ImportRefused } from "../imports/refused.ts";

/** A command that cannot be done as it was asked, in one sentence. */
export class CommandRefused extends Error {}

const meanings: Readonly<Record<string, string>> = {
  TAKEN: "is taken already, or a word of the hub itself",
  TOO_LONG: "is too long",
  REQUIRED: "is missing or too short",
  NOT_A_CODE: "is not written as it should be",
};

/** Says in words why something was refused. */
export function problemSentence(problem: Problem): string {
  if (!(problem instanceof ValidationProblem)) return `This is not allowed: ${problem.constructor.name}.`;
  const limit = problem.limit === null ? "" : ` (limit ${problem.limit})`;
  return `The ${problem.field} ${meanings[problem.code] ?? `is not acceptable: ${problem.code}`}${limit}. Nothing was changed.`;
}

/** The sentence of an expected refusal; null when the error is something else. */
export function refusalSentence(error: unknown): string | null {
  if (error instanceof ImportRefused || error instanceof StartRefused || error instanceof CommandRefused) return error.message;
  return error instanceof Refusal ? problemSentence(error.problem) : null;
}
