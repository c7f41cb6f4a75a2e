import { defineEntity } from "@mikro-orm/core";
import { AreaLevel } from "@wijkbord/schema";
import { Area, AreaEdition, Indicator, Measurement } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const AreaTable = defineEntity({
  name: "Area",
  tableName: "area",
  properties: (p) => ({
    id: p.uuid().primary(),
    code: p.string().unique(),
    level: p.enum(() => AreaLevel),
    parentCode: p.string().strictNullable().index(),
    memberCodes: p.json<string[]>(),
  }),
});
bind(AreaTable, Area);

export const AreaEditionTable = defineEntity({
  name: "AreaEdition",
  tableName: "area_edition",
  uniques: [{ properties: ["code", "year"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    code: p.string(),
    year: p.integer(),
    name: p.string().strictNullable(),
    outline: p.json<number[][][][]>().strictNullable(),
  }),
});
bind(AreaEditionTable, AreaEdition);

export const IndicatorTable = defineEntity({
  name: "Indicator",
  tableName: "indicator",
  properties: (p) => ({
    id: p.uuid().primary(),
    key: p.string().unique(),
    nameNl: p.string(),
    nameEn: p.string(),
    unit: p.string(),
    source: p.string(),
  }),
});
bind(IndicatorTable, Indicator);

export const MeasurementTable = defineEntity({
  name: "Measurement",
  tableName: "measurement",
  uniques: [{ properties: ["areaCode", "indicatorKey", "year"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    areaCode: p.string(),
    indicatorKey: p.string(),
    year: p.integer(),
    value: p.float().columnType("double precision").strictNullable(),
    missingMark: p.string().strictNullable(),
    source: p.string(),
  }),
});
bind(MeasurementTable, Measurement);
