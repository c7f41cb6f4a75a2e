import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow, plan } from "../harness/meetings.ts";
import { newBoard, taskNow } from "../harness/work.ts";

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
const promise = async (meetingId: string, taskId: string, whose: string, letter: string, key = "fenna") =>
  world.act(key, "recordPromise", { meetingId, taskId, organisationId: await world.organisation(whose), letter, saidBy: "De buurtbeheerder" });
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

test("ME-05 D9 a promise is no letter: it lets a card stand in AGREED on a STRICT board until it is confirmed by the organisation alone", async () => {
  const taskId = await newTask("fenna", strict.id);
  const meetingId = await live(world, strict.id, ["Verdelen"]);
  const move = () => world.act("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("AGREED"), expectedVersion: 99 });
  expect(await move()).toMatchObject({ rule: "C7.1" });
  expect((await promise(meetingId, taskId, "joost", "ACCOUNTABLE", "demi")).reason).toBe("NOT_THE_NOTE_TAKER");
  expect((await promise(meetingId, taskId, "joost", "ACCOUNTABLE")).__typename).toBe("RecordPromisePayload");
  expect((await move()).__typename).toBe("MoveTaskPayload");
  const task = await taskNow(await world.as("fenna"), taskId);
  expect(task).toMatchObject({ state: "AGREED", assignments: [], openPoints: [] });
  expect(await world.act("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("IN_PROGRESS"), expectedVersion: 99 })).toMatchObject({ rule: "C7.1" });
  await close(meetingId);
  const [open] = (await meetingNow(world, meetingId)).promises;
  expect(await world.act("demi", "confirmPromises", { meetingId, promiseIds: [open?.id] })).toMatchObject({ reason: "ONLY_THE_ORGANISATION_ITSELF" });
  await world.done("joost", "confirmPromises", { meetingId });
  const { assignments } = await taskNow(await world.as("fenna"), taskId);
  expect(assignments).toMatchObject([{ letter: "ACCOUNTABLE", state: "ACCEPTED", organisationId: await world.organisation("joost") }]);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "CONFIRMED" }]);
});

test("ME-06 D9 one organisation confirms all in one act and denies one with its reason, which stands in the minutes as a declined proposal", async () => {
  const tasks = [await newTask("fenna", strict.id, "Eerste"), await newTask("fenna", strict.id, "Tweede"), await newTask("fenna", strict.id, "Derde")];
  const meetingId = await live(world, strict.id);
  for (const taskId of tasks) await promise(meetingId, taskId, "joost", "SUPPORT");
  await promise(meetingId, tasks[0] ?? "", "demi", "SUPPORT");
  await close(meetingId);
  const waiting = async (key: string) =>
    (
      await world.read<{ attention: { items: { kind: string; objectId: string }[] } }>(
        key,
        `query A($id: ID!) { attention(coalitionId: $id) { items { kind objectId } } }`,
        { id: world.coalitionId },
      )
    ).attention.items.filter(({ kind }) => kind === "PROMISE_TO_CONFIRM");
  expect([(await waiting("joost")).length, (await waiting("demi")).length, (await waiting("imani")).length]).toEqual([3, 1, 0]);
  const [wrong] = await waiting("joost");
  await world.done("joost", "denyPromise", { promiseId: wrong?.objectId, reason: "Dat heb ik niet gezegd" });
  const before = await world.head();
  await world.done("joost", "confirmPromises", { meetingId });
  expect((await world.eventsAfter(before)).map(({ type }) => type).filter((type) => type === "PROMISE_CONFIRMED").length).toBe(2);
  expect(await waiting("joost")).toEqual([]);
  const meeting = await meetingNow(world, meetingId);
  expect(meeting.promises.map(({ state }) => state).toSorted()).toEqual(["CONFIRMED", "CONFIRMED", "DENIED", "OPEN"]);
  expect(meeting.minutes?.markdown).toContain("Dat heb ik niet gezegd");
  const denied = meeting.promises.find(({ state }) => state === "DENIED");
  const rows = await world.hub.services.database
    .read()
    .execute<{ state: string; reason: string }[]>(`select state, reason from task_assignment where task_id = ? and organisation_id = ?`, [
      denied?.taskId ?? "",
      denied?.organisationId ?? "",
    ]);
  expect(rows).toEqual([{ state: "DECLINED", reason: "Dat heb ik niet gezegd" }]);
  expect(await world.act("joost", "denyPromise", { promiseId: denied?.id, reason: "Nog eens" })).toMatchObject({
    rule: "D9",
    missing: [{ code: "PROMISE_ANSWERED" }],
  });
});

