import type { Sentence } from "../shared/errors.ts";

type Sentences = Readonly<Record<string, Sentence>>;

/** Codes of `ValidationProblem` about roles. */
export const roleValidationSentences: Sentences = {
  ENDS_BEFORE_START: { nl: "De rol eindigt voordat hij begint.", en: "The role ends before it starts." },
  OWN_ORGANISATION: { nl: "Kies een andere organisatie dan je eigen.", en: "Choose another organisation than your own." },
  SAME_PERSON: { nl: "De vervanger is dezelfde persoon.", en: "The deputy is the same person." },
};

/** Reasons of `NotAllowed` about roles. */
export const roleNotAllowedSentences: Sentences = {
  NOT_YOUR_ROLE: { nl: "Dit mag alleen de coördinator, of wie de rol heeft.", en: "Only the coordinator, or who holds the role, may do this." },
  NOT_THE_CHOOSER: {
    nl: "Hierover beslist wie de rol erboven heeft, of de coördinator van de coalitie.",
    en: "Who holds the role above decides this, or the coordinator of the coalition.",
  },
};

/** Rules of `RuleBroken` about roles. */
export const roleRuleSentences: Sentences = {
  "C7.3": { nl: "Deze stap past nu niet bij de rol.", en: "This step does not fit the role now." },
  "INV-05": { nl: "Deze rol heeft al zoveel houders als mag.", en: "This role has as many holders as it may have." },
};

/** What `RuleBroken` misses about roles. */
export const roleMissingSentences: Sentences = {
  ALREADY_ASKED: { nl: "Deze organisatie is al gevraagd of heeft de rol al.", en: "This organisation was asked already or holds the role." },
  CIRCULAR_PARENT: { nl: "Deze rol staat al boven de andere.", en: "This role stands above the other one already." },
  HANDOVER_OPEN: { nl: "Hierover loopt al een vraag om over te nemen.", en: "Somebody was asked to take this over already." },
  NOT_HELD_ANY_MORE: { nl: "Wie het overdroeg, heeft dit niet meer.", en: "Who handed this over does not have it any more." },
  NOT_ACCEPTED: { nl: "De organisatie heeft nog geen ja gezegd.", en: "The organisation has not said yes yet." },
  NOT_A_HOLDER: { nl: "Deze plek is niet bezet.", en: "This seat is not held." },
  NOT_CONFIRMED: { nl: "De coördinator heeft deze rol nog niet bevestigd.", en: "The coordinator has not confirmed this role yet." },
  NOT_PROPOSED: { nl: "Deze rol is al bevestigd.", en: "This role is confirmed already." },
  NOT_RETIRED: { nl: "Deze rol is niet opgeheven.", en: "This role is not retired." },
  PARENT_RETIRED: { nl: "De rol erboven is opgeheven.", en: "The role above is retired." },
  ROLE_FULL: { nl: "Alle plekken van deze rol zijn bezet.", en: "All seats of this role are taken." },
  ROLE_RETIRED: { nl: "Deze rol is opgeheven.", en: "This role is retired." },
};
