import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow } from "../harness/meetings.ts";
import { raw } from "../harness/raw.ts";

let world: CoalitionWorld;
beforeAll(async () => {
  world = await CoalitionWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const guest = (body: Record<string, unknown>, path = "meeting", address = "192.0.2.1") =>
  raw(`${world.hub.url}/guest/${path}`, { body, headers: { "x-forwarded-for": address } });
const codeOf = async (meetingId: string, key = "fenna") => {
  const { renewed } = await world.read<{ renewed: { meetingCode: string | null } }>(
    key,
    `mutation R($input: MeetingActInput!) { renewed: renewMeetingCode(input: $input) { ... on RenewMeetingCodePayload { meetingCode } } }`,
    { input: { meetingId } },
  );
  return renewed.meetingCode ?? "";
};

test("ME-20 a guest with the code sees the title of the open point and nothing else; the code ends with the meeting and signs nobody in", async () => {
  const meetingId = await live(world, null, ["Wie belt de buurt?", "Geheim voor later"]);
  const code = await codeOf(meetingId);
  expect(code).toMatch(/^[2-9a-z]{8}$/);
  expect((await guest({ code })).text).toBe('{"point":null}');
  await world.done("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  const seen = await guest({ code: `${code.slice(0, 4).toUpperCase()} ${code.slice(4)}` });
  expect(seen.text).toBe('{"point":"Wie belt de buurt?"}');
  expect(seen.headers.get("set-cookie")).toBe(null);
  const rows = await world.hub.services.database.read().execute<{ code_hash: string }[]>("select code_hash from meeting where id = ?", [meetingId]);
  expect(JSON.stringify(rows)).not.toContain(code);
  const again = await codeOf(meetingId);
  expect([(await guest({ code })).status, (await guest({ code: again })).status]).toEqual([404, 200]);
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  expect((await guest({ code: again })).status).toBe(404);
  expect(await world.act("demi", "renewMeetingCode", { meetingId }, "MeetingActInput")).toMatchObject({ reason: "NOT_THE_CHAIR" });
});

test("ME-21 after five wrong tries in a minute an address waits, with the right code too; others go on", async () => {
  const code = await codeOf(await live(world, null, ["Punt"]));
  const address = "192.0.2.7";
  for (let tries = 0; tries < 5; tries += 1) expect((await guest({ code: "zzzzzzzz" }, "meeting", address)).status).toBe(404);
  expect([(await guest({ code }, "meeting", address)).status, (await guest({ code }, "meeting", "192.0.2.8")).status]).toEqual([429, 200]);
  world.wait(61_000);
  expect((await guest({ code }, "meeting", address)).status).toBe(200);
  const { meetings } = await world.read<{ meetings: { id: string }[] }>("fenna", `query L($id: ID!) { meetings(coalitionId: $id, states: [LIVE]) { id } }`, {
    id: world.coalitionId,
  });
  for (const { id } of meetings) await world.done("fenna", "closeMeeting", { meetingId: id }, "MeetingActInput");
});

test("ME-22 a guest sends one question, within its limit; members read it, with its point", async () => {
  const meetingId = await live(world, null, ["Vragen"]);
  await world.done("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  const code = await codeOf(meetingId);
  const ask = (ticket: string, text: string) => guest({ code, ticket, text }, "question", "192.0.2.9");
  expect((await ask("kaartje-van-iemand", "x".repeat(301))).status).toBe(400);
  expect((await ask("kaartje-van-iemand", "Wanneer begint het?")).status).toBe(200);
  expect((await ask("kaartje-van-iemand", "En nog iets?")).status).toBe(409);
  expect((await ask("kort", "Zonder kaartje")).status).toBe(400);
  const { meeting } = await world.read<{ meeting: { questions: { text: string; agendaItemId: string | null }[] } }>(
    "joost",
    `query Q($id: ID!) { meeting(id: $id) { questions { text agendaItemId } } }`,
    { id: meetingId },
  );
  expect(meeting.questions).toEqual([{ text: "Wanneer begint het?", agendaItemId: (await meetingNow(world, meetingId)).agenda[0]?.id }]);
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
});

test("ME-23 a private calendar holds the own meetings and dates by number and title; a new one, a wrong address or the end of a membership voids it", async () => {
  const feed = async (key: string) =>
    (
      await world.read<{ made: { path: string } }>(
        key,
        `mutation F($input: CreateCalendarFeedInput!) { made: createCalendarFeed(input: $input) { ... on CreateCalendarFeedPayload { path } } }`,
        { input: { coalitionId: world.coalitionId } },
      )
    ).made.path;
  const { boards } = await world.read<{ boards: { id: string }[] }>("demi", `{ boards { id } }`);
  const demi = await world.organisation("demi");
  await world.done("demi", "createTask", {
    boardId: boards[0]?.id,
    title: "Sleutels, ophalen",
    description: "Bij mevrouw Geheim",
    dueOn: "2026-12-01",
    accountableOrganisationId: demi,
  });
  await world.done("joost", "createTask", { boardId: boards[0]?.id, title: "Niet van demi", dueOn: "2026-12-02" });
  const first = await feed("demi");
  const read = (path: string) => raw(`${world.hub.url}${path}`);
  const { status, text, headers } = await read(first);
  expect([status, headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  expect(lines.filter((line) => line.startsWith("SUMMARY:"))).toEqual(
    expect.arrayContaining(["SUMMARY:Overleg Moerwijk", expect.stringMatching(/^SUMMARY:ZW-\d+ Sleutels\\, ophalen$/)]),
  );
  expect(lines).toEqual(expect.arrayContaining(["DTSTART:20261201T083000Z", "DTSTART;VALUE=DATE:20261201"]));
  expect(lines).toContainEqual(expect.stringMatching(/^URL.+\/overleg\/2026-12-01\?overleg=[\w-]+$/));
  for (const secret of ["Niet van demi", "Geheim", "DESCRIPTION"]) expect(text).not.toContain(secret);
  const second = await feed("demi");
  expect([(await read(first)).status, (await read(second)).status, (await read(`${second.slice(0, -8)}aaaa.ics`)).status]).toEqual([404, 200, 404]);
  const member = await world.member("demi");
  await world.done("fenna", "revokeMembership", { id: member.id, expectedVersion: 1 });
  expect((await read(second)).status).toBe(404);
});

test("ME-24 D5 a text of a role or meeting is taken back by its author, in the row, the log and the minutes", async () => {
  const meetingId = await live(world, null, ["Punt"]);
  const secret = "Mevrouw Geheim";
  const { object } = await world.done("fenna", "recordDecision", { meetingId, text: `${secret} komt terug.`, kind: "OTHER" }, "", "object: decision { id }");
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  const role = await world.done("fenna", "createRole", { coalitionId: world.coalitionId, name: "Rol" }, "", "object: role { id }");
  await world.done("fenna", "updateRole", { id: role.object?.id, expectedVersion: 99, purpose: `Voor ${secret}` });
  const redact = (key: string, targetType: string, targetId: string | undefined, field: string) =>
    world.act(key, "redactMeetingText", { targetType, targetId, field, reason: "Naam van een inwoner" }, "RedactTextInput");
  expect(await redact("joost", "Decision", object?.id, "text")).toMatchObject({ reason: "NOT_THE_AUTHOR" });
  expect(await redact("fenna", "Decision", object?.id, "kind")).toMatchObject({ field: "field", code: "NOT_A_TEXT" });
  expect((await redact("fenna", "Decision", object?.id, "text")).__typename).toBe("RedactMeetingTextPayload");
  expect((await redact("bo", "CoalitionRole", role.object?.id, "purpose")).__typename).toBe("RedactMeetingTextPayload");
  expect((await meetingNow(world, meetingId)).minutes?.markdown).not.toContain(secret);
  const em = world.hub.services.database.read();
  for (const table of ["event", "decision", "coalition_role"]) {
    const [row] = await em.execute<{ n: number }[]>(`select count(*)::int as n from ${table} x where to_jsonb(x)::text like ?`, [`%${secret}%`]);
    expect(row?.n, table).toBe(0);
  }
});
