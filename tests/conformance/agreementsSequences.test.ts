import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentHash, countsAsInForce, type FrozenContent, brokenLinks, needsEveryAnswer, ObjectionState, SignOffResponse } from "@wijkbord/schema";
import { AgreementTable, AgreementVersionTable } from "@wijkbord/server/src/agreements/agreement.tables.ts";
import { ObjectionTable, SignOffTable } from "@wijkbord/server/src/agreements/signOff.tables.ts";
import { AgreementWorld } from "../harness/agreements.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const people = ["fenna", "demi", "joost", "imani", "sem"] as const;
const long = Boolean(process.env["WIJKBORD_LONG"]);
const sequences = long ? 2_000 : 12;
const person = fc.constantFrom(...people);
const command = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant("sign" as const),
      key: fc.constantFrom(...people),
      response: fc.constantFrom(...Object.values(SignOffResponse)),
      stale: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("open" as const), key: person, days: fc.integer({ min: 2, max: 22 }) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("next" as const), key: person, editorial: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("write" as const), key: person, word: fc.constantFrom("een", "twee", "drie") }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("pass" as const), key: person, days: fc.constantFrom(1, 4, 8, 61) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("withdrawObjection" as const), key: person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom(
        "extendRound" as const,
        "adoptAmongAnswered" as const,
        "revealRound" as const,
        "withdrawVersion" as const,
        "openEditorialNotice" as const,
        "refuseEditorialChange" as const,
        "startClarification" as const,
      ),
      key: person,
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("withdrawConsent" as const), key: person }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Runs a command as it would come in, whoever asks it; true when it was taken. */
async function run(id: string, { act, key, ...rest }: Command): Promise<boolean> {
  if (act === "pass" && "days" in rest) {
    await world.pass(rest.days);
    return true;
  }
  const em = world.hub.services.database.read();
  const agreement = await em.findOneOrFail(AgreementTable, { id });
  const [version] = await em.find(AgreementVersionTable, { agreementId: id }, { orderBy: { number: "desc" }, limit: 1 });
  const { organisationId } = await world.member(key);
  const at = { versionId: version?.id, expectedVersion: version?.version };
  const own = await em.findOne(SignOffTable, { versionId: version?.id ?? "", organisationId, isCurrent: true });
  const objection = await em.findOne(ObjectionTable, { versionId: version?.id ?? "", organisationId }, { orderBy: { createdAt: "desc" } });
  const asked = () => {
    if ("response" in rest)
      return world.act(key, "signOff", {
        versionId: version?.id,
        organisationId,
        contentHash: rest.stale ? "0".repeat(64) : (version?.contentHash ?? ""),
        expectedSignOffId: own?.id ?? null,
        response: rest.response,
        argument: "Een argument.",
        reason: "Dit schaadt ons gedeelde doel.",
      });
    if (act === "open" && "days" in rest) return world.act(key, "openConsentRound", { ...at, days: rest.days });
    if ("editorial" in rest) return world.act(key, "createNextVersion", { agreementId: id, expectedVersion: agreement.version, editorial: rest.editorial });
    if ("word" in rest) return world.act(key, "saveVersionDraft", { ...at, text: `1. Wij doen ${rest.word}.`, changeNote: "Anders." });
    if (act === "withdrawObjection") return world.act(key, act, { objectionId: objection?.id ?? id, response: "CONSENT", note: "Goed zo." });
    if (act === "withdrawConsent") return world.act(key, act, { agreementId: id, reason: "Het kan niet meer." });
    return world.act(key, act, at);
  };
  return (await asked()).__typename.endsWith("Payload");
}

