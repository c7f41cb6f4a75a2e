import { AreaLevel, spokenName } from "@wijkbord/schema";
import { Area, AreaEdition, Indicator, JsonScalar, Measurement } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { areaLoaders } from "./area.loaders.ts";
import { AreaTable, IndicatorTable } from "./area.tables.ts";

/** Of each indicator the newest figure; a year without one counts only when no year has one. */
function newest(figures: readonly Measurement[]): Measurement[] {
  const byIndicator = Map.groupBy(figures, ({ indicatorKey }) => indicatorKey);
  return [...byIndicator.values()].flatMap((years) => years.find(({ value }) => value !== null) ?? years.slice(0, 1));
}

@Resolver(() => Area)
export class AreaResolver {
  @Query(() => [Area], { description: "Areas within an area, by code; at most 500. Source: CBS." })
  areas(@Arg("parentCode", () => String) parentCode: string, @Ctx() { services, readers }: HubContext): Promise<Area[]> {
    readers();
    return services.database.read().find(AreaTable, { parentCode }, { orderBy: { code: "asc" }, limit: 500 });
  }

  @Query(() => Area, { description: "One area by its code; NOT_FOUND when it is not known here." })
  async neighbourhood(@Arg("code", () => String) code: string, @Ctx() context: HubContext): Promise<Area> {
    context.readers();
    const area = await areaLoaders(context).area.load(code);
    if (!area) throw notFoundError();
    return area;
  }

  @Query(() => [Indicator], { description: "What areas are measured by." })
  indicators(@Ctx() { services, readers }: HubContext): Promise<Indicator[]> {
    readers();
    return services.database.read().find(IndicatorTable, {}, { orderBy: { key: "asc" } });
  }

  @FieldResolver(() => String, {
    description: "Name as people say it, of the latest year that has one; the code when none has (naam). `editions` keep the official name.",
  })
  async name(@Root() { code }: Area, @Ctx() context: HubContext): Promise<string> {
    const editions = await areaLoaders(context).editions.load(code);
    return spokenName(editions.find(({ name }) => name !== null)?.name ?? code);
  }

  @FieldResolver(() => JsonScalar, { nullable: true, description: "Outline of the latest year that has one, as in `AreaEdition` (omtrek)." })
  async outline(@Root() { code }: Area, @Ctx() context: HubContext): Promise<number[][][][] | null> {
    const editions = await areaLoaders(context).editions.load(code);
    return editions.find(({ outline }) => outline !== null)?.outline ?? null;
  }

  @FieldResolver(() => Area, { nullable: true, description: "Area that it lies in; null for a municipality." })
  parent(@Root() { parentCode }: Area, @Ctx() context: HubContext): Promise<Area | null> | null {
    return parentCode === null ? null : areaLoaders(context).area.load(parentCode);
  }

  @FieldResolver(() => [Area], { description: "Areas within it, by code; of a programme area the areas that make it up." })
  async children(@Root() { code, level, memberCodes }: Area, @Ctx() context: HubContext): Promise<Area[]> {
    if (level !== AreaLevel.PROGRAMME_AREA) return areaLoaders(context).children.load(code);
    const members = await Promise.all(memberCodes.map((member) => areaLoaders(context).area.load(member)));
    return members.filter((area) => area !== null);
  }

  @FieldResolver(() => [AreaEdition], { description: "Names and outlines, newest first." })
  editions(@Root() { code }: Area, @Ctx() context: HubContext): Promise<AreaEdition[]> {
    return areaLoaders(context).editions.load(code);
  }

  @FieldResolver(() => [Measurement], { description: "Figures by indicator, newest year first; no figure is null, never 0 (cijfers)." })
  async figures(
    @Root() { code }: Area,
    @Ctx() context: HubContext,
    @Arg("latest", () => Boolean, { defaultValue: false, description: "Of each indicator only the newest figure, whatever its year." }) latest: boolean,
  ): Promise<Measurement[]> {
    const figures = await areaLoaders(context).figures.load(code);
    return latest ? newest(figures) : figures;
  }
}

@Resolver(() => Measurement)
export class MeasurementResolver {
  @FieldResolver(() => Indicator, { description: "What is measured." })
  async indicator(@Root() { indicatorKey }: Measurement, @Ctx() context: HubContext): Promise<Indicator> {
    const indicator = await areaLoaders(context).indicator.load(indicatorKey);
    if (!indicator) throw notFoundError();
    return indicator;
  }
}
