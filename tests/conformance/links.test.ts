import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow, plan } from "../harness/meetings.ts";
import { actOnSeat, newRole } from "../harness/roles.ts";

let world: CoalitionWorld;
beforeAll(async () => {
  world = await CoalitionWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Link {
  id: string;
  title: string;
  url: string;
  audience: string | null;
}
const fields = "links { id title url audience }";
const ofRole = async (id: string, key = "demi") =>
  (await world.read<{ role: { links: Link[] } }>(key, `query R($id: ID!) { role(id: $id) { ${fields} } }`, { id })).role.links;
const ofPoints = async (id: string) =>
  (
    await world.read<{ meeting: { agenda: { id: string; links: Link[] }[] } }>("demi", `query M($id: ID!) { meeting(id: $id) { agenda { id ${fields} } } }`, {
      id,
    })
  ).meeting.agenda;
const plan1 = { title: "Plan van aanpak", url: "https://gemeente.example/plan", audience: "Alleen met account" };

test("D8-01 a role carries at most 20 links, by the coordinator and the organisations that hold it; only https, and each refusal says why", async () => {
  const { id: roleId } = await newRole(world);
  const add = (key: string, extra: Record<string, unknown> = {}) => world.act(key, "addRoleLink", { roleId, ...plan1, ...extra });
  expect(await add("demi")).toMatchObject({ __typename: "NotAllowed", reason: "NOT_YOUR_ROLE" });
  await world.done("fenna", "proposeRoleHolder", { roleId, organisationId: await world.organisation("demi") });
  await actOnSeat(world, "demi", "acceptRole", roleId);
  expect((await add("demi")).__typename).toBe("AddRoleLinkPayload");
  expect(await add("sem")).toMatchObject({ reason: "NOT_YOUR_ROLE" });
  expect(await add("fenna", { url: "http://gemeente.example/plan" })).toMatchObject({ field: "url", code: "ONLY_HTTPS" });
  expect(await add("fenna", { url: "https://naam:geheim@gemeente.example" })).toMatchObject({ field: "url", code: "ONLY_HTTPS" });
  expect(await add("fenna", { url: "javascript:alert(1)" })).toMatchObject({ field: "url", code: "ONLY_HTTPS" });
  expect(await add("fenna", { url: "geen adres" })).toMatchObject({ field: "url", code: "NOT_AN_ADDRESS" });
  expect(await add("fenna", { title: " " })).toMatchObject({ field: "title", code: "REQUIRED" });
  expect(await add("fenna", { audience: "x".repeat(141) })).toMatchObject({ field: "audience", code: "TOO_LONG" });
  for (let count = 1; count < 20; count += 1) await world.done("fenna", "addRoleLink", { roleId, ...plan1, title: `Link ${count}` });
  expect(await add("fenna")).toMatchObject({ field: "roleId", code: "TOO_MANY" });
  const [first, ...rest] = await ofRole(roleId);
  expect(first).toMatchObject(plan1);
  expect(await world.act("demi", "removeRoleLink", { roleId, linkId: roleId })).toMatchObject({ __typename: "NotFound", field: "linkId" });
  await world.done("demi", "removeRoleLink", { roleId, linkId: first?.id });
  expect(await ofRole(roleId)).toEqual(rest);
  const [row] = await world.hub.services.database
    .read()
    .execute<{ count: string }[]>(`select count(*) as count from event where coalition_id = ? and changes::text like '%gemeente.example%'`, [
      world.coalitionId,
    ]);
  expect(Number(row?.count)).toBe(0);
  const redact = { targetType: "CoalitionRole", targetId: roleId, field: "links", reason: "Er stond een naam in." };
  await world.done("fenna", "redactMeetingText", redact, "RedactTextInput");
  expect(await ofRole(roleId)).toEqual([]);
});

test("D8-02 a point of an agenda carries links, by who takes notes and by the organisation that put it forward; what is not reached takes them along", async () => {
  const meetingId = await plan(world, null, { everyWeeks: 2 });
  await world.done("sem", "addAgendaItems", { meetingId, items: [{ title: "Vraag van bewoners" }] });
  const [point] = await ofPoints(meetingId);
  const agendaItemId = point?.id ?? "";
  const add = (key: string, extra: Record<string, unknown> = {}) => world.act(key, "addAgendaLink", { agendaItemId, ...plan1, ...extra });
  expect(await add("demi")).toMatchObject({ reason: "NOT_THE_NOTE_TAKER" });
  expect((await add("sem", { title: "Brief" })).__typename).toBe("AddAgendaLinkPayload");
  expect((await add("fenna")).__typename).toBe("AddAgendaLinkPayload");
  expect(await add("fenna", { url: "ftp://gemeente.example" })).toMatchObject({ field: "url", code: "ONLY_HTTPS" });
  const [brief, other] = (await ofPoints(meetingId))[0]?.links ?? [];
  expect([brief?.title, other?.title]).toEqual(["Brief", plan1.title]);
  await world.done("sem", "removeAgendaLink", { agendaItemId, linkId: brief?.id });
  await world.done("fenna", "startMeeting", { meetingId }, "MeetingActInput");
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  expect(await add("fenna")).toMatchObject({ rule: "ME", missing: [{ code: "MEETING_CLOSED" }] });
  const { meetings } = await world.read<{ meetings: { id: string; state: string; title: string; agenda: { links: Link[] }[] }[] }>(
    "demi",
    `query L($id: ID!) { meetings(coalitionId: $id) { id state title agenda { ${fields} } } }`,
    { id: world.coalitionId },
  );
  const carried = meetings.filter(({ state, title }) => state === "PLANNED" && title === "Wijkoverleg").flatMap(({ agenda }) => agenda);
  expect(carried.map(({ links }) => links.map(({ title }) => title))).toContainEqual([plan1.title]);
});

test("ME-13 each refusal around a meeting names its rule and the present state, and foreign ids answer like unknown ones", async () => {
  const meetingId = await live(world, null, ["Een"]);
  const task = (await world.read<{ boards: { id: string }[] }>("demi", `{ boards { id } }`)).boards[0]?.id;
  const taskId = (await world.done("demi", "createTask", { boardId: task, title: "Proeftaak" }, "", "object: task { id }")).object?.id;
  const venlo = (await world.read<{ me: { memberships: { organisationId: string }[] } }>("thijs", `{ me { memberships { organisationId } } }`)).me
    .memberships[0];
  const foreign = venlo?.organisationId;
  const promise = { meetingId, taskId, letter: "ACCOUNTABLE" };
  expect(await world.act("fenna", "recordPromise", { ...promise, organisationId: foreign })).toMatchObject({ __typename: "NotFound", field: "organisationId" });
  expect(await world.act("fenna", "setAttendance", { meetingId, organisationId: foreign, present: true })).toMatchObject({ field: "organisationId" });
  expect(await world.act("thijs", "closeMeeting", { meetingId }, "MeetingActInput")).toMatchObject({ __typename: "NotFound", field: "meetingId" });
  expect(await world.act("fenna", "recordDecision", { meetingId, text: "x".repeat(1_001), kind: "OTHER" })).toMatchObject({ field: "text", code: "TOO_LONG" });
  const organisationId = await world.organisation("joost");
  await world.done("fenna", "recordPromise", { ...promise, organisationId });
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  const [open] = (await meetingNow(world, meetingId)).promises;
  expect(await world.act("fenna", "denyPromise", { promiseId: open?.id, reason: "Nee" })).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  expect(await world.act("joost", "denyPromise", { promiseId: open?.id, reason: " " })).toMatchObject({ field: "reason", code: "REQUIRED" });
});
