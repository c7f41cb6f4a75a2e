import fc from "fast-check";
import { expect, test } from "vitest";
import { AdoptionPoint, adoptionProblems, outcomeOf, partialAdoptionProblems, type RoundFacts } from "./adoption.ts";
import {
  AgreementCategory,
  agreementNumber,
  DecisionRule,
  mayDecideBy,
  needsEveryAnswer,
  SignOffKind,
  SignOffResponse,
  VersionState,
  WatchKind,
} from "./agreement.ts";
import { parseArticles, withArticle } from "./articles.ts";
import { canonicalForm, contentHash, type FrozenContent } from "./canonical.ts";
import { canonicalText, cleanText, textFaults } from "./canonicalText.ts";
import { addMonths, deadlineAfter, startOfDay } from "./deadlines.ts";
import { ArticleChange, rebuild, textDifference } from "./difference.ts";
import { brokenLinks, chainStart, entryHash, type ChainedEntry } from "./signChain.ts";
import { mayBecome } from "./versionStates.ts";
import { CaseResult, countCases, judge } from "./watch.ts";

const runs = { numRuns: process.env["WIJKBORD_LONG"] ? 2_000 : 200 };
const responses = fc.constantFrom(...Object.values(SignOffResponse));
const rounds: fc.Arbitrary<RoundFacts> = fc
  .record({
    rule: fc.constantFrom(...Object.values(DecisionRule)),
    category: fc.constantFrom(...Object.values(AgreementCategory)),
    list: fc.array(fc.option(responses, { nil: undefined }), { minLength: 2, maxLength: 9 }),
    closed: fc.boolean(),
  })
  .map(({ rule, category, list, closed }) => {
    const signatoryIds = list.map((_, index): string => `o${index}`);
    const answers = new Map<string, SignOffResponse>(list.flatMap((response, index) => (response ? [[`o${index}`, response] as const] : [])));
    const openObjectionIds = signatoryIds.filter((id) => answers.get(id) === SignOffResponse.OBJECTION);
    return { rule, category, signatoryIds, answers, openObjectionIds, closed };
  });

test("C7.2-5 a round is adopted only without open objection, with two consents, and with every answer where silence does not count", () => {
  fc.assert(
    fc.property(rounds, (facts) => {
      const outcome = outcomeOf(facts);
      const silent = facts.signatoryIds.filter((id) => !facts.answers.has(id)).length;
      const agreed = [...facts.answers.values()].filter((answer) => answer.startsWith("CONSENT")).length;
      if (outcome === VersionState.ADOPTED) {
        expect(facts.openObjectionIds).toEqual([]);
        expect(agreed).toBeGreaterThanOrEqual(2);
        if (facts.rule === DecisionRule.ALL_SIGNATORIES_CONSENT || needsEveryAnswer(facts.category)) expect(silent).toBe(0);
      }
      if (facts.closed) expect(outcome).not.toBe(VersionState.CONSENT_ROUND);
      if (!facts.closed && silent > 0) expect(outcome).toBe(VersionState.CONSENT_ROUND);
      expect(outcome === VersionState.CONSENT_ROUND || mayBecome(VersionState.CONSENT_ROUND, outcome)).toBe(true);
    }),
    runs,
  );
});

test("AG-09 adoption among those that answered needs two thirds, two consents, and never in the strict categories", () => {
  fc.assert(
    fc.property(rounds, (facts) => {
      const allowed = partialAdoptionProblems(facts).length === 0;
      const answered = facts.answers.size;
      if (allowed) {
        expect(answered / facts.signatoryIds.length).toBeGreaterThanOrEqual(2 / 3);
        expect(needsEveryAnswer(facts.category)).toBe(false);
        expect(facts.openObjectionIds).toEqual([]);
      }
      const others = adoptionProblems(facts).filter(({ code }) => code !== AdoptionPoint.ANSWER_MISSING);
      if (answered === facts.signatoryIds.length && others.length === 0 && !needsEveryAnswer(facts.category)) expect(allowed).toBe(true);
    }),
    runs,
  );
});

test("AG-01 silence counts in no strict category, and the owner decides alone only in the light ones", () => {
  for (const category of Object.values(AgreementCategory)) {
    expect(mayDecideBy(DecisionRule.ALL_SIGNATORIES_CONSENT, category)).toBe(true);
    expect(mayDecideBy(DecisionRule.SILENCE_IS_CONSENT, category)).toBe(!["DATA_SHARING", "HOME_VISIT", "FINANCE"].includes(category));
    expect(mayDecideBy(DecisionRule.OWNER_DECIDES_AFTER_CONSULTATION, category)).toBe(["MEETING_RHYTHM", "COMMUNICATION"].includes(category));
  }
  expect([agreementNumber(1), agreementNumber(12), agreementNumber(123)]).toEqual(["PA-01", "PA-12", "PA-123"]);
});

