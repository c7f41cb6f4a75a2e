import { AreaLevel } from "@wijkbord/schema";
import type { DemoArea } from "../types.ts";

const year = 2024;

function district(code: string, name: string): DemoArea {
  return { code, level: AreaLevel.DISTRICT, name, year, parentCode: "GM0518", memberCodes: [] };
}

function subDistrict(code: string, name: string, parentCode: string): DemoArea {
  return { code, level: AreaLevel.SUBDISTRICT, name, year, parentCode, memberCodes: [] };
}

function programmeArea(code: string, name: string, memberCodes: string[]): DemoArea {
  return { code, level: AreaLevel.PROGRAMME_AREA, name, year, parentCode: "WK051833", memberCodes };
}

/** Bouwlust and Vrederust are two neighbourhoods in the programme and one district of CBS. */
export const zuidwestAreas: DemoArea[] = [
  { code: "GM0518", level: AreaLevel.MUNICIPALITY, name: "'s-Gravenhage", year, parentCode: null, memberCodes: [] },
  district("WK051836", "Moerwijk"),
  subDistrict("BU05183620", "Moerwijk-Oost", "WK051836"),
  subDistrict("BU05183637", "Moerwijk-West", "WK051836"),
  subDistrict("BU05183638", "Moerwijk-Noord", "WK051836"),
  subDistrict("BU05183639", "Moerwijk-Zuid", "WK051836"),
  district("WK051834", "Morgenstond"),
  subDistrict("BU05183480", "Morgenstond-Zuid", "WK051834"),
  subDistrict("BU05183488", "Morgenstond-West", "WK051834"),
  subDistrict("BU05183489", "Morgenstond-Oost", "WK051834"),
  district("WK051833", "Bouwlust en Vrederust"),
  subDistrict("BU05183387", "Venen, Oorden en Raden", "WK051833"),
  subDistrict("BU05183396", "Zijden, Steden en Zichten", "WK051833"),
  subDistrict("BU05183398", "Dreven en Gaarden", "WK051833"),
  subDistrict("BU05183399", "De Uithof", "WK051833"),
  programmeArea("ZW-BOUWLUST", "Bouwlust", ["BU05183387", "BU05183396"]),
  programmeArea("ZW-VREDERUST", "Vrederust", ["BU05183398", "BU05183399"]),
  district("WK051832", "Leyenburg"),
  subDistrict("BU05183284", "Leyenburg", "WK051832"),
];
