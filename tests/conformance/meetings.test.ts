import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow, plan } from "../harness/meetings.ts";
import { newBoard } from "../harness/work.ts";

let world: CoalitionWorld;
let strict: Awaited<ReturnType<typeof newBoard>>;
let boards: { id: string; title: string }[];
beforeAll(async () => {
  world = await CoalitionWorld.start();
  strict = await newBoard(await world.as("fenna"), "WK051832", "STRICT");
  boards = (await world.read<{ boards: { id: string; title: string }[] }>("fenna", `{ boards { id title } }`)).boards;
});
afterAll(() => world[Symbol.asyncDispose]());

const boardOf = (word: string) => boards.find(({ title }) => title.includes(word))?.id ?? "";
const newTask = async (key: string, boardId: string, title = "Proeftaak") =>
  (await world.done(key, "createTask", { boardId, title }, "", "object: task { id }")).object?.id ?? "";
const close = (meetingId: string, key = "fenna") => world.act(key, "closeMeeting", { meetingId }, "MeetingActInput");

test("ME-01 anybody who may write plans a meeting within its limits; observers do not, but put points forward", async () => {
  const base = { coalitionId: world.coalitionId, title: "Overleg", startsAt: "2026-12-01T08:30:00Z", endsAt: "2026-12-01T10:00:00Z" };
  expect((await world.act("demi", "planMeeting", base)).__typename).toBe("PlanMeetingPayload");
  expect(await world.act("demi", "planMeeting", { ...base, endsAt: base.startsAt })).toMatchObject({ field: "endsAt", code: "ENDS_BEFORE_BEGIN" });
  expect(await world.act("demi", "planMeeting", { ...base, everyWeeks: 13 })).toMatchObject({ field: "everyWeeks", code: "OUT_OF_RANGE" });
  expect(await world.act("sem", "planMeeting", base)).toMatchObject({ reason: "OBSERVER" });
  const meetingId = await plan(world, null);
  expect((await world.act("sem", "addAgendaItems", { meetingId, items: [{ title: "Vraag van bewoners" }] })).__typename).toBe("AddAgendaItemsPayload");
  const sem = await world.member("sem");
  expect(await world.act("fenna", "handOverChair", { meetingId, membershipId: sem.id })).toMatchObject({ __typename: "NotFound", field: "membershipId" });
});

test("ME-02 one meeting per board is live, also when two start at once; only who leads starts, opens and closes", async () => {
  const boardId = boardOf("Morgenstond");
  const [one, other] = [await plan(world, boardId), await plan(world, boardId)];
  expect(await world.act("demi", "startMeeting", { meetingId: one }, "MeetingActInput")).toMatchObject({ reason: "NOT_THE_CHAIR" });
  const answers = await Promise.all([one, other].map((meetingId) => world.act("fenna", "startMeeting", { meetingId }, "MeetingActInput")));
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["RuleBroken", "StartMeetingPayload"]);
  expect(answers.find(({ rule }) => rule)).toMatchObject({ rule: "ME", missing: [{ code: "ANOTHER_MEETING_LIVE" }] });
  const started = answers[0]?.rule ? other : one;
  const takeOver = async (key: string) => world.act(key, "handOverChair", { meetingId: started, membershipId: (await world.member(key)).id });
  expect(await takeOver("joost")).toMatchObject({ reason: "NOT_THE_CHAIR" });
  await world.done("joost", "setAttendance", { meetingId: started, organisationId: await world.organisation("joost"), present: true });
  expect((await takeOver("joost")).__typename).toBe("HandOverChairPayload");
  expect((await meetingNow(world, started, "joost")).viewerCanLead).toBe(true);
  await world.done("fenna", "handOverChair", { meetingId: started, membershipId: (await world.member("demi")).id });
  expect([(await meetingNow(world, started, "demi")).viewerCanLead, (await meetingNow(world, started, "joost")).viewerCanLead]).toEqual([true, false]);
  expect((await close(started, "demi")).__typename).toBe("CloseMeetingPayload");
  expect(await close(started)).toMatchObject({ missing: [{ code: "MEETING_NOT_LIVE" }] });
});

