import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";
import { boardCalled, change } from "../harness/board.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const three = ["fenna", "demi", "joost"];
async function inForce(extra: Record<string, unknown> = {}): Promise<string> {
  const id = await world.draft(three, extra);
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  return id;
}
const terms = {
  purpose: "Doel",
  legalBasis: "Wet",
  dataCategories: ["Onderwerp"],
  recipients: ["Gemeente"],
  retentionDays: 90,
  controllers: ["Gemeente"],
  dpiaReference: "D-1",
  dpoAdviceOn: "2026-10-01",
};
const count = async (id: string, type: string) => (await world.read("demi", id)).timeline.filter((event) => event.type === type).length;

test("AG-15 a mandate says who signs what until when; a member without one prepares, and the deputy signs only while the holder has not", async () => {
  const id = await world.draft(three);
  await world.open(id);
  const version = await world.latest("bo", id);
  const { organisationId } = await world.member("bo");
  const answer = { versionId: version.id, response: "CONSENT" };
  const { mandates } = await (
    await world.as("fenna")
  ).run<{ mandates: { id: string; membershipId: string; version: number }[] }>(`query M($c: ID!) { mandates(coalitionId: $c) { id membershipId version } }`, {
    c: world.coalitionId,
  });
  const [fenna, bo] = [await world.member("fenna"), await world.member("bo")];
  for (const mandate of mandates.filter(({ membershipId }) => membershipId === bo.id || membershipId === fenna.id)) {
    expect(await world.act("demi", "endMandate", { id: mandate.id, expectedVersion: mandate.version })).toMatchObject({ reason: "NOT_A_COORDINATOR" });
    expect((await world.act("bo", "endMandate", { id: mandate.id, expectedVersion: mandate.version })).__typename).toBe("EndMandatePayload");
  }
  expect(await world.sign("bo", id)).toMatchObject({ __typename: "NotAllowed", reason: "NO_MANDATE" });
  expect((await world.act("bo", "prepareSignOff", answer)).__typename).toBe("PrepareSignOffPayload");
  expect((await world.latest("fenna", id)).preparation).toEqual({ response: "CONSENT" });
  expect((await world.latest("demi", id)).preparation).toBeNull();
  await world.act("fenna", "grantMandate", {
    coalitionId: world.coalitionId,
    membershipId: fenna.id,
    deputyMembershipId: bo.id,
    categories: ["RECRUITMENT"],
    untilOn: "2026-12-31",
  });
  expect((await world.latest("bo", id)).viewerCanSign).toBe(true);
  expect((await world.sign("bo", id)).__typename).toBe("SignOffPayload");
  expect((await world.sign("fenna", id, "STAND_ASIDE")).__typename).toBe("SignOffPayload");
  expect(await world.sign("bo", id)).toMatchObject({ reason: "HOLDER_ANSWERED" });
  expect((await world.latest("fenna", id)).signOffs.filter((entry) => entry.organisationId === organisationId && entry.isCurrent)).toHaveLength(1);
  const other = await world.draft(three, { category: "PROCUREMENT" });
  await world.open(other);
  expect(await world.sign("fenna", other)).toMatchObject({ reason: "NO_MANDATE" });
  expect(await world.act("fenna", "grantMandate", { coalitionId: world.coalitionId, membershipId: (await world.member("demi")).id })).toMatchObject({
    __typename: "NotFound",
  });
  await world.act("fenna", "grantMandate", { coalitionId: world.coalitionId, membershipId: fenna.id });
});

