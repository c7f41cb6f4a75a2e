import { defineWords } from "../language/words.ts";

export const linkWords = defineWords(
  "links",
  {
    links: "Links",
    addLink: "Link toevoegen",
    linkTitle: "Naam van de link",
    linkUrl: "Adres (https://…)",
    linkUrlHint: "Wijkbord opent dit adres niet zelf.",
    audience: "Wie kan dit openen? (mag leeg blijven)",
    opensAt: "opent {site}",
    removeLink: "Haal link “{title}” weg",
    add: "Toevoegen",
    stop: "Annuleren",
  },
  {
    links: "Links",
    addLink: "Add link",
    linkTitle: "Name of the link",
    linkUrl: "Address (https://…)",
    linkUrlHint: "Wijkbord does not open this address itself.",
    audience: "Who can open this? (may stay empty)",
    opensAt: "opens {site}",
    removeLink: "Take link “{title}” away",
    add: "Add",
    stop: "Cancel",
  },
);