test("ME-03 points are opened one at a time; the one before is done, and words of two people do not overwrite each other", async () => {
  const meetingId = await live(world, boardOf("Morgenstond"), ["Een", "Twee", "Drie"]);
  const step = () => world.act("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  await step();
  expect((await meetingNow(world, meetingId)).agenda.map(({ state }) => state)).toEqual(["OPEN", "WAITING", "WAITING"]);
  const third = (await meetingNow(world, meetingId)).agenda[2];
  await world.done("fenna", "openAgendaItem", { agendaItemId: third?.id }, "AgendaItemActInput");
  expect((await meetingNow(world, meetingId)).agenda.map(({ state }) => state)).toEqual(["DONE", "WAITING", "OPEN"]);
  await step();
  await step();
  expect((await meetingNow(world, meetingId)).openItemId).toBe(null);
  expect(await step()).toMatchObject({ missing: [{ code: "NO_MORE_ITEMS" }] });
  const edit = (note: string) => world.act("fenna", "updateAgendaItem", { agendaItemId: third?.id, expectedVersion: third?.version, note });
  expect(await edit("Te laat")).toMatchObject({ __typename: "VersionConflict", groups: ["AGENDA_ITEM"] });
  expect(await world.act("demi", "updateAgendaItem", { agendaItemId: third?.id, expectedVersion: 99, note: "x" })).toMatchObject({
    reason: "NOT_THE_NOTE_TAKER",
  });
  await close(meetingId);
});

test("ME-04 the list of changes equals what the log holds of the board between start and close, and the minutes name each decision and change", async () => {
  const boardId = boardOf("Moerwijk");
  const before = await newTask("demi", boardId, "Van tevoren");
  const meetingId = await live(world, boardId, ["Verdelen", "Rondvraag"], ["demi", "joost"]);
  const from = await world.head();
  await world.done("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  const made = await newTask("demi", boardId, "Tijdens het <overleg>");
  await world.done("joost", "pickUpTask", { id: made, expectedVersion: 9 }, "ActInput");
  await world.done("demi", "createTask", { boardId, title: "Geheim van De Portiek", visibility: "ORGANISATION" });
  await world.done("fenna", "recordDecision", { meetingId, text: "Samen Moerwijk trekt dit.", kind: "TASK_DIVISION", refs: [{ type: "Task", id: made }] });
  await newTask("joost", boardOf("Bouwlust"), "Op een ander bord");
  await close(meetingId);
  await newTask("demi", boardId, "Na afloop");
  const meeting = await meetingNow(world, meetingId, "joost");
  const logged = await world.hub.services.database.read().execute<{ id: string; type: string; sequence: string }[]>(
    `select id, type, sequence from event where coalition_id = ? and sequence > ? and visibility <> 'ORGANISATION' and board_ids @> ?::jsonb
      and sequence < (select sequence from event where target_id = ? and type = 'MEETING_CLOSED') and type not like 'AGENDA%' and type not like 'ATTENDANCE%' order by sequence`,
    [world.coalitionId, from, JSON.stringify([boardId]), meetingId],
  );
  expect(meeting.changes.map(({ id }) => id)).toEqual(logged.map(({ id }) => id));
  expect(meeting.changes.map(({ type }) => type)).toEqual(expect.arrayContaining(["TASK_CREATED", "ASSIGNMENT_ACCEPTED", "TASK_MOVED", "DECISION_RECORDED"]));
  expect(meeting.changes.map(({ taskId }) => taskId)).not.toContain(before);
  const { markdown = "", html = "" } = meeting.minutes ?? {};
  for (const text of ["Samen Moerwijk trekt dit.", "De Portiek", "Verdelen", "Rondvraag (niet aan toegekomen)"]) expect(markdown).toContain(text);
  expect(markdown.split("\n")[0]).toMatch(/, \p{L}+dag \d+ \p{L}+ \d{4}$/u);
  for (const text of ["Geheim van De Portiek", "Op een ander bord", "Na afloop", "Van tevoren"]) expect(`${markdown}${html}`).not.toContain(text);
  expect(markdown.split("\n").filter((line) => /^- .*\(.*\)$/.test(line) && !line.includes("niet aan toegekomen")).length).toBe(meeting.changes.length);
  expect(html).toContain("Tijdens het &lt;overleg&gt;");
  expect(html.match(/<li>/g)?.length).toBe(html.match(/<\/li>/g)?.length);
});

test("ME-08 D10 a decision is never changed; who attended says so at once until the close, and adds a note for five working days", async () => {
  const meetingId = await live(world, boardOf("Morgenstond"), ["Besluiten"], ["demi"]);
  await world.done("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  const { object } = await world.done("fenna", "recordDecision", { meetingId, text: "We beginnen in januari.", kind: "OTHER" }, "", "object: decision { id }");
  const note = (key: string, kind: string, text: string | null) => world.act(key, "addDecisionNote", { decisionId: object?.id, kind, text });
  expect(await note("joost", "NOT_UNDERSTOOD", null)).toMatchObject({ reason: "NOT_ATTENDING" });
  expect((await note("demi", "NOT_UNDERSTOOD", null)).__typename).toBe("AddDecisionNotePayload");
  await close(meetingId);
  expect(await note("demi", "NOT_UNDERSTOOD", null)).toMatchObject({ rule: "D10", missing: [{ code: "TOO_LATE_FOR_NOTE" }] });
  expect(await note("demi", "NOTE", " ")).toMatchObject({ field: "text", code: "REQUIRED" });
  expect((await note("demi", "NOTE", "Mits er geld is.")).__typename).toBe("AddDecisionNotePayload");
  expect((await meetingNow(world, meetingId)).minutes?.markdown).toContain("Mits er geld is.");
  await world.pass(10);
  expect(await note("demi", "NOTE", "Te laat")).toMatchObject({ missing: [{ code: "TOO_LATE_FOR_NOTE" }] });
  const schema = await world.read<{ __schema: { mutationType: { fields: { name: string }[] } } }>("fenna", `{ __schema { mutationType { fields { name } } } }`);
  expect(schema.__schema.mutationType.fields.map(({ name }) => name).filter((name) => name.endsWith("Decision"))).toEqual(["recordDecision"]);
});

test("ME-09 closing a meeting of a series prepares the next at the same time of day, with what was not reached", async () => {
  const meetingId = await live(world, boardOf("Morgenstond"), ["Gedaan", "Blijft liggen"], [], {
    everyWeeks: 2,
    startsAt: "2027-03-16T08:30:00Z",
    endsAt: "2027-03-16T10:00:00Z",
  });
  await world.done("fenna", "nextAgendaItem", { meetingId }, "MeetingActInput");
  await close(meetingId);
  const { meetings } = await world.read<{ meetings: { id: string; startsAt: string; state: string }[] }>(
    "fenna",
    `query L($id: ID!, $board: ID) { meetings(coalitionId: $id, boardId: $board, states: [PLANNED]) { id startsAt state } }`,
    { id: world.coalitionId, board: boardOf("Morgenstond") },
  );
  const next = meetings.find(({ startsAt }) => startsAt === "2027-03-30T07:30:00.000Z");
  const left = (await meetingNow(world, meetingId)).agenda;
  expect(left.map(({ state }) => state)).toEqual(["DONE", "NOT_REACHED"]);
  expect((await meetingNow(world, next?.id ?? "")).agenda).toMatchObject([{ title: "Blijft liggen", state: "WAITING", carriedFromId: left[1]?.id }]);
});

test("ME-26 a point has planned minutes within its limit, changed by who may change the point, logged, and taken along to the next meeting", async () => {
  const meetingId = await plan(world, boardOf("Bouwlust"), { everyWeeks: 2 });
  const add = (minutes: number | null, key = "demi") => world.act(key, "addAgendaItems", { meetingId, items: [{ title: "Een punt", minutes }] });
  for (const minutes of [0, -5, 241]) expect(await add(minutes)).toMatchObject({ field: "minutes", code: "OUT_OF_RANGE" });
  for (const minutes of [15, null, 240]) expect((await add(minutes)).__typename).toBe("AddAgendaItemsPayload");
  const agenda = async () => (await meetingNow(world, meetingId)).agenda;
  const [first, second] = await agenda();
  expect((await agenda()).map(({ minutes }) => minutes)).toEqual([15, null, 240]);
  const change = (key: string, minutes: number | null, expectedVersion = 1) =>
    world.act(key, "updateAgendaItem", { agendaItemId: first?.id, expectedVersion, minutes });
  expect(await change("joost", 10)).toMatchObject({ reason: "NOT_THE_NOTE_TAKER" });
  expect(await change("demi", 1_000)).toMatchObject({ field: "minutes", code: "OUT_OF_RANGE" });
  const before = await world.head();
  expect((await change("demi", 10)).__typename).toBe("UpdateAgendaItemPayload");
  const logged = await world.hub.services.database
    .read()
    .execute<{ type: string; changes: unknown[] }[]>(`select type, changes from event where coalition_id = ? and sequence > ?`, [world.coalitionId, before]);
  expect(logged).toMatchObject([{ type: "AGENDA_ITEM_CHANGED", changes: [{ field: "agendaItemId" }, { field: "minutes", before: 15, after: 10 }] }]);
  expect(await change("fenna", 20)).toMatchObject({ __typename: "VersionConflict", groups: ["AGENDA_ITEM"] });
  expect((await change("fenna", null, 2)).__typename).toBe("UpdateAgendaItemPayload");
  await world.done("fenna", "updateAgendaItem", { agendaItemId: first?.id, expectedVersion: 3, note: "Alleen woorden", minutes: 5 });
  await world.done("fenna", "updateAgendaItem", { agendaItemId: first?.id, expectedVersion: 4, note: "Minuten blijven" });

  await world.done("fenna", "startMeeting", { meetingId }, "MeetingActInput");
  const open = (agendaItemId: string | undefined) => world.done("fenna", "openAgendaItem", { agendaItemId }, "AgendaItemActInput");
  await open(first?.id);
  world.wait(480_000);
  await open(second?.id);
  world.wait(60_000);
  await open(first?.id);
  expect((await agenda())[0]).toMatchObject({ minutes: 5, secondsBefore: 480, openedAt: world.now().toISOString() });
  await close(meetingId);
  const { meetings } = await world.read<{ meetings: { agenda: { title: string; minutes: number | null }[] }[] }>(
    "fenna",
    `query L($id: ID!, $board: ID) { meetings(coalitionId: $id, boardId: $board, states: [PLANNED]) { agenda { title minutes } } }`,
    { id: world.coalitionId, board: boardOf("Bouwlust") },
  );
  expect(meetings.flatMap((each) => each.agenda)).toEqual([{ title: "Een punt", minutes: 240 }]);
});

test("ME-10 a proposed agenda holds what waits on the board and in the coalition, without what is on the agenda", async () => {
  const taskId = await newTask("fenna", strict.id, "Zonder trekker");
  const meetingId = await plan(world, strict.id);
  const proposal = async () =>
    (
      await world.read<{ agendaProposal: { kind: string; aboutId: string; boardId: string | null; title: string }[] }>(
        "demi",
        `query P($id: ID!) { agendaProposal(meetingId: $id) { kind aboutId boardId title } }`,
        { id: meetingId },
      )
    ).agendaProposal;
  const found = await proposal();
  expect(found.map(({ aboutId }) => aboutId)).toContain(taskId);
  expect(found.every(({ boardId }) => boardId === null || boardId === strict.id)).toBe(true);
  await world.done("demi", "addAgendaItems", { meetingId, items: [{ title: "Wie trekt dit?", aboutType: "Task", aboutId: taskId }] });
  expect((await proposal()).map(({ aboutId }) => aboutId)).not.toContain(taskId);
  const hidden = await world.done("joost", "createTask", { boardId: strict.id, title: "Intern", visibility: "ORGANISATION" }, "", "object: task { id }");
  expect(await world.act("joost", "addAgendaItems", { meetingId, items: [{ title: "Intern", aboutType: "Task", aboutId: hidden.object?.id }] })).toMatchObject({
    __typename: "NotFound",
    field: "aboutId",
  });
});

test("ME-11 members of another coalition read nothing of a meeting; minutes exist only of one that took place", async () => {
  const meetingId = await plan(world, null);
  const foreign = await (await world.as("thijs")).send(`query M($id: ID!) { meeting(id: $id) { title } }`, { id: meetingId });
  expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  await world.done("fenna", "cancelMeeting", { meetingId }, "MeetingActInput");
  expect(await meetingNow(world, meetingId)).toMatchObject({ state: "CLOSED", cancelled: true, minutes: null, changes: [] });
});
