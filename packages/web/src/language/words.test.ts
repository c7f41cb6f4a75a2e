import { compileMessage } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";
import type { Words } from "./words.ts";

type Texts = Words<string>;
const isWords = (value: unknown): value is Texts => typeof value === "object" && value !== null && "domain" in value && "nl" in value && "en" in value;

const all = Object.values(import.meta.glob<Record<string, unknown>>("../**/*ords.ts", { eager: true }))
  .flatMap((module) => Object.values(module))
  .filter(isWords);
const sources = Object.entries(import.meta.glob<string>("../**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" }));
const code = sources
  .filter(([file]) => !/ords\.ts$|\.test\.ts$/.test(file))
  .map(([, text]) => text)
  .join("\n");

/** Keys that are put together, such as `value_${priority}`. */
const patterns = [...code.matchAll(/`((?:\w|\$\{[\w.]+\})+)`/g)]
  .map(([, text = ""]) => text.replaceAll(/\$\{[\w.]+\}/g, "\\w+"))
  .filter((text) => text.includes("\\w+") && text.replaceAll("\\w+", "") !== "")
  .map((text) => new RegExp(`^${text}$`));
const isUsed = (key: string) => code.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key));

const parameters = (message: unknown): string[] =>
  Array.isArray(message)
    ? message.flatMap((part: unknown) =>
        Array.isArray(part) ? [String(part[0]), ...part.slice(2).flatMap((option: unknown) => Object.values(option ?? {}).flatMap(parameters))] : [],
      )
    : [];
const names = (text: string) => [...new Set(parameters(compileMessage(text)))].toSorted();

test("LANG-01 every domain has words, under a name of its own", () => {
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all.map(({ domain }) => domain)).size).toBe(all.length);
});

test.each(all.map((words) => [words.domain, words] as const))(
  "LANG-02 %s: both languages have the same keys and values to fill in, none empty",
  (_domain, { nl, en }) => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted());
    for (const [key, text] of Object.entries(nl)) {
      expect(text.trim(), key).not.toBe("");
      expect(en[key]?.trim(), key).not.toBe("");
      expect(names(en[key] ?? ""), key).toEqual(names(text));
    }
  },
);

test.each(all.map((words) => [words.domain, words] as const))("LANG-03 %s: no word is unused", (_domain, { nl }) => {
  // Values of enums are looked up by their own name.
  const unused = Object.keys(nl).filter((key) => !/^[A-Z_]+$/.test(key) && !isUsed(key));
  expect(unused).toEqual([]);
});

test("LANG-04 the word RASCI stands on no screen", () => {
  const texts = all.flatMap(({ nl, en }) => [...Object.values(nl), ...Object.values(en)]);
  expect(texts.filter((text) => /rasci/i.test(text))).toEqual([]);
});
