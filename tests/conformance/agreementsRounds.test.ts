import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const reason = "Onze vrijwilligers halen drie werkdagen niet.";
const three = ["fenna", "demi", "joost"];

test("AG-10 the demo holds the agreements of F5 with numbers, states and hashes that fit", async () => {
  const client = await world.as("fenna");
  const { agreements } = await client.run<{ agreements: { totalCount: number; nodes: { number: string; state: string; origin: string }[] } }>(
    `query L($id: ID!) { agreements(coalitionId: $id) { totalCount nodes { number state origin } } }`,
    { id: world.coalitionId },
  );
  expect(agreements.nodes.map(({ number, state, origin }) => `${number} ${state} ${origin}`)).toEqual([
    "PA-01 IN_FORCE HERE",
    "PA-02 PROPOSED HERE",
    "PA-03 IN_FORCE HERE",
    "PA-04 IN_FORCE HERE",
    "PA-05 IN_FORCE HERE",
    "PA-06 DRAFT HERE",
    "PA-07 IN_FORCE ELSEWHERE",
  ]);
});

test("C7.2-1 INV-08 a round freezes text, summary and signatories; what is frozen cannot be written", async () => {
  const id = await world.draft(three);
  expect(await world.open(id, { days: 2 })).toMatchObject({ __typename: "ValidationProblem", code: "OUT_OF_RANGE" });
  expect((await world.open(id)).__typename).toBe("OpenConsentRoundPayload");
  const version = await world.latest("demi", id);
  expect(version.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect(version.roundClosesAt).toBe("2026-12-02T23:00:00.000Z");
  const answer = await world.act("fenna", "saveVersionDraft", { versionId: version.id, expectedVersion: version.version, text: "Iets anders" });
  expect(answer).toMatchObject({ __typename: "RuleBroken", rule: "INV-08", missing: [{ code: "TEXT_IS_FROZEN" }] });
  expect((await world.latest("demi", id)).text).toBe(version.text);
});

test("C7.2-2 C7.2-3 one answer per partner with a reasoned objection; it may change, and each change stays in the chain", async () => {
  const id = await world.draft(three);
  await world.open(id);
  expect(await world.sign("joost", id, "OBJECTION")).toMatchObject({ __typename: "ValidationProblem", field: "reason" });
  expect(await world.sign("joost", id, "OBJECTION", { reason: "te kort" })).toMatchObject({ code: "TOO_SHORT" });
  expect(await world.sign("joost", id, "OBJECTION", { reason, articleNumber: 9 })).toMatchObject({ code: "NO_SUCH_ARTICLE" });
  expect((await world.sign("joost", id, "OBJECTION", { reason, articleNumber: 2 })).__typename).toBe("SignOffPayload");
  expect((await world.sign("joost", id, "CONSENT_WITH_CONCERN", { argument: "Vooruit dan." })).__typename).toBe("SignOffPayload");
  const version = await world.latest("fenna", id);
  expect(version.signOffs.map(({ response, isCurrent }) => `${response} ${isCurrent}`)).toEqual(["OBJECTION false", "CONSENT_WITH_CONCERN true"]);
  expect(version.signOffs[1]?.previousHash).toBe(version.signOffs[0]?.hash);
  expect(version.objections.map(({ state }) => state)).toEqual(["WITHDRAWN"]);
});

test("AG-11 signing an outdated or unseen text, for another organisation, without mandate, twice at once or late is refused with its rule", async () => {
  const id = await world.draft(three);
  await world.open(id);
  expect(await world.sign("demi", id, "CONSENT", { contentHash: "0".repeat(64) })).toMatchObject({ rule: "C7.2-10", missing: [{ code: "UNSEEN_TEXT" }] });
  const other = (await world.member("joost")).organisationId;
  expect(await world.sign("demi", id, "CONSENT", { organisationId: other })).toMatchObject({
    __typename: "NotAllowed",
    reason: "ONLY_THE_ORGANISATION_ITSELF",
  });
  expect(await world.sign("imani", id)).toMatchObject({ reason: "NOT_A_SIGNATORY" });
  const version = await world.latest("fenna", id);
  const before = version.signOffs.length;
  await world.sign("demi", id);
  expect(await world.sign("demi", id, "STAND_ASIDE", { expectedSignOffId: null })).toMatchObject({ __typename: "VersionConflict", groups: ["ANSWER"] });
  expect((await world.latest("fenna", id)).signOffs).toHaveLength(before + 1);
  world.wait(8);
  expect(await world.sign("joost", id)).toMatchObject({ rule: "C7.2-2", missing: [{ code: "ROUND_CLOSED" }] });
  await world.runJobs();
  expect((await world.latest("fenna", id)).state).toBe("CLOSED_INCOMPLETE");
  expect(await world.sign("joost", id)).toMatchObject({ missing: [{ code: "NOT_IN_CLOSED_INCOMPLETE" }] });
});

test("C7.2-4 C7.2-5 C7.2-6 E2: an objection keeps a text from being adopted; the next version starts all answers again and takes its place", async () => {
  const id = await world.draft(three);
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id, "CONSENT_WITH_CONCERN", { argument: "Let op de drukte." });
  await world.sign("joost", id, "OBJECTION", { reason, articleNumber: 2, proposal: "Antwoord binnen vijf werkdagen." });
  const first = await world.latest("fenna", id);
  expect(first.state).toBe("OBJECTED");
  expect(await world.decide("adoptAmongAnswered", id)).toMatchObject({ __typename: "RuleBroken" });
  expect((await world.next(id)).__typename).toBe("CreateNextVersionPayload");
  const second = await world.latest("demi", id);
  expect(second).toMatchObject({ number: 2, state: "DRAFT", text: "1. De buurt belt eerst.\n2. Antwoord binnen vijf werkdagen.", signOffs: [] });
  expect(second.remarks.map(({ text }) => text)).toEqual(["Let op de drukte."]);
  const [superseded] = (await world.read("demi", id)).versions;
  expect(superseded).toMatchObject({ state: "SUPERSEDED", objections: [{ state: "INTEGRATED" }] });
  await world.open(id);
  expect(await world.sign("joost", id, "CONSENT", { contentHash: first.contentHash })).toMatchObject({ rule: "C7.2-10", missing: [{ code: "OUTDATED_TEXT" }] });
  for (const key of three) await world.sign(key, id);
  const after = await world.read("joost", id);
  expect(after.state).toBe("IN_FORCE");
  expect(after.parties.map(({ state }) => state)).toEqual(["BOUND", "BOUND", "BOUND"]);
  const signed = after.versions.at(-1);
  expect(new Set(signed?.signOffs.map(({ contentHash }) => contentHash))).toEqual(new Set([signed?.contentHash]));
});

