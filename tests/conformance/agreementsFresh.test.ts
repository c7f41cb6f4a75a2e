import { missingSentences, notAllowedSentences, ruleSentences, validationSentences } from "@wijkbord/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, AgreementWorld, readAs, type Refused } from "../harness/agreements.ts";
import { FreshCoalition } from "../harness/freshCoalition.ts";

let world: AgreementWorld;
let fresh: FreshCoalition;
beforeAll(async () => {
  world = await AgreementWorld.start();
  fresh = await FreshCoalition.start(world.hub, "Samen in de proefwijk", 7);
  for (const index of fresh.partners.keys()) await act(index, "grantMandate", { coalitionId: fresh.id, membershipId: fresh.partner(index).membershipId });
});
afterAll(() => world[Symbol.asyncDispose]());

const act = async (index: number, name: string, input: Record<string, unknown>) => {
  const answer = await actAs(await fresh.as(index), name, input);
  if (!answer.__typename.endsWith("Payload")) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer;
};
const read = async (index: number, id: string) => readAs(await fresh.as(index), id);
const latest = async (index: number, id: string) => {
  const version = (await read(index, id)).versions.at(-1);
  if (!version) throw new Error("No version.");
  return version;
};
const sign = async (index: number, id: string) => {
  const { id: versionId, contentHash } = await latest(index, id);
  return act(index, "signOff", { versionId, organisationId: fresh.partner(index).organisationId, contentHash, response: "CONSENT", expectedSignOffId: null });
};
const decide = async (name: string, id: string) => {
  const { id: versionId, version } = await latest(0, id);
  return actAs(await fresh.as(0), name, { versionId, expectedVersion: version });
};

