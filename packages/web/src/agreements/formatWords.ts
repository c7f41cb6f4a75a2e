import { defineWords } from "../language/words.ts";

export const formatWords = defineWords(
  "agreementFormat",
  {
    bar: "Opmaak van de tekst",
    heading: "Kop",
    bold: "Vet",
    italic: "Schuin",
    bullets: "Lijst met punten",
    numbers: "Lijst met nummers",
    link: "Link",
    article: "Nieuw artikel",
  },
  {
    bar: "Format of the text",
    heading: "Heading",
    bold: "Bold",
    italic: "Italic",
    bullets: "Bulleted list",
    numbers: "Numbered list",
    link: "Link",
    article: "New article",
  },
);
