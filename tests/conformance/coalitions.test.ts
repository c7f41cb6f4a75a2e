import { OrganisationKind } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";

import { coalitionActs, memberOf, own } from "../harness/coalitions.ts";

const hub = await startTestHub();
const { as, zuidwest, change, eventsSince } = coalitionActs(hub);
afterAll(() => hub[Symbol.asyncDispose]());

describe("C9-01 settings of a coalition", () => {
  test("C9-01 a coordinator changes them, in one event", async () => {
    const { id, version, sequence } = await zuidwest();
    const answer = await change("fenna", "updateCoalition", {
      id,
      expectedVersion: version,
      name: "Zuidwest samen",
      defaultStyle: "STRICT",
      timeZone: "Europe/Brussels",
      ownDeviceDays: 14,
    });
    expect(answer).toMatchObject({
      __typename: "UpdateCoalitionPayload",
      coalition: { name: "Zuidwest samen", defaultStyle: "STRICT", version: version + 1 },
      asOfSequence: sequence + 1,
    });
    expect(await eventsSince(id, sequence)).toEqual(["COALITION_CHANGED"]);
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "Te laat" })).toMatchObject({ __typename: "VersionConflict" });
  });
  test("C9-01 others may not, and bad values are refused by name", async () => {
    const { id, version } = await zuidwest();
    expect(await change("demi", "updateCoalition", { id, expectedVersion: version, name: "Anders" })).toMatchObject({ reason: "NOT_COORDINATOR" });
    expect(await change("sem", "updateCoalition", { id, expectedVersion: version, name: "Anders" })).toMatchObject({ reason: "NOT_COORDINATOR" });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "ab" })).toMatchObject({ field: "name", code: "REQUIRED", limit: 3 });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, name: "x".repeat(121) })).toMatchObject({
      field: "name",
      code: "TOO_LONG",
      limit: 120,
    });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, timeZone: "Mars/Olympus" })).toMatchObject({
      field: "timeZone",
      code: "NOT_A_TIME_ZONE",
    });
    expect(await change("fenna", "updateCoalition", { id, expectedVersion: version, ownDeviceDays: 91 })).toMatchObject({
      field: "ownDeviceDays",
      code: "OUT_OF_RANGE",
    });
  });
});

describe("D16-01 partners and departments", () => {
  const kind = OrganisationKind.COMMUNITY_ORG;
  test("D16-01 a coordinator adds a partner, a partner its department; a department has none", async () => {
    const coalition = await zuidwest();
    const { id: coalitionId, sequence } = coalition;
    const partner = await change("fenna", "addOrganisation", { coalitionId, name: "Stichting Nieuw", shortName: "Nieuw Begin", kind });
    expect(partner).toMatchObject({ organisation: { letters: "NB", parentId: null } });
    expect(await eventsSince(coalitionId, sequence)).toEqual(["PARTNER_JOINED"]);
    expect(await change("demi", "addOrganisation", { coalitionId, name: "Stichting Anders", shortName: "Anders", kind })).toMatchObject({
      reason: "NOT_COORDINATOR",
    });
    const portiek = own(coalition, "Demi").id;
    const department = await change("demi", "addOrganisation", { coalitionId, name: "De Portiek beheer", shortName: "Beheer", kind, parentId: portiek });
    expect(department).toMatchObject({ organisation: { parentId: portiek } });
    const { id } = department["organisation"] as { id: string };
    expect(await change("fenna", "addOrganisation", { coalitionId, name: "Te diep", shortName: "Diep", kind, parentId: id })).toMatchObject({
      rule: "D16",
      missing: [{ code: "NOT_A_PARTNER" }],
    });
    expect(await change("marlon", "addOrganisation", { coalitionId, name: "Vreemd", shortName: "Vreemd", kind, parentId: portiek })).toMatchObject({
      reason: "NOT_YOUR_ORGANISATION",
    });
    expect(await change("fenna", "addOrganisation", { coalitionId, name: "Stichting Nieuw", shortName: "Weer", kind })).toMatchObject({
      field: "name",
      code: "TAKEN",
    });
  });
  test("D16-01 a partner changes its own name and look, not those of others", async () => {
    const coalition = await zuidwest();
    const { id, version } = own(coalition, "Demi");
    expect(await change("marlon", "updateOrganisation", { id, expectedVersion: version, shortName: "Gekaapt" })).toMatchObject({
      reason: "NOT_YOUR_ORGANISATION",
    });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version, shortName: "Portiek", letters: "pt", colourIndex: 3 })).toMatchObject({
      organisation: { shortName: "Portiek", letters: "PT", version: version + 1 },
    });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version, shortName: "Te laat" })).toMatchObject({ __typename: "VersionConflict" });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version + 1, letters: "1!" })).toMatchObject({ code: "NOT_LETTERS" });
    expect(await change("demi", "updateOrganisation", { id, expectedVersion: version + 1, colourIndex: 12 })).toMatchObject({ code: "NOT_A_COLOUR" });
  });
});

