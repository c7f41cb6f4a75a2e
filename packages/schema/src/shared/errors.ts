/** Top-level error codes of the hub, on every transport; stable for programs. */
export enum ErrorCode {
  UNAUTHENTICATED = "UNAUTHENTICATED",
  FORBIDDEN = "FORBIDDEN",
  NOT_FOUND = "NOT_FOUND",
  BAD_USER_INPUT = "BAD_USER_INPUT",
  LIMIT = "LIMIT",
  RATE_LIMITED = "RATE_LIMITED",
  TIMEOUT = "TIMEOUT",
  UNAVAILABLE = "UNAVAILABLE",
  INTERNAL = "INTERNAL",
}

/** One sentence in the languages of the interface. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** What a code means, for people. */
export const errorSentences: Readonly<Record<ErrorCode, Sentence>> = {
  UNAUTHENTICATED: { nl: "Log eerst in.", en: "Sign in first." },
  FORBIDDEN: { nl: "Dit mag hier niet.", en: "This is not allowed here." },
  NOT_FOUND: { nl: "Deze pagina bestaat niet of is niet voor jou.", en: "It does not exist or is not for you." },
  BAD_USER_INPUT: { nl: "De hub begrijpt deze vraag niet.", en: "The hub does not understand this request." },
  LIMIT: { nl: "Deze vraag is te groot. Vraag minder in één keer.", en: "This request is too big. Ask less at once." },
  RATE_LIMITED: { nl: "Dit gaat te snel. Wacht even en probeer het opnieuw.", en: "This is too fast. Wait a moment and try again." },
  TIMEOUT: { nl: "Dit duurde te lang. Kijk of het gelukt is en probeer het anders opnieuw.", en: "This took too long. See whether it worked, else try again." },
  UNAVAILABLE: { nl: "De hub is even niet bereikbaar. Probeer het zo opnieuw.", en: "The hub is not available for a moment. Try again soon." },
  INTERNAL: { nl: "Er ging hier iets mis. Probeer het opnieuw.", en: "Something went wrong here. Try again." },
};
