import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Hit {
  kind: string;
  id: string;
  number: string;
  address: string;
  snippet: { text: string; hit: boolean }[];
}

async function found(key: string, text: string): Promise<Hit[]> {
  const query = `query S($c: ID!, $text: String!) { search(coalitionId: $c, text: $text, first: 50) { hits { kind id number address snippet { text hit } } } }`;
  const { search } = await (await world.as(key)).run<{ search: { hits: Hit[] } }>(query, { c: world.coalitionId, text });
  return search.hits.filter(({ kind }) => kind === "AGREEMENT");
}

test("SE-11 agreements are found by number, title and text of the versions that the viewer may read", async () => {
  const text = "1. De **regenpijp** wordt eerst gemeld.\n2. Antwoord binnen drie werkdagen.";
  const id = await world.draft(["fenna", "demi"], { title: "Afspraak over goten", text });
  const { number } = await world.read("fenna", id);
  for (const words of ["goten", number, "regenpijpen", "gemeld regenpijp"]) {
    expect((await found("demi", words))[0], words).toMatchObject({ id, number, address: `/zuidwest/afspraken/${number}` });
    expect(
      (await found("sem", words)).map((hit) => hit.id),
      words,
    ).not.toContain(id);
  }
  expect((await found("demi", "regenpijp"))[0]?.snippet.find(({ hit }) => hit)?.text).toBe("regenpijp");
});

test("SE-12 an observer does not find the words of a version that is still being written, in an agreement that counts", async () => {
  const id = await world.draft(["fenna", "demi"], { title: "Afspraak over bankjes", text: "1. Er komen drie bankjes bij de speelplaats." });
  await world.open(id);
  await world.sign("fenna", id);
  await world.sign("demi", id);
  await world.runJobs();
  await world.pass(15);
  expect((await world.read("fenna", id)).state).toBe("IN_FORCE");
  expect((await found("sem", "speelplaats")).map((hit) => hit.id)).toEqual([id]);
  expect(await world.next(id)).toMatchObject({ __typename: "CreateNextVersionPayload" });
  const { id: versionId, version } = await world.latest("fenna", id);
  expect(await world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, text: "1. Er komt een fontein." })).toMatchObject({
    __typename: "SaveVersionDraftPayload",
  });
  expect((await found("demi", "fontein")).map((hit) => hit.id)).toEqual([id]);
  expect(await found("sem", "fontein")).toEqual([]);
  expect((await found("sem", "speelplaats")).map((hit) => hit.id)).toEqual([id]);
});