/** INV-07, INV-08 and C7.2 as they stand in the database. */
async function check(id: string, frozen: Map<string, string>): Promise<void> {
  const em = world.hub.services.database.read();
  const agreement = await em.findOneOrFail(AgreementTable, { id });
  const versions = await em.find(AgreementVersionTable, { agreementId: id }, { orderBy: { number: "asc" } });
  const inForce = versions.filter(({ inForceAt, replacedAt }) => inForceAt !== null && replacedAt === null);
  expect(inForce.length).toBeLessThanOrEqual(1);
  if (countsAsInForce(agreement.state)) expect(inForce[0]).toMatchObject({ id: agreement.currentVersionId, state: "ADOPTED" });
  for (const version of versions) {
    if (version.frozen && version.contentHash) {
      const content: FrozenContent = version.frozen;
      expect(version.text).toBe(content.text);
      expect(await contentHash(content)).toBe(version.contentHash);
      expect(frozen.get(`${version.id}/${version.contentHash}`) ?? version.text).toBe(version.text);
      frozen.set(`${version.id}/${version.contentHash}`, version.text);
    }
    const chain = await em.find(SignOffTable, { versionId: version.id }, { orderBy: { position: "asc" } });
    expect(await brokenLinks(chain.map((entry) => ({ ...entry, respondedAt: entry.respondedAt.toISOString() })))).toEqual([]);
    const current = chain.filter(({ isCurrent }) => isCurrent);
    expect(new Set(current.map(({ organisationId }) => organisationId)).size).toBe(current.length);
    expect(current.every(({ organisationId }) => version.signatoryIds.includes(organisationId))).toBe(true);
    for (const entry of chain.filter(({ kind }) => kind === "ROUND")) expect(entry.respondedAt <= (version.roundClosesAt ?? new Date(0))).toBe(true);
    if (version.adoptedAt === null) continue;
    expect(await em.count(ObjectionTable, { versionId: version.id, state: ObjectionState.OPEN })).toBe(0);
    expect(current.filter(({ response }) => response.startsWith("CONSENT")).length).toBeGreaterThanOrEqual(2);
    if (needsEveryAnswer(agreement.category)) expect(current.length).toBe(version.signatoryIds.length);
  }
}

test(
  "AG-29 random commands by random people never break INV-07, INV-08 or C7.2, and a refused command leaves no trace",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 22 }), fc.constantFrom("RECRUITMENT", "FINANCE"), async (commands, category) => {
        const id = await world.draft(["fenna", "demi", "joost"], {
          category,
          decisionRule: category === "FINANCE" ? "ALL_SIGNATORIES_CONSENT" : "SILENCE_IS_CONSENT",
        });
        const frozen = new Map<string, string>();
        const stand = async () =>
          JSON.stringify(
            await world.hub.services.database
              .read()
              .execute(
                "select a.version, (select count(*) from sign_off s where s.agreement_id = a.id) as answers, (select count(*) from event e where e.target_id = a.id) as events from process_agreement a where a.id = ?",
                [id],
              ),
          );
        for (const next of commands) {
          const before = await stand();
          const taken = await run(id, next);
          if (!taken) expect(await stand()).toBe(before);
          await check(id, frozen);
        }
      }),
      { numRuns: sequences, endOnFailure: true },
    );
  },
  long ? 7_200_000 : 240_000,
);

test("AG-30 two holders of a mandate who sign at the same instant: one answer stands", async () => {
  const id = await world.draft(["fenna", "demi"]);
  await world.open(id);
  const answers = await Promise.all([world.sign("fenna", id, "CONSENT"), world.sign("bo", id, "STAND_ASIDE")]);
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["SignOffPayload", "VersionConflict"]);
  const version = await world.latest("demi", id);
  expect(version.signOffs).toHaveLength(1);
});

test("AG-31 the work of the calendar runs once, however many processes do it at the same time", async () => {
  const id = await world.draft(["fenna", "demi", "joost"]);
  await world.open(id);
  world.wait(8);
  await Promise.all(Array.from({ length: 3 }, () => world.runJobs()));
  const { timeline, versions } = await world.read("demi", id);
  expect(versions[0]?.state).toBe("CLOSED_INCOMPLETE");
  expect(timeline.filter(({ type }) => type === "CONSENT_ROUND_CLOSED")).toHaveLength(1);
});
