import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  ErrorCode,
  errorSentences,
  missingForPublication,
  missingSentences,
  notAllowedSentences,
  OpenPoint,
  ruleSentences,
  type Sentence,
  validationSentences,
} from "@wijkbord/schema";
import { errorMask } from "@wijkbord/server/src/graphql/errors.ts";
import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { filesUnder } from "../../scripts/files.ts";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
const sources = ["server/src", "schema/src"]
  .flatMap((folder) => filesUnder(`${packages}/${folder}`))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => ({ file, source: readFileSync(file, "utf8") }));

/** Everything that an action line may lack. */
const unpublishable = missingForPublication({ soThat: "", expectedImpact: "", leadOrganisationId: null, themeId: "", connectedThemeIds: [] });

/** First groups of every match in the source of server and contract. */
const found = (pattern: RegExp) => [...new Set(sources.flatMap(({ source }) => [...source.matchAll(pattern)].map((match) => match[1] ?? "")))];

function expectSentences(codes: readonly string[], sentences: Readonly<Record<string, Sentence>>): void {
  expect(codes.length).toBeGreaterThan(0);
  const missing = codes.filter((code) => !sentences[code]?.nl || !sentences[code]?.en);
  expect(missing).toEqual([]);
}

describe("T5-12 every code has a Dutch and an English sentence", () => {
  test("T5-12 top-level codes", () => expectSentences(Object.values(ErrorCode), errorSentences));
  test("T5-12 codes of ValidationProblem", () => expectSentences(found(/\binvalid\([^,()]+(?:\([^()]*\))?[^,()]*,\s*"([A-Z_0-9]+)"/g), validationSentences));
  test("T5-12 reasons of NotAllowed", () => expectSentences(found(/\b(?:notAllowed|forbid)\([^"\n]*"([A-Z_0-9.]+)"/g), notAllowedSentences));
  test("T5-12 rules of RuleBroken", () => expectSentences(found(/\bruleBroken\(\s*"([^"]+)"/g), ruleSentences));
  test("T5-12 what RuleBroken misses", () =>
    expectSentences(
      [...found(/\bcode:\s*"([A-Z_0-9]+)",\s*objectId\b/g), ...found(/\bnotUndoable\([^"\n]*"([A-Z_]+)"/g), ...unpublishable, ...Object.values(OpenPoint)],
      missingSentences,
    ));
});

test("T5-12 no sentence says a code or speaks of letters that people do not know", () => {
  const all = [errorSentences, validationSentences, notAllowedSentences, ruleSentences, missingSentences].flatMap((sentences) => Object.values(sentences));
  for (const { nl, en } of all) {
    expect(nl).toMatch(/^\p{Lu}.*[.]$/u);
    expect(en).toMatch(/^\p{Lu}.*[.]$/u);
    expect(`${nl} ${en}`).not.toMatch(/RASCI|[A-Z]{3,}_|undefined/);
  }
});

describe("T5-13 errors show codes of the contract and nothing else", () => {
  const lines: string[] = [];
  const mask = errorMask({ error: (details, message) => lines.push(JSON.stringify({ details, message })) });
  const masked = (error: GraphQLError) => mask(error.toJSON(), error);

  test("T5-13 a known code stays", () => {
    expect(masked(new GraphQLError("Sign in first.", { extensions: { code: "UNAUTHENTICATED", secret: "x" } }))).toEqual({
      message: "Sign in first.",
      extensions: { code: "UNAUTHENTICATED" },
    });
  });
  test("T5-13 a fault is hidden and found back by its id", () => {
    const fault = new Error("relation secret_table of Mevrouw Geheim");
    const shown = masked(new GraphQLError(fault.message, { originalError: fault, path: ["task"] }));
    expect(shown.extensions?.["code"]).toBe("INTERNAL");
    expect(JSON.stringify(shown)).not.toContain("ecret");
    expect(lines.join()).toContain(String(shown.extensions?.["id"]));
    expect(lines.join()).not.toContain("Geheim");
  });
  test.each([
    ["22P02", "NOT_FOUND"],
    ["22021", "BAD_USER_INPUT"],
    ["57P03", "UNAVAILABLE"],
    ["ECONNREFUSED", "UNAVAILABLE"],
  ])("T5-13 %s of the database is %s", (state, code) => {
    const fault = Object.assign(new Error("driver"), { cause: Object.assign(new Error("pg"), { code: state }) });
    expect(masked(new GraphQLError("driver", { originalError: fault })).extensions?.["code"]).toBe(code);
  });
});
