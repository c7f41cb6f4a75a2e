import { defineWords } from "../language/words.ts";

export const firstWords = defineWords(
  "coalitionFirst",
  {
    title: "Dit bord is nog leeg",
    hint: "Zo begin je. Alles kun je later aanpassen.",
    invite: "Nodig een partner uit",
    add: "Zet de eerste taak neer",
    list: "Plak een lijst uit Excel of Word",
    roles: "Kijk wie welke rol heeft",
    agreements: "Lees de afspraken",
    minutes: "({minutes} min)",
  },
  {
    title: "This board is still empty",
    hint: "This is how you begin. You can change everything later.",
    invite: "Invite a partner",
    add: "Put the first task there",
    list: "Paste a list from Excel or Word",
    roles: "See who holds which role",
    agreements: "Read the agreements",
    minutes: "({minutes} min)",
  },
);