test("AG-02 deadlines are the ends of days in the coalition, also when the clock changes", () => {
  const zone = "Europe/Amsterdam";
  expect(deadlineAfter(new Date("2026-11-25T10:00:00Z"), 7, zone).toISOString()).toBe("2026-12-02T23:00:00.000Z");
  expect(deadlineAfter(new Date("2027-03-27T12:00:00Z"), 3, zone).toISOString()).toBe("2027-03-30T22:00:00.000Z");
  expect(startOfDay("2027-03-28", zone).toISOString()).toBe("2027-03-27T23:00:00.000Z");
  expect(startOfDay("2026-10-26", zone).toISOString()).toBe("2026-10-25T23:00:00.000Z");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
});

const content: FrozenContent = {
  coalitionId: "c",
  agreementId: "a",
  number: "PA-02",
  version: 1,
  title: "Werving",
  category: AgreementCategory.RECRUITMENT,
  decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT,
  summary: "Kort",
  text: "## Artikel 1 Één\nTekst",
  reviewAfterMonths: 12,
  endsOn: null,
  dataSharing: null,
  watchRules: [],
  signatoryIds: ["b", "a"],
};

test("AG-03 the hash is of the canonical form: other ways to write the same text have the same hash, one other letter has not", async () => {
  const hash = await contentHash(content);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const same = { ...content, text: content.text.normalize("NFD").replace("\n", "  \r\n"), signatoryIds: ["a", "b"] };
  expect(await contentHash(same)).toBe(hash);
  expect(await contentHash({ ...content, text: `${content.text}.` })).not.toBe(hash);
  expect(await contentHash({ ...content, signatoryIds: ["a"] })).not.toBe(hash);
  expect(canonicalForm(content)).toContain('"form":"wijkbord-agreement-1"');
});

test("AG-03 the canonical form of a text is stable", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => canonicalText(canonicalText(text)) === canonicalText(text)),
    runs,
  );
});

test("AG-04 marks of word processors are cleaned; scripts, markup, hidden directions and control characters are named with their line", () => {
  expect(cleanText("Een<o:p></o:p>\u00a0twee\u200b\r\n\r\n\r\n<!-- mso -->drie<span style='x'> vier</span>")).toBe("Een twee\n\ndrie vier");
  const faults = textFaults("goed\n<script>x</script>\n<a href=x>\n\u202eomgekeerd\nbel\u0007\n5 < 6 en 7 > 3");
  expect(faults.map(({ code, line }) => `${code} ${line}`)).toEqual(["SCRIPT 2", "MARKUP 3", "HIDDEN_DIRECTION 4", "NOT_TEXT 5"]);
});

test("AG-05 the parts of the articles are exactly the text; each kind of numbering is seen", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("# Kop", "## Artikel 2 Naam", "1. punt", "2) punt", "woorden", "", "- lijst"), { maxLength: 14 }), (lines) => {
      const text = lines.join("\n");
      expect(
        parseArticles(text)
          .map(({ raw }) => raw)
          .join(""),
      ).toBe(text);
    }),
    runs,
  );
  expect(parseArticles("Vooraf\n## Artikel 1. Doel\nEen\n## Wie\nTwee").map(({ number, title, body }) => [number, title, body])).toEqual([
    [0, "", "Vooraf"],
    [1, "Doel", "Een"],
    [2, "Wie", "Twee"],
  ]);
  expect(parseArticles("1. Een\n2. Twee").map(({ number, body }) => [number, body])).toEqual([
    [1, "Een"],
    [2, "Twee"],
  ]);
  expect(withArticle("1. Een\n2. Twee", 2, "Drie")).toBe("1. Een\n2. Drie");
});

const texts = fc
  .array(
    fc.constantFrom("## Doel\n", "## Wie\n", "1. De buurt belt.\n", "Vijf werkdagen. ", "Drie werkdagen! ", "\n\n", "é ", "Wie zich meldt, krijgt antwoord. "),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(""));

test("AG-06 the new text is exactly the old text plus the difference", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => rebuild(before, textDifference(before, after)) === after),
    runs,
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => rebuild(before, textDifference(before, after)) === after),
    runs,
  );
});