test("C7.2-4 T14 an objection that is withdrawn after the close runs the test again with the new answer", async () => {
  const id = await world.draft(three);
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id);
  await world.sign("joost", id, "OBJECTION", { reason });
  const [objection] = (await world.latest("joost", id)).objections;
  const input = { objectionId: objection?.id, response: "STAND_ASIDE", note: "We kijken het een jaar aan." };
  expect(await world.act("demi", "withdrawObjection", input)).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect((await world.act("joost", "withdrawObjection", input)).__typename).toBe("WithdrawObjectionPayload");
  expect(await world.latest("demi", id)).toMatchObject({ state: "ADOPTED", objections: [{ state: "WITHDRAWN" }] });
});

test("C7.2-6 a version comes in force on its date, once, and the one before is replaced at the same instant", async () => {
  const id = await world.draft(three);
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  await world.next(id);
  const draft = await world.latest("fenna", id);
  await world.act("fenna", "saveVersionDraft", {
    versionId: draft.id,
    expectedVersion: draft.version,
    changeNote: "Ruimer.",
    text: "1. De buurt belt eerst.\n2. Binnen vijf werkdagen.",
  });
  const from = new Date(world.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  await world.open(id, { effectiveFrom: from });
  for (const key of three) await world.sign(key, id);
  expect((await world.read("demi", id)).versions.map(({ state, inForceAt }) => `${state} ${inForceAt !== null}`)).toEqual(["ADOPTED true", "ADOPTED false"]);
  expect(await world.next(id)).toMatchObject({ rule: "C7.2-6", missing: [{ code: "VERSION_WAITS" }] });
  world.wait(5);
  await Promise.all([world.runJobs(), world.runJobs(), world.runJobs()]);
  const { versions, timeline } = await world.read("demi", id);
  expect(versions.map(({ state }) => state)).toEqual(["REPLACED", "ADOPTED"]);
  expect(versions[0]?.replacedAt).toBe(versions[1]?.inForceAt);
  expect(timeline.filter(({ type }) => type === "AGREEMENT_IN_FORCE")).toHaveLength(2);
});

test("AG-22 D15 an incomplete round ends in three ways: seven more days once, adoption among those that answered, withdrawal", async () => {
  const ids = await Promise.all([world.draft(three), world.draft(three), world.draft(three)]);
  for (const id of ids) {
    await world.open(id);
    await world.sign("fenna", id);
    await world.sign("demi", id);
  }
  await world.pass(8);
  const [longer, among, back] = ids;
  for (const id of ids) expect((await world.latest("demi", id)).state).toBe("CLOSED_INCOMPLETE");
  expect(await world.decide("extendRound", longer, "demi")).toMatchObject({ reason: "NOT_THE_OWNER" });
  await world.decide("extendRound", longer);
  expect((await world.latest("demi", longer)).state).toBe("CONSENT_ROUND");
  await world.pass(8);
  expect(await world.decide("extendRound", longer)).toMatchObject({ rule: "D15", missing: [{ code: "ALREADY_EXTENDED" }] });
  expect((await world.decide("adoptAmongAnswered", among)).__typename).toBe("AdoptAmongAnsweredPayload");
  const adopted = await world.read("joost", among);
  expect(adopted.parties.map(({ state }) => state)).toEqual(["BOUND", "BOUND", "NOT_YET_SIGNED"]);
  expect(adopted.waitsOnMyOrganisation).toBe(true);
  await world.decide("withdrawVersion", back);
  expect(await world.read("joost", back)).toMatchObject({ state: "ENDED", ended: "WITHDRAWN" });
});

test("AG-21 D15 silence never counts, and no part adopts, in DATA_SHARING, HOME_VISIT and FINANCE", async () => {
  const input = {
    coalitionId: world.coalitionId,
    title: "Kosten delen",
    category: "FINANCE",
    signatoryIds: await world.organisations(...three),
    decisionRule: "SILENCE_IS_CONSENT",
  };
  expect(await world.act("fenna", "draftAgreement", input)).toMatchObject({ __typename: "RuleBroken", missing: [{ code: "SILENCE_MAY_NOT_COUNT" }] });
  const id = await world.draft(three, { category: "FINANCE" });
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id);
  await world.pass(8);
  expect(await world.decide("adoptAmongAnswered", id)).toMatchObject({ rule: "D15", missing: [{ code: "EVERY_ANSWER_NEEDED" }] });
});

