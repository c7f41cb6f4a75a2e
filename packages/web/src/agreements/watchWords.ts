import { defineWords } from "../language/words.ts";

export const watchWords = defineWords(
  "agreementWatch",
  {
    cases: "{count, plural, =0 {Nog geen gevallen} one {Bekijk # geval} other {Bekijk # gevallen}}",
    figures: "Wat de hub telde sinds de vorige keer",
    figure: "Artikel {article}: {met} van de {decided} keer gelukt.",
    figureNone: "Artikel {article}: nog niets om te tellen.",
    pending: "{count, plural, one {# loopt nog.} other {# lopen nog.}}",
    case_MET: "gelukt",
    case_MISSED: "niet gelukt",
    case_PENDING: "loopt nog",
    due: "vanaf {from}, uiterlijk {due}",
    lookBack: "Terugkijken",
    hiddenCase: "Niet voor jou te lezen",
  },
  {
    cases: "{count, plural, =0 {No cases yet} one {See # case} other {See # cases}}",
    figures: "What the hub counted since the last time",
    figure: "Article {article}: met {met} of {decided} times.",
    figureNone: "Article {article}: nothing to count yet.",
    pending: "{count, plural, one {# still open.} other {# still open.}}",
    case_MET: "met",
    case_MISSED: "not met",
    case_PENDING: "still open",
    due: "from {from}, by {due} at the latest",
    lookBack: "Look back",
    hiddenCase: "Not for you to read",
  },
);
