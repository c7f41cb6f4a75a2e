import type { Sentence } from "./errors.ts";

/** Codes of `ValidationProblem`. A sentence may hold `{limit}`. */
export const validationSentences: Readonly<Record<string, Sentence>> = {
  ACTING_FOR_REQUIRED: { nl: "Kies eerst namens welke organisatie je dit doet.", en: "First choose which organisation you act for." },
  BAD_PLACE: { nl: "Die plek bestaat niet in deze lijst.", en: "That place does not exist in this list." },
  NOT_A_COLOUR: { nl: "Kies een kleur van 0 tot en met {limit}.", en: "Choose a colour from 0 to {limit}." },
  NOT_A_NEW_UUID: { nl: "Dit kenmerk is geen nieuwe UUID.", en: "This id is not a new UUID." },
  NOT_A_TEXT: { nl: "Dit veld is geen tekst.", en: "This field is not a text." },
  NOT_A_TIME_ZONE: { nl: "Deze tijdzone is niet bekend.", en: "This time zone is not known." },
  NOT_AN_ADDRESS: { nl: "Dit is geen geldig webadres.", en: "This is not a valid web address." },
  NOT_AN_EMAIL: { nl: "Dit is geen geldig e-mailadres.", en: "This is not a valid e-mail address." },
  NOT_LETTERS: { nl: "Gebruik alleen letters, hooguit {limit}.", en: "Use letters only, at most {limit}." },
  NOT_TEXT: { nl: "Deze tekst bevat tekens die niet kunnen.", en: "This text has characters that cannot be used." },
  ONLY_HTTPS: { nl: "Gebruik een adres dat met https:// begint.", en: "Use an address that starts with https://." },
  OUT_OF_RANGE: { nl: "Dit getal kan hier niet; hooguit {limit}.", en: "This number does not fit here; at most {limit}." },
  REQUIRED: { nl: "Vul dit in.", en: "Fill this in." },
  RESERVED: { nl: "Openbaar delen kan nog niet.", en: "Sharing with the public is not possible yet." },
  TAKEN: { nl: "Deze naam is al in gebruik.", en: "This name is already taken." },
  TOO_LONG: { nl: "Dit is te lang: hooguit {limit} tekens.", en: "This is too long: at most {limit} characters." },
  TOO_MANY: { nl: "Dit zijn er te veel: hooguit {limit}.", en: "These are too many: at most {limit}." },
};

/** Reasons of `NotAllowed`. */
export const notAllowedSentences: Readonly<Record<string, Sentence>> = {
  MAY_NOT_COMMENT: { nl: "Je mag hier niet reageren.", en: "You may not comment here." },
  NOT_ACCOUNTABLE: { nl: "Dit mag alleen de trekker, of de coördinator van de coalitie.", en: "Only the organisation that leads, or the coordinator of the coalition, may do this." },
  NOT_COORDINATOR: { nl: "Dit mag alleen een coördinator van de coalitie.", en: "Only a coordinator of the coalition may do this." },
  NOT_INVOLVED: { nl: "Dit mag alleen wie bij deze taak betrokken is.", en: "Only those involved in this task may do this." },
  NOT_THE_AUTHOR: { nl: "Dit mag alleen de schrijver, diens coördinator of de privacyfunctionaris.", en: "Only the author, their coordinator or the privacy officer may do this." },
  NOT_THE_WRITER: { nl: "Alleen de schrijver mag deze reactie weghalen.", en: "Only the writer may take this comment away." },
  NOT_YOUR_LETTER: { nl: "Dit mag alleen de organisatie die deze taak trekt of doet.", en: "Only the organisation that leads or does this task may do this." },
  NOT_YOUR_ORGANISATION: { nl: "Je beheert alleen je eigen organisatie.", en: "You manage only your own organisation." },
  NOT_YOURS_TO_GIVE: { nl: "Dit recht kan alleen een coördinator van de coalitie geven.", en: "Only a coordinator of the coalition can give this right." },
  OBSERVER: { nl: "Je kijkt mee en kunt hier niets veranderen.", en: "You are an observer and cannot change this." },
  ONLY_THE_ORGANISATION_ITSELF: { nl: "Dit mag alleen de organisatie zelf.", en: "Only the organisation itself may do this." },
};

