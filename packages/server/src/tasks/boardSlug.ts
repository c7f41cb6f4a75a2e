import { addressName } from "@wijkbord/schema";
import { AreaEditionTable } from "../areas/area.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { BoardTable } from "./board.tables.ts";

/** Name in addresses of a neighbourhood's boards: the name it has now, with its code when another one has the same. */
export async function boardSlug(em: EntityManager, coalitionId: string, areaCode: string): Promise<string> {
  const before = await em.findOne(BoardTable, { coalitionId, areaCode });
  if (before) return before.slug;
  const edition = await em.findOne(AreaEditionTable, { code: areaCode, name: { $ne: null } }, { orderBy: { year: "desc" } });
  const name = addressName(edition?.name ?? "");
  const taken = name === "" || (await em.count(BoardTable, { coalitionId, slug: name })) > 0;
  return taken ? [name, areaCode.toLowerCase()].filter(Boolean).join("-") : name;
}
