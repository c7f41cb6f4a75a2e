import type { Sentence } from "../shared/errors.ts";

type Sentences = Readonly<Record<string, Sentence>>;

/** Codes of `ValidationProblem` about agreements. The field names the line of a text: `text:12`. */
export const agreementValidationSentences: Sentences = {
  BEFORE_THE_START: { nl: "De laatste dag ligt voor de eerste.", en: "The last day comes before the first." },
  HIDDEN_DIRECTION: {
    nl: "Deze regel bevat een onzichtbaar teken dat de leesrichting omdraait. Haal het weg.",
    en: "This line has an invisible character that turns the reading direction. Take it out.",
  },
  IN_THE_FUTURE: { nl: "Deze dag moet nog komen.", en: "This day is still to come." },
  IN_THE_PAST: { nl: "Deze dag is al geweest.", en: "This day has passed." },
  MARKUP: { nl: "Deze regel bevat opmaakcodes. Gebruik alleen tekst en Markdown.", en: "This line has markup. Use text and Markdown only." },
  NOT_AN_UPDATE: { nl: "Dit is geen wijziging van deze tekst.", en: "This is no change of this text." },
  NOT_EDITORIAL: { nl: "Een bezwaar overnemen is geen kleine wijziging.", en: "Taking up an objection is not a small change." },
  NO_SUCH_ARTICLE: { nl: "Dit artikel staat niet in de tekst.", en: "This article is not in the text." },
  SCRIPT: { nl: "Deze regel bevat code die een browser zou uitvoeren. Haal die weg.", en: "This line has code that a browser would run. Take it out." },
  STILL_AN_OBJECTION: { nl: "Kies een ander antwoord dan bezwaar.", en: "Choose another answer than an objection." },
  TOO_FEW: { nl: "Dit zijn er te weinig: minstens {limit}.", en: "These are too few: at least {limit}." },
  TOO_MANY_WORDS: { nl: "Dit zijn te veel woorden: hooguit {limit}.", en: "These are too many words: at most {limit}." },
  TOO_SHORT: { nl: "Dit is te kort: minstens {limit} tekens.", en: "This is too short: at least {limit} characters." },
};

/** Reasons of `NotAllowed` about agreements. */
export const agreementNotAllowedSentences: Sentences = {
  HOLDER_ANSWERED: {
    nl: "De houder van de machtiging heeft al geantwoord. Alleen die kan dat nog veranderen.",
    en: "The holder of the mandate has answered. Only they can change it.",
  },
  NOT_A_COORDINATOR: { nl: "Dit mag alleen een coördinator van je organisatie.", en: "Only a coordinator of your organisation may do this." },
  NOT_A_PARTY: { nl: "Dit mag alleen wie de afspraak maakt of tekent.", en: "Only those that make or sign the agreement may do this." },
  NOT_A_SIGNATORY: { nl: "Jouw organisatie tekent deze afspraak niet.", en: "Your organisation does not sign this agreement." },
  NOT_THE_OWNER: { nl: "Dit mag alleen de eigenaar van de afspraak.", en: "Only the owner of the agreement may do this." },
  NO_MANDATE: {
    nl: "Je hebt hiervoor geen machtiging. Zet het antwoord klaar voor wie die wel heeft.",
    en: "You have no mandate for this. Prepare the answer for who has.",
  },
  NO_SIGN_RIGHT: {
    nl: "Je mag niet tekenen voor je organisatie. Zet het antwoord klaar voor wie dat wel mag.",
    en: "You may not sign for your organisation. Prepare the answer for who may.",
  },
};

