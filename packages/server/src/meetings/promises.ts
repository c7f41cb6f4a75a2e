import {
  acceptedAccountable,
  AssignmentState,
  dayIn,
  endOfDay,
  EventType,
  isLive,
  Letter,
  mayAnswerPromise,
  meetingLimits,
  PromiseState,
  Visibility,
} from "@wijkbord/schema";
import type { ConfirmPromisesInput, DenyPromiseInput, MeetingPromise, RecordPromiseInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { type Change, type ChangeDeps, type LoggedWork, systemChange } from "../activity/change.ts";
import { notAllowed, notFound, optionalText, ruleBroken, text } from "../activity/refusal.ts";
import { addWorkingDays } from "../agreements/workingDeadlines.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Job } from "../time/jobs.ts";
import { giveLetter, organisationFor, settleLetter } from "../tasks/giveLetter.ts";
import { type LoadedTask, loadOpenTask, touch } from "../tasks/taskChange.ts";
import { recordWithoutLead } from "../tasks/withoutLead.ts";
import { PromiseTable } from "./meeting.tables.ts";
import { difference, expectLive, expectNotes, loadMeeting, recordMeeting } from "./meetingWork.ts";

async function record(work: LoggedWork, promise: MeetingPromise, type: EventType): Promise<void> {
  const { id, organisationId, letter, state, taskId, meetingId } = promise;
  const changes = [
    difference("promiseId", null, id),
    difference("organisationId", null, organisationId),
    difference("letter", null, letter),
    difference("state", null, state),
  ];
  recordMeeting(work, await loadMeeting(work, meetingId), type, changes, taskId);
}

/** D9: writes a spoken yes down. It is no letter: it lets the card stand until the organisation confirms it. */
export async function recordPromise(change: Change, input: RecordPromiseInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  const meeting = await loadMeeting(change, input.meetingId);
  expectNotes(change, meeting);
  expectLive(meeting);
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  if (loaded.task.visibility === Visibility.ORGANISATION) throw notFound("taskId");
  if (meeting.boardId !== null && loaded.board.id !== meeting.boardId) throw ruleBroken("ME", [{ code: "OTHERS_MEETING", objectId: loaded.task.id }]);
  const organisationId = await organisationFor(change, input.organisationId, input.letter, "organisationId");
  const present = input.letter === Letter.ACCOUNTABLE ? acceptedAccountable(loaded.assignments) : undefined;
  if (present) throw ruleBroken("INV-01", [{ code: "ALREADY_ACCOUNTABLE", objectId: present.organisationId }]);
  const same = { meetingId: meeting.id, taskId: loaded.task.id, organisationId, letter: input.letter, state: PromiseState.OPEN };
  if (await em.count(PromiseTable, same)) return meeting.id;
  const promise = em.create(PromiseTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    ...same,
    agendaItemId: meeting.openItemId,
    saidBy: optionalText("saidBy", input.saidBy, meetingLimits.saidBy),
    reason: null,
    recordedByOrganisationId: actor.organisationId,
    recordedByMembershipId: actor.membershipId,
    createdAt: now,
    lapsesAt: endOfDay(addWorkingDays(dayIn(now, coalition.timeZone), meetingLimits.promiseWorkingDays), coalition.timeZone),
    decidedAt: null,
    version: 1,
  });
  touch(loaded, change);
  await record(change, promise, EventType.PROMISE_RECORDED);
  return meeting.id;
}

const settled = {
  [PromiseState.CONFIRMED]: EventType.PROMISE_CONFIRMED,
  [PromiseState.DENIED]: EventType.PROMISE_DENIED,
  [PromiseState.LAPSED]: EventType.PROMISE_LAPSED,
} as const;

async function settle(change: LoggedWork, promise: MeetingPromise, state: keyof typeof settled, reason: string | null = null): Promise<void> {
  Object.assign(promise, { state, reason, decidedAt: change.now, version: promise.version + 1 });
  await record(change, promise, settled[state]);
}

/** Another organisation leads by now; such a promise stays open until it is denied. */
const isTaken = ({ assignments }: LoadedTask, { letter, organisationId }: MeetingPromise): boolean => {
  const present = letter === Letter.ACCOUNTABLE ? acceptedAccountable(assignments) : undefined;
  return present !== undefined && present.organisationId !== organisationId;
};

