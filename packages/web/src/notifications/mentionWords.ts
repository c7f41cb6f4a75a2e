import { defineWords } from "../language/words.ts";

export const mentionWords = defineWords(
  "mentions",
  { who: "Wie bedoel je?", organisation: "organisatie" },
  { who: "Whom do you mean?", organisation: "organisation" },
);
