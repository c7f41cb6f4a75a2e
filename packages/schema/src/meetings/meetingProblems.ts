import type { Sentence } from "../shared/errors.ts";

type Sentences = Readonly<Record<string, Sentence>>;

/** Codes of `ValidationProblem` about meetings. */
export const meetingValidationSentences: Sentences = {
  ENDS_BEFORE_BEGIN: { nl: "Het overleg eindigt voordat het begint.", en: "The meeting ends before it begins." },
};

/** Reasons of `NotAllowed` about meetings. */
export const meetingNotAllowedSentences: Sentences = {
  NOT_THE_CHAIR: {
    nl: "Dit mag alleen de voorzitter of de coördinator van de coalitie.",
    en: "Only the chair or the coordinator of the coalition may do this.",
  },
  NOT_THE_NOTE_TAKER: { nl: "Dit mag alleen wie notuleert of voorzit.", en: "Only who takes notes or the chair may do this." },
  NOT_ATTENDING: { nl: "Dit mag alleen een organisatie die bij het overleg is.", en: "Only an organisation that attends the meeting may do this." },
};

/** Rules of `RuleBroken` about meetings. */
export const meetingRuleSentences: Sentences = {
  D9: { nl: "Deze toezegging staat niet meer open.", en: "This promise is not open any more." },
  ME: { nl: "Dit past nu niet bij het overleg.", en: "This does not fit the meeting now." },
};

/** What `RuleBroken` misses about meetings. */
export const meetingMissingSentences: Sentences = {
  ANOTHER_MEETING_LIVE: { nl: "Op dit bord is al een overleg bezig.", en: "A meeting about this board is live already." },
  ITEM_IS_DONE: { nl: "Dit punt is al behandeld.", en: "This point was dealt with already." },
  MEETING_CLOSED: { nl: "Dit overleg is gesloten.", en: "This meeting is closed." },
  MEETING_LIVE: { nl: "Dit overleg is al bezig.", en: "This meeting is live already." },
  MEETING_NOT_LIVE: { nl: "Dit overleg is nu niet bezig.", en: "This meeting is not live now." },
  NO_MORE_ITEMS: { nl: "Er staan geen punten meer op de agenda.", en: "There are no more points on the agenda." },
  OTHERS_MEETING: { nl: "Deze taak staat op een ander bord.", en: "This task stands on another board." },
  PROMISE_ANSWERED: { nl: "Op deze toezegging is al geantwoord.", en: "This promise was answered already." },
  TOO_LATE_FOR_NOTE: { nl: "De tijd voor een kanttekening is voorbij.", en: "The time for a note is over." },
};