test("C7.2-7 a partner that takes its consent back leaves the agreement in force for sixty days; then it goes on among two, or ends", async () => {
  const id = await inForce();
  expect(await world.act("demi", "withdrawConsent", { agreementId: id })).toMatchObject({ __typename: "ValidationProblem", field: "reason" });
  await world.act("demi", "withdrawConsent", { agreementId: id, reason: "De begroting is veranderd." });
  expect(await world.read("joost", id)).toMatchObject({ state: "UNDER_REVIEW" });
  expect(await world.act("demi", "withdrawConsent", { agreementId: id, reason: "Nog eens." })).toMatchObject({
    rule: "C7.2-7",
    missing: [{ code: "NOT_BOUND" }],
  });
  const ending = await inForce();
  for (const key of ["demi", "joost"]) await world.act(key, "withdrawConsent", { agreementId: ending, reason: "Het werkt niet." });
  await world.pass(61);
  expect(await world.read("joost", id)).toMatchObject({ state: "IN_FORCE", parties: [{ state: "BOUND" }, { state: "WITHDRAWN" }, { state: "BOUND" }] });
  expect(await world.read("joost", ending)).toMatchObject({ state: "ENDED", ended: "WITHDRAWN" });
});

test("C7.2-7 data and home visits are suspended at once for the partner that withdraws, and it may sign again", async () => {
  const id = await world.draft(three, { category: "HOME_VISIT" });
  const draft = await world.latest("fenna", id);
  await world.act("fenna", "saveVersionDraft", { versionId: draft.id, expectedVersion: draft.version, dataSharing: terms });
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  await world.act("demi", "withdrawConsent", { agreementId: id, reason: "Er is een nieuwe DPIA nodig." });
  const { parties, versions } = await world.read("joost", id);
  expect(parties.map(({ state }) => state)).toEqual(["BOUND", "SUSPENDED", "BOUND"]);
  expect(await count(id, "AGREEMENT_SUSPENDED")).toBe(1);
  const input = { agreementId: id, organisationId: (await world.member("demi")).organisationId, contentHash: versions.at(-1)?.contentHash };
  expect((await world.act("demi", "signLater", input)).__typename).toBe("SignLaterPayload");
  expect((await world.read("joost", id)).parties.map(({ state }) => state)).toEqual(["BOUND", "BOUND", "BOUND"]);
});