test("C7.2-5 silence counts where the rule says so, with two consents", async () => {
  const id = await world.draft(three, { decisionRule: "SILENCE_IS_CONSENT" });
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id);
  await world.pass(8);
  expect(await world.read("joost", id)).toMatchObject({ state: "IN_FORCE" });
});

test("INV-09 a round about data opens only with all its terms", async () => {
  const id = await world.draft(three, { category: "DATA_SHARING" });
  const refused = await world.open(id);
  expect(refused).toMatchObject({ __typename: "RuleBroken", rule: "INV-09" });
  expect(refused.missing?.map(({ code }) => code)).toContain("DATA_DPIA_REFERENCE");
  const { id: versionId, version } = await world.latest("fenna", id);
  const dataSharing = {
    purpose: "Doel",
    legalBasis: "Wet",
    dataCategories: ["Onderwerp"],
    recipients: ["Gemeente"],
    retentionDays: 90,
    controllers: ["Gemeente"],
    dpiaReference: "D-1",
    dpoAdviceOn: "2026-10-01",
  };
  await world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, dataSharing });
  expect((await world.open(id)).__typename).toBe("OpenConsentRoundPayload");
});

test("AG-18 T14 where the owner decides, objections are advice that is answered in writing", async () => {
  const id = await world.draft(three, { category: "COMMUNICATION", decisionRule: "OWNER_DECIDES_AFTER_CONSULTATION" });
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id);
  await world.sign("joost", id, "OBJECTION", { reason });
  const { state, objections } = await world.latest("fenna", id);
  expect(state).toBe("OBJECTED");
  await world.act("fenna", "answerObjection", { objectionId: objections[0]?.id, answer: "We proberen het een half jaar en kijken dan samen." });
  expect(await world.latest("joost", id)).toMatchObject({ state: "ADOPTED", objections: [{ state: "ANSWERED" }] });
});

test("AG-19 T14 a small change is carried after five working days unless a signatory refuses", async () => {
  const ids = [await world.draft(three), await world.draft(three)];
  for (const id of ids) {
    await world.open(id);
    for (const key of three) await world.sign(key, id);
    await world.next(id, { editorial: true });
    const { id: versionId, version } = await world.latest("fenna", id);
    await world.act("fenna", "saveVersionDraft", {
      versionId,
      expectedVersion: version,
      changeNote: "Tikfout.",
      text: "1. De buurt belt éérst.\n2. Antwoord binnen drie werkdagen.",
    });
    expect((await world.decide("openEditorialNotice", id)).__typename).toBe("OpenEditorialNoticePayload");
  }
  const [carried = "", refused = ""] = ids;
  await world.decide("refuseEditorialChange", refused, "joost");
  expect(await world.latest("demi", refused)).toMatchObject({ state: "CLARIFICATION", contentHash: null });
  await world.pass(8);
  const [before, after] = (await world.read("demi", carried)).versions;
  expect(after).toMatchObject({ state: "ADOPTED" });
  expect(after?.signOffs.map(({ kind, contentHash }) => `${kind} ${contentHash === before?.contentHash}`)).toEqual([
    "CARRIED true",
    "CARRIED true",
    "CARRIED true",
  ]);
});

test("AG-20 a repeated answer with one clientMutationId is one answer", async () => {
  const id = await world.draft(three);
  await world.open(id);
  const version = await world.latest("demi", id);
  const input = {
    versionId: version.id,
    organisationId: (await world.member("demi")).organisationId,
    contentHash: version.contentHash,
    response: "CONSENT",
    clientMutationId: "0197a000-0000-7000-8000-00000000a001",
  };
  const [one, two] = [await world.act("demi", "signOff", input), await world.act("demi", "signOff", input)];
  expect(two.asOfSequence).toBe(one.asOfSequence);
  expect((await world.latest("demi", id)).signOffs).toHaveLength(1);
});
