import {
  agreementMissingSentences,
  agreementNotAllowedSentences,
  agreementRuleSentences,
  agreementValidationSentences,
} from "../agreements/agreementProblems.ts";
import { meetingMissingSentences, meetingNotAllowedSentences, meetingRuleSentences, meetingValidationSentences } from "../meetings/meetingProblems.ts";
import { roleMissingSentences, roleNotAllowedSentences, roleRuleSentences, roleValidationSentences } from "../roles/roleProblems.ts";
import type { Sentence } from "./errors.ts";

/** Codes of `ValidationProblem`. A sentence may hold `{limit}`. */
export const validationSentences: Readonly<Record<string, Sentence>> = {
  ...agreementValidationSentences,
  ...roleValidationSentences,
  ...meetingValidationSentences,
  ACTING_FOR_REQUIRED: { nl: "Kies eerst namens welke organisatie je dit doet.", en: "First choose which organisation you act for." },
  ALREADY_MEMBER: { nl: "Deze persoon is al lid namens deze organisatie.", en: "This person is a member for this organisation already." },
  DEMO_PERSON: {
    nl: "Dit adres is van een verzonnen persoon uit het voorbeeld. Gebruik een ander adres.",
    en: "This address is of a fictional person of the demo. Use another one.",
  },
  NOT_A_COLOUR: { nl: "Kies een kleur van 0 tot en met {limit}.", en: "Choose a colour from 0 to {limit}." },
  BAD_PLACE: { nl: "Die plek bestaat hier niet.", en: "That place does not exist here." },
  NOT_A_COLUMN_STATE: { nl: "Een kolom kan deze stand niet hebben.", en: "A column cannot have this state." },
  WARNING_NOT_READ: { nl: "Lees eerst de waarschuwing over persoonsgegevens.", en: "First read the warning about personal data." },
  NOT_A_CODE: { nl: "Deze code heeft niet de goede vorm.", en: "This code does not have the right form." },
  NOT_A_UUID: { nl: "Dit kenmerk is geen UUID.", en: "This id is not a UUID." },
  NOT_A_NEW_UUID: { nl: "Dit kenmerk is geen nieuwe UUID.", en: "This id is not a new UUID." },
  NOT_A_TEXT: { nl: "Dit veld is geen tekst.", en: "This field is not a text." },
  NOT_A_TIME_ZONE: { nl: "Deze tijdzone is niet bekend.", en: "This time zone is not known." },
  NOT_AN_ADDRESS: { nl: "Dit is geen geldig webadres.", en: "This is not a valid web address." },
  NOT_AN_EMAIL: {
    nl: "Dit is geen geldig e-mailadres. Schrijf het als naam@voorbeeld.nl.",
    en: "This is not a valid e-mail address. Write it as name@example.org.",
  },
  NOT_LETTERS: { nl: "Gebruik alleen letters, hooguit {limit}.", en: "Use letters only, at most {limit}." },
  NOT_TEXT: { nl: "Deze tekst bevat tekens die niet kunnen.", en: "This text has characters that cannot be used." },
  ONLY_HTTPS: { nl: "Gebruik een adres dat met https:// begint.", en: "Use an address that starts with https://." },
  OUT_OF_RANGE: { nl: "Dit getal kan hier niet; hooguit {limit}.", en: "This number does not fit here; at most {limit}." },
  OWN_ADDRESS: {
    nl: "Naar dit adres gaat je mail al. Vul een ander adres in, of laat het zo.",
    en: "Your mail goes to this address already. Fill in another one, or leave it as it is.",
  },
  REQUIRED: { nl: "Vul dit in.", en: "Fill this in." },
  RESERVED: { nl: "Openbaar delen kan nog niet.", en: "Sharing with the public is not possible yet." },
  TAKEN: { nl: "Deze naam is al in gebruik.", en: "This name is already taken." },
  TOO_LONG: { nl: "Dit is te lang: hooguit {limit} tekens.", en: "This is too long: at most {limit} characters." },
  MENTION_UNKNOWN: { nl: "Je noemt iemand die niet in deze coalitie zit.", en: "You mention somebody who is not in this coalition." },
  MENTION_MAY_NOT_READ: { nl: "Je noemt iemand die dit niet mag lezen.", en: "You mention somebody who may not read this." },
  NOT_FOR_THIS_KIND: {
    nl: "Zo kun je hier niet van horen. Kies een van de andere manieren.",
    en: "You cannot hear of this in that way. Choose one of the other ways.",
  },
  TOO_MANY_MENTIONS: { nl: "Noem hooguit {limit} mensen of organisaties.", en: "Mention at most {limit} people or organisations." },
  TOO_MANY: { nl: "Dit zijn er te veel: hooguit {limit}.", en: "These are too many: at most {limit}." },
};

