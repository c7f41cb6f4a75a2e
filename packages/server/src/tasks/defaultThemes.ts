import { v7 as uuidv7 } from "uuid";
import type { EntityManager } from "../database/database.ts";
import { ThemeTable } from "./board.tables.ts";

/** The six themes of the programme, and energy (D3); a coalition changes them as it likes. */
export const defaultThemes = [
  { key: "werk", nameNl: "Werk en economie", nameEn: "Work and economy" },
  { key: "onderwijs", nameNl: "Onderwijs", nameEn: "Education" },
  { key: "wonen", nameNl: "Wonen en leefomgeving", nameEn: "Housing and surroundings" },
  { key: "veiligheid", nameNl: "Veiligheid", nameEn: "Safety" },
  { key: "gezondheid", nameNl: "Gezondheid en vitaliteit", nameEn: "Health and vitality" },
  { key: "samenhang", nameNl: "Sociale samenhang en participatie", nameEn: "Social cohesion and participation" },
  { key: "energie", nameNl: "Energie", nameEn: "Energy" },
] as const;

/** Gives a new coalition its themes. */
export function addDefaultThemes(em: EntityManager, coalitionId: string): void {
  defaultThemes.forEach((theme, position) => em.create(ThemeTable, { id: uuidv7(), coalitionId, ...theme, position, version: 1 }));
}