/** The own organisation confirms what was said for it, in one act (INV-03). */
export async function confirmPromises(change: Change, input: ConfirmPromisesInput): Promise<string> {
  const { em, actor } = change;
  const meeting = await loadMeeting(change, input.meetingId);
  if (!mayAnswerPromise(actor, actor)) throw notAllowed("OBSERVER");
  const all = await em.find(PromiseTable, { meetingId: meeting.id }, { orderBy: { createdAt: "asc", id: "asc" } });
  const wanted =
    input.promiseIds ?? all.filter(({ organisationId, state }) => organisationId === actor.organisationId && state === PromiseState.OPEN).map(({ id }) => id);
  for (const id of wanted) {
    const promise = all.find((each) => each.id === id);
    if (!promise) throw notFound("promiseIds");
    if (!mayAnswerPromise(actor, promise)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
    if (promise.state !== PromiseState.OPEN) throw ruleBroken("D9", [{ code: "PROMISE_ANSWERED", objectId: id }]);
    const loaded = await loadOpenTask(change, promise.taskId, "promiseIds");
    if (isTaken(loaded, promise) && !input.promiseIds) continue;
    await giveLetter(change, loaded, promise.organisationId, promise.letter, {});
    await settle(change, promise, PromiseState.CONFIRMED);
  }
  return meeting.id;
}

/** D9: a denied promise becomes a declined proposal with its reason. */
export async function denyPromise(change: Change, input: DenyPromiseInput): Promise<string> {
  const { em, actor, coalition } = change;
  const promise = await em.findOne(PromiseTable, { id: input.promiseId, coalitionId: coalition.id });
  if (!promise) throw notFound("promiseId");
  if (!mayAnswerPromise(actor, promise)) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  if (promise.state !== PromiseState.OPEN) throw ruleBroken("D9", [{ code: "PROMISE_ANSWERED", objectId: promise.id }]);
  const reason = text("reason", input.reason, meetingLimits.reason);
  const loaded = await loadOpenTask(change, promise.taskId, "promiseId");
  const holds = loaded.assignments.some((letter) => letter.organisationId === promise.organisationId && isLive(letter));
  if (!holds && promise.letter !== Letter.INFORMED && promise.recordedByOrganisationId !== promise.organisationId) {
    const asRecorder = { ...change, actor: { ...actor, organisationId: promise.recordedByOrganisationId } };
    await giveLetter(asRecorder, loaded, promise.organisationId, promise.letter, {});
    const proposed = loaded.assignments.find(
      ({ organisationId, letter, state }) => organisationId === promise.organisationId && letter === promise.letter && state === AssignmentState.PROPOSED,
    );
    if (proposed) await settleLetter(change, loaded, proposed, AssignmentState.DECLINED, reason);
  }
  touch(loaded, change);
  await settle(change, promise, PromiseState.DENIED, reason);
  return promise.meetingId;
}

const due = (em: LoggedWork["em"], coalitionId: string, now: Date) =>
  em.find(PromiseTable, { coalitionId, state: PromiseState.OPEN, lapsesAt: { $lte: now } }, { orderBy: { lapsesAt: "asc", id: "asc" } });

async function lapse(work: LoggedWork): Promise<void> {
  const lapsed = await due(work.em, work.coalition.id, work.now);
  for (const promise of lapsed) await settle(work, promise, PromiseState.LAPSED);
  const led = lapsed.filter(({ letter }) => letter === Letter.ACCOUNTABLE).map(({ taskId }) => taskId);
  await recordWithoutLead(work, [...new Set(led)]);
}

/** After ten working days a promise counts no more; the card keeps its column, and the log says who is needed. */
export function promiseDates(deps: ChangeDeps): Job {
  return {
    name: "promises",
    async run() {
      for (const { id } of await deps.database.read().find(CoalitionTable, {})) {
        if ((await due(deps.database.read(), id, deps.clock.now())).length === 0) continue;
        await systemChange(deps, id, lapse);
      }
    },
  };
}
