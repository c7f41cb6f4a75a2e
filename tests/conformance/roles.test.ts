import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { actOnSeat, newRole, roleFields, roleNow, seatOf, type TestRole } from "../harness/roles.ts";

let world: CoalitionWorld;
beforeAll(async () => {
  world = await CoalitionWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const today = () => world.now().toISOString().slice(0, 10);
const propose = async (key: string, roleId: string, whose = key, extra: Record<string, unknown> = {}) =>
  world.act(key, "proposeRoleHolder", { roleId, organisationId: await world.organisation(whose), ...extra });
const chosen = async (roleId: string, key: string, extra: Record<string, unknown> = {}) => {
  expect((await propose("fenna", roleId, key, extra)).__typename).toBe("ProposeRoleHolderPayload");
  expect((await actOnSeat(world, key, "acceptRole", roleId)).__typename).toBe("AcceptRolePayload");
};

test("RO-01 the coordinator makes a role, a partner proposes one that waits for the coordinator, an observer neither", async () => {
  const role = await newRole(world, { accountabilities: ["Belt terug"], hoursPerWeek: 8, areaCodes: ["WK051836"] });
  expect(role).toMatchObject({ state: "OPEN", isProposed: false, maxHolders: 1, seats: [] });
  const proposed = await newRole(world, { name: "Voorstel" }, "demi");
  expect(proposed.isProposed).toBe(true);
  expect(await propose("demi", proposed.id)).toMatchObject({ rule: "C7.3", missing: [{ code: "NOT_CONFIRMED" }] });
  expect(await world.act("demi", "confirmRole", { id: proposed.id, expectedVersion: proposed.version }, "ActInput")).toMatchObject({
    reason: "COORDINATOR_ONLY",
  });
  await world.done("fenna", "confirmRole", { id: proposed.id, expectedVersion: proposed.version }, "ActInput");
  expect((await roleNow(world, proposed.id)).history.map(({ type }) => type)).toEqual(["ROLE_OPENED", "ROLE_CHANGED", "ROLE_CREATED"]);
  expect(await world.act("sem", "createRole", { coalitionId: world.coalitionId, name: "Nee" })).toMatchObject({ reason: "OBSERVER" });
});

test("RO-02 limits, unknown boards and areas, and a circle of roles are refused by name", async () => {
  const make = (extra: Record<string, unknown>) => world.act("fenna", "createRole", { coalitionId: world.coalitionId, name: "Rol", ...extra });
  expect(await make({ name: " " })).toMatchObject({ field: "name", code: "REQUIRED" });
  expect(await make({ purpose: "x".repeat(301) })).toMatchObject({ field: "purpose", code: "TOO_LONG" });
  expect(await make({ mandate: "x".repeat(1001) })).toMatchObject({ field: "mandate", code: "TOO_LONG" });
  expect(await make({ maxHolders: 0 })).toMatchObject({ field: "maxHolders", code: "OUT_OF_RANGE" });
  expect(await make({ areaCodes: ["WK999999"] })).toMatchObject({ field: "areaCodes" });
  expect(await make({ domain: "BOARD" })).toMatchObject({ field: "boardId", code: "REQUIRED" });
  const above = await newRole(world, { name: "Boven" });
  const below = await newRole(world, { name: "Onder", parentRoleId: above.id });
  expect(await world.act("fenna", "updateRole", { id: above.id, expectedVersion: above.version, parentRoleId: below.id })).toMatchObject({
    rule: "C7.3",
    missing: [{ code: "CIRCULAR_PARENT", objectId: below.id }],
  });
  expect(await world.act("fenna", "updateRole", { id: above.id, expectedVersion: above.version, parentRoleId: above.id })).toMatchObject({
    missing: [{ code: "CIRCULAR_PARENT" }],
  });
});

test("RO-03 templates are adopted once, in the chosen language", async () => {
  const { roleTemplates } = await world.read<{ roleTemplates: { key: string; nameNl: string; nameEn: string }[] }>(
    "demi",
    `{ roleTemplates { key nameNl nameEn } }`,
  );
  expect(roleTemplates.length).toBeGreaterThanOrEqual(8);
  const keys = ["contactAanbestedingen", "werfcoordinator"];
  const [venlo] = (await world.read<{ coalitions: { id: string }[] }>("thijs", `{ coalitions { id } }`)).coalitions;
  const adopt = { coalitionId: venlo?.id, keys };
  const count = async () =>
    (
      await world.read<{ roles: { roles: { templateKey: string | null; name: string }[] } }>(
        "thijs",
        `query L($id: ID!) { roles(coalitionId: $id) { roles { templateKey name } } }`,
        { id: venlo?.id },
      )
    ).roles.roles.filter(({ templateKey }) => keys.includes(templateKey ?? ""));
  await world.done("thijs", "adoptRoleTemplates", { ...adopt, locale: "en" }, "", "object: roles { id }");
  const first = await count();
  expect(first.map(({ name }) => name)).toEqual(["Procurement contact", "Works coordinator"]);
  expect(new Set(first.map(({ templateKey }) => templateKey))).toEqual(new Set(keys));
  await world.done("thijs", "adoptRoleTemplates", adopt, "", "object: roles { id }");
  expect(await count()).toEqual(first);
  expect(await world.act("marit", "adoptRoleTemplates", adopt)).toMatchObject({ reason: "COORDINATOR_ONLY" });
  expect(await world.act("thijs", "adoptRoleTemplates", { ...adopt, keys: ["bestaatNiet"] })).toMatchObject({ code: "NOT_A_CODE" });
});

test("RO-04 INV-03 only the organisation itself says yes or no; who was asked by the chooser holds the role at once, as a decision", async () => {
  const { id } = await newRole(world);
  await propose("fenna", id, "demi");
  expect(await actOnSeat(world, "joost", "acceptRole", id, "demi")).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect(await actOnSeat(world, "fenna", "acceptRole", id, "demi")).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect((await actOnSeat(world, "demi", "acceptRole", id)).__typename).toBe("AcceptRolePayload");
  const role = await roleNow(world, id);
  expect(role).toMatchObject({ state: "FILLED", seats: [{ state: "CURRENT", startsOn: today() }] });
  const after = await world.eventsAfter((await world.head()) - 4);
  expect(after.map(({ type }) => type)).toEqual(["ROLE_HOLDER_ACCEPTED", "ROLE_HOLDER_CHOSEN", "DECISION_RECORDED", "ROLE_FILLED"]);
});

test("RO-05 two organisations propose themselves; the coordinator chooses, the other hears that another was chosen", async () => {
  const { id } = await newRole(world);
  for (const key of ["demi", "joost"]) expect((await propose(key, id)).__typename).toBe("ProposeRoleHolderPayload");
  expect((await roleNow(world, id)).seats.map(({ state }) => state)).toEqual(["ACCEPTED", "ACCEPTED"]);
  expect(await actOnSeat(world, "demi", "chooseRoleHolder", id)).toMatchObject({ reason: "NOT_THE_CHOOSER" });
  expect((await actOnSeat(world, "fenna", "chooseRoleHolder", id, "joost")).__typename).toBe("ChooseRoleHolderPayload");
  const role = await roleNow(world, id);
  expect(role.holders).toEqual([{ organisationId: await world.organisation("joost") }]);
  expect(role.pastSeats).toMatchObject([{ state: "DECLINED", endReason: "ANOTHER_CHOSEN" }]);
});

test("RO-06 T13 the holder of the role above chooses, not the coordinator; when the seat is empty a coordinator of the holder does", async () => {
  const above = await newRole(world, { name: "Boven ons" });
  await chosen(above.id, "joost", { membershipId: (await world.member("joost")).id });
  const { id } = await newRole(world, { name: "Eronder", parentRoleId: above.id });
  await propose("demi", id);
  expect(await actOnSeat(world, "fenna", "chooseRoleHolder", id, "demi")).toMatchObject({ reason: "NOT_THE_CHOOSER" });
  expect([(await roleNow(world, id, "joost")).viewerCanChoose, (await roleNow(world, id, "fenna")).viewerCanChoose]).toEqual([true, false]);
  expect((await actOnSeat(world, "joost", "changeSeat", above.id, "joost", { membershipId: null })).__typename).toBe("ChangeSeatPayload");
  expect((await actOnSeat(world, "joost", "chooseRoleHolder", id, "demi")).__typename).toBe("ChooseRoleHolderPayload");
});

test("INV-05 of two that accept the last seat at once one wins; the other hears which rule and who holds it", async () => {
  const { id } = await newRole(world);
  for (const key of ["demi", "joost"]) await propose("fenna", id, key);
  const seats = await Promise.all(["demi", "joost"].map((key) => seatOf(world, id, key)));
  const answers = await Promise.all(
    ["demi", "joost"].map((key, place) => world.act(key, "acceptRole", { seatId: seats[place]?.id, expectedVersion: seats[place]?.version })),
  );
  const role = await roleNow(world, id);
  expect(role.holders.length).toBe(1);
  expect(answers.filter(({ __typename }) => __typename === "AcceptRolePayload").length).toBe(1);
  expect(answers.find(({ __typename }) => __typename === "RuleBroken")).toMatchObject({
    rule: "INV-05",
    missing: [{ code: "ROLE_FULL", objectId: role.holders[0]?.organisationId }],
  });
});

test("INV-05 a third holder where two may be is refused with both names; a role that ends before it starts too", async () => {
  const { id } = await newRole(world, { maxHolders: 2 });
  for (const key of ["demi", "joost"]) await chosen(id, key);
  await propose("rachid", id);
  expect(await actOnSeat(world, "fenna", "chooseRoleHolder", id, "rachid")).toMatchObject({
    rule: "INV-05",
    missing: [{ code: "ROLE_FULL" }, { code: "ROLE_FULL" }],
  });
  expect(await propose("loes", id, "loes", { startsOn: "2026-12-10", endsOn: "2026-12-10" })).toMatchObject({ field: "endsOn", code: "ENDS_BEFORE_START" });
  expect(await propose("demi", id)).toMatchObject({ rule: "C7.3", missing: [{ code: "ALREADY_ASKED" }] });
});

test("INV-06 E3 a holder resigns with fourteen days notice; on the day the role is vacant, in one transaction with its event; two propose themselves and history shows both holders", async () => {
  const { id } = await newRole(world, { name: "Leerwerkcoördinator (proef)", areaCodes: ["WK051836"] });
  const rachid = await world.member("rachid");
  await chosen(id, "rachid", { membershipId: rachid.id });
  expect((await actOnSeat(world, "rachid", "resignRole", id)).__typename).toBe("ResignRolePayload");
  const announced = await roleNow(world, id);
  expect(announced).toMatchObject({ state: "FILLED", vacantFrom: "2026-12-08" });
  expect(announced.history[0]).toMatchObject({ type: "ROLE_VACANCY_ANNOUNCED" });
  await world.pass(13);
  expect((await roleNow(world, id)).state).toBe("FILLED");
  const before = await world.head();
  await world.pass(1);
  const events = (await world.eventsAfter(before)).filter(({ targetId }) => targetId === id);
  expect(events.map(({ type }) => type)).toEqual(["ROLE_HOLDER_ENDED", "ROLE_VACANT"]);
  expect(await roleNow(world, id)).toMatchObject({ state: "VACANT", seats: [], pastSeats: [{ state: "ENDED", endReason: "RESIGNED" }] });
  await world.runJobs();
  expect((await world.eventsAfter(before)).filter(({ targetId }) => targetId === id).length).toBe(2);
  for (const key of ["loes", "joost"]) await propose(key, id);
  await actOnSeat(world, "fenna", "chooseRoleHolder", id, "loes");
  const role = await roleNow(world, id);
  expect(role.state).toBe("FILLED");
  const held = [...role.pastSeats, ...role.seats].filter(({ state }) => state === "ENDED" || state === "CURRENT").map(({ organisationId }) => organisationId);
  expect(held).toEqual([rachid.organisationId, await world.organisation("loes")]);
});

test("RO-07 a successor who is chosen before the holder goes starts on that day, and the role is never vacant", async () => {
  const { id } = await newRole(world);
  await chosen(id, "demi");
  await actOnSeat(world, "demi", "resignRole", id);
  await propose("joost", id);
  expect((await actOnSeat(world, "fenna", "chooseRoleHolder", id, "joost")).__typename).toBe("ChooseRoleHolderPayload");
  const role = await roleNow(world, id);
  expect(role.vacantFrom).toBe(null);
  expect((await seatOf(world, id, "joost")).startsOn).toBe((await seatOf(world, id, "demi")).endsOn);
  const before = await world.head();
  await world.pass(14);
  expect((await world.eventsAfter(before)).filter(({ targetId }) => targetId === id).map(({ type }) => type)).toEqual(["ROLE_HOLDER_ENDED"]);
  expect(await roleNow(world, id)).toMatchObject({ state: "FILLED", holders: [{ organisationId: await world.organisation("joost") }] });
});

test("RO-08 a term is announced fourteen days before it ends, once, and ends by the calendar", async () => {
  const { id } = await newRole(world, { termMonths: 1 });
  await chosen(id, "demi");
  const announcements = async () => (await roleNow(world, id)).history.filter(({ type }) => type === "ROLE_VACANCY_ANNOUNCED").length;
  await world.pass(10);
  expect(await announcements()).toBe(0);
  await world.pass(12);
  await world.runJobs();
  expect(await announcements()).toBe(1);
  await world.pass(14);
  expect(await roleNow(world, id)).toMatchObject({ state: "VACANT", pastSeats: [{ endReason: "TERM_ENDED" }] });
});

test("RO-09 two changes of what a role says conflict; changes of its seats do not", async () => {
  const role = await newRole(world);
  await propose("demi", role.id);
  expect((await world.act("fenna", "updateRole", { id: role.id, expectedVersion: role.version, purpose: "Nieuw doel" })).__typename).toBe("UpdateRolePayload");
  expect(await world.act("fenna", "updateRole", { id: role.id, expectedVersion: role.version, purpose: "Ander doel" })).toMatchObject({
    __typename: "VersionConflict",
    groups: ["ROLE"],
  });
  expect((await roleNow(world, role.id)).purpose).toBe("Nieuw doel");
});

test("RO-10 D10 a retired role ends its seats and is brought back by any partner coordinator within five working days", async () => {
  const role = await newRole(world);
  await chosen(role.id, "demi");
  const { version } = await roleNow(world, role.id);
  expect(await world.act("demi", "retireRole", { id: role.id, expectedVersion: version }, "ActInput")).toMatchObject({ reason: "COORDINATOR_ONLY" });
  await world.done("fenna", "retireRole", { id: role.id, expectedVersion: version, reason: "Niet meer nodig" }, "ActInput");
  const retired = await roleNow(world, role.id);
  expect(retired).toMatchObject({ state: "RETIRED", seats: [], pastSeats: [{ endReason: "ROLE_RETIRED" }] });
  expect(await propose("joost", role.id)).toMatchObject({ missing: [{ code: "ROLE_RETIRED" }] });
  await world.done("joost", "restoreRole", { id: role.id, expectedVersion: retired.version }, "ActInput");
  expect((await roleNow(world, role.id)).state).toBe("VACANT");
  const again = await roleNow(world, role.id);
  await world.done("fenna", "retireRole", { id: role.id, expectedVersion: again.version }, "ActInput");
  await world.pass(14);
  expect(await world.act("joost", "restoreRole", { id: role.id, expectedVersion: 99 }, "ActInput")).toMatchObject({ reason: "COORDINATOR_ONLY" });
});

test("RO-11 T13 a person who leaves leaves the seat empty and the deputy acts; INV-20 an organisation that leaves makes the role vacant", async () => {
  const role = await newRole(world);
  const [demi, portiek] = [await world.member("demi"), await world.organisation("demi")];
  const { object } = await world.done(
    "fenna",
    "addMembership",
    { organisationId: portiek, email: "nieuw@deportiek.example", displayName: "Nieuw Demo", accessRole: "MEMBER", capabilities: [] },
    "",
    "object: membership { id }",
  );
  await chosen(role.id, "demi", { membershipId: object?.id, deputyMembershipId: demi.id });
  const events = await world.head();
  await world.done("demi", "revokeMembership", { id: object?.id, expectedVersion: 1 }, "", "object: membership { id }");
  expect((await world.eventsAfter(events)).map(({ type }) => type)).toEqual(["SEAT_CHANGED", "MEMBERSHIP_REVOKED"]);
  expect(await roleNow(world, role.id)).toMatchObject({
    state: "FILLED",
    seats: [{ membershipId: null, deputyMembershipId: demi.id, isEmpty: true, organisationId: portiek }],
  });
  const before = await world.head();
  await world.done("fenna", "partnerLeaves", { organisationId: portiek, expectedVersion: 1 }, "", "object: organisation { id }");
  const types = (await world.eventsAfter(before)).filter(({ targetId }) => targetId === role.id).map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(["ROLE_HOLDER_ENDED", "ROLE_VACANT"]);
  expect(await roleNow(world, role.id)).toMatchObject({ state: "VACANT", pastSeats: [{ endReason: "PARTNER_LEFT" }] });
});

test("RO-12 roles are read by members of the coalition alone, filtered by state, neighbourhood and holder", async () => {
  const { id } = await newRole(world, { name: "Alleen voor Moerwijk", areaCodes: ["WK051836"] });
  await chosen(id, "imani");
  const list = async (filter: Record<string, unknown>) =>
    (
      await world.read<{ roles: { asOfSequence: number; roles: TestRole[] } }>(
        "sem",
        `query L($id: ID!, $filter: RoleFilter) { roles(coalitionId: $id, filter: $filter) { asOfSequence roles { ${roleFields} } } }`,
        { id: world.coalitionId, filter },
      )
    ).roles;
  const organisationId = await world.organisation("imani");
  expect((await list({ organisationId })).roles.map((role) => role.id)).toEqual([id]);
  expect((await list({ areaCode: "WK051834" })).roles.map((role) => role.id)).not.toContain(id);
  expect((await list({ states: ["RETIRED"] })).roles.every(({ state }) => state === "RETIRED")).toBe(true);
  expect((await list({})).asOfSequence).toBe(await world.head());
  const foreign = await (await world.as("thijs")).send(`query R($id: ID!) { role(id: $id) { name } }`, { id });
  expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});

test("RO-13 F3 the demo holds its roles, one of them vacant", async () => {
  const { roles } = await world.read<{ roles: { roles: { name: string; state: string }[] } }>(
    "fenna",
    `query L($id: ID!) { roles(coalitionId: $id) { roles { name state } } }`,
    { id: world.coalitionId },
  );
  const named = (name: string) => roles.roles.find((role) => role.name === name)?.state;
  expect(["Procesregisseur", "Wijkregisseur Moerwijk", "Werfcoördinator", "Coördinator huisbezoeken", "Beheerder informatiepunt"].map(named)).toEqual(
    Array(5).fill("FILLED"),
  );
  expect(named("Data- en privacycontact")).toBe("VACANT");
});
