import { bouwlustBoard, vrederustBoard } from "./zuidwest/bouwlust.ts";
import { moerwijkBoard } from "./zuidwest/moerwijk.ts";
import { morgenstondBoard } from "./zuidwest/morgenstond.ts";
import { programmeThemes } from "./themes.ts";
import type { DemoCoalition } from "./types.ts";
import { zuidwestActionLines } from "./zuidwest/actionLines.ts";
import { zuidwestAreas } from "./zuidwest/areas.ts";
import { zuidwestOrganisations } from "./zuidwest/organisations.ts";
import { zuidwestPeople } from "./zuidwest/people.ts";

/** Fictional coalition in the four neighbourhoods of Den Haag Zuidwest. */
export const zuidwest: DemoCoalition = {
  key: "zuidwest",
  name: "Coalitie Wonen-Onderwijs-Werk Zuidwest",
  slug: "zuidwest",
  taskPrefix: "ZW",
  municipalityCode: "GM0518",
  areas: zuidwestAreas,
  themes: programmeThemes,
  organisations: zuidwestOrganisations,
  people: zuidwestPeople,
  actionLines: zuidwestActionLines,
  boards: [moerwijkBoard, morgenstondBoard, bouwlustBoard, vrederustBoard],
};
