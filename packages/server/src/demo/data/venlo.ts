import { programmeThemes } from "./themes.ts";
import type { DemoCoalition } from "./types.ts";
import { venloBoard } from "./venlo/board.ts";
import { venloActionLines, venloAreas, venloOrganisations, venloPeople } from "./venlo/coalition.ts";

/** Fictional coalition in Venlo, on retraining with a work guarantee. */
export const venlo: DemoCoalition = {
  key: "venlo",
  name: "Coalitie Werk en Warmte Venlo",
  slug: "venlo",
  taskPrefix: "VE",
  municipalityCode: "GM0983",
  areas: venloAreas,
  themes: programmeThemes,
  organisations: venloOrganisations,
  people: venloPeople,
  actionLines: venloActionLines,
  boards: [venloBoard],
};