/** Reasons of `NotAllowed`. */
export const notAllowedSentences: Readonly<Record<string, Sentence>> = {
  ...agreementNotAllowedSentences,
  ...roleNotAllowedSentences,
  ...meetingNotAllowedSentences,
  DEMO_COALITION: {
    nl: "In het voorbeeld nodig je niemand uit. Begin daarvoor je eigen coalitie.",
    en: "Nobody is invited to the demo. Begin your own coalition for that.",
  },
  DEMO_ADDRESS: {
    nl: "Een verzonnen persoon uit het voorbeeld kiest geen mailadres. Begin daarvoor je eigen coalitie.",
    en: "A fictional person of the demo chooses no mail address. Begin your own coalition for that.",
  },
  NO_MAIL: {
    nl: "Deze Wijkbord verstuurt geen mail en kan een adres dus niet bevestigen. Je ziet alles bij Meldingen.",
    en: "This Wijkbord sends no mail, so it cannot confirm an address. You see everything at Notifications.",
  },
  MAY_NOT_COMMENT: { nl: "Je mag hier niet reageren.", en: "You may not comment here." },
  NOT_ACCOUNTABLE: {
    nl: "Dit mag alleen de trekker, of de coördinator van de coalitie.",
    en: "Only the organisation that leads, or the coordinator of the coalition, may do this.",
  },
  COORDINATOR_ONLY: { nl: "Dit mag alleen een coördinator van de coalitie.", en: "Only a coordinator of the coalition may do this." },
  NOT_YOURS_TO_UNDO: { nl: "Dit mag je niet terugdraaien.", en: "You may not turn this back." },
  NOT_COORDINATOR: { nl: "Dit mag alleen een coördinator van de coalitie.", en: "Only a coordinator of the coalition may do this." },
  NOT_INVOLVED: { nl: "Dit mag alleen wie bij deze taak betrokken is.", en: "Only those involved in this task may do this." },
  NOT_THE_AUTHOR: {
    nl: "Dit mag alleen de schrijver, diens coördinator of de privacyfunctionaris.",
    en: "Only the author, their coordinator or the privacy officer may do this.",
  },
  NOT_THE_WRITER: { nl: "Alleen de schrijver mag deze reactie weghalen.", en: "Only the writer may take this comment away." },
  NOT_YOUR_LETTER: { nl: "Dit mag alleen de organisatie die deze taak trekt of doet.", en: "Only the organisation that leads or does this task may do this." },
  NOT_YOUR_VIEW: {
    nl: "Een gedeelde weergave verandert alleen wie hem maakte, of een coördinator.",
    en: "A shared view is changed only by who made it, or by a coordinator.",
  },
  NOT_YOUR_ORGANISATION: { nl: "Je beheert alleen je eigen organisatie.", en: "You manage only your own organisation." },
  NOT_YOURS_TO_GIVE: { nl: "Dit recht kan alleen een coördinator van de coalitie geven.", en: "Only a coordinator of the coalition can give this right." },
  OBSERVER: { nl: "Je kijkt mee en kunt hier niets veranderen.", en: "You are an observer and cannot change this." },
  ONLY_THE_ORGANISATION_ITSELF: { nl: "Dit mag alleen de organisatie zelf.", en: "Only the organisation itself may do this." },
};

