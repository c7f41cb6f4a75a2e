import { expect, test } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { workbookOf } from "./workbook.ts";

test("a workbook keeps texts as texts, also those that look like a formula, and dates as days", async () => {
  const rows = [
    ["Nr", "Titel", "Klaar op"],
    ["ZW-1", '=HYPERLINK("https://example.nl")', "2026-12-12"],
    ["ZW-2", "Buurt <b>&</b> café", ""],
  ];
  const { sheets } = await readXlsx(await workbookOf("Wijkbord [Zuid/west]: alles wat er op het bord staat", rows), { readStyles: true });
  const [sheet] = sheets;
  expect(sheet?.name).toBe("Wijkbord  Zuid west   alles wat".slice(0, 31).trim());
  expect(sheet?.rows.map((row) => row.slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)));
  expect(sheet?.rows[1]?.[2]).toEqual(new Date("2026-12-12T00:00:00Z"));
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
});