/** Rules of `RuleBroken`, and the rules that a refused move names. */
export const ruleSentences: Readonly<Record<string, Sentence>> = {
  C4: { nl: "Deze vraag staat niet meer open.", en: "This question is not open any more." },
  "C7.1": { nl: "Deze stap kan nog niet.", en: "This step is not possible yet." },
  D4: { nl: "Wat anderen konden lezen, kan niet meer verborgen worden.", en: "What others could read cannot be hidden any more." },
  D10: { nl: "Een coalitie houdt altijd een coördinator.", en: "A coalition always keeps a coordinator." },
  D16: { nl: "Een afdeling hoort bij een partner, niet bij een andere afdeling.", en: "A department belongs to a partner, not to another department." },
  "INV-01": { nl: "Een taak heeft één trekker.", en: "A task is led by one organisation." },
  "INV-20": { nl: "Deze organisatie is al weg uit de coalitie.", en: "This organisation has already left the coalition." },
  T1: { nl: "Bij wachten hoort een reden.", en: "Waiting needs a reason." },
  NO_CIRCLE: { nl: "Taken kunnen niet op elkaar wachten.", en: "Tasks cannot wait for each other." },
};

/** Codes of what is missing in `RuleBroken`. */
export const missingSentences: Readonly<Record<string, Sentence>> = {
  ALREADY_ACCOUNTABLE: { nl: "Een andere organisatie trekt al.", en: "Another organisation leads already." },
  CHECKLIST_OPEN: { nl: "Er staan nog stappen open. Rond ze af of schrijf waarom het toch klaar is.", en: "Some steps are still open. Finish them or write why it is done all the same." },
  CONSULT_MISSING: { nl: "Een organisatie die meedenkt, heeft nog niet gereageerd.", en: "An organisation that is consulted has not answered yet." },
  DONE_TOO_LONG_AGO: { nl: "Deze taak is langer dan 30 dagen klaar. Maak een nieuwe taak.", en: "This task was done more than 30 days ago. Make a new task." },
  NO_ACCOUNTABLE: { nl: "Er is nog geen trekker.", en: "Nobody leads this yet." },
  NO_RESPONSIBLE: { nl: "Er is nog niemand die het doet.", en: "Nobody does this yet." },
  NO_SUCH_STEP: { nl: "Van deze kolom kan een kaart daar niet naartoe.", en: "A card cannot go there from this column." },
  REASON_MISSING: { nl: "Schrijf op waarom.", en: "Write down why." },
  UNCONFIRMED: { nl: "Een organisatie heeft nog niet ja gezegd.", en: "An organisation has not said yes yet." },
  ALREADY_LEFT: { nl: "Deze organisatie is al vertrokken.", en: "This organisation has already left." },
  CIRCULAR_BLOCKED_BY: { nl: "De andere taak wacht op deze.", en: "The other task waits for this one." },
  LAST_COORDINATOR: { nl: "Maak eerst iemand anders coördinator van de coalitie.", en: "First make somebody else coordinator of the coalition." },
  NOT_A_PARTNER: { nl: "Kies een partner, geen afdeling.", en: "Choose a partner, not a department." },
  NOT_OPEN: { nl: "Hier is al op geantwoord.", en: "This was answered already." },
  OTHERS_COULD_READ: { nl: "Anderen konden dit al lezen.", en: "Others could already read this." },
  STARTS_AS_PROPOSED: { nl: "Een nieuwe taak begint bij Te verdelen.", en: "A new task starts as proposed." },
};