/** Rules of `RuleBroken` about agreements. */
export const agreementRuleSentences: Sentences = {
  "C7.2": { nl: "Deze stap past nu niet bij de afspraak.", en: "This step does not fit the agreement now." },
  "C7.2-1": { nl: "Er ontbreekt nog iets voor de reactieronde.", en: "Something is still missing before the round." },
  "C7.2-2": { nl: "Antwoorden kan alleen zolang de reactieronde open is.", en: "Answers are given only while the round is open." },
  "C7.2-4": { nl: "Dit bezwaar kan zo niet meer eindigen.", en: "This objection cannot end that way any more." },
  "C7.2-6": { nl: "Er geldt één versie tegelijk.", en: "One version is in force at a time." },
  "C7.2-7": {
    nl: "Instemming intrekken kan alleen wie gebonden is aan een afspraak die geldt.",
    en: "Only who is bound by an agreement in force can take consent back.",
  },
  "C7.2-8": { nl: "Terugkijken kan alleen op een afspraak die geldt.", en: "You look back only on an agreement in force." },
  "C7.2-9": { nl: "Later tekenen kan alleen bij een afspraak die geldt.", en: "Signing later is possible only while an agreement is in force." },
  "C7.2-10": { nl: "Je tekent precies de tekst die je hebt gelezen.", en: "You sign exactly the text that you have read." },
  D5: { nl: "Er is tekst weggehaald.", en: "Text was taken back." },
  D15: { nl: "Dit kan hier niet.", en: "This is not possible here." },
  "INV-08": { nl: "De tekst ligt vast. Maak een volgende versie.", en: "The text is frozen. Make a next version." },
  "INV-09": {
    nl: "Een afspraak over gegevens of huisbezoeken zegt eerst alles wat nodig is.",
    en: "An agreement about data or home visits first says all that is needed.",
  },
  T13: { nl: "Zo kan een machtiging niet.", en: "A mandate cannot be like this." },
  T14: { nl: "Dit kan niet als kleine wijziging of besluit van de eigenaar.", en: "This is not possible as a small change or by decision of the owner." },
};

const states: Readonly<Record<string, Sentence>> = {
  DRAFT: { nl: "Deze versie wordt nog geschreven.", en: "This version is still being written." },
  CLARIFICATION: { nl: "Over deze versie worden nog vragen gesteld.", en: "Questions about this version are still being asked." },
  CONSENT_ROUND: { nl: "De reactieronde van deze versie is open.", en: "The round of this version is open." },
  EDITORIAL_NOTICE: { nl: "Deze versie staat ter inzage als kleine wijziging.", en: "This version is shown as a small change." },
  OBJECTED: { nl: "Er is bezwaar tegen deze versie.", en: "There is an objection to this version." },
  CLOSED_INCOMPLETE: { nl: "De reactieronde sloot zonder alle antwoorden.", en: "The round closed without all answers." },
  ADOPTED: { nl: "Deze versie is aangenomen.", en: "This version is adopted." },
  REPLACED: { nl: "Deze versie is vervangen.", en: "This version was replaced." },
  SUPERSEDED: { nl: "Er is een volgende versie.", en: "There is a next version." },
  WITHDRAWN: { nl: "Deze versie is teruggenomen.", en: "This version was taken back." },
};