test("C7.2-8 D15 past its look back an agreement stays in force and says so; data agreements expire after ninety days, others on their last day", async () => {
  const [id, ends] = [await inForce(), await world.draft(three)];
  const draft = await world.latest("fenna", ends);
  const endsOn = new Date(world.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  await world.act("fenna", "saveVersionDraft", { versionId: draft.id, expectedVersion: draft.version, endsOn });
  await world.open(ends);
  for (const key of three) await world.sign(key, ends);
  const data =
    (
      await (
        await world.as("fenna")
      ).run<{ agreements: { nodes: { id: string }[] } }>(
        `query H($c: ID!) { agreements(coalitionId: $c, filter: { category: HOME_VISIT }) { nodes { id } } }`,
        { c: world.coalitionId },
      )
    ).agreements.nodes[0]?.id ?? "";
  await world.pass(340);
  expect(await count(id, "AGREEMENT_REVIEW_DUE")).toBe(1);
  expect(await world.read("demi", ends)).toMatchObject({ state: "ENDED", ended: "EXPIRED" });
  await world.pass(120);
  await world.runJobs();
  expect(await count(id, "AGREEMENT_REVIEW_DUE")).toBe(1);
  expect(await world.read("demi", id)).toMatchObject({ state: "IN_FORCE", waitsOnMyOrganisation: true });
  expect(await world.read("demi", data)).toMatchObject({ state: "ENDED", ended: "EXPIRED" });
  await world.act("demi", "submitReview", { agreementId: id, helped: "PARTLY", advice: "CHANGE", change: "Vijf dagen is genoeg." });
  expect((await world.read("demi", id)).waitsOnMyOrganisation).toBe(false);
});

test("AG-23 D15 laat zo, volgend jaar weer renews after five working days unless a signatory asks for a round", async () => {
  const [quiet, asked] = [await inForce(), await inForce()];
  for (const agreementId of [quiet, asked]) expect((await world.act("fenna", "proposeRenewal", { agreementId })).__typename).toBe("ProposeRenewalPayload");
  await world.act("joost", "askForRound", { agreementId: asked });
  const before = await world.read("demi", quiet);
  await world.pass(8);
  expect(await world.read("demi", quiet)).toMatchObject({ state: "IN_FORCE", reviewOn: before.renewalOn, renewalOn: null });
  expect(await world.read("demi", asked)).toMatchObject({ state: "UNDER_REVIEW", renewalOn: null });
});

test("C7.2-9 a partner that joined later is not yet signed until it signs the text in force", async () => {
  const id = await inForce();
  const rachid = (await world.member("rachid")).organisationId;
  const version = await world.latest("rachid", id);
  const input = { agreementId: id, organisationId: rachid, contentHash: version.contentHash };
  expect(await world.act("rachid", "signLater", input)).toMatchObject({ reason: "NOT_A_SIGNATORY" });
  await world.act("fenna", "addSignatory", { agreementId: id, organisationId: rachid });
  expect(await world.read("rachid", id)).toMatchObject({ waitsOnMyOrganisation: true });
  expect((await world.read("rachid", id)).parties.at(-1)).toEqual({ organisationId: rachid, state: "NOT_YET_SIGNED" });
  expect((await world.act("rachid", "signLater", { ...input, contentHash: "0".repeat(64) })).rule).toBe("C7.2-10");
  await world.act("rachid", "signLater", input);
  expect((await world.read("demi", id)).parties.at(-1)).toEqual({ organisationId: rachid, state: "BOUND" });
});

test("INV-07 AG-24 an agreement made elsewhere is in force by registration, claims no hash, and each partner confirms for itself", async () => {
  const keys = ["fenna", "demi", "marlon", "rachid", "imani", "tess", "joost"];
  const registered = await world.act("fenna", "registerAgreement", {
    coalitionId: world.coalitionId,
    title: "Convenant wijkaanpak",
    category: "OTHER",
    agreedOn: "2025-05-12",
    place: "Stadhuis",
    summary: "Zeven partners werken samen.",
    signedOnPaperIds: await world.organisations(...keys),
  });
  const id = registered.agreement?.id ?? "";
  for (const key of ["demi", "marlon", "joost"]) await world.act(key, "confirmRegistered", { agreementId: id, confirmed: true });
  expect(await world.act("imani", "confirmRegistered", { agreementId: id, confirmed: false })).toMatchObject({ field: "note" });
  await world.act("imani", "confirmRegistered", { agreementId: id, confirmed: false, note: "Dit tekenden wij niet." });
  const agreement = await world.read("rachid", id);
  expect(agreement).toMatchObject({ origin: "ELSEWHERE", state: "IN_FORCE", versions: [], waitsOnMyOrganisation: true });
  expect(agreement.parties.map(({ state }) => state)).toEqual([
    "NOT_CONFIRMED",
    "CONFIRMED",
    "CONFIRMED",
    "NOT_CONFIRMED",
    "DENIED",
    "NOT_CONFIRMED",
    "CONFIRMED",
  ]);
});

test("AG-16 the words of an objection can be taken back; the answer and the chain stay", async () => {
  const id = await world.draft(three);
  await world.open(id);
  const secret = "Mevrouw Geheim van de derde kan dit niet dragen.";
  await world.sign("joost", id, "OBJECTION", { reason: secret });
  const [objection] = (await world.latest("joost", id)).objections;
  const input = { targetType: "Objection", targetId: objection?.id, field: "reason", reason: "naam" };
  expect(await world.act("demi", "redactAgreementText", input)).toMatchObject({ reason: "NOT_THE_AUTHOR" });
  expect((await world.act("joost", "redactAgreementText", input)).__typename).toBe("RedactAgreementTextPayload");
  const after = await world.read("demi", id);
  expect(JSON.stringify(after)).not.toContain("Geheim");
  expect(after.versions[0]).toMatchObject({ signOffs: [{ response: "OBJECTION" }], objections: [{ reason: "", state: "OPEN" }] });
});

test("AG-17 a remark for the own organisation reaches nobody else; a task that exists because of an agreement names it", async () => {
  const id = await inForce();
  const { id: versionId } = await world.latest("joost", id);
  await world.act("joost", "addAgreementRemark", { versionId, text: "Alleen van ons.", visibility: "ORGANISATION", articleNumber: 1 });
  expect((await world.latest("joost", id)).remarks).toHaveLength(1);
  expect(JSON.stringify(await world.read("demi", id))).not.toContain("Alleen van ons");
  const demi = await world.as("demi");
  const { tasks } = await boardCalled(demi, "Moerwijk");
  await world.act("demi", "linkAgreementTask", { agreementId: id, taskId: tasks[0]?.id });
  const { task } = await demi.run<{ task: { agreements: { id: string }[] } }>(`query T($id: ID!) { task(id: $id) { agreements { id } } }`, {
    id: tasks[0]?.id,
  });
  expect(task.agreements.map((agreement) => agreement.id)).toContain(id);
});

test("AG-14 a text of 200 kB, scripts and odd characters are refused with their place; marks of word processors are cleaned before anybody signs", async () => {
  const id = await world.draft(three);
  const { id: versionId, version } = await world.latest("fenna", id);
  const save = (text: string) => world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, text });
  expect(await save("x".repeat(50_000))).toMatchObject({ code: "TOO_LONG", field: "text" });
  expect(await save("1. Goed\n<script>alert(1)</script>")).toMatchObject({ code: "SCRIPT", field: "text:2" });
  expect(await save("1. Goed\n2. \u202eom")).toMatchObject({ code: "HIDDEN_DIRECTION", field: "text:2" });
  const big = await (
    await world.as("fenna")
  ).send(`mutation B($input: SaveVersionDraftInput!) { saveVersionDraft(input: $input) { __typename } }`, {
    input: { versionId, expectedVersion: version, text: "y".repeat(200_000) },
  });
  expect(big.errors?.[0]?.extensions.code).toBe("LIMIT");
  await save("1. Een<o:p></o:p>\u00a0twee\r\n2. drie\u200b");
  expect((await world.latest("demi", id)).text).toBe("1. Een twee\n2. drie");
});

