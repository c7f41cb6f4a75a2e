import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast, markPairs, quietTokens, textPairs, themeProblems, tokensOf } from "./contrast.ts";

const sheet = (name: string) => readFileSync(join(import.meta.dirname, "../../packages/web", name), "utf8");
const light = sheet("src/ui/tokens.css");
const dark = sheet("src/ui/tokens.dark.css");
const theme = sheet("public/theme.css");
const sheets = [light, dark, theme];

test("TH-01 every pair of colours of the theme meets AA, light and dark", () => {
  expect(themeProblems(sheets, "light")).toEqual([]);
  expect(themeProblems(sheets, "dark")).toEqual([]);
});

test("TH-02 every colour token stands in a pair", () => {
  const inPairs = new Set([...textPairs, ...markPairs].flat());
  const colours = [...tokensOf([light], "light")].filter(([, value]) => /#[0-9a-f]{6}\)?$/i.test(value)).map(([name]) => name.replace("--wb-", ""));
  expect(colours.length).toBeGreaterThan(40);
  expect(colours.filter((name) => !inPairs.has(name) && !quietTokens.includes(name))).toEqual([]);
});

test("TH-03 a theme of another municipality that is hard to read is refused", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  const pale = `:root { --basis-color-action-1-inverse-bg-default: #7fd0dc; }`;
  expect(themeProblems([...sheets, pale], "light")).toEqual(["light: on-action on action is 1.76 to 1; it needs 4.5"]);
  const odd = `:root { --wb-ink: rebeccapurple; }`;
  expect(themeProblems([...sheets, odd], "light")[0]).toContain("write both as #rrggbb");
});
