import { ArticleChange, rebuild, textDifference } from "@wijkbord/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementPairs } from "../fixtures/agreementPairs.ts";
import { rounds } from "../harness/seeds.ts";

test("AG-34 thirty pairs of Dutch agreements are rebuilt exactly from the old text and the difference, both ways and across pairs (Y5)", () => {
  expect(agreementPairs).toHaveLength(30);
  for (const [kind, before, after] of agreementPairs) {
    expect(before, kind).not.toBe(after);
    expect(rebuild(before, textDifference(before, after)), kind).toBe(after);
    expect(rebuild(after, textDifference(after, before)), kind).toBe(before);
  }
  const texts = agreementPairs.flatMap(([, before, after]) => [before, after]);
  const articles = texts.flatMap((text) => text.split("\n\n"));
  const mixed = fc.oneof(
    fc.constantFrom(...texts),
    fc.array(fc.constantFrom(...articles), { maxLength: 8 }).map((parts) => parts.join("\n\n")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
  );
  fc.assert(
    fc.property(mixed, mixed, (before, after) => rebuild(before, textDifference(before, after)) === after),
    { numRuns: rounds(200, 2_000) },
  );
});

test("AG-34 a changed word touches its own article and nothing else (Y5)", () => {
  const [, before = "", after = ""] = agreementPairs.find(([kind]) => kind === "one word") ?? [];
  const changed = textDifference(before, after).filter(({ change }) => change !== ArticleChange.SAME);
  expect(changed.map(({ newNumber }) => newNumber)).toEqual([3]);
  expect(changed[0]?.parts.filter(({ kind }) => kind !== "SAME").map(({ kind, text }) => `${kind} ${text}`)).toEqual(["REMOVED drie", "ADDED vijf"]);
});

test("AG-34 a time, an amount and words beside each other are read as one change (Y5)", () => {
  const marked = (wanted: string) => {
    const [, before = "", after = ""] = agreementPairs.find(([kind]) => kind === wanted) ?? [];
    return textDifference(before, after)
      .flatMap(({ parts }) => parts)
      .filter(({ kind }) => kind !== "SAME")
      .map(({ text }) => text.trim());
  };
  expect(marked("a time")).toEqual(["9.30", "10.00", "11.00", "11.30"]);
  expect(marked("an amount").slice(0, 2)).toEqual(["200.000", "150.000"]);
  expect(marked("a capital")).toEqual(["De buurtorganisatie", "Buurtorganisatie Samen Moerwijk"]);
});

test("AG-34 of articles that change places, the one that keeps its number is not said to have moved (Y5)", () => {
  const [, before = "", after = ""] = agreementPairs.find(([kind]) => kind === "two headings change places") ?? [];
  const moves = textDifference(before, after).map(({ oldNumber, newNumber, moved }) => [oldNumber, newNumber, moved]);
  expect(moves).toEqual([
    [3, 1, true],
    [2, 2, false],
    [1, 3, true],
  ]);
});
