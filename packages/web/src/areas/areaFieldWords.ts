import { defineWords } from "../language/words.ts";

export const areaFieldWords = defineWords(
  "areaField",
  {
    area: "Wijk of buurt",
    areaHint: "Typ de naam en kies uit de gebieden van het CBS.",
    areaOwnHint: "Op deze hub staan geen gebieden van het CBS. Typ zelf de naam van de wijk.",
    areaFound: "{count, plural, =0 {Geen gebied gevonden. Je kunt deze naam zo gebruiken.} one {# gebied gevonden} other {# gebieden gevonden}}",
    areaIn: "in {name}",
    areaChosen: "Gekozen: {name}",
    areaOther: "Andere wijk kiezen",
  },
  {
    area: "Neighbourhood",
    areaHint: "Type its name and choose from the areas of Statistics Netherlands.",
    areaOwnHint: "This hub holds no areas of Statistics Netherlands. Type the name of the neighbourhood yourself.",
    areaFound: "{count, plural, =0 {No area found. You can use this name as it is.} one {# area found} other {# areas found}}",
    areaIn: "in {name}",
    areaChosen: "Chosen: {name}",
    areaOther: "Choose another neighbourhood",
  },
);