test("ME-07 D9 after ten working days a promise lapses by the calendar; the card keeps its column and counts as without trekker", async () => {
  const taskId = await newTask("fenna", strict.id, "Verloopt");
  const meetingId = await live(world, strict.id);
  await promise(meetingId, taskId, "joost", "ACCOUNTABLE");
  await world.done("fenna", "moveTask", { id: taskId, columnId: strict.columnOf("AGREED"), expectedVersion: 99 });
  await close(meetingId);
  await world.pass(14);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "OPEN" }]);
  const standing = async () =>
    (await world.read<{ task: { promises: { letter: string }[] } }>("demi", `query T($id: ID!) { task(id: $id) { promises { letter } } }`, { id: taskId })).task
      .promises;
  expect(await standing()).toEqual([{ letter: "ACCOUNTABLE" }]);
  const before = await world.head();
  await world.pass(1);
  expect(await standing()).toEqual([]);
  expect((await meetingNow(world, meetingId)).promises).toMatchObject([{ state: "LAPSED" }]);
  const said = (await world.eventsAfter(before)).filter(({ targetId }) => targetId === meetingId || targetId === taskId);
  expect(said.map(({ type }) => type)).toEqual(["PROMISE_LAPSED", "TASK_NEEDS_ACCOUNTABLE"]);
  const task = await taskNow(await world.as("fenna"), taskId);
  expect(task.state).toBe("AGREED");
  expect(task.openPoints.map(({ code }) => code)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE"]);
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

test("ME-12 D9 a promise counts when columns of a STRICT board change, as it does when a card moves", async () => {
  const board = await newBoard(await world.as("fenna"), "BU05183284", "STRICT");
  const task = await newTask("fenna", board.id, "Toegezegd");
  const { columns } = (
    await world.read<{ board: { columns: { id: string; state: string; version: number }[] } }>(
      "fenna",
      `query B($id: ID!) { board(id: $id) { columns { id state version } } }`,
      { id: board.id },
    )
  ).board;
  const first = columns.find(({ state }) => state === "PROPOSED");
  const agree = () => world.act("fenna", "updateColumn", { id: first?.id, expectedVersion: first?.version, state: "AGREED", moveTasksToColumnId: first?.id });
  expect(await agree()).toMatchObject({ rule: "C7.1", missing: [{ code: "NO_ACCOUNTABLE" }, { code: "NO_RESPONSIBLE" }] });
  const meetingId = await live(world, board.id);
  await promise(meetingId, task, "joost", "ACCOUNTABLE");
  expect((await agree()).__typename).toBe("UpdateColumnPayload");
  expect(await taskNow(await world.as("fenna"), task)).toMatchObject({ state: "AGREED", openPoints: [] });
});

test("ME-11 members of another coalition read nothing of a meeting; minutes exist only of one that took place", async () => {
  const meetingId = await plan(world, null);
  const foreign = await (await world.as("thijs")).send(`query M($id: ID!) { meeting(id: $id) { title } }`, { id: meetingId });
  expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  await world.done("fenna", "cancelMeeting", { meetingId }, "MeetingActInput");
  expect(await meetingNow(world, meetingId)).toMatchObject({ state: "CLOSED", cancelled: true, minutes: null, changes: [] });
});
