import { agreementTemplates } from "@wijkbord/schema";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";
import { boardCalled } from "../harness/board.ts";

let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const three = ["fenna", "demi", "joost"];
const draft = (input: Record<string, unknown>, key = "fenna") => world.act(key, "draftAgreement", { coalitionId: world.coalitionId, ...input });
async function inForce(extra: Record<string, unknown> = {}): Promise<string> {
  const id = await world.draft(three, extra);
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  return id;
}

interface Sourced {
  title: string;
  category: string;
  templateKey: string | null;
  signatoryIds: string[];
  source: { agreementId: string; number: string; title: string; versionNumber: number; currentVersionNumber: number | null } | null;
  copies: { id: string }[];
  versions: {
    id: string;
    text: string;
    watchRules: { article: number; kind: string; n: number }[];
    dataSharing: { purpose: string; dpiaReference: string; dpoAdviceOn: string | null } | null;
    diffWithSource: { otherNumber: number; articles: { change: string; newNumber: number | null }[] } | null;
    now: { otherNumber: number; articles: { change: string }[] } | null;
  }[];
}
const parts = "otherNumber articles { change newNumber }";
const sourced = async (key: string, id: string) =>
  (
    await world.ask<{ agreement: Sourced }>(
      key,
      `query S($id: ID!) { agreement(id: $id) { title category templateKey signatoryIds source { agreementId number title versionNumber currentVersionNumber } copies { id }
        versions { id text watchRules { article kind n } dataSharing { purpose dpiaReference dpoAdviceOn } diffWithSource { ${parts} } now: diffWithSource(current: true) { ${parts} } } } }`,
      { id },
    )
  ).agreement;

test("AG-40 the templates of F5 are read in both languages, and an agreement starts from one with its rules that watch", async () => {
  const { agreementTemplates: found } = await world.ask<{ agreementTemplates: { key: string; category: string; textNl: string; textEn: string }[] }>(
    "sem",
    "{ agreementTemplates { key category textNl textEn } }",
  );
  expect(found.map(({ key }) => key)).toEqual(agreementTemplates.map(({ key }) => key));
  expect(found[0]?.textNl).toMatch(/^1\. We overleggen elke tweede dinsdag/);
  expect(found[0]?.textEn).toMatch(/^1\. We meet every second Tuesday/);
  const signatoryIds = await world.organisations(...three);
  const { agreement } = await draft({ templateKey: "knelpunten", locale: "en", signatoryIds });
  const made = await sourced("demi", agreement?.id ?? "");
  expect(made).toMatchObject({ title: "Escalation of what is stuck", category: "ESCALATION", templateKey: "knelpunten", source: null });
  expect(made.versions[0]?.watchRules).toEqual([{ article: 1, kind: "BLOCKED_LONGER_THAN", n: 5 }]);
  const own = await draft({ templateKey: "ritme", signatoryIds, title: "Ons ritme", text: "1. We bellen op maandag." });
  expect((await sourced("demi", own.agreement?.id ?? "")).versions[0]).toMatchObject({ text: "1. We bellen op maandag.", watchRules: [] });
  expect(await draft({ templateKey: "onbekend", signatoryIds })).toMatchObject({ __typename: "NotFound", field: "templateKey" });
  expect(await draft({ templateKey: "ritme", locale: "fr", signatoryIds })).toMatchObject({ __typename: "ValidationProblem", field: "locale" });
  expect(await draft({ title: "Zonder soort", signatoryIds })).toMatchObject({ __typename: "ValidationProblem", field: "category" });
  expect(await draft({ templateKey: "ritme" })).toMatchObject({ __typename: "ValidationProblem", field: "signatoryIds" });
});

test("AG-41 a copy for another neighbourhood keeps the version it came from, and shows what is different from it and from what is in force there now", async () => {
  const sourceId = await inForce({ areaCodes: ["WK051836"] });
  const { id: sourceVersionId, text } = await world.latest("fenna", sourceId);
  const { agreement } = await draft({ sourceVersionId, areaCodes: ["WK051834"], text: text.replace("drie", "vijf") }, "demi");
  const id = agreement?.id ?? "";
  const copy = await sourced("joost", id);
  expect(copy).toMatchObject({ title: "Proefafspraak", source: { agreementId: sourceId, versionNumber: 1, currentVersionNumber: 1 } });
  expect(copy.signatoryIds).toEqual(await world.organisations(...three));
  expect(copy.versions[0]?.diffWithSource?.articles.map(({ change }) => change)).toEqual(["SAME", "CHANGED"]);
  expect((await sourced("joost", sourceId)).copies).toEqual([{ id }]);
  await world.next(sourceId);
  const next = await world.latest("fenna", sourceId);
  await world.act("fenna", "saveVersionDraft", { versionId: next.id, expectedVersion: next.version, changeNote: "Vijf.", text: copy.versions[0]?.text });
  await world.open(sourceId);
  for (const key of three) await world.sign(key, sourceId);
  const later = await sourced("joost", id);
  expect(later.source).toMatchObject({ versionNumber: 1, currentVersionNumber: 2 });
  expect(later.versions[0]?.diffWithSource?.otherNumber).toBe(1);
  expect(later.versions[0]?.now?.articles.map(({ change }) => change)).toEqual(["SAME", "SAME"]);
  const { agreements } = await world.ask<{ agreements: { nodes: { id: string; versions: { id: string }[] }[] } }>(
    "fenna",
    `query H($c: ID!) { agreements(coalitionId: $c, filter: { category: HOME_VISIT }) { nodes { id versions { id } } } }`,
    { c: world.coalitionId },
  );
  const visits = await draft({ sourceVersionId: agreements.nodes[0]?.versions[0]?.id, areaCodes: ["WK051834"] });
  expect((await sourced("fenna", visits.agreement?.id ?? "")).versions[0]?.dataSharing).toMatchObject({ dpiaReference: "", dpoAdviceOn: null });
  expect(await world.open(visits.agreement?.id ?? "")).toMatchObject({ rule: "INV-09" });
  const empty = await world.draft(three, { text: "" });
  const { id: emptyId } = await world.latest("fenna", empty);
  expect(await draft({ sourceVersionId: emptyId })).toMatchObject({ __typename: "RuleBroken", missing: [{ code: "TEXT_MISSING" }] });
  const hidden = await world.latest("fenna", empty);
  for (const key of ["sem", "thijs"]) expect((await draft({ sourceVersionId: hidden.id }, key)).__typename).toMatch(/NotAllowed|NotFound/);
});

