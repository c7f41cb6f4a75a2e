import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const five = ["fenna", "demi", "rachid", "loes", "joost"];
const secret = "Dit woord verraadt het antwoord van de buurt.";

/** Everything that one person can read of an agreement, in every way there is. */
async function page(key: string, id: string): Promise<string> {
  const client = await world.as(key);
  const agreement = await client.send(
    `query All($id: ID!) { agreement(id: $id) { version state waitsOnMyOrganisation parties { organisationId state } timeline(first: 100) { type changes { field before after } }
      versions { state answersRevealed answeredCount answers { organisationId answered response } signOffs { organisationId response argument hash previousHash position } objections { organisationId reason } remarks { text } preparation { response reason } } } }`,
    { id },
  );
  return JSON.stringify(agreement);
}

async function everything(key: string, id: string, after: number): Promise<string> {
  const client = await world.as(key);
  const agreement = await page(key, id);
  const register = await client.send(`query R($c: ID!) { agreements(coalitionId: $c) { totalCount } agreementRegister(coalitionId: $c) }`, {
    c: world.coalitionId,
  });
  const exported = await client.send(`query E($id: ID!) { agreementExport(id: $id) }`, { id });
  const head =
    (await (await world.as("fenna")).run<{ coalitions: { id: string; sequence: number }[] }>(`{ coalitions { id sequence } }`)).coalitions.find(
      (coalition) => coalition.id === world.coalitionId,
    )?.sequence ?? 0;
  const batches = await client.followCoalition(world.coalitionId, after, (all) => (all.at(-1)?.toSequence ?? 0) >= head);
  return JSON.stringify([agreement, register, exported, batches]);
}

async function sequence(): Promise<number> {
  const { coalitions } = await (await world.as("fenna")).run<{ coalitions: { id: string; sequence: number }[] }>(`{ coalitions { id sequence } }`);
  return coalitions.find(({ id }) => id === world.coalitionId)?.sequence ?? 0;
}

async function round(response: string): Promise<{ id: string; start: number }> {
  const start = await sequence();
  const id = await world.draft(five);
  await world.open(id);
  await world.sign("demi", id, "CONSENT");
  await world.sign("joost", id, response, response === "OBJECTION" ? { reason: secret, articleNumber: 1 } : { argument: secret });
  return { id, start };
}

const anonymised = (text: string) =>
  text.replace(
    /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|PA-\d+|"field":"number","before":null,"after":\d+|"(?:version|sequence|fromSequence|toSequence|headSequence|totalCount)":\d+/g,
    "·",
  );

test("AG-26 until a TOGETHER round is revealed nobody else can tell an answer: each answer looks the same in queries, events, history and counts", async () => {
  const objected = await round("OBJECTION");
  const consented = await round("CONSENT_WITH_CONCERN");
  const length = async (found: { id: string; start: number }) => (await world.read("demi", found.id)).version;
  expect(await length(objected)).toBe(await length(consented));
  for (const key of ["fenna", "demi", "rachid", "loes", "imani", "sem", "bo"]) {
    const [one, other] = [await everything(key, objected.id, objected.start), await everything(key, consented.id, consented.start)];
    expect(anonymised(await page(key, objected.id))).toBe(anonymised(await page(key, consented.id)));
    expect(one).not.toContain(secret);
    expect(one).not.toContain("OBJECTION");
    expect(other).not.toContain(secret);
    expect(other).not.toContain("CONSENT_WITH_CONCERN");
  }
  const own = await world.latest("joost", objected.id);
  expect(own.signOffs.map(({ response, hash }) => `${response} ${hash}`)).toEqual(["OBJECTION null"]);
  expect(own.objections.map(({ reason }) => reason)).toEqual([secret]);
  const seen = await world.latest("rachid", objected.id);
  expect(seen.answeredCount).toBe(2);
  expect(seen.answers.filter(({ answered }) => answered)).toHaveLength(2);
  expect(seen.answers.every(({ response }) => response === null)).toBe(true);
  const objection = own.objections[0]?.id;
  expect(await world.act("fenna", "redactAgreementText", { targetType: "Objection", targetId: objection, field: "reason", reason: "naam" })).toMatchObject({
    __typename: "NotFound",
  });
});

test("AG-27 the numbers that an answer takes in the log are the same whatever it is", async () => {
  const sizes = [];
  for (const response of ["CONSENT_WITH_CONCERN", "OBJECTION"]) {
    const id = await world.draft(five);
    await world.open(id);
    const before = await sequence();
    await world.sign("joost", id, response, { reason: secret, argument: secret });
    sizes.push((await sequence()) - before);
  }
  expect(new Set(sizes).size).toBe(1);
});

test("AG-12 answers are revealed by the chair, at the close, or when all answered: all in one event", async () => {
  const { id: early } = await round("OBJECTION");
  expect(await world.decide("revealRound", early, "demi")).toMatchObject({ __typename: "NotAllowed" });
  expect((await world.decide("revealRound", early)).__typename).toBe("RevealRoundPayload");
  const shown = await world.read("rachid", early);
  expect(shown.versions[0]?.objections).toMatchObject([{ reason: secret }]);
  expect(shown.timeline.find(({ type }) => type === "CONSENT_ROUND_REVEALED")?.changes.filter(({ after }) => after === "OBJECTION")).toHaveLength(1);
  const { id: complete } = await round("CONSENT_WITH_CONCERN");
  for (const key of ["fenna", "rachid", "loes"]) await world.sign(key, complete);
  expect(await world.latest("demi", complete)).toMatchObject({ state: "ADOPTED", answersRevealed: true });
  const { id: closed } = await round("OBJECTION");
  await world.pass(8);
  expect(await world.latest("demi", closed)).toMatchObject({ state: "OBJECTED", answersRevealed: true, objections: [{ reason: secret }] });
});

test("AG-13 observers read agreements that are in force, and no round, objection or remark", async () => {
  const { id, start } = await round("OBJECTION");
  const sem = await world.as("sem");
  const { errors } = await sem.send(`query R($id: ID!) { agreement(id: $id) { id } }`, { id });
  expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  const { agreements } = await sem.run<{ agreements: { nodes: { number: string; state: string }[] } }>(
    `query L($c: ID!) { agreements(coalitionId: $c) { nodes { number state } } }`,
    { c: world.coalitionId },
  );
  expect(agreements.nodes.map(({ number }) => number)).toEqual(expect.arrayContaining(["PA-01", "PA-07"]));
  expect(agreements.nodes.map(({ number }) => number)).not.toContain("PA-06");
  const head = await sequence();
  const batches = await sem.followCoalition(world.coalitionId, start, (all) => (all.at(-1)?.toSequence ?? 0) >= head);
  expect(batches.flatMap(({ events }) => events).map(({ type }) => type)).not.toContain("CONSENT_ROUND_OPENED");
  expect(anonymised(JSON.stringify(batches))).not.toContain("SIGN_OFF");
});
