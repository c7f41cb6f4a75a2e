import { agreementTemplates, roleTemplates } from "@wijkbord/schema";
import { documentIds } from "@wijkbord/schema/documentIds";
import { UserTable } from "@wijkbord/server/src/accounts/account.tables.ts";
import { InvitationTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import { forgetInvitations } from "@wijkbord/server/src/coalitions/forgetInvitations.ts";
import { doctor } from "@wijkbord/server/src/cli/doctor.ts";
import { resetDemo } from "@wijkbord/server/src/demo/reset.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestClock } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";

const day = 86_400_000;
const clock = new TestClock(new Date("2026-11-24T09:00:00Z"));
let hub: Hub;
beforeAll(async () => {
  hub = await startTestHub({}, { clock });
});
afterAll(() => hub[Symbol.asyncDispose]());

interface Answer {
  readonly __typename: string;
  readonly field?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly coalition?: { id: string; slug: string; name: string };
  readonly boardSlug?: string;
  readonly invitations?: { path: string; invitation: { id: string; organisationId: string; firstRole: string; version: number } }[];
  readonly newInvitation?: { path: string | null; invitation: { id: string; version: number; maxUses: number } };
}

/** Asks a trusted document, as the owner of a token or as nobody; gives the answer and the session that it set. */
async function ask<Shape = Answer>(operation: string, variables: Record<string, unknown>, token: string | null = null, url = hub.url) {
  const documentId = documentIds[operation];
  const { data, codes, headers } = await raw(`${url}/graphql`, {
    body: { documentId, operationName: operation, variables },
    headers: token ? bearer(token) : {},
  });
  const session = /wijkbord-session=([^;]+)/.exec(headers.get("set-cookie") ?? "")?.[1] ?? null;
  const [answer] = Object.values(data ?? {});
  return { answer: answer as Shape, codes, session };
}

const partners = [
  { name: "Gemeente Voorbeeldstad", kind: "MUNICIPALITY", letters: "GV", colourIndex: 0 },
  { name: "Woonstichting De Sleutel", kind: "HOUSING_CORPORATION", letters: "DS", colourIndex: 1 },
  { name: "Buurthuis Het Anker", kind: "COMMUNITY_ORG", letters: "HA", colourIndex: 2 },
];
const base = { name: "Samen voor Molenwijk", areaName: "Molenwijk", displayName: "Noor Test", partners, secondCoordinator: 1, start: "EMPTY" };
const start = (input: Record<string, unknown> = {}, token: string | null = null, url = hub.url) =>
  ask("StartCoalition", { input: { ...base, ...input } }, token, url);
const tokenIn = (path: string | null | undefined) => path?.split("#")[1] ?? "";
const accept = (token: string, displayName = "Kim Test", session: string | null = null) => ask("AcceptInvitation", { input: { token, displayName } }, session);
const opened = async (token: string) => (await ask("OpenInvitation", { token })).answer;
const me = async (session: string | null) => {
  const { data } = await raw(`${hub.url}/graphql`, {
    body: { query: "{ me { displayName memberships { coalitionId accessRole organisation { name } coalition { slug isDemo } } } }" },
    headers: bearer(session ?? ""),
  });
  return data?.["me"] as {
    displayName: string;
    memberships: { coalitionId: string; accessRole: string; organisation: { name: string }; coalition: { isDemo: boolean } }[];
  };
};
const count = async (table: string, coalitionId: string) => {
  const [row] = await hub.services.database.read().execute<{ count: string }[]>(`select count(*) from "${table}" where coalition_id = ?`, [coalitionId]);
  return Number(row?.count);
};

test("FV-04 who begins a coalition becomes its coordinator, with a board and one link for each partner, and brings no person of the demo", async () => {
  const { answer, session } = await start();
  expect(answer).toMatchObject({ __typename: "StartCoalitionPayload", boardSlug: "molenwijk", coalition: { slug: "samen-voor-molenwijk" } });
  expect(answer.invitations?.map(({ invitation }) => invitation.firstRole)).toEqual(["MEMBER", "COALITION_COORDINATOR", "PARTNER_COORDINATOR"]);
  const noor = await me(session);
  expect(noor.displayName).toBe("Noor Test");
  expect(noor.memberships).toMatchObject([
    { accessRole: "COALITION_COORDINATOR", organisation: { name: "Gemeente Voorbeeldstad" }, coalition: { isDemo: false } },
  ]);
  const again = await start({}, session);
  expect(again.answer.coalition?.slug).toBe("samen-voor-molenwijk-2");
  expect(again.session).toBeNull();
  expect((await me(session)).memberships).toHaveLength(2);
  const fenna = await tokenOf(hub.url, "fenna");
  const other = await start({ name: "Coalitie van een bezoeker" }, fenna);
  expect((await me(other.session)).displayName).toBe("Noor Test");
  expect((await me(fenna)).memberships.every(({ coalition }) => coalition.isDemo)).toBe(true);
});

test("FV-05 names, letters and colours of partners differ, the second coordinator is another partner, and every refusal names its field", async () => {
  clock.advance(6 * 3_600_000);
  const twice = (field: object) => partners.map((partner, index) => (index === 2 ? { ...partner, ...field } : partner));
  const refused: [Record<string, unknown>, string, string][] = [
    [{ partners: twice({ letters: "ds" }) }, "partners.2.letters", "TAKEN"],
    [{ partners: twice({ colourIndex: 1 }) }, "partners.2.colourIndex", "TAKEN"],
    [{ partners: twice({ name: "gemeente voorbeeldstad " }) }, "partners.2.name", "TAKEN"],
    [{ partners: partners.slice(0, 1) }, "partners", "TOO_FEW"],
    [{ secondCoordinator: 0 }, "secondCoordinator", "OUT_OF_RANGE"],
    [{ areaName: " " }, "areaName", "REQUIRED"],
  ];
  for (const [input, field, code] of refused) {
    clock.advance(3_600_000);
    expect((await start(input)).answer).toMatchObject({ __typename: "ValidationProblem", field, code });
  }
  clock.advance(3_600_000);
  expect((await start({ areaCode: "WK999999", areaName: null })).answer).toMatchObject({ __typename: "NotFound", field: "areaCode" });
});

test("FV-06 a link gives the first who opens it the role it says and the others that of a member, and no more people than it says", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Links in Molenwijk" });
  const [own, second] = answer.invitations ?? [];
  const token = tokenIn(second?.path);
  expect(await opened(token)).toMatchObject({ coalitionName: "Links in Molenwijk", organisationName: "Woonstichting De Sleutel", letters: "DS" });
  const first = await accept(token);
  expect(first.answer).toMatchObject({ __typename: "AcceptInvitationPayload" });
  expect((await me(first.session)).memberships).toMatchObject([{ accessRole: "COALITION_COORDINATOR", organisation: { name: "Woonstichting De Sleutel" } }]);
  expect((await accept(token, "Kim Test", first.session)).session).toBeNull();
  expect((await me((await accept(token, "Bo Test")).session)).memberships).toMatchObject([{ accessRole: "MEMBER" }]);
  const made = await ask("CreateInvitation", { input: { organisationId: own?.invitation.organisationId, maxUses: 1, days: 1 } }, session);
  const single = tokenIn(made.answer.newInvitation?.path);
  const both = await Promise.all([accept(single, "Een Test"), accept(single, "Twee Test")]);
  expect(both.map((each) => each.answer.__typename).toSorted()).toEqual(["AcceptInvitationPayload", "NotFound"]);
  const hashes = await hub.services.database.read().find(InvitationTable, {});
  expect(hashes.some(({ tokenHash }) => tokenHash === single || tokenHash === token)).toBe(false);
  const fenna = await tokenOf(hub.url, "fenna");
  const asFenna = await accept(token, "Als bezoeker", fenna);
  expect((await me(asFenna.session)).displayName).toBe("Als bezoeker");
  expect((await me(fenna)).memberships.every(({ coalition }) => coalition.isDemo)).toBe(true);
});

