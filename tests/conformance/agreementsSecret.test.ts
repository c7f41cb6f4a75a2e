import { Audience, rootAudience } from "@wijkbord/server/src/graphql/visibility.ts";
import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import { MembershipTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import { UserTable } from "@wijkbord/server/src/accounts/account.tables.ts";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";
import { tokenOf } from "../harness/live.ts";
import { isLong, rounds } from "../harness/seeds.ts";
import { TestSocket } from "../harness/socket.ts";
import { callOf, type Ids, type Kind, kinds } from "../security/calls.ts";

let world: AgreementWorld;
const tokens = new Map<string, string>();
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const five = ["fenna", "demi", "rachid", "loes", "joost"];
const [consentWords, objectionWords] = ["Dit is onze stille kanttekening.", "Dit is ons stille bezwaar, met reden."];
const schema = await hubSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => {
  const audience = rootAudience.Query[name];
  return audience === Audience.ROWS || audience === Audience.MEMBERS || audience === Audience.SELF;
});

/** Everything under one agreement, deeper than the sweep of root fields asks. */
const deep = `query Deep($id: ID!) { agreement(id: $id) { version state waitsOnMyOrganisation reviewOverdue parties { organisationId state } source { number } copies { id } tasks { id } roles { id }
  reviews { id } withdrawals { id } registrationAnswers { id } timeline(first: 100) { type version changes { field before after } subject { ... on ProcessAgreement { state version } } }
  versions { state version answersRevealed answeredCount viewerCanSign answers { organisationId answered response } signOffs { organisationId response argument hash previousHash position respondedAt }
    objections { organisationId reason state } remarks { text } preparation { response reason } diffWith(number: 1) { otherNumber } watchOutcomes { met } } } }`;
const refusals = ["adoptAmongAnswered", "extendRound", "openEditorialNotice"];

/** An owner, a signatory that answered and one that did not, the objector, a partner that signs nothing, and an observer. */
const typical = ["fenna", "demi", "rachid", "joost", "imani", "sem"];

/** Who can sign in to the coalition, with their organisation; and one of another coalition. */
async function principals(): Promise<{ key: string; organisationId: string | null }[]> {
  const em = world.hub.services.database.read();
  const members = await em.find(MembershipTable, { coalitionId: world.coalitionId }, { orderBy: { id: "asc" } });
  const users = await em.find(UserTable, { demoKey: { $ne: null } });
  const found = members.flatMap(({ userId, organisationId }) => {
    const key = users.find(({ id }) => id === userId)?.demoKey;
    return key ? [{ key, organisationId }] : [];
  });
  const once = found.filter(({ key }, index) => found.findIndex((other) => other.key === key) === index);
  const some = isLong ? once : once.filter(({ key }) => typical.includes(key));
  return [...some, { key: "thijs", organisationId: null }];
}

async function idsFor(id: string, versionId: string): Promise<Ids> {
  const one = async (sql: string) => (await world.hub.services.database.read().execute<{ id: string }[]>(sql, [world.coalitionId]))[0]?.id ?? uuidv7();
  const known: Partial<Record<Kind, string>> = {
    coalition: world.coalitionId,
    agreement: id,
    version: versionId,
    organisation: (await world.member("joost")).organisationId,
    membership: (await world.member("joost")).id,
    board: await one("select id from board where coalition_id = ? order by id limit 1"),
    task: await one("select id from task where coalition_id = ? and visibility <> 'ORGANISATION' order by number limit 1"),
    meeting: await one("select id from meeting where coalition_id = ? order by id limit 1"),
    role: await one("select id from coalition_role where coalition_id = ? order by id limit 1"),
  };
  return Object.fromEntries(kinds.map((kind) => [kind, known[kind] ?? uuidv7()])) as Record<Kind, string>;
}