/** What `RuleBroken` misses about agreements. */
export const agreementMissingSentences: Sentences = {
  ...Object.fromEntries(Object.entries(states).map(([state, sentence]) => [`NOT_IN_${state}`, sentence])),
  AGREEMENT_ENDED: { nl: "Deze afspraak is beëindigd.", en: "This agreement has ended." },
  ALREADY_BOUND: { nl: "Je organisatie heeft al getekend.", en: "Your organisation has signed already." },
  ALREADY_ENDED: { nl: "Deze machtiging is al beëindigd.", en: "This mandate has ended already." },
  ALREADY_EXTENDED: { nl: "Deze ronde kreeg al zeven dagen extra.", en: "This round was given seven more days already." },
  ANSWER_MISSING: { nl: "Een organisatie heeft nog niet geantwoord.", en: "An organisation has not answered yet." },
  CHANGE_NOTE_MISSING: { nl: "Schrijf op wat er veranderd is en waarom.", en: "Write down what changed and why." },
  DATA_CONTROLLERS: { nl: "Noem de verwerkingsverantwoordelijken.", en: "Name the controllers." },
  DATA_DATA_CATEGORIES: { nl: "Noem de soorten gegevens.", en: "Name the kinds of data." },
  DATA_DPIA_REFERENCE: { nl: "Noem de DPIA.", en: "Name the DPIA." },
  DATA_DPO_ADVICE_ON: {
    nl: "Noem de dag van het advies van de functionaris gegevensbescherming.",
    en: "Name the day of the advice of the data protection officer.",
  },
  DATA_LEGAL_BASIS: { nl: "Noem de grondslag.", en: "Name the legal basis." },
  DATA_PURPOSE: { nl: "Noem het doel.", en: "Name the purpose." },
  DATA_RECIPIENTS: { nl: "Noem de ontvangers.", en: "Name the recipients." },
  DATA_RETENTION_DAYS: { nl: "Noem hoe lang gegevens blijven.", en: "Name how long data are kept." },
  EVERY_ANSWER_NEEDED: { nl: "Bij dit soort afspraken antwoordt iedereen.", en: "In this kind of agreement everybody answers." },
  NOTHING_HIDDEN: { nl: "Er zijn geen verborgen antwoorden.", en: "No answers are hidden." },
  NOT_BOUND: { nl: "Je organisatie is niet gebonden.", en: "Your organisation is not bound." },
  NOT_EDITORIAL: { nl: "Deze versie is geen kleine wijziging.", en: "This version is not a small change." },
  NOT_IN_FORCE: { nl: "Deze afspraak geldt nu niet.", en: "This agreement is not in force." },
  NOT_REGISTERED: { nl: "Deze afspraak is niet elders vastgesteld.", en: "This agreement was not made elsewhere." },
  NO_RENEWAL: { nl: "Er loopt geen voorstel om de afspraak zo te laten.", en: "There is no open proposal to leave the agreement as it is." },
  NO_SIGN_RIGHT: { nl: "Deze persoon mag niet tekenen.", en: "This person may not sign." },
  OBJECTION_CLOSED: { nl: "Dit bezwaar staat niet meer open.", en: "This objection is not open any more." },
  OBJECTION_OPEN: { nl: "Er staat nog een bezwaar open.", en: "An objection is still open." },
  ONLY_WORDS: { nl: "Een kleine wijziging verandert alleen woorden.", en: "A small change changes words only." },
  OUTDATED_TEXT: { nl: "Er is een nieuwere tekst. Lees die eerst.", en: "There is a newer text. Read it first." },
  OWNER_MAY_NOT_DECIDE: { nl: "Bij deze afspraak beslist de eigenaar niet alleen.", en: "The owner does not decide this agreement alone." },
  ROUND_CLOSED: { nl: "De reactieronde is gesloten.", en: "The round is closed." },
  SILENCE_MAY_NOT_COUNT: { nl: "Bij dit soort afspraken telt zwijgen niet als instemmen.", en: "In this kind of agreement silence does not count as consent." },
  SUMMARY_MISSING: { nl: "Schrijf een samenvatting in gewone taal.", en: "Write a summary in plain words." },
  DRAFT_RENEWED: {
    nl: "De tekst is opnieuw begonnen. Lees hem opnieuw en ga verder.",
    en: "The text was started anew. Read it again and go on.",
  },
  TEXT_IS_FROZEN: { nl: "Deze tekst ligt vast.", en: "This text is frozen." },
  TEXT_MISSING: { nl: "Er is nog geen tekst.", en: "There is no text yet." },
  TOO_FEW_ANSWERS: { nl: "Minder dan twee derde heeft geantwoord.", en: "Fewer than two thirds have answered." },
  TOO_FEW_CONSENTS: { nl: "Minstens twee organisaties moeten instemmen.", en: "At least two organisations must consent." },
  UNSEEN_TEXT: { nl: "Dit is niet de tekst die voorligt. Lees die eerst.", en: "This is not the text at hand. Read it first." },
  VERSION_OPEN: { nl: "Er loopt al een versie.", en: "A version is open already." },
  VERSION_WAITS: { nl: "Een aangenomen versie wacht nog op haar eerste dag.", en: "An adopted version still waits for its first day." },
  WATCHED_ARTICLE_MISSING: { nl: "Een wakende regel hoort bij een artikel dat er niet is.", en: "A watch rule belongs to an article that does not exist." },
};