test("FV-07 a link that is unknown, too old, used up or taken back answers as one that never was", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Verlopen in Molenwijk" });
  const [, second, third] = answer.invitations ?? [];
  const gone = { __typename: "NotFound", field: "token" };
  expect(await opened("onbekend")).toBeNull();
  expect((await accept("onbekend")).answer).toEqual(gone);
  const taken = await ask("RevokeInvitation", { input: { id: second?.invitation.id, expectedVersion: second?.invitation.version } }, session);
  expect(taken.answer.__typename).toBe("RevokeInvitationPayload");
  expect(await opened(tokenIn(second?.path))).toBeNull();
  expect((await accept(tokenIn(second?.path))).answer).toEqual(gone);
  clock.advance(14 * day);
  expect(await opened(tokenIn(third?.path))).toBeNull();
  expect((await accept(tokenIn(third?.path))).answer).toEqual(gone);
});

test("FV-08 links are made and taken back by those who manage the people of the organisation, with no more rights than they may give", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Rechten in Molenwijk" });
  const [own, second, third] = answer.invitations ?? [];
  const partner = (await accept(tokenIn(third?.path))).session;
  const member = (await accept(tokenIn(own?.path))).session;
  const make = async (token: string | null, organisationId: unknown, more: object = {}) =>
    (await ask("CreateInvitation", { input: { organisationId, ...more } }, token)).answer;
  const anker = third?.invitation.organisationId;
  expect((await make(partner, anker)).newInvitation?.path).toMatch(/^\/uitnodiging#[\w-]{43}$/);
  expect(await make(partner, anker, { firstRole: "COALITION_COORDINATOR" })).toEqual({ __typename: "NotAllowed", reason: "NOT_YOURS_TO_GIVE" });
  expect(await make(partner, second?.invitation.organisationId)).toEqual({ __typename: "NotAllowed", reason: "NOT_YOUR_ORGANISATION" });
  expect(await make(member, own?.invitation.organisationId)).toEqual({ __typename: "NotAllowed", reason: "NOT_YOUR_ORGANISATION" });
  expect(await make(session, anker, { days: 61 })).toMatchObject({ __typename: "ValidationProblem", field: "days" });
  const fenna = await tokenOf(hub.url, "fenna");
  expect(await make(fenna, anker)).toEqual({ __typename: "NotFound", field: "organisationId" });
  const [demo] = await hub.services.database
    .read()
    .execute<{ id: string }[]>("select o.id from organisation o join coalition c on c.id = o.coalition_id where c.slug = 'zuidwest' limit 1");
  expect(await make(fenna, demo?.id)).toEqual({ __typename: "NotAllowed", reason: "DEMO_COALITION" });
  const list = async (token: string | null) =>
    (await ask<{ organisationId: string }[]>("Invitations", { coalitionId: answer.coalition?.id }, token)).answer.length;
  expect([await list(session), await list(partner), await list(member)]).toEqual([4, 2, 0]);
  const steal = await ask("RevokeInvitation", { input: { id: second?.invitation.id, expectedVersion: 9 } }, partner);
  expect(steal.answer).toEqual({ __typename: "NotAllowed", reason: "NOT_YOUR_ORGANISATION" });
});