/** Rules of `RuleBroken`, and the rules that a refused move names. */
export const ruleSentences: Readonly<Record<string, Sentence>> = {
  ...agreementRuleSentences,
  ...roleRuleSentences,
  ...meetingRuleSentences,
  C4: { nl: "Dit kan nu niet meer.", en: "This is not possible any more." },
  D2: { nl: "Elke kaart staat in een kolom.", en: "Every card stands in a column." },
  "INV-04": { nl: "Een organisatie heeft per taak één rol, of trekt en doet.", en: "An organisation has one part in a task, or leads and does it." },
  "INV-14": { nl: "Een actielijn is nog niet klaar om te delen.", en: "An action line is not ready to be shared." },
  T8: { nl: "Wie meekijkt, denkt mee of weet ervan.", en: "Observers are consulted or informed." },
  T9: { nl: "Dit kan niet teruggedraaid worden.", en: "This cannot be turned back." },
  "C7.1": { nl: "Deze stap kan nog niet.", en: "This step is not possible yet." },
  D4: { nl: "Wat anderen konden lezen, kan niet meer verborgen worden.", en: "What others could read cannot be hidden any more." },
  "D4-TEMPLATE": {
    nl: "Deze taak is intern. Maak een sjabloon van een taak die alle partners zien.",
    en: "This task is internal. Make a template of a task that all partners see.",
  },
  D10: { nl: "Een coalitie houdt altijd een coördinator.", en: "A coalition always keeps a coordinator." },
  D16: { nl: "Een afdeling hoort bij een partner, niet bij een andere afdeling.", en: "A department belongs to a partner, not to another department." },
  "INV-01": { nl: "Een taak heeft één trekker.", en: "A task is led by one organisation." },
  "INV-20": { nl: "Deze organisatie is al weg uit de coalitie.", en: "This organisation has already left the coalition." },
  T1: { nl: "Bij wachten hoort een reden.", en: "Waiting needs a reason." },
  NO_CIRCLE: { nl: "Taken kunnen niet op elkaar wachten.", en: "Tasks cannot wait for each other." },
};