/** Numbers, moments and hashes that grow with every change, whatever it is. */
const steady = (answer: unknown): string =>
  JSON.stringify(answer)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "·")
    .replace(/"(version|objectVersion|sequence|asOfSequence|fromSequence|toSequence|headSequence|exportedAt|value|cost)":("[^"]*"|\d+)/g, '"$1":0');

/** What one person is told: every root query, the whole agreement, what can be asked and is refused, and every stream. */
async function everything(key: string, ids: Ids, after: number, head: number): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  const client = await world.as(key);
  for (const field of queries) {
    const { query, variables } = callOf("query", field, ids);
    told.set(field.name, steady(await client.send(query, variables)));
  }
  told.set("deep", steady(await client.send(deep, { id: ids.agreement })));
  for (const text of [consentWords, objectionWords, "Proefafspraak"]) {
    const found = await client.send(`query S($c: ID!, $t: String!) { search(coalitionId: $c, text: $t) { hits { id title snippet { text } } } }`, {
      c: world.coalitionId,
      t: text,
    });
    told.set(`search ${text}`, steady(found));
  }
  for (const name of refusals) told.set(name, steady(await world.decide(name, ids.agreement, key).catch((error: unknown) => String(error))));
  if (key !== "thijs") {
    const batches = await client.followCoalition(world.coalitionId, after, (all) => (all.at(-1)?.toSequence ?? 0) >= head);
    told.set("coalitionEvents", steady(batches.flatMap(({ events }) => events)));
  }
  await using socket = await TestSocket.as(world.hub.url, tokens.get(key) ?? "");
  const streams: [string, string, Record<string, unknown>][] = [
    ["draftUpdates", `subscription D($v: ID!) { draftUpdates(versionId: $v) { updates } }`, { v: ids.version }],
    ["notificationBadge", `subscription N($c: ID!) { notificationBadge(coalitionId: $c) { waiting } }`, { c: world.coalitionId }],
    [
      "presence",
      `subscription P($o: ID!) { presence(objectId: $o) { full present { membershipId displayName organisation { shortName } mode } } }`,
      { o: ids.agreement },
    ],
    [
      "boardEvents",
      `subscription B($b: ID!, $a: Sequence) { boardEvents(boardId: $b, after: $a) { events { type changes { after } } } }`,
      { b: ids.board, a: after },
    ],
  ];
  for (const [name, query, variables] of streams) {
    socket.subscribe(name, query, variables);
    await socket.until(() => socket.messages.some((message) => message.id === name));
    told.set(name, steady(socket.messages.find((message) => message.id === name)));
  }
  return told;
}

const headNow = async () =>
  Number(
    (await world.hub.services.database.read().execute<{ sequence: string }[]>("select sequence from coalition where id = ?", [world.coalitionId]))[0]?.sequence,
  );

test(
  "AG-47 until a TOGETHER round is revealed nobody of another organisation is told an answer: every query, stream, search, export and refusal is the same whatever it is",
  { timeout: rounds(180_000, 1_200_000) },
  async () => {
    const after = await headNow();
    const id = await world.draft(five);
    await world.open(id);
    await world.sign("demi", id, "CONSENT");
    expect((await world.sign("joost", id, "CONSENT_WITH_CONCERN", { argument: consentWords })).__typename).toBe("SignOffPayload");
    const { id: versionId } = await world.latest("joost", id);
    const ids = await idsFor(id, versionId);
    const settings = await world.ask<{ coalitions: { id: string; version: number }[] }>("fenna", "{ coalitions { id version } }");
    const { version: expectedVersion } = settings.coalitions.find((each) => each.id === world.coalitionId) ?? {};
    const choose = `mutation U($input: UpdateCoalitionInput!) { updateCoalition(input: $input) { __typename } }`;
    await world.ask("fenna", choose, { input: { id: world.coalitionId, expectedVersion, agreementPresence: true } });
    const read = `mutation P($input: SetPresenceInput!) { setPresence(input: $input) { ... on SetPresencePayload { mode } } }`;
    for (const key of ["demi", "joost"])
      expect(await world.ask(key, read, { input: { coalitionId: world.coalitionId, page: "AGREEMENT", objectId: id, mode: "VIEWING" } })).toEqual({
        setPresence: { mode: "VIEWING" },
      });
    const all = await principals();
    expect(all.length).toBeGreaterThan(isLong ? 8 : 6);
    for (const { key } of all) tokens.set(key, await tokenOf(world.hub.url, key));
    const look = async () => {
      const head = await headNow();
      return new Map(await Promise.all(all.map(async ({ key }) => [key, await everything(key, ids, after, head)] as const)));
    };
    const first = await look();
    expect((await world.sign("joost", id, "OBJECTION", { reason: objectionWords, articleNumber: 1 })).__typename).toBe("SignOffPayload");
    const second = await look();
    const own = (await world.member("joost")).organisationId;
    for (const { key, organisationId } of all) {
      const [before, now] = [first.get(key), second.get(key)];
      const different = [...(before ?? [])].filter(([name, answer]) => now?.get(name) !== answer).map(([name]) => name);
      if (organisationId === own) {
        expect(different, key).toContain("deep");
        continue;
      }
      for (const name of different) expect(`${key} ${name} ${now?.get(name)}`).toBe(`${key} ${name} ${before?.get(name)}`);
      const words = [...(before ?? []), ...(now ?? [])].map(([, answer]) => answer).join();
      expect(words.includes(objectionWords) || words.includes(consentWords), key).toBe(false);
      expect(before?.size, key).toBeGreaterThan(queries.length);
      expect(before?.get("presence"), key).not.toMatch(/Demi|Joost/);
    }
    expect(second.get("joost")?.get("deep")).toContain(objectionWords);
    expect(second.get("rachid")?.get("presence")).toContain("De Portiek");
    console.info(`AG-47: ${all.length} principals, ${first.get("rachid")?.size ?? 0} answers each, twice`);
    await world.decide("revealRound", id);
    expect(JSON.stringify(await world.read("rachid", id))).toContain(objectionWords);
  },
);
