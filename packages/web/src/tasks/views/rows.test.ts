import { expect, test } from "vitest";
import { csvCell, csvOf } from "./csv.ts";
import { noFilters, viewOf, withView } from "../filters.ts";
import { sortingName, sortingOf } from "./rows.ts";

test("VW-01 no cell of a saved list runs as a formula, and every cell keeps its text", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r"]) expect(csvCell(`${start}1+1`).replace(/^"/, "").startsWith("'")).toBe(true);
  expect(csvCell('=HYPERLINK("x";"y")')).toBe('"\'=HYPERLINK(""x"";""y"")"');
  expect([csvCell("gewoon"), csvCell("a;b"), csvCell('zeg "ja"'), csvCell("twee\nregels"), csvCell("1-1")]).toEqual([
    "gewoon",
    '"a;b"',
    '"zeg ""ja"""',
    '"twee\nregels"',
    "1-1",
  ]);
  expect(
    csvOf([
      ["a", "b"],
      ["c", "=d"],
    ]),
  ).toBe("\uFEFFa;b\r\nc;'=d\r\n");
});

test("VW-02 a view survives its address, and what an address says wrongly counts as absent", () => {
  const wanted = {
    layout: "list",
    text: "dak goot",
    labelId: "l1",
    due: "week",
    mine: true,
    withoutTrekker: true,
    themeId: "t1",
    organisationId: "o1",
  } as const;
  const address = withView(new URLSearchParams(), wanted);
  expect(viewOf(new URLSearchParams(address.toString()), "2026-11-25")).toMatchObject(wanted);
  expect(withView(address, { ...noFilters, layout: "board" }).toString()).toBe("");
  expect(viewOf(new URLSearchParams("weergave=kubus&klaar=ooit&rijen=x&zoek="), "2026-11-25")).toMatchObject({
    layout: "board",
    due: null,
    rows: null,
    text: "",
  });
  for (const order of ["titel", "-klaar", "regelen"]) expect(sortingName(sortingOf(new URLSearchParams({ sorteer: order })))).toBe(order);
  expect(sortingName(sortingOf(new URLSearchParams("sorteer=zomaar")))).toBeNull();
});
