import type { Area, AreaEdition, Indicator, Measurement } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import type { HubContext } from "../graphql/context.ts";
import { AreaEditionTable, AreaTable, IndicatorTable, MeasurementTable } from "./area.tables.ts";

/** Reads of areas, each one statement for all that one answer asks. */
export interface AreaLoaders {
  readonly area: DataLoader<string, Area | null>;
  readonly children: DataLoader<string, Area[]>;
  readonly editions: DataLoader<string, AreaEdition[]>;
  readonly figures: DataLoader<string, Measurement[]>;
  readonly indicator: DataLoader<string, Indicator | null>;
}

/** Nothing is kept: a context may live as long as a subscription. */
const fresh = { cache: false } as const;
const known = new WeakMap<HubContext, AreaLoaders>();

function grouped<Row>(codes: readonly string[], rows: readonly Row[], codeOf: (row: Row) => string | null): Row[][] {
  const byCode = Map.groupBy(rows, codeOf);
  return codes.map((code) => byCode.get(code) ?? []);
}

/** The loaders of one request. */
export function areaLoaders(context: HubContext): AreaLoaders {
  const ready = known.get(context);
  if (ready) return ready;
  const { database } = context.services;
  const loaders: AreaLoaders = {
    area: new DataLoader(async (codes) => {
      const found = await database.read().find(AreaTable, { code: { $in: [...codes] } });
      return grouped(codes, found, ({ code }) => code).map(([area]) => area ?? null);
    }, fresh),
    children: new DataLoader(async (codes) => {
      const found = await database.read().find(AreaTable, { parentCode: { $in: [...codes] } }, { orderBy: { code: "asc" } });
      return grouped(codes, found, ({ parentCode }) => parentCode);
    }, fresh),
    editions: new DataLoader(async (codes) => {
      const found = await database.read().find(AreaEditionTable, { code: { $in: [...codes] } }, { orderBy: { year: "desc" } });
      return grouped(codes, found, ({ code }) => code);
    }, fresh),
    figures: new DataLoader(async (codes) => {
      const found = await database.read().find(MeasurementTable, { areaCode: { $in: [...codes] } }, { orderBy: { indicatorKey: "asc", year: "desc" } });
      return grouped(codes, found, ({ areaCode }) => areaCode);
    }, fresh),
    indicator: new DataLoader(async (keys) => {
      const found = await database.read().find(IndicatorTable, { key: { $in: [...keys] } });
      return grouped(keys, found, ({ key }) => key).map(([indicator]) => indicator ?? null);
    }, fresh),
  };
  known.set(context, loaders);
  return loaders;
}
