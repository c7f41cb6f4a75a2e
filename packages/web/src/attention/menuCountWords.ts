import { defineWords } from "../language/words.ts";

export const menuCountWords = defineWords(
  "menuCount",
  {
    today: "{count, plural, one {# ding wacht op jou} other {# dingen wachten op jou}}",
    agreements: "{count, plural, one {# afspraak wacht op jullie antwoord} other {# afspraken wachten op jullie antwoord}}",
    roles: "{count, plural, one {# rol die nog niemand heeft} other {# rollen die nog niemand heeft}}",
    open: "{count} open",
  },
  {
    today: "{count, plural, one {# thing waits on you} other {# things wait on you}}",
    agreements: "{count, plural, one {# agreement waits for your answer} other {# agreements wait for your answer}}",
    roles: "{count, plural, one {# role that nobody holds} other {# roles that nobody holds}}",
    open: "{count} open",
  },
);
