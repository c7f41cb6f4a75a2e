import { defineWords } from "../language/words.ts";

export const sourceWords = defineWords(
  "agreementSource",
  {
    title: "Overgenomen van een andere wijk",
    from: "De tekst begon als {number}, versie {version}.",
    newThere: "Daar geldt nu versie {version}. Bekijk wat daar nieuw is.",
    sameThere: "Dat is de versie die daar nu geldt.",
    noneThere: "Daar geldt nu geen versie.",
    compare: "Vergelijk deze tekst met",
    withCopied: "Wat is overgenomen (versie {version})",
    withNow: "Wat daar nu geldt (versie {version})",
    same: "De tekst is dezelfde als die van {number}, versie {version}.",
    differs:
      "{count, plural, one {# artikel is anders} other {# artikelen zijn anders}} dan in {number}, versie {version}. Wat alleen daar staat, is doorgestreept.",
    heading: "Titel",
    summary: "In het kort",
    copies: "Overgenomen door andere wijken",
    wholeCoalition: "Hele coalitie",
  },
  {
    title: "Taken over from another neighbourhood",
    from: "The text began as {number}, version {version}.",
    newThere: "Version {version} is in force there now. See what is new there.",
    sameThere: "That is the version in force there now.",
    noneThere: "No version is in force there now.",
    compare: "Compare this text with",
    withCopied: "What was taken over (version {version})",
    withNow: "What is in force there now (version {version})",
    same: "The text is the same as that of {number}, version {version}.",
    differs: "{count, plural, one {# article differs} other {# articles differ}} from {number}, version {version}. What stands only there is struck through.",
    heading: "Title",
    summary: "In short",
    copies: "Taken over by other neighbourhoods",
    wholeCoalition: "Whole coalition",
  },
);
