import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("RW-04 no cell of the CSV file is a formula, and text comes back as it was", () => {
  expect(csvOf([["=1+1", "+31 70", "-2", "@sum", "\t=x", " =x"]])).toBe("\uFEFF'=1+1,'+31 70,'-2,'@sum,'\t=x,' =x\r\n");
  expect(csvOf([['Zeg "ja", graag', "twee\nregels", "ZW-117"]])).toBe('\uFEFF"Zeg ""ja"", graag","twee\nregels",ZW-117\r\n');
});
