import type { Example } from "./example.ts";
import { liveExamples } from "./live.ts";
import { readingExamples } from "./reading.ts";

export { type Example, type Language, type OwnIds, variablesOf } from "./example.ts";

/** All ready examples, in the order in which GraphiQL shows them. */
export const examples: readonly Example[] = [...readingExamples, ...liveExamples];
