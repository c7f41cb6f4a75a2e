import { randomInt } from "node:crypto";
import { AreaLevel, spokenName, startLimits } from "@wijkbord/schema";
import { StartArea } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { text } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import { AreaEditionTable, AreaTable } from "./area.tables.ts";

const spoken = "regexp_replace(x.name, '^Wijk [0-9]{2} ', '')";
const search = `select x.code, x.name, (select e.name from area_edition e where e.code = x.parent_code and e.name is not null order by e.year desc limit 1) as within
  from (select distinct on (a.code) a.code, a.level, a.parent_code, e.name from area_edition e join area a on a.code = e.code
    where a.level in ('DISTRICT', 'SUBDISTRICT') and e.name ilike ? escape '!' order by a.code, e.year desc) x
  order by position(lower(?) in lower(${spoken})), x.level, x.name, x.code limit ${startLimits.areas}`;

/** Districts and neighbourhoods of CBS whose name holds these letters, the best first; no letters: the first ones. */
export async function startAreas(em: EntityManager, letters: string): Promise<StartArea[]> {
  const wanted = letters.normalize("NFC").replaceAll("\u0000", "").trim().slice(0, startLimits.search);
  const pattern = `%${wanted.replaceAll(/[!%_]/g, "!$&")}%`;
  const rows = await em.execute<{ code: string; name: string; within: string | null }[]>(search, [pattern, wanted]);
  return rows.map(({ code, name, within }) => Object.assign(new StartArea(), { code, name: spokenName(name), within: within && spokenName(within) }));
}

/** The name of an area of CBS that a coalition can begin in, or null. */
export async function startAreaName(em: EntityManager, code: string): Promise<string | null> {
  const area = await em.findOne(AreaTable, { code, level: { $in: [AreaLevel.DISTRICT, AreaLevel.SUBDISTRICT] } });
  if (!area) return null;
  const edition = await em.findOne(AreaEditionTable, { code, name: { $ne: null } }, { orderBy: { year: "desc" } });
  return spokenName(edition?.name ?? code);
}

const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A neighbourhood that CBS does not know, under a code that nobody guesses: areas are shared by the whole hub. */
export function addOwnArea(em: EntityManager, name: string, now: Date): string {
  const code = `EW${Array.from({ length: 16 }, () => signs[randomInt(signs.length)]).join("")}`;
  em.create(AreaTable, { id: uuidv7(), code, level: AreaLevel.PROGRAMME_AREA, parentCode: null, memberCodes: [] });
  const named = text("areaName", name, startLimits.areaName, startLimits.areaNameAtLeast);
  em.create(AreaEditionTable, { id: uuidv7(), code, year: now.getUTCFullYear(), name: named, outline: null });
  return code;
}
