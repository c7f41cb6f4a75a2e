import { AssignmentState, dayIn, MeetingState, Priority, quarterOf, WatchKind, WatchPeriod } from "@wijkbord/schema";
import { AgreementVersion, ProcessAgreement } from "@wijkbord/schema/types";
import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import { watchOutcomes } from "@wijkbord/server/src/agreements/watchOutcomes.ts";
import type { EntityManager } from "@wijkbord/server/src/database/database.ts";
import { MeetingTable } from "@wijkbord/server/src/meetings/meeting.tables.ts";
import { TaskPlacementTable } from "@wijkbord/server/src/tasks/board.tables.ts";
import { TaskAssignmentTable, TaskTable } from "@wijkbord/server/src/tasks/task.tables.ts";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";
import { boardCalled, change, type TestTask } from "../harness/board.ts";
import { rounds, seeds, withSeed } from "../harness/seeds.ts";
import { lastOf, plainCount, randomLog, randomOf, visibilityOf, type WatchLog } from "../harness/watchLogs.ts";

const zone = "Europe/Amsterdam";
let world: AgreementWorld;
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());

const boardIds = [uuidv7(), uuidv7()] as const;
const organisationIds = [uuidv7(), uuidv7(), uuidv7()] as const;
const member = uuidv7();
const organisation = (index: number) => organisationIds[index] ?? member;

/** Writes a log into a coalition of its own, as the services would have. */
async function write(em: EntityManager, coalitionId: string, log: WatchLog): Promise<void> {
  const at = { coalitionId, version: 1 };
  for (const [index, task] of log.tasks.entries()) {
    const { state, archived } = lastOf(log, task);
    const visibility = visibilityOf(task);
    em.create(TaskTable, {
      ...at,
      id: task.id,
      number: index + 1,
      title: `Taak ${index}`,
      description: "",
      state,
      stateBeforeBlocked: null,
      themeId: null,
      actionLineId: null,
      areaCode: "PROEF",
      dueOn: null,
      priority: Priority.NORMAL,
      blockedReason: null,
      blockedByTaskId: null,
      allInformed: false,
      visibility,
      organisationId: organisation(0),
      createdByMembershipId: null,
      importedNames: [],
      unconfirmedImport: false,
      externalId: null,
      enteredReviewAt: null,
      doneAt: null,
      archivedAt: archived ? log.now : null,
      createdAt: task.createdAt,
      updatedAt: task.createdAt,
      groupVersions: {},
      stateReason: null,
      waiveNote: null,
      redactedFields: null,
      repeatUnit: null,
      repeatEvery: null,
      repeatDay: null,
      repeatOfTaskId: null,
    });
    const boardId = boardIds[task.board] ?? "";
    em.create(TaskPlacementTable, { id: uuidv7(), coalitionId, taskId: task.id, boardId, columnId: boardId, position: `a${index}`, isHome: true });
  }
  for (const letter of log.letters) {
    const last = log.events.findLast(({ targetId }) => targetId === letter.id)?.state?.after;
    const state = Object.values(AssignmentState).find((each) => each === last) ?? AssignmentState.PROPOSED;
    const { id, taskId, createdAt } = letter;
    const organisationId = organisation(letter.organisation);
    const nothing = { membershipId: null, proposedByOrganisationId: null, note: null, reason: null, redactedFields: null };
    em.create(TaskAssignmentTable, { ...at, id, taskId, organisationId, letter: letter.letter, state, createdAt, ...nothing });
  }
  for (const { id, board, at: startsAt, held } of log.meetings) {
    const closed = { openItemId: null, closedAt: null, startSequence: null, closedSequence: null, codeHash: null, seriesId: null, everyWeeks: null };
    em.create(MeetingTable, {
      ...at,
      ...closed,
      id,
      boardId: board === null ? null : (boardIds[board] ?? null),
      title: "Overleg",
      place: null,
      startsAt,
      endsAt: startsAt,
      chairMembershipId: member,
      noteTakerMembershipId: null,
      state: held ? MeetingState.CLOSED : MeetingState.PLANNED,
      cancelled: false,
      startedAt: held ? startsAt : null,
      createdAt: log.begin,
    });
  }
  for (const [index, event] of log.events.entries()) {
    const changes = event.state ? [{ field: "state", ...event.state }] : [];
    em.create(EventTable, {
      ...at,
      id: uuidv7(),
      sequence: index + 1,
      type: event.type,
      occurredAt: event.at,
      actorMembershipId: event.byPerson ? member : null,
      targetType: "Task",
      targetId: event.targetId,
      taskId: event.taskId,
      boardIds: [],
      visibility: visibilityOf(event),
      organisationId: null,
      changes,
      clientMutationId: null,
      undoes: null,
    });
  }
  await em.flush();
}

