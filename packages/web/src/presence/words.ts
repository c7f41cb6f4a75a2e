import { defineWords } from "../language/words.ts";

export const presenceWords = defineWords(
  "presence",
  {
    here: "{count, plural, =0 {Niemand anders kijkt mee} one {# ander kijkt mee} other {# anderen kijken mee}}",
    people: "Wie kijkt mee",
    viewing: "kijkt mee",
    onTask: "kijkt naar {number}",
    editing: "bewerkt {number}",
    editsThis: "{name} bewerkt dit",
    presence: "Aanwezigheid",
    visible: "Zichtbaar voor wie hier ook is",
    invisible: "Onzichtbaar",
    invisibleHint: "Niemand ziet dat je er bent",
  },
  {
    here: "{count, plural, =0 {Nobody else is here} one {# other is here} other {# others are here}}",
    people: "Who is here",
    viewing: "is here",
    onTask: "looks at {number}",
    editing: "edits {number}",
    editsThis: "{name} edits this",
    presence: "Presence",
    visible: "Visible to others on the same page",
    invisible: "Invisible",
    invisibleHint: "Nobody sees that you are here",
  },
);