const corners = `agreements { id number state tasks { id number } roles { id } }`;
test("AG-42 agreement, role and task name each other, hidden ones stay hidden, and many ask no more statements than few", async () => {
  const [id, proposed] = [await inForce(), await world.draft(three)];
  const demi = await world.as("demi");
  const { id: boardId, tasks } = await boardCalled(demi, "Moerwijk");
  const { roles } = await world.ask<{ roles: { roles: { id: string; name: string }[] } }>(
    "fenna",
    `query R($c: ID!) { roles(coalitionId: $c) { roles { id name } } }`,
    {
      c: world.coalitionId,
    },
  );
  const [role, other] = roles.roles;
  const made = await demi.run<{ answer: { task: { id: string } } }>(
    `mutation C($input: CreateTaskInput!) { answer: createTask(input: $input) { ... on CreateTaskPayload { task { id } } } }`,
    { input: { boardId, title: "Alleen van De Portiek", visibility: "ORGANISATION" } },
  );
  for (const taskId of [tasks[0]?.id, made.answer.task.id]) await world.act("demi", "linkAgreementTask", { agreementId: id, taskId });
  for (const agreementId of [id, proposed]) {
    const answer = await world.act("demi", "linkAgreementRole", { agreementId, roleId: role?.id });
    expect(answer.__typename).toBe("LinkAgreementRolePayload");
  }
  expect(await world.act("demi", "linkAgreementRole", { agreementId: id, roleId: role?.id })).toMatchObject({ code: "TAKEN" });
  expect(await world.act("imani", "linkAgreementRole", { agreementId: id, roleId: other?.id })).toMatchObject({ reason: "NOT_A_PARTY" });
  expect(await world.act("demi", "linkAgreementRole", { agreementId: id, roleId: id })).toMatchObject({ __typename: "NotFound", field: "roleId" });
  const ofRole = (key: string) =>
    world.ask<{ role: { agreements: { id: string; tasks: { id: string }[] }[] } }>(key, `query R($id: ID!) { role(id: $id) { ${corners} } }`, { id: role?.id });
  const broken = (await ofRole("demi")).role.agreements;
  expect(broken.map((agreement) => agreement.id)).toEqual([id, proposed]);
  expect(broken[0]?.tasks).toHaveLength(2);
  expect((await ofRole("joost")).role.agreements[0]?.tasks.map((task) => task.id)).toEqual([tasks[0]?.id]);
  expect((await ofRole("sem")).role.agreements.map((agreement) => agreement.id)).toEqual([id]);
  const { task } = await world.ask<{ task: { agreements: { id: string; roles: { id: string }[] }[] } }>(
    "joost",
    `query T($id: ID!) { task(id: $id) { ${corners} } }`,
    {
      id: tasks[0]?.id,
    },
  );
  expect(task.agreements.find((agreement) => agreement.id === id)?.roles).toEqual([{ id: role?.id }]);
  const { agreements } = await world.ask<{ agreements: { nodes: { id: string }[] } }>(
    "demi",
    `query F($c: ID!, $r: ID!) { agreements(coalitionId: $c, filter: { roleId: $r }) { nodes { id } } }`,
    { c: world.coalitionId, r: role?.id },
  );
  expect(agreements.nodes.map((node) => node.id)).toEqual([id, proposed]);

  const statements = async () => {
    const spy = vi.spyOn(world.hub.services.database.read().getConnection(), "execute");
    await world.ask(
      "demi",
      `query All($c: ID!) { agreements(coalitionId: $c, first: 100) { nodes { id waitsOnMyOrganisation openVersion { id } tasks { id } roles { id } } } roles(coalitionId: $c) { roles { id agreements { id tasks { id } } } } }`,
      { c: world.coalitionId },
    );
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  const few = await statements();
  for (const name of ["nog een", "en nog een"]) {
    const more = await world.draft(three, { title: name });
    await world.act("demi", "linkAgreementTask", { agreementId: more, taskId: tasks[1]?.id });
    await world.act("demi", "linkAgreementRole", { agreementId: more, roleId: other?.id });
  }
  expect(await statements()).toBe(few);
  await world.act("demi", "unlinkAgreementRole", { agreementId: id, roleId: role?.id });
  expect((await ofRole("demi")).role.agreements.map((agreement) => agreement.id)).toEqual([proposed]);
});
