import { defineWords } from "../language/words.ts";

export const announcementWords = defineWords(
  "announcements",
  {
    onTask: "{count, plural, one {# wijziging} other {# wijzigingen}} aan {number} door {names}",
    onBoard: "Op het bord: {count, plural, one {# wijziging} other {# wijzigingen}} door {names}",
    somebody: "iemand anders",
  },
  {
    onTask: "{count, plural, one {# change} other {# changes}} of {number} by {names}",
    onBoard: "On the board: {count, plural, one {# change} other {# changes}} by {names}",
    somebody: "somebody else",
  },
);
