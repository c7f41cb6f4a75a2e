import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { JsonScalar } from "../shared/scalars.ts";
import { AreaLevel } from "./area.ts";

registerEnumType(AreaLevel, { name: "AreaLevel", description: "Gemeente, wijk, buurt or programme area." });

@ObjectType({ description: "Municipality, district, sub-district or programme area (gemeente, wijk, buurt). Source: CBS." })
export class Area {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "CBS code (GM, WK or BU) or code of a programme area." })
  code: string;
  @Field(() => AreaLevel, { description: "Level." })
  level: AreaLevel;
  @Field(() => String, { nullable: true, description: "Code of the area it lies in." })
  parentCode: string | null;
  @Field(() => [String], { description: "Codes that make up a programme area, else empty." })
  memberCodes: string[];
}

@ObjectType({ description: "Name and outline of an area in one year. Source: CBS/Kadaster, CC BY 4.0." })
export class AreaEdition {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Code of the area." })
  code: string;
  @Field(() => Int, { description: "Year of the division." })
  year: number;
  @Field(() => String, { nullable: true, description: "Name in that year; null when the source gives only a code." })
  name: string | null;
  @Field(() => JsonScalar, { nullable: true, description: "Outline: GeoJSON MultiPolygon coordinates, WGS84 longitude, latitude." })
  outline: number[][][][] | null;
}

@ObjectType({ description: "Something areas are measured by (cijfer)." })
export class Indicator {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Stable key, for example `residents`." })
  key: string;
  @Field(() => String, { description: "Dutch name." })
  nameNl: string;
  @Field(() => String, { description: "English name." })
  nameEn: string;
  @Field(() => String, { description: "Unit of the values." })
  unit: string;
  @Field(() => String, { description: "Who publishes it, and the licence." })
  source: string;
}

@ObjectType({ description: "Value of an indicator in one area and year." })
export class Measurement {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Code of the area." })
  areaCode: string;
  @Field(() => String, { description: "Key of the indicator." })
  indicatorKey: string;
  @Field(() => Int, { description: "Year that the figure is about." })
  year: number;
  @Field(() => Float, { nullable: true, description: "Value in the unit of the indicator; null means no figure (geen cijfer)." })
  value: number | null;
  @Field(() => String, { nullable: true, description: "Mark in the source for a missing figure." })
  missingMark: string | null;
  @Field(() => String, { description: "Source and licence." })
  source: string;
}