/** The work of a transaction that is taken back. */
class TakenBack extends Error {}

test(
  "AG-48 for random logs the count of each kind of rule is that of a plain recomputation, and a rule of version 2 judges nothing of version 1",
  { timeout: rounds(120_000, 3_600_000) },
  async () => {
    const decided = new Map<WatchKind, number>();
    const start = performance.now();
    for (const seed of seeds("watch", rounds(25, 500))) {
      await withSeed("watch", seed, async () => {
        const random = randomOf(seed + 1_000_000);
        const [coalitionId, agreementId] = [uuidv7(), uuidv7()];
        const log = randomLog(seed, agreementId);
        const agreement = Object.assign(new ProcessAgreement(), { id: agreementId, coalitionId, areaCodes: [], ownerOrganisationId: member, reviewOn: null });
        const day = dayIn(new Date(log.begin.getTime() + random.below(100) * 86_400_000), zone);
        const quarter = quarterOf(day, zone);
        const versions = [
          { from: log.begin, until: log.changedAt },
          { from: log.changedAt, until: null },
        ].map((window) => ({ window, rules: Object.values(WatchKind).map((kind, article) => ({ article, kind, n: 1 + random.below(7) })) }));
        const work = world.hub.services.database.transaction(async (em) => {
          await write(em, coalitionId, log);
          for (const { window, rules } of versions) {
            const version = Object.assign(new AgreementVersion(), { coalitionId, watchRules: rules, inForceAt: window.from, replacedAt: window.until });
            const time = { now: log.now, timeZone: zone, day, period: WatchPeriod.QUARTER };
            for (const { rule, cases, met, decided: judged, pending } of await watchOutcomes(em, agreement, version, time)) {
              expect({ met, decided: judged, pending }, rule.kind).toEqual(plainCount(log, rule.kind, rule.n, { ...window, quarter }));
              for (const { startedAt, objectId } of cases) {
                expect(startedAt >= window.from && (window.until === null || startedAt < window.until)).toBe(true);
                expect(objectId).not.toBe("");
              }
              decided.set(rule.kind, (decided.get(rule.kind) ?? 0) + judged);
            }
          }
          throw new TakenBack();
        });
        await expect(work).rejects.toThrow(TakenBack);
      });
    }
    console.info(`AG-48: cases decided ${JSON.stringify(Object.fromEntries(decided))} in ${Math.round((performance.now() - start) / 1_000)} s`);
    for (const kind of Object.values(WatchKind)) expect(decided.get(kind), kind).toBeGreaterThan(0);
  },
);

const three = ["fenna", "demi", "joost"];
async function watching(kind: string, n: number): Promise<string> {
  const id = await world.draft(three);
  const { id: versionId, version } = await world.latest("fenna", id);
  await world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, watchRules: [{ article: 2, kind, n }] });
  await world.open(id);
  for (const key of three) await world.sign(key, id);
  return id;
}
interface Outcome {
  met: number;
  decided: number;
  pending: number;
  from: string;
  cases: { organisationId: string; result: string; task: { id: string } | null; meeting: { id: string } | null }[];
}
async function outcomeOf(id: string, period = "QUARTER", key = "joost"): Promise<Outcome | undefined> {
  const { agreement } = await world.ask<{ agreement: { currentVersion: { watchOutcomes: Outcome[] } } }>(
    key,
    `query W($id: ID!, $p: WatchPeriod) { agreement(id: $id) { currentVersion { watchOutcomes(period: $p) { met decided pending from cases { organisationId result task { id } meeting { id } } } } } }`,
    { id, p: period },
  );
  return agreement.currentVersion.watchOutcomes[0];
}
const hours = (count: number) => new Date(world.now().getTime() + count * 3_600_000).toISOString();
interface Agenda {
  meeting: { agenda: { id: string; title: string; note: string; aboutId: string | null }[] };
}
const agendaOf = async (id: string) =>
  (await world.ask<Agenda>("fenna", `query A($id: ID!) { meeting(id: $id) { agenda { id title note aboutId } } }`, { id })).meeting.agenda;

async function plan(inHours: number, boardId: string | null): Promise<string> {
  const { answer } = await world.ask<{ answer: { meeting: { id: string } } }>(
    "fenna",
    `mutation P($input: PlanMeetingInput!) { answer: planMeeting(input: $input) { ... on PlanMeetingPayload { meeting { id } } } }`,
    { input: { coalitionId: world.coalitionId, boardId, title: "Overleg", startsAt: hours(inHours), endsAt: hours(inHours + 1) } },
  );
  return answer.meeting.id;
}