test("FV-09 a standard approach brings roles, agreements as drafts and twelve tasks as proposals, in the chosen language; an empty one brings nothing", async () => {
  clock.advance(day);
  const full = (await start({ name: "Standaard in Molenwijk", start: "STANDARD", locale: "en" })).answer.coalition?.id ?? "";
  expect([await count("task", full), await count("coalition_role", full), await count("process_agreement", full)]).toEqual([
    12,
    roleTemplates.length,
    agreementTemplates.length,
  ]);
  const rows = await hub.services.database
    .read()
    .execute<{ title: string; state: string }[]>("select title, state from task where coalition_id = ? order by number", [full]);
  expect(rows[0]).toEqual({ title: "Plan the first meeting with all partners", state: "PROPOSED" });
  expect(new Set(rows.map(({ state }) => state)).size).toBe(1);
  const empty = (await start({ name: "Leeg in Molenwijk" })).answer.coalition?.id ?? "";
  expect([await count("task", empty), await count("coalition_role", empty), await count("process_agreement", empty)]).toEqual([0, 0, 0]);
  const [log] = await hub.services.database
    .read()
    .execute<{ sequence: string; events: string }[]>(
      "select c.sequence, (select count(*) from event e where e.coalition_id = c.id) as events from coalition c where c.id = ?",
      [full],
    );
  expect(Number(log?.sequence)).toBe(Number(log?.events));
});

test("FV-10 a neighbourhood comes from the areas of CBS by its name; one of your own is found by nobody else", async () => {
  clock.advance(day);
  const found = (await ask<{ code: string; name: string; within: string }[]>("StartAreas", { text: "moerW" })).answer;
  expect(found[0]).toMatchObject({ code: "WK051836", name: "Moerwijk" });
  expect((await ask("StartAreas", { text: "100%" })).answer).toEqual([]);
  const { answer, session } = await start({ name: "Echt in Moerwijk", areaCode: "WK051836", areaName: null });
  expect(answer.boardSlug).toBe("moerwijk");
  const { data } = await raw(`${hub.url}/graphql`, {
    body: { query: "{ coalitions { municipalityCode boards { areaCode } } }" },
    headers: bearer(session ?? ""),
  });
  expect(data?.["coalitions"]).toEqual([{ municipalityCode: "GM0518", boards: [{ areaCode: "WK051836" }] }]);
  expect((await start({ areaName: "Geheime buurt" })).answer.boardSlug).toBe("geheime-buurt");
  expect((await ask("StartAreas", { text: "Geheime" })).answer).toEqual([]);
});

