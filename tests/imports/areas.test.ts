import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { AreaImportReport } from "@wijkbord/schema";
import { readCell } from "@wijkbord/server/src/areas/import/figures.ts";
import { yearOf } from "@wijkbord/server/src/areas/import/year.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { streamOf } from "./trelloFile.ts";

let hub: Hub;
let fenna: Client;
beforeAll(async () => {
  hub = await startTestHub();
  fenna = await Client.as(hub.url, "fenna");
});
afterAll(() => hub[Symbol.asyncDispose]());

const fixture = (name: string) => join(import.meta.dirname, "fixtures", name);
const bringIn = (path: string, more: object = {}): Promise<AreaImportReport> =>
  hub.services.areas.run(createReadStream(path), { fileName: basename(path), year: null, dryRun: false, ...more });

interface AreaAnswer {
  name: string;
  level: string;
  parent: { name: string } | null;
  children: { code: string }[];
  outline: unknown;
  editions: { year: number; name: string | null }[];
  figures: { value: number | null; missingMark: string | null; year: number; source: string; indicator: { key: string; nameNl: string; unit: string } }[];
  latest: AreaAnswer["figures"];
}
const figureFields = "value missingMark year source indicator { key nameNl unit }";
const area = async (code: string): Promise<AreaAnswer> => {
  const query = `query A($code: String!) { neighbourhood(code: $code) { name level parent { name } children { code } outline editions { year name } figures { ${figureFields} } latest: figures(latest: true) { ${figureFields} } } }`;
  return (await fenna.run<{ neighbourhood: AreaAnswer }>(query, { code })).neighbourhood;
};
const latest = (found: AreaAnswer, key: string) => found.latest.find(({ indicator }) => indicator.key === key);