test("AG-43 a rule counts for each meeting which organisations updated all tasks that they lead in the working days before it; a look back opens with the figures", async () => {
  const id = await watching("UPDATED_BEFORE_MEETING", 2);
  const demi = await world.as("demi");
  const board = await boardCalled(demi, "Moerwijk");
  const going = ["AGREED", "IN_PROGRESS", "IN_REVIEW", "BLOCKED"];
  const leads = ({ assignments }: TestTask) => assignments.find(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED")?.organisationId;
  const led = Map.groupBy(
    board.tasks.filter((task) => going.includes(task.state) && leads(task)),
    leads,
  );
  const own = (await world.member("demi")).organisationId;
  expect(led.get(own)?.length).toBeGreaterThan(0);
  const meetingId = await plan(7 * 24, board.id);
  await world.pass(6.9);
  for (const task of led.get(own) ?? []) {
    const input = { taskId: task.id, text: "Loopt." };
    await (await world.as("demi")).run(`mutation C($input: AddCommentInput!) { addComment(input: $input) { __typename } }`, { input });
  }
  expect(await outcomeOf(id)).toMatchObject({ met: 1, decided: 1, pending: led.size - 1 });
  await world.pass(0.2);
  await world.ask("fenna", `mutation S($input: MeetingActInput!) { startMeeting(input: $input) { __typename } }`, { input: { meetingId } });
  world.wait(0.01);
  const after = await outcomeOf(id);
  expect(after).toMatchObject({ met: 1, decided: led.size, pending: 0 });
  expect(after?.cases.filter(({ result }) => result === "MET")).toEqual([{ organisationId: own, result: "MET", task: null, meeting: { id: meetingId } }]);
  expect((await outcomeOf(id, "QUARTER", "sem"))?.decided).toBe(led.size);
  await world.pass(40);
  expect(await outcomeOf(id)).toMatchObject({ decided: 0 });
  expect(await outcomeOf(id, "LOOK_BACK")).toMatchObject({ met: 1, decided: led.size });
});

test("AG-44 what is stuck longer than was agreed comes first on the next agenda, once; a late look back comes last; a rule does nothing else", async () => {
  const [stuck, looking] = [await watching("BLOCKED_LONGER_THAN", 3), await watching("REVIEW_EVERY", 1)];
  const fenna = await world.as("fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  const task = board.tasks.find(({ state }) => state === "IN_PROGRESS");
  const columnId = board.columns.find(({ state }) => state === "BLOCKED")?.id;
  const moved = await change(fenna, "moveTask", "MoveTaskInput", { id: task?.id, columnId, expectedVersion: task?.version, reason: "wacht op de sleutel" });
  const meetingId = await plan(80 * 24, board.id);
  const items = [{ title: "Opening" }];
  await world.ask("fenna", `mutation I($input: AddAgendaItemsInput!) { addAgendaItems(input: $input) { __typename } }`, { input: { meetingId, items } });
  /** Points of this test; agreements of the demo watch too. */
  const points = async () => (await agendaOf(meetingId)).filter(({ aboutId }) => aboutId === null || aboutId === task?.id || aboutId === looking);
  await world.runJobs();
  expect((await points()).map(({ title }) => title)).toEqual(["Opening"]);
  await world.pass(8);
  const { number } = await world.read("fenna", stuck);
  const agenda = await points();
  expect(agenda.map(({ title, note, aboutId }) => [title, note, aboutId])).toEqual([
    [task?.title, `${number}, artikel 2`, task?.id],
    ["Opening", "", null],
  ]);
  const later = (await boardCalled(await world.as("fenna"), "Moerwijk")).tasks.find(({ id }) => id === task?.id);
  expect(later).toMatchObject({ state: "BLOCKED", version: moved.task?.version });
  const agendaItemId = agenda[0]?.id;
  await world.ask("fenna", `mutation R($input: AgendaItemActInput!) { removeAgendaItem(input: $input) { __typename } }`, { input: { agendaItemId } });
  await world.runJobs();
  expect((await points()).map(({ title }) => title)).toEqual(["Opening"]);
  await world.pass(30);
  expect((await points()).map(({ title, aboutId }) => [title, aboutId])).toEqual([
    ["Opening", null],
    ["Proefafspraak", looking],
  ]);
  expect((await outcomeOf(stuck, "LOOK_BACK"))?.cases[0]?.task).toEqual({ id: task?.id });
});