test("AG-06 added, moved, changed and removed articles are told apart", () => {
  const before = "## Doel\nWe werven samen.\n## Vacatures\nTien werkdagen vooraf.\n## Antwoord\nBinnen drie werkdagen.\n## Weg\nDit verdwijnt geheel.";
  const after = "## Vacatures\nTien werkdagen vooraf.\n## Doel\nWe werven samen.\n## Antwoord\nBinnen vijf werkdagen.\n## Nieuw\nHeel andere inhoud erbij.";
  const found = textDifference(before, after).map(({ change, moved, oldNumber, newNumber }) => `${change}${moved ? " moved" : ""} ${oldNumber}>${newNumber}`);
  expect(found.filter((row) => row.includes("moved"))).toHaveLength(1);
  expect(found).toContain(`${ArticleChange.CHANGED} 3>3`);
  expect(found).toContain(`${ArticleChange.ADDED} null>4`);
  expect(found).toContain(`${ArticleChange.REMOVED} 4>null`);
});

test("AG-07 one changed answer, or one taken out, breaks the chain", async () => {
  const chain: ChainedEntry[] = [];
  for (const [index, response] of [SignOffResponse.CONSENT, SignOffResponse.OBJECTION, SignOffResponse.CONSENT].entries()) {
    const entry = {
      contentHash: "h",
      organisationId: `o${index}`,
      membershipId: "m",
      response,
      kind: SignOffKind.ROUND,
      respondedAt: `2026-11-2${index}T10:00:00.000Z`,
    };
    const previousHash = chain.at(-1)?.hash ?? chainStart;
    chain.push({ ...entry, previousHash, hash: await entryHash(entry, previousHash) });
  }
  expect(await brokenLinks(chain)).toEqual([]);
  expect(await brokenLinks(chain.map((entry, index) => (index === 1 ? { ...entry, response: SignOffResponse.CONSENT } : entry)))).toEqual([1]);
  expect(await brokenLinks(chain.toSpliced(0, 1))).toEqual([0]);
});

test("AG-08 a watch rule judges only what began under its version, in the period", () => {
  const rule = { article: 1, kind: WatchKind.BLOCKED_LONGER_THAN, n: 2 };
  const at = (day: number) => new Date(Date.UTC(2026, 9, day));
  const span = (from: number, to: number | null) => ({
    kind: rule.kind,
    objectId: `t${from}`,
    organisationId: null,
    startedAt: at(from),
    endedAt: to === null ? null : at(to),
  });
  const dueAt = (from: Date) => new Date(from.getTime() + 2 * 86_400_000);
  const windows = { version: { from: at(5), until: at(20) }, period: { from: at(1), until: at(31) } };
  const cases = judge(rule, [span(4, 9), span(5, 6), span(8, 15), span(19, null), span(20, 21)], windows, at(20), dueAt);
  expect(cases.map(({ result }) => result)).toEqual([CaseResult.MET, CaseResult.MISSED, CaseResult.PENDING]);
  expect(countCases(cases)).toEqual({ met: 1, decided: 2, pending: 1 });
});

const spans = fc.array(fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }) }), {
  maxLength: 30,
});

test("AG-25 the count of a watch rule is that of a plain recomputation, and two versions never judge one case", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 60 }), (log, n, changedAt) => {
      const day = (value: number) => new Date(Date.UTC(2026, 0, 1) + value * 86_400_000);
      const now = day(45);
      const all = log.map(({ from, length }, index) => ({
        kind: WatchKind.ANSWER_WITHIN,
        objectId: `t${index}`,
        organisationId: null,
        startedAt: day(from),
        endedAt: length === null ? null : day(from + length),
      }));
      const dueAt = (from: Date, rule: { n: number }) => new Date(from.getTime() + rule.n * 86_400_000);
      const period = { from: day(0), until: day(90) };
      const rule = { article: 1, kind: WatchKind.ANSWER_WITHIN, n };
      const first = judge(rule, all, { version: { from: day(0), until: day(changedAt) }, period }, now, dueAt);
      const second = judge({ ...rule, n: n + 1 }, all, { version: { from: day(changedAt), until: null }, period }, now, dueAt);
      expect(first.filter(({ span }) => second.some((other) => other.span === span))).toEqual([]);
      let [met, decided] = [0, 0];
      for (const { from, length } of log) {
        if (from >= changedAt || from > 45) continue;
        const ended = length !== null && from + length <= 45;
        if (ended ? length > n : 45 > from + n) decided += 1;
        else if (ended) [met, decided] = [met + 1, decided + 1];
      }
      expect(countCases(first)).toMatchObject({ met, decided });
    }),
    { numRuns: process.env["WIJKBORD_LONG"] ? 500 : 100 },
  );
});