test("AG-46 D15 in a fresh coalition seven partners have their covenant registered and three confirm it, within two minutes of acts", async () => {
  const start = performance.now();
  const { agreement } = await act(0, "registerAgreement", {
    coalitionId: fresh.id,
    title: "Convenant Samen in de proefwijk",
    category: "OTHER",
    agreedOn: "2025-09-01",
    place: "Wijkcentrum",
    summary: "Zeven partners zoeken samen werk en opleiding voor de wijk.",
    url: "https://example.nl/convenant",
    signedOnPaperIds: fresh.organisationIds,
  });
  const id = agreement?.id ?? "";
  for (const index of [1, 3, 6]) await act(index, "confirmRegistered", { agreementId: id, confirmed: true });
  const seconds = (performance.now() - start) / 1_000;
  const covenant = await read(2, id);
  expect(covenant).toMatchObject({ number: "PA-01", origin: "ELSEWHERE", state: "IN_FORCE", versions: [], waitsOnMyOrganisation: true });
  const states = Object.groupBy(covenant.parties, ({ state }) => state);
  expect(states["CONFIRMED"]?.map(({ organisationId }) => organisationId)).toEqual([1, 3, 6].map((index) => fresh.partner(index).organisationId));
  expect(states["NOT_CONFIRMED"]).toHaveLength(4);
  expect((await read(3, id)).waitsOnMyOrganisation).toBe(false);
  console.info(`AG-46: four acts in ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(120);
});

test("AG-46 D15 in a fresh coalition a round with a silent partner ends in each of the three ways", async () => {
  const silent = 3;
  const ids: string[] = [];
  for (const title of ["Nog zeven dagen", "Onder wie antwoordde", "Terug"]) {
    const { agreement } = await act(0, "draftAgreement", {
      coalitionId: fresh.id,
      title,
      category: "RECRUITMENT",
      summary: "Kort gezegd.",
      text: "1. We bellen eerst.",
      signatoryIds: fresh.organisationIds.slice(0, 4),
    });
    const id = agreement?.id ?? "";
    ids.push(id);
    expect((await decide("openConsentRound", id)).__typename).toBe("OpenConsentRoundPayload");
    for (const index of [0, 1, 2]) await sign(index, id);
  }
  const [longer = "", among = "", back = ""] = ids;
  await world.pass(8);
  for (const id of ids) expect(await latest(1, id)).toMatchObject({ state: "CLOSED_INCOMPLETE", answeredCount: 3 });
  expect((await decide("extendRound", longer)).__typename).toBe("ExtendRoundPayload");
  const { roundClosesAt, state } = await latest(silent, longer);
  expect([state, Math.ceil((Date.parse(roundClosesAt ?? "") - world.now().getTime()) / 86_400_000)]).toEqual(["CONSENT_ROUND", 8]);
  expect((await decide("adoptAmongAnswered", among)).__typename).toBe("AdoptAmongAnsweredPayload");
  expect((await decide("withdrawVersion", back)).__typename).toBe("WithdrawVersionPayload");
  const part = await read(silent, among);
  expect(part).toMatchObject({ state: "IN_FORCE", waitsOnMyOrganisation: true });
  expect(part.parties.map((party) => party.state)).toEqual(["BOUND", "BOUND", "BOUND", "NOT_YET_SIGNED"]);
  expect(part.versions[0]?.boundIds).not.toContain(fresh.partner(silent).organisationId);
  const input = { agreementId: among, organisationId: fresh.partner(silent).organisationId, contentHash: part.versions[0]?.contentHash };
  await act(silent, "signLater", input);
  expect((await read(0, among)).parties.map((party) => party.state)).toEqual(["BOUND", "BOUND", "BOUND", "BOUND"]);
  expect(await read(silent, back)).toMatchObject({ state: "ENDED", ended: "WITHDRAWN" });
  await sign(silent, longer);
  expect(await read(silent, longer)).toMatchObject({ state: "IN_FORCE", parties: [{ state: "BOUND" }, {}, {}, { state: "BOUND" }] });
});

/** Every refusal says in both languages which rule, in what state, and what to do. */
function says({ __typename, rule, missing = [], reason, code }: Refused): string[] {
  const found = {
    RuleBroken: [ruleSentences[rule ?? ""], ...missing.map((each) => missingSentences[each.code])],
    NotAllowed: [notAllowedSentences[reason ?? ""]],
    ValidationProblem: [validationSentences[code ?? ""]],
  }[__typename];
  return (found ?? [undefined]).flatMap((sentence) => [sentence?.nl ?? "", sentence?.en ?? ""]);
}

const three = ["fenna", "demi", "joost"];
test("AG-49 bad input is refused with rule, state and way out, or cleaned before anybody reads it, and never changed after signing", async () => {
  const refused: [Refused, Partial<Refused> & object][] = [];
  const expectRefused = (answer: Refused, wanted: Partial<Refused> & object) => refused.push([answer, wanted]);
  const id = await world.draft(three);
  const draft = await world.latest("fenna", id);
  const save = (input: Record<string, unknown>) => world.act("fenna", "saveVersionDraft", { versionId: draft.id, expectedVersion: draft.version, ...input });
  expectRefused(await save({ text: "x".repeat(45_000) }), { field: "text", code: "TOO_LONG" });
  expectRefused(await save({ text: "1. Goed.\n2. <img src=x onerror=alert(1)>" }), { field: "text:2", code: "SCRIPT" });
  expectRefused(await save({ summary: "Kort <b>en<a href=javascript:x>" }), { field: "summary:1", code: "SCRIPT" });
  expectRefused(await save({ title: "Om\u202egekeerd" }), { field: "title:1", code: "HIDDEN_DIRECTION" });
  expectRefused(await save({ changeNote: "Een\u0007bel" }), { field: "changeNote:1", code: "NOT_TEXT" });
  const word = "<!-- mso --><p class='MsoNormal'>1. Cafe\u0301<o:p></o:p></p>\r\n\r\n\r\n2.\u00a0Vijf\u00ad werkdagen\u200b.  ";
  expect((await save({ text: word })).__typename).toBe("SaveVersionDraftPayload");
  const cleaned = "1. Caf\u00e9\n\n2. Vijf werkdagen.";
  expect((await world.latest("demi", id)).text).toBe(cleaned);
  expectRefused(await world.sign("demi", id, "CONSENT", { contentHash: "0".repeat(64) }), {
    rule: "C7.2-2",
    missing: [{ code: "NOT_IN_DRAFT", objectId: draft.id }],
  });
  await world.open(id);
  const open = await world.latest("fenna", id);
  expect(open.text).toBe(cleaned);
  expectRefused(await world.sign("demi", id, "CONSENT", { contentHash: "f".repeat(64) }), { rule: "C7.2-10" });
  expectRefused(await world.sign("demi", id, "CONSENT", { organisationId: (await world.member("joost")).organisationId }), {
    reason: "ONLY_THE_ORGANISATION_ITSELF",
  });
  expectRefused(await world.sign("imani", id), { reason: "NOT_A_SIGNATORY" });
  const script = { reason: "Dit schaadt ons gedeelde doel.", proposal: "Zo:\n<script>alert(1)</script>" };
  expectRefused(await world.sign("joost", id, "OBJECTION", script), { field: "proposal:2", code: "SCRIPT" });
  expectRefused(await world.sign("joost", id, "OBJECTION", { reason: "Dit <iframe src=x> schaadt ons doel." }), { field: "reason:1", code: "SCRIPT" });
  expectRefused(await world.sign("demi", id, "CONSENT_WITH_CONCERN", { argument: "Ja \u2066maar." }), { field: "argument:1", code: "HIDDEN_DIRECTION" });
  await world.sign("demi", id);
  expectRefused(await world.sign("demi", id, "CONSENT", { expectedSignOffId: null, response: "STAND_ASIDE" }), { __typename: "VersionConflict" });
  expectRefused(await save({ text: "1. Iets anders." }), { rule: "INV-08", missing: [{ code: "TEXT_IS_FROZEN", objectId: draft.id }] });
  expectRefused(await world.act("joost", "saveVersionDraft", { versionId: open.id, expectedVersion: open.version, title: "Anders" }), { rule: "INV-08" });
  await world.sign("joost", id, "OBJECTION", { reason: "Dit schaadt ons gedeelde doel.", articleNumber: 2, proposal: "Vijf werkdagen is te kort." });
  await world.sign("fenna", id);
  expectRefused(await world.decide("adoptAmongAnswered", id), { rule: "C7.2", missing: [{ code: "NOT_IN_OBJECTED", objectId: open.id }] });
  expectRefused(await world.sign("demi", id), { rule: "C7.2-2", missing: [{ code: "NOT_IN_OBJECTED", objectId: open.id }] });
  await world.next(id);
  expectRefused(await world.open(id, { days: 1 }), { field: "days", code: "OUT_OF_RANGE" });
  expect((await world.open(id)).__typename).toBe("OpenConsentRoundPayload");
  expectRefused(await world.sign("demi", id, "CONSENT", { contentHash: open.contentHash }), { rule: "C7.2-10" });
  world.wait(8);
  expectRefused(await world.sign("demi", id), { rule: "C7.2-2" });
  const silence = { coalitionId: world.coalitionId, title: "Geld", category: "FINANCE", signatoryIds: await world.organisations(...three) };
  expectRefused(await world.act("fenna", "draftAgreement", { ...silence, decisionRule: "SILENCE_IS_CONSENT" }), {
    rule: "C7.2",
    missing: [{ code: "SILENCE_MAY_NOT_COUNT", objectId: null }],
  });
  for (const [answer, wanted] of refused) {
    expect(answer).toMatchObject(wanted);
    if (answer.__typename !== "VersionConflict") for (const sentence of says(answer)) expect(sentence, JSON.stringify(answer)).not.toBe("");
  }
  const [first] = (await world.read("demi", id)).versions;
  expect(first).toMatchObject({ text: cleaned, contentHash: open.contentHash });
  expect(first?.signOffs.map(({ contentHash }) => contentHash)).toEqual([open.contentHash, open.contentHash, open.contentHash]);
});