test("FV-11 beginning and joining are slowed down, and do not exist on a hub without demo", async () => {
  clock.advance(day);
  const tries = await Promise.all(Array.from({ length: 8 }, () => start({ secondCoordinator: 0 })));
  expect(tries.filter(({ codes }) => codes.includes("RATE_LIMITED"))).toHaveLength(2);
  const looks = await Promise.all(Array.from({ length: 70 }, (_, index) => ask("OpenInvitation", { token: `gok-${index}` })));
  expect(looks.filter(({ codes }) => codes.includes("RATE_LIMITED")).length).toBeGreaterThanOrEqual(5);
  await using real = await startTestHub({ DEMO: "off" });
  for (const asked of [start({}, null, real.url), ask("OpenInvitation", { token: "x" }, null, real.url), ask("StartAreas", { text: "a" }, null, real.url)]) {
    expect((await asked).codes).toEqual(["NOT_FOUND"]);
  }
});

test("FV-12 a person of the demo gets no part in a coalition of real people by an address either", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Adressen in Molenwijk" });
  const fenna = await hub.services.database.read().findOneOrFail(UserTable, { demoKey: "fenna" });
  const organisationId = answer.invitations?.[0]?.invitation.organisationId;
  const { answer: added } = await ask("AddMembership", { input: { organisationId, email: fenna.email, displayName: "x", accessRole: "MEMBER" } }, session);
  expect(added).toMatchObject({ __typename: "ValidationProblem", field: "email", code: "DEMO_PERSON" });
});

test("FV-13 a reset of the demo leaves an own coalition, its people and their sessions alone, and its data are whole", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Blijft in Molenwijk", start: "STANDARD" });
  expect((await doctor(hub.services)).checks.filter(({ ok }) => !ok)).toEqual([]);
  await resetDemo(hub.services);
  expect((await me(session)).memberships).toMatchObject([{ coalitionId: answer.coalition?.id }]);
  expect(await count("task", answer.coalition?.id ?? "")).toBe(12);
});

test("FV-24 the same start again makes no second coalition: it answers with the first and with links that work, until one is used", async () => {
  clock.advance(day);
  const clientMutationId = "0192f0c1-0000-7000-8000-00000000f024";
  const input = { name: "Twee keer in Molenwijk", clientMutationId };
  const both = await Promise.all([start(input), start(input)]);
  const [slug] = both.map(({ answer }) => answer.coalition?.slug);
  expect(both.map(({ answer }) => answer.coalition?.slug)).toEqual(["twee-keer-in-molenwijk", "twee-keer-in-molenwijk"]);
  const again = await start(input);
  expect(again.answer).toMatchObject({ boardSlug: "molenwijk", coalition: { slug } });
  expect(again.answer.invitations?.map(({ invitation }) => invitation.firstRole)).toEqual(["MEMBER", "COALITION_COORDINATOR", "PARTNER_COORDINATOR"]);
  expect((await me(again.session)).memberships).toMatchObject([{ accessRole: "COALITION_COORDINATOR" }]);
  expect(await opened(tokenIn(both[0]?.answer.invitations?.[2]?.path))).toBeNull();
  expect((await start({ ...input, name: "Een ander verhaal" })).answer.coalition?.slug).toBe("een-ander-verhaal");
  expect((await start({ ...input, clientMutationId: "x" })).answer).toMatchObject({ field: "clientMutationId", code: "NOT_A_UUID" });
  expect((await accept(tokenIn(again.answer.invitations?.[2]?.path))).answer.__typename).toBe("AcceptInvitationPayload");
  clock.advance(3_600_000);
  expect((await start(input)).answer).toMatchObject({ field: "clientMutationId", code: "TAKEN" });
});

test("FV-25 invitations are forgotten thirty days after they ended or were taken back", async () => {
  clock.advance(day);
  const { answer, session } = await start({ name: "Vergeten in Molenwijk" });
  const [, second] = answer.invitations ?? [];
  await ask("RevokeInvitation", { input: { id: second?.invitation.id, expectedVersion: second?.invitation.version } }, session);
  const left = async (days: number) => {
    clock.advance(days * day);
    await forgetInvitations({ database: hub.services.database, clock }).run();
    return count("invitation", answer.coalition?.id ?? "");
  };
  expect([await left(29), await left(2), await left(12), await left(2)]).toEqual([3, 2, 2, 0]);
});
