import { deepStrictEqual } from "node:assert/strict";
import { ImportRefused } from "@wijkbord/server/src/imports/refused.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { streamOf } from "../imports/trelloFile.ts";

let hub: Hub;
let before: unknown;
const everything = () =>
  hub.services.database
    .read()
    .execute(
      `select (select count(*)::int from area) as areas, (select count(*)::int from area_edition) as editions, (select count(*)::int from measurement) as figures, (select count(*)::int from indicator) as indicators`,
    );
beforeAll(async () => {
  hub = await startTestHub();
  before = await everything();
});
afterAll(() => hub[Symbol.asyncDispose]());
afterEach(async () => deepStrictEqual(await everything(), before));

async function refusal(content: string | Uint8Array, fileName = "kwb-2023.csv"): Promise<string> {
  try {
    await hub.services.areas.run(streamOf(content), { fileName, year: null, dryRun: false });
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  throw new Error("The file was not refused.");
}

const header = `"Wijken en buurten";"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)"`;
const good = `${header}\n"Voorbeeld";"GM9992";100\n`;
const feature = (
  properties: object,
  coordinates: unknown = [
    [
      [4, 52],
      [4.1, 52],
      [4.1, 52.1],
      [4, 52],
    ],
  ],
  type = "Polygon",
) => ({ type: "Feature", properties, geometry: { type, coordinates } });
const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

const cases: [name: string, content: string | Uint8Array, sentence: RegExp][] = [
  ["empty", "", /^The file is empty\.$/],
  ["only a header", header, /^Line 1: the file holds no rows under its header\.$/],
  [
    "another table",
    "naam;leeftijd\nPiet;12\n",
    /^Line 1: no column holds codes of municipalities, districts or sub-districts .* Columns are: naam, leeftijd\.$/,
  ],
  ["a figure that is none", `${good}"Wijk";"WK999201";veel\n`, /^Line 3, column "Bevolking\/Aantal inwoners \(aantal\)": "veel" is not a number\.$/],
  ["a row that is cut off", `${good}"Wijk";"WK9992`, /^The file is not a whole CSV file: .*(line|Line) \d/],
  ["a row with too few cells", `${good}"Wijk";"WK999201"\n`, /^The file is not a whole CSV file: .*line 3/],
  ["only other regions", `${header}\n"Nederland";"NL00";1\n"Niets";"PV20";1\n`, /no column holds codes/],
  [
    "a spreadsheet",
    Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(20), Buffer.from("xl/workbook.xml")]),
    /^The file is not text: character \d+ is zero/,
  ],
  ["broken JSON", `{"type":"FeatureCollection","features":[{`, /^The file is not valid JSON: .*position \d+/],
  ["other JSON", `{"lists":[]}`, /not GeoJSON with boundaries/],
  [
    "RD coordinates",
    collection(
      feature({ statcode: "WK051801", jrstatcode: "2023WK051801" }, [
        [
          [80_000, 455_000],
          [80_001, 455_000],
          [80_001, 455_001],
          [80_000, 455_000],
        ],
      ]),
    ),
    /^At features\[0\]\.geometry\.coordinates\[0\]\[0\]: 80000, 455000 is not longitude and latitude/,
  ],
  [
    "an open ring",
    collection(
      feature({ statcode: "WK051801", jaar: 2023 }, [
        [
          [4, 52],
          [4.1, 52],
          [4.1, 52.1],
        ],
      ]),
    ),
    /^At features\[0\]\.geometry\.coordinates\[0\]: a ring that closes was expected\.$/,
  ],
  [
    "a point",
    collection(feature({ statcode: "WK051801", jaar: 2023 }, [4, 52], "Point")),
    /^At features\[0\]\.geometry: a Polygon or MultiPolygon was expected\.$/,
  ],
  [
    "hostile keys",
    `{"type":"FeatureCollection","features":[{"__proto__":{"properties":{"statcode":"WK051801"}}}]}`,
    /holds no municipality, district or sub-district/,
  ],
];

test.for(cases)("T12-10 %s: one sentence with the place, and nothing changes", async ([, content, sentence]) => {
  expect(await refusal(content)).toMatch(sentence);
});

test("T12-11 without a year nothing comes in", async () => {
  expect(await refusal(good, "cijfers.csv")).toBe("The name cijfers.csv does not say which year the figures are about; give it with --year.");
});

test("T12-12 one wrong row at the end keeps the whole file out", async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => `"Buurt";"BU99920${String(index).padStart(3, "0")}";${index}`).join("\n");
  expect(await refusal(`${good}${rows}\n"Wijk";"WK999201";tien\n`)).toContain("Line 3003");
});
