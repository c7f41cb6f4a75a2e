import { defineWords } from "../../language/words.ts";

export const repeatWords = defineWords(
  "repeat",
  {
    repeats: "Herhaalt",
    once: "Niet",
    weeks: "{every, plural, one {Elke week} other {Elke # weken}}",
    months: "{every, plural, one {Elke maand} other {Elke # maanden}}",
    hint: "Bij Klaar komt de volgende op het bord, met dezelfde partners en stappen.",
    follows: "Vervolg op {number} {title}",
  },
  {
    repeats: "Repeats",
    once: "No",
    weeks: "{every, plural, one {Every week} other {Every # weeks}}",
    months: "{every, plural, one {Every month} other {Every # months}}",
    hint: "When it is done, the next one comes on the board, with the same partners and steps.",
    follows: "Follows {number} {title}",
  },
);
