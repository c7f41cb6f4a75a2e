import type { DemoTheme } from "./types.ts";

/** The six themes of the programme, and energy. */
export const programmeThemes: DemoTheme[] = [
  { key: "werk", nameNl: "Werk en economie", nameEn: "Work and economy" },
  { key: "onderwijs", nameNl: "Onderwijs", nameEn: "Education" },
  { key: "wonen", nameNl: "Wonen en leefomgeving", nameEn: "Housing and surroundings" },
  { key: "veiligheid", nameNl: "Veiligheid", nameEn: "Safety" },
  { key: "gezondheid", nameNl: "Gezondheid en vitaliteit", nameEn: "Health and vitality" },
  { key: "samenhang", nameNl: "Sociale samenhang en participatie", nameEn: "Social cohesion and participation" },
  { key: "energie", nameNl: "Energie", nameEn: "Energy" },
];
