import { Area, AreaEdition, Indicator, Measurement } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { AreaEditionTable, AreaTable, IndicatorTable, MeasurementTable } from "./area.tables.ts";

@Resolver(() => Area)
export class AreaResolver {
  @Query(() => [Area], { description: "Areas within an area, by code. Source: CBS." })
  areas(@Arg("parentCode", () => String) parentCode: string, @Ctx() { services, readers }: HubContext): Promise<Area[]> {
    readers();
    return services.database.read().find(AreaTable, { parentCode }, { orderBy: { code: "asc" }, limit: 500 });
  }

  @Query(() => Area, { description: "One area by its code; NOT_FOUND when it is not known here." })
  async neighbourhood(@Arg("code", () => String) code: string, @Ctx() { services, readers }: HubContext): Promise<Area> {
    readers();
    const area = await services.database.read().findOne(AreaTable, { code });
    if (!area) throw notFoundError();
    return area;
  }

  @Query(() => [Indicator], { description: "What areas are measured by." })
  indicators(@Ctx() { services, readers }: HubContext): Promise<Indicator[]> {
    readers();
    return services.database.read().find(IndicatorTable, {}, { orderBy: { key: "asc" } });
  }

  @FieldResolver(() => [AreaEdition], { description: "Names and outlines, newest first." })
  editions(@Root() { code }: Area, @Ctx() { services }: HubContext): Promise<AreaEdition[]> {
    return services.database.read().find(AreaEditionTable, { code }, { orderBy: { year: "desc" } });
  }

  @FieldResolver(() => [Measurement], { description: "Figures of all years, newest first; no figure is null, never 0." })
  figures(@Root() { code }: Area, @Ctx() { services }: HubContext): Promise<Measurement[]> {
    return services.database.read().find(MeasurementTable, { areaCode: code }, { orderBy: { indicatorKey: "asc", year: "desc" } });
  }
}