/** Codes of what is missing in `RuleBroken`. */
export const missingSentences: Readonly<Record<string, Sentence>> = {
  ...agreementMissingSentences,
  ...roleMissingSentences,
  ...meetingMissingSentences,
  ALREADY_ACCOUNTABLE: { nl: "Een andere organisatie trekt al.", en: "Another organisation leads already." },
  SECOND_REVERSAL: {
    nl: "Dit is al een keer teruggedraaid. Plan een overleg en spreek samen af hoe het wordt.",
    en: "This was turned back once already. Plan a meeting and agree together how it will be.",
  },
  SECOND_REVERSAL_ON_AGENDA: {
    nl: "Dit is al een keer teruggedraaid. Het staat nu als punt op de agenda van het volgende overleg.",
    en: "This was turned back once already. It is now a point on the agenda of the next meeting.",
  },
  CHECKLIST_OPEN: {
    nl: "Er staan nog stappen open. Rond ze af of schrijf waarom het toch klaar is.",
    en: "Some steps are still open. Finish them or write why it is done all the same.",
  },
  CONSULT_MISSING: { nl: "Een organisatie die meedenkt, heeft nog niet gereageerd.", en: "An organisation that is consulted has not answered yet." },
  DONE_TOO_LONG_AGO: { nl: "Deze taak is langer dan 30 dagen klaar. Maak een nieuwe taak.", en: "This task was done more than 30 days ago. Make a new task." },
  NO_ACCOUNTABLE: { nl: "Er is nog geen trekker.", en: "Nobody leads this yet." },
  NO_RESPONSIBLE: { nl: "Er is nog niemand die het doet.", en: "Nobody does this yet." },
  NO_SUCH_STEP: { nl: "Van deze kolom kan een kaart daar niet naartoe.", en: "A card cannot go there from this column." },
  REASON_MISSING: { nl: "Schrijf op waarom.", en: "Write down why." },
  UNCONFIRMED: { nl: "Een organisatie heeft nog niet ja gezegd.", en: "An organisation has not said yes yet." },
  ALREADY_LEFT: { nl: "Deze organisatie is al vertrokken.", en: "This organisation has already left." },
  BOARD_ARCHIVED: { nl: "Dit bord is opgeborgen. Haal het eerst terug.", en: "This board was put away. Bring it back first." },
  BOARD_EXISTS: { nl: "Deze wijk heeft al een bord.", en: "This neighbourhood has a board already." },
  CHANGED_SINCE: { nl: "Dit is daarna nog veranderd.", en: "This changed again afterwards." },
  COLUMN_HAS_TASKS: { nl: "Zeg eerst waar de kaarten van deze kolom heen gaan.", en: "First say where the cards of this column go." },
  COLUMN_IS_GONE: { nl: "De kolom van toen is er niet meer.", en: "The column of then is gone." },
  COMMENT_REMOVED: { nl: "Deze reactie is weggehaald.", en: "This comment was taken away." },
  HOLDS_ANOTHER_LETTER: { nl: "Deze organisatie heeft al een andere rol in deze taak.", en: "This organisation has another part in this task already." },
  LABEL_IS_GONE: { nl: "Dit label is er niet meer.", en: "This label is gone." },
  LAST_COLUMN: { nl: "Een bord houdt minstens één kolom.", en: "A board keeps at least one column." },
  NO_COLUMN: { nl: "Er is geen kolom waarin deze kaart past.", en: "There is no column that fits this card." },
  NO_CONNECTED_THEME: { nl: "Kies nog een verbonden thema.", en: "Choose a connected theme." },
  NO_EXPECTED_IMPACT: { nl: "Schrijf op wat het oplevert.", en: "Write down what it brings about." },
  NO_LEAD: { nl: "Kies de organisatie die trekt.", en: "Choose the organisation that leads." },
  NO_SO_THAT: { nl: "Schrijf op waartoe dit dient (zodat).", en: "Write down what this is for (so that)." },
  NOT_BLOCKED: { nl: "Deze taak wacht nergens op.", en: "This task waits for nothing." },
  NOT_CANCELLED: { nl: "Deze taak is niet geschrapt.", en: "This task was not cancelled." },
  NOT_UNDOABLE: { nl: "Deze verandering kan niet teruggedraaid worden.", en: "This change cannot be turned back." },
  ONLY_OBSERVERS: { nl: "Deze organisatie kijkt alleen mee.", en: "This organisation only observes." },
  OTHER_TASK_IS_INTERNAL: { nl: "De andere taak ziet alleen één organisatie.", en: "Only one organisation sees the other task." },
  OWN_THEME_CONNECTED: { nl: "Het eigen thema telt niet als verbonden thema.", en: "The own theme does not count as a connected theme." },
  TASK_ARCHIVED: { nl: "Deze taak is opgeborgen. Haal hem eerst terug.", en: "This task was put away. Bring it back first." },
  TEXT_WAS_REMOVED: { nl: "De tekst van toen is weggehaald.", en: "The text of then was taken away." },
  CIRCULAR_BLOCKED_BY: { nl: "De andere taak wacht op deze.", en: "The other task waits for this one." },
  LAST_COORDINATOR: { nl: "Maak eerst iemand anders coördinator van de coalitie.", en: "First make somebody else coordinator of the coalition." },
  NOT_A_PARTNER: { nl: "Kies een partner, geen afdeling.", en: "Choose a partner, not a department." },
  NOT_OPEN: { nl: "Hier is al op geantwoord.", en: "This was answered already." },
  OTHERS_COULD_READ: { nl: "Anderen konden dit al lezen.", en: "Others could already read this." },
  STARTS_AS_PROPOSED: { nl: "Een nieuwe taak begint bij Te verdelen.", en: "A new task starts as proposed." },
};
