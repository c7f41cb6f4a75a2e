import { errorSentences, ErrorCode, missingSentences, notAllowedSentences, ruleSentences, type Sentence, validationSentences } from "@wijkbord/schema";
import type { Language } from "../language/language.ts";

/** What a mutation answers: its payload, or a typed problem. */
export type Answer =
  | { readonly __typename: "ValidationProblem"; readonly field: string; readonly code: string; readonly limit: number | null }
  | { readonly __typename: "NotAllowed"; readonly reason: string }
  | { readonly __typename: "NotFound" }
  | { readonly __typename: "VersionConflict"; readonly version: number; readonly groups: readonly string[]; readonly current: unknown }
  | { readonly __typename: "RuleBroken"; readonly rule: string; readonly missing: readonly { readonly code: string; readonly objectId: string | null }[] };

const conflictSentence: Sentence = {
  nl: "Iemand anders heeft dit net ook veranderd. Kijk wat er nu staat en probeer het opnieuw.",
  en: "Somebody else just changed this too. See what it says now and try again.",
};
const named: Sentence = { nl: "{sentence} ({name})", en: "{sentence} ({name})" };

const say = (sentence: Sentence | undefined, language: Language, fallback: ErrorCode): string => (sentence ?? errorSentences[fallback])[language];

/** Why nothing changed, in one or more sentences; organisations that are meant are named. */
export function problemText(answer: Answer, language: Language, nameOf: (id: string) => string | undefined): string {
  switch (answer.__typename) {
    case "ValidationProblem":
      return say(validationSentences[answer.code], language, ErrorCode.BAD_USER_INPUT).replace("{limit}", String(answer.limit ?? ""));
    case "NotAllowed":
      return say(notAllowedSentences[answer.reason], language, ErrorCode.FORBIDDEN);
    case "NotFound":
      return errorSentences[ErrorCode.NOT_FOUND][language];
    case "VersionConflict":
      return conflictSentence[language];
    case "RuleBroken": {
      const missing = answer.missing.map(({ code, objectId }) => {
        const sentence = say(missingSentences[code], language, ErrorCode.BAD_USER_INPUT);
        const name = objectId ? nameOf(objectId) : undefined;
        return name ? named[language].replace("{sentence}", sentence.replace(/\.$/, "")).replace("{name}", name) : sentence;
      });
      return [say(ruleSentences[answer.rule], language, ErrorCode.BAD_USER_INPUT), ...new Set(missing)].join(" ");
    }
  }
}

/** Why the hub did not answer at all. */
export const failureText = (language: Language, code = ErrorCode.UNAVAILABLE): string => errorSentences[code][language];