test("T12-01 a dry run says what would happen and changes nothing", async () => {
  const report = await bringIn(fixture("kwb-2021-odata.csv"), { dryRun: true });
  expect(report).toMatchObject({
    kind: "FIGURES",
    years: [2021],
    municipalities: 1,
    districts: 1,
    subDistricts: 1,
    areas: { added: 3 },
    figures: { added: 12 },
  });
  expect(report.skipped).toEqual([{ place: "line 2", text: "NL00 (Nederland) is not a municipality, district or sub-district" }]);
  expect(report.unmapped).toEqual(["Appartement_58"]);
  expect((await fenna.send(`{ neighbourhood(code: "GM9991") { name } }`)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});

test("T12-02 both ways in which CBS writes come in; an area is one for ever, a name and a figure belong to a year", async () => {
  await bringIn(fixture("kwb-2021-odata.csv"));
  await bringIn(fixture("statline-wijken-2023.csv"));
  const found = await area("WK9991AA");
  expect(found).toMatchObject({ name: "Wijk AA <b>Café</b>", level: "DISTRICT", parent: { name: "'s-Voorbeeld" }, children: [{ code: "BU9991AA01" }] });
  expect(found.editions).toEqual([
    { year: 2023, name: "Wijk AA <b>Café</b>" },
    { year: 2021, name: null },
  ]);
  expect(latest(found, "residents")).toMatchObject({ value: 5010, year: 2023, indicator: { nameNl: "Inwoners", unit: "aantal" } });
  expect(latest(found, "gasUse")).toMatchObject({ value: 0, year: 2021 });
  expect(latest(await area("GM9991"), "corporationShare")).toMatchObject({
    value: 31.5,
    year: 2023,
    source: "CBS, Kerncijfers wijken en buurten 2023, CC BY 4.0",
  });
});

test("T12-03 a missing figure is null with its mark, never 0", async () => {
  const found = await area("BU9991AA01");
  expect(found.figures.map(({ indicator, value, missingMark }) => [indicator.key, value, missingMark])).toEqual([
    ["gasUse", null, "."],
    ["households", null, "leeg"],
    ["rentalShare", 60, null],
    ["residents", null, "."],
  ]);
  expect(found.name).toBe("BU9991AA01");
  expect(latest(await area("WK9991AA"), "benefitRecipients")).toMatchObject({ value: null, missingMark: "-99997" });
});

test("T12-04 the same file again changes nothing, a corrected one changes what differs", async () => {
  const path = fixture("statline-wijken-2023.csv");
  expect(await bringIn(path)).toMatchObject({
    areas: { added: 0, same: 2 },
    editions: { added: 0, changed: 0, same: 2 },
    figures: { added: 0, changed: 0, same: 14 },
  });
  const corrected = readFileSync(path, "utf8").replace("5.010", "5.015");
  const report = await hub.services.areas.run(streamOf(corrected), { fileName: "kwb-2023.csv", year: null, dryRun: false });
  expect(report.figures).toEqual({ added: 0, changed: 1, same: 13 });
  expect(latest(await area("WK9991AA"), "residents")?.value).toBe(5015);
});

test("T12-05 files of Windows and UTF-16 are read as they were written", async () => {
  const text = readFileSync(fixture("statline-wijken-2023.csv"), "utf8");
  for (const [encoding, bytes] of [
    ["windows-1252", Buffer.from(text, "latin1")],
    ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
  ] as const) {
    const report = await hub.services.areas.run(streamOf(bytes), { fileName: "x.csv", year: 2023, dryRun: true });
    expect(report).toMatchObject({ encoding, editions: { changed: 0 } });
  }
});

test("T12-06 numbers as CBS writes them", () => {
  const dutch = ["1.234", "1.234.567,8", "12,5", "0,4", " 55 ", "12.5"].map((cell) => readCell(cell, false));
  expect(dutch).toEqual([1234, 1234567.8, 12.5, 0.4, 55, 12.5].map((value) => ({ value })));
  expect(["   29040", "12.5", "1.234"].map((cell) => readCell(cell, true))).toEqual([29040, 12.5, 1.234].map((value) => ({ value })));
  expect(["       .", "", "x", "-99997"].map((cell) => readCell(cell, true))).toEqual([".", "leeg", "x", "-99997"].map((missingMark) => ({ missingMark })));
  expect(["abc", "1,2,3", "12-5", "1e5"].map((cell) => readCell(cell, false))).toEqual([null, null, null, null]);
});

test("T12-07 the year comes from the name, the number of the table or the choice", () => {
  expect(yearOf("kwb-2019-84583NED-denhaag.csv", null)).toBe(2019);
  expect(yearOf("85618NED.csv", null)).toBe(2023);
  expect(yearOf("cijfers.csv", 2020)).toBe(2020);
  expect(() => yearOf("cijfers.csv", null)).toThrow("give it with --year");
  expect(() => yearOf("kwb-2018-84583NED.csv", null)).toThrow("speaks of 2018 and 2019");
});

const shared = join(import.meta.dirname, "../../../shared/data");
describe.skipIf(!existsSync(shared))("real files", () => {
  test("A8-01 every file of CBS comes in, and again changes nothing", async () => {
    for (const folder of ["cbs", "grenzen"]) {
      for (const name of readdirSync(join(shared, folder))) {
        const path = join(shared, folder, name);
        const first = await bringIn(path);
        expect(first.municipalities + first.districts, name).toBeGreaterThan(0);
        expect(await bringIn(path), name).toMatchObject({ areas: { added: 0 }, editions: { added: 0, changed: 0 }, figures: { added: 0, changed: 0 } });
      }
    }
    for (const code of ["GM0518", "GM0983"]) expect(latest(await area(code), "residents")?.year, code).toBe(2024);
  });

  test("A8-02 Moerwijk shows residents of 2024 and households of 2019, each with year and source", async () => {
    const found = await area("WK051836");
    expect(latest(found, "residents")).toMatchObject({ year: 2024, source: expect.stringContaining("2024") });
    expect(latest(found, "households")).toMatchObject({ year: 2019, source: "CBS, Kerncijfers wijken en buurten 2019, CC BY 4.0" });
    expect(latest(found, "households")?.value).toBeGreaterThan(0);
  });

  test("A8-03 every district of Den Haag has its outline", async () => {
    const { areas } = await fenna.run<{ areas: { code: string; level: string; outline: number[][][][] | null }[] }>(
      `{ areas(parentCode: "GM0518") { code level outline } }`,
    );
    expect(areas).toHaveLength(44);
    for (const { code, outline } of areas) expect(outline?.[0]?.[0]?.length, code).toBeGreaterThan(3);
  });
});

test("D6-01 the address of a board stays when CBS writes another name for its neighbourhood", async () => {
  const boards = async () =>
    (await fenna.run<{ boards: { slug: string; areaName: string; areaCode: string }[] }>(`{ boards { slug areaName areaCode } }`)).boards;
  const before = (await boards()).find(({ slug }) => slug === "moerwijk");
  expect(before?.areaName).toBe("Moerwijk");
  const lines = [
    '"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"AantalInwoners_5"',
    `"Wijk 36 Moerwijk-Zuid";"'s-Gravenhage";"Wijk";"${before?.areaCode}";21000`,
  ];
  await hub.services.areas.run(streamOf(`${lines.join("\n")}\n`), { fileName: "kwb-2025.csv", year: null, dryRun: false });
  const after = (await boards()).find(({ areaCode }) => areaCode === before?.areaCode);
  expect(after).toMatchObject({ slug: "moerwijk", areaName: "Moerwijk-Zuid" });
});
