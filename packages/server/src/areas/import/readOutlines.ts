import type { ImportNote } from "@wijkbord/schema";
import { levelOfCode } from "@wijkbord/schema";
import { ImportRefused } from "../../imports/refused.ts";
import { oneLine } from "../../imports/text.ts";
import type { AreaFile, AreaRow, Outline } from "./areaFile.ts";
import type { DecodedFile } from "./decode.ts";
import { yearOf } from "./year.ts";

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const field = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

function word(properties: Fields, ...keys: string[]): string {
  for (const key of keys) {
    const value = field(properties, key);
    if (typeof value === "string" && value.trim() !== "") return oneLine(value);
    if (typeof value === "number") return String(value);
  }
  return "";
}

function jsonOf(text: string): Fields {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ImportRefused(`The file is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
  if (!isFields(json) || field(json, "type") !== "FeatureCollection" || !Array.isArray(field(json, "features"))) {
    throw new ImportRefused("This is JSON, but not GeoJSON with boundaries: at the top a FeatureCollection with features was expected.");
  }
  const name = field(json, "crs");
  if (name !== undefined && name !== null && /28992/.test(JSON.stringify(name))) {
    throw new ImportRefused("At crs: the boundaries are in RD coordinates (EPSG:28992); choose the file in WGS84.");
  }
  return json;
}

function pointOf(value: unknown, path: string): number[] {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (typeof longitude !== "number" || typeof latitude !== "number") throw new ImportRefused(`At ${path}: a point with longitude and latitude was expected.`);
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw new ImportRefused(`At ${path}: ${longitude}, ${latitude} is not longitude and latitude (WGS84).`);
  return [longitude, latitude];
}

function listOf(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new ImportRefused(`At ${path}: a list was expected.`);
  return value;
}

function polygonOf(value: unknown, path: string): number[][][] {
  return listOf(value, path).map((ring, index) => {
    const points = listOf(ring, `${path}[${index}]`).map((point, at) => pointOf(point, `${path}[${index}][${at}]`));
    const [first] = points;
    const last = points.at(-1);
    if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      throw new ImportRefused(`At ${path}[${index}]: a ring that closes was expected.`);
    return points;
  });
}

function outlineOf(feature: Fields, path: string): Outline {
  const geometry = field(feature, "geometry");
  const coordinates = isFields(geometry) ? field(geometry, "coordinates") : undefined;
  const type = isFields(geometry) ? field(geometry, "type") : undefined;
  if (type === "Polygon") return [polygonOf(coordinates, `${path}.geometry.coordinates`)];
  if (type === "MultiPolygon") {
    return listOf(coordinates, `${path}.geometry.coordinates`).map((polygon, index) => polygonOf(polygon, `${path}.geometry.coordinates[${index}]`));
  }
  throw new ImportRefused(`At ${path}.geometry: a Polygon or MultiPolygon was expected.`);
}

function yearOfFeature(properties: Fields, fileYear: () => number, chosen: number | null): number {
  if (chosen !== null) return fileYear();
  const year = Number(/^\d{4}/.exec(word(properties, "jrstatcode", "jaar"))?.[0]);
  return Number.isInteger(year) ? year : fileYear();
}

/** Reads boundaries of CBS: GeoJSON in WGS84 with `statcode`, or with the codes of the key register. */
export function readOutlines({ text, encoding }: DecodedFile, fileName: string, chosenYear: number | null): AreaFile {
  const rows: AreaRow[] = [];
  const skipped: ImportNote[] = [];
  const seen = new Set<string>();
  for (const [index, feature] of listOf(field(jsonOf(text), "features"), "features").entries()) {
    const path = `features[${index}]`;
    if (!isFields(feature)) throw new ImportRefused(`At ${path}: a feature was expected.`);
    const properties = field(feature, "properties");
    const fields = isFields(properties) ? properties : {};
    const code = word(fields, "statcode", "buurtcode", "wijkcode", "gemeentecode") || word(feature, "id");
    if (levelOfCode(code) === null) {
      skipped.push({ place: path, text: `${code.slice(0, 40) || "no code"} is not a municipality, district or sub-district` });
      continue;
    }
    const year = yearOfFeature(fields, () => yearOf(fileName, chosenYear), chosenYear);
    if (seen.has(`${code}/${year}`)) {
      skipped.push({ place: path, text: `${code} stands in the file twice` });
      continue;
    }
    seen.add(`${code}/${year}`);
    const name = word(fields, "statnaam", "buurtnaam", "wijknaam", "gemeentenaam");
    rows.push({ code, year, name: name.slice(0, 255) || null, outline: outlineOf(feature, path), figures: [] });
  }
  if (rows.length === 0) throw new ImportRefused("The file holds no municipality, district or sub-district.");
  return { kind: "OUTLINES", encoding, rows, columns: [], unmapped: [], skipped };
}