test("C9-04 what is unknown or of another coalition does not exist, for every change", async () => {
  const coalition = await zuidwest();
  const organisation = own(coalition, "Loes");
  const member = memberOf(coalition, "Loes");
  const calls = (coalitionId: string, organisationId: string, membershipId: string): [string, Record<string, unknown>][] => [
    ["updateCoalition", { id: coalitionId, expectedVersion: 1, name: "Gekaapt" }],
    ["addOrganisation", { coalitionId, name: "Gekaapt", shortName: "G", kind: "OTHER" }],
    ["updateOrganisation", { id: organisationId, expectedVersion: 1, name: "Gekaapt" }],
    ["partnerLeaves", { organisationId, expectedVersion: 1 }],
    ["addMembership", { organisationId, email: "x@y.example", displayName: "X", accessRole: "MEMBER" }],
    ["changeMembership", { id: membershipId, expectedVersion: 1, accessRole: "MEMBER" }],
    ["revokeMembership", { id: membershipId, expectedVersion: 1 }],
  ];
  const foreign = calls(coalition.id, organisation.id, member.id);
  const unknown = calls(uuidv7(), uuidv7(), uuidv7());
  const nonsense = calls("x", "x", "x");
  for (const [index, [name, input]] of foreign.entries()) {
    const answers = [
      await change("thijs", name, input),
      await change("thijs", name, unknown[index]?.[1] ?? {}),
      await change("thijs", name, nonsense[index]?.[1] ?? {}),
    ];
    expect(answers[0]).toMatchObject({ __typename: "NotFound" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }
});

describe("D3-11 a new coalition", () => {
  const wanted = {
    name: "Coalitie Laak",
    slug: "laak",
    taskPrefix: "LK",
    municipalityCode: "GM0518",
    organisation: { name: "Buurthuis Laak", shortName: "Laak", kind: OrganisationKind.COMMUNITY_ORG },
    coordinator: { displayName: "Kim Voorbeeld", email: "kim@laak.example" },
  };
  test("D3-11 starts with its themes, first partner and coordinator", async () => {
    const made = await hub.services.coalitions.create(wanted);
    if ("problem" in made) throw new Error(JSON.stringify(made.problem));
    expect(await eventsSince(made.objectId, 0)).toEqual(["PARTNER_JOINED", "MEMBERSHIP_CHANGED"]);
  });
  test.each([
    [{ slug: "zuidwest" }, "slug"],
    [{ slug: "graphql" }, "slug"],
    [{ slug: "Met Spatie" }, "slug"],
    [{ taskPrefix: "abc" }, "taskPrefix"],
    [{ municipalityCode: "0518" }, "municipalityCode"],
    [{ name: "x" }, "name"],
  ])("D3-11 %j is refused", async (extra, field) => {
    expect(await hub.services.coalitions.create({ ...wanted, slug: "anders", ...extra })).toMatchObject({ problem: { field } });
  });
});

test("PERF-01 members with their organisation and coalition are read in a fixed number of statements", async () => {
  const connection = hub.services.database.read().getConnection();
  const execute = connection.execute.bind(connection);
  let statements = 0;
  connection.execute = (...sent: Parameters<typeof execute>) => {
    statements += 1;
    return execute(...sent);
  };
  await as("fenna", "{ coalitions { members { displayName coalition { name } organisation { name parent { name } } } } }");
  connection.execute = execute;
  expect(statements).toBeGreaterThan(3);
  expect(statements).toBeLessThan(15);
});
