import { missingSentences, notAllowedSentences, ruleSentences, type Sentence, validationSentences } from "@wijkbord/schema";
import type { Language } from "../language/language.ts";

/** The typed answers of the hub that say why nothing changed, as far as they were asked for. */
export type Refusal =
  | { readonly __typename: "NotAllowed"; readonly reason: string }
  | { readonly __typename: "NotFound"; readonly field?: string }
  | { readonly __typename: "ValidationProblem"; readonly field: string; readonly code: string; readonly limit: number | null }
  | { readonly __typename: "VersionConflict"; readonly groups: readonly string[]; readonly version: number; readonly current: unknown }
  | { readonly __typename: "RuleBroken"; readonly rule: string; readonly missing: readonly { readonly code: string; readonly objectId: string | null }[] };

const unknown: Sentence = { nl: "Dit kan hier niet.", en: "This is not possible here." };
const gone: Sentence = { nl: "Dit bestaat niet meer of is niet voor jou.", en: "This does not exist any more or is not for you." };
const changed: Sentence = { nl: "Iemand anders veranderde dit ook net.", en: "Somebody else just changed this as well." };

function sentencesOf(refusal: Refusal): Sentence[] {
  switch (refusal.__typename) {
    case "NotAllowed":
      return [notAllowedSentences[refusal.reason] ?? unknown];
    case "NotFound":
      return [gone];
    case "VersionConflict":
      return [changed];
    case "ValidationProblem": {
      const sentence = validationSentences[refusal.code] ?? unknown;
      const fill = (text: string) => text.replace("{limit}", String(refusal.limit ?? ""));
      return [{ nl: fill(sentence.nl), en: fill(sentence.en) }];
    }
    case "RuleBroken": {
      const missing = refusal.missing.map(({ code }) => missingSentences[code] ?? unknown);
      return missing.length > 0 ? missing : [ruleSentences[refusal.rule] ?? unknown];
    }
  }
}

/** Why the hub refused, in words; a rule lists all that is missing. */
export const refusalLines = (refusal: Refusal, language: Language): string[] => [...new Set(sentencesOf(refusal).map((sentence) => sentence[language]))];