test("AG-08 a watch rule counts what happened on the board under its version: so many of so many", async () => {
  const id = await world.draft(three, { areaCodes: [] });
  const draft = await world.latest("fenna", id);
  await world.act("fenna", "saveVersionDraft", {
    versionId: draft.id,
    expectedVersion: draft.version,
    watchRules: [{ article: 2, kind: "BLOCKED_LONGER_THAN", n: 3 }],
  });
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  const outcome = async () => {
    const { agreement } = await (
      await world.as("joost")
    ).run<{ agreement: { currentVersion: { watchOutcomes: { met: number; decided: number; pending: number; cases: { result: string }[] }[] } } }>(
      `query W($id: ID!) { agreement(id: $id) { currentVersion { watchOutcomes { met decided pending cases { result } } } } }`,
      { id },
    );
    return agreement.currentVersion.watchOutcomes[0];
  };
  const base = await outcome();
  expect(base).toEqual({ met: 0, decided: 0, pending: 0, cases: [] });
  const board = await boardCalled(await world.as("fenna"), "Moerwijk");
  const column = (state: string) => board.columns.find((found) => found.state === state)?.id;
  const move = async (task: { id: string; version: number } | undefined, state: string) =>
    (
      await change(await world.as("fenna"), "moveTask", "MoveTaskInput", {
        id: task?.id,
        columnId: column(state),
        expectedVersion: task?.version,
        reason: "wacht op antwoord",
      })
    ).task;
  const [one, two] = board.tasks.filter(({ state }) => state === "IN_PROGRESS" || state === "AGREED");
  const [first, second] = [await move(one, "BLOCKED"), await move(two, "BLOCKED")];
  expect(await outcome()).toMatchObject({ met: 0, decided: 0, pending: 2 });
  world.wait(1);
  await move(first, "IN_PROGRESS");
  world.wait(7);
  await move(second, "IN_PROGRESS");
  expect(await outcome()).toMatchObject({ met: 1, decided: 2, pending: 0 });
});
