import { addDays, addMonths, AssignmentState, dayIn, endOfDay, EventType, Letter, startOfDay, TaskState, Visibility, WatchKind } from "@wijkbord/schema";
import { isWorkingDay } from "@wijkbord/server/src/time/workingDays.ts";
import { v7 as uuidv7 } from "uuid";

const zone = "Europe/Amsterdam";
const dayMs = 86_400_000;
const { AGREED, BLOCKED, CANCELLED, DONE, IN_PROGRESS, PROPOSED } = TaskState;

/** Numbers that are random and the same again for one seed. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const of = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error("Nothing to choose from.");
    return value;
  };
  return { below, of, happens: (chance: number) => next() < chance };
}
type Random = ReturnType<typeof randomOf>;

export interface LogEvent {
  readonly at: Date;
  readonly type: EventType;
  readonly taskId: string | null;
  readonly targetId: string;
  readonly byPerson: boolean;
  readonly internal: boolean;
  readonly state: { readonly before: string; readonly after: string } | null;
}
export interface LogTask {
  readonly id: string;
  readonly createdAt: Date;
  readonly internal: boolean;
  readonly board: number;
  readonly first: TaskState;
}
export interface LogLetter {
  readonly id: string;
  readonly taskId: string;
  readonly letter: Letter;
  readonly organisation: number;
  readonly createdAt: Date;
}
export interface LogMeeting {
  readonly id: string;
  readonly board: number | null;
  readonly at: Date;
  readonly held: boolean;
}
/** A log of some months of a coalition with a few tasks, letters and meetings. */
export interface WatchLog {
  readonly begin: Date;
  readonly changedAt: Date;
  readonly now: Date;
  readonly tasks: LogTask[];
  readonly letters: LogLetter[];
  readonly meetings: LogMeeting[];
  readonly events: LogEvent[];
}

const begin = new Date("2026-08-20T08:00:00Z");
const moment = (random: Random, from: number, days: number) => new Date(begin.getTime() + from * dayMs + random.below(Math.max(1, days * 1_440)) * 60_000);

function lifeOf(random: Random, task: LogTask, now: Date): { events: LogEvent[]; letters: LogLetter[] } {
  const [events, letters]: [LogEvent[], LogLetter[]] = [[], []];
  let [at, state, archived]: [Date, TaskState, boolean] = [task.createdAt, task.first, false];
  const states = new Map<string, AssignmentState>();
  const add = (type: EventType, extra: Partial<LogEvent> = {}) =>
    events.push({ at, type, taskId: task.id, targetId: task.id, byPerson: true, internal: task.internal, state: null, ...extra });
  const enter = (type: EventType, after: TaskState) => {
    add(type, { state: { before: state, after } });
    state = after;
  };
  const letter = (chosen: LogLetter, type: EventType, after: AssignmentState) => {
    add(type, { targetId: chosen.id, state: { before: states.get(chosen.id) ?? after, after } });
    states.set(chosen.id, after);
  };
  add(EventType.TASK_CREATED);
  for (;;) {
    at = new Date(at.getTime() + (30 + random.below(9 * 1_440)) * 60_000);
    if (at >= now) return { events, letters };
    const choice = random.below(12);
    if (archived) {
      if (choice < 4) add(EventType.TASK_RESTORED);
      archived = choice >= 4;
    } else if (choice < 3 && state !== BLOCKED) enter(EventType.TASK_BLOCKED, BLOCKED);
    else if (choice < 4 && state === BLOCKED) enter(EventType.TASK_UNBLOCKED, IN_PROGRESS);
    else if (choice === 4 && state !== BLOCKED) enter(EventType.TASK_MOVED, random.of([PROPOSED, AGREED, IN_PROGRESS, DONE]));
    else if (choice === 5) enter(EventType.TASK_MOVED, CANCELLED);
    else if (choice === 6) {
      add(EventType.TASK_ARCHIVED);
      archived = true;
    } else if (choice === 7) add(EventType.COMMENT_ADDED, { targetId: uuidv7(), internal: task.internal || random.happens(0.5) });
    else if (choice === 8) add(EventType.TASK_OVERDUE, { byPerson: false });
    else {
      const open = letters.filter(({ id }) => states.get(id) === AssignmentState.PROPOSED);
      const held = letters.some(({ id, letter: kind }) => kind === Letter.ACCOUNTABLE && states.get(id) === AssignmentState.ACCEPTED);
      const answered = open.length > 0 && random.happens(0.7) ? random.of(open) : null;
      if (answered && !(held && answered.letter === Letter.ACCOUNTABLE)) letter(answered, EventType.ASSIGNMENT_ACCEPTED, AssignmentState.ACCEPTED);
      else if (answered) letter(answered, EventType.ASSIGNMENT_DECLINED, AssignmentState.DECLINED);
      else if (held && random.happens(0.2)) {
        const [lead] = letters.filter(({ id, letter: kind }) => kind === Letter.ACCOUNTABLE && states.get(id) === AssignmentState.ACCEPTED);
        if (lead) letter(lead, EventType.ASSIGNMENT_RELEASED, AssignmentState.RELEASED);
      } else {
        const made: LogLetter = {
          id: uuidv7(),
          taskId: task.id,
          letter: random.of([Letter.ACCOUNTABLE, Letter.ACCOUNTABLE, Letter.RESPONSIBLE]),
          organisation: random.below(3),
          createdAt: at,
        };
        letters.push(made);
        letter(made, EventType.ASSIGNMENT_PROPOSED, AssignmentState.PROPOSED);
      }
    }
  }
}

/** A random log of an agreement that changed once. */
export function randomLog(seed: number, agreementId: string): WatchLog {
  const random = randomOf(seed);
  const now = moment(random, 60, 60);
  const tasks = Array.from({ length: 2 + random.below(5) }, (): LogTask => ({
    id: uuidv7(),
    createdAt: moment(random, 0, 25),
    internal: random.happens(0.15),
    board: random.below(2),
    first: random.of([PROPOSED, AGREED, AGREED, IN_PROGRESS]),
  }));
  const lives = tasks.map((task) => lifeOf(random, task, now));
  const meetings: LogMeeting[] = [];
  for (let at = moment(random, 3, 9); at < moment(random, 130, 1); at = new Date(at.getTime() + (6 + random.below(12)) * dayMs)) {
    meetings.push({ id: uuidv7(), board: random.of([null, 0, 1]), at, held: at < now });
  }
  const looksBack = Array.from({ length: random.below(4) }, () => moment(random, 10, 110)).filter((at) => at < now);
  const reviews = looksBack.map((at): LogEvent => ({
    at,
    type: EventType.AGREEMENT_REVIEWED,
    taskId: null,
    targetId: agreementId,
    byPerson: true,
    internal: false,
    state: null,
  }));
  const events = [...lives.flatMap((life) => life.events), ...reviews].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { begin, changedAt: moment(random, 5, 50), now, tasks, letters: lives.flatMap(({ letters }) => letters), meetings, events };
}

/** The n-th working day after a day, or before it, by walking along the calendar. */
function walk(day: string, n: number, step: 1 | -1): string {
  let [at, left] = [day, n];
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

export interface Counts {
  met: number;
  decided: number;
  pending: number;
}
interface Times {
  readonly from: Date;
  readonly until: Date | null;
  readonly quarter: { readonly from: Date; readonly until: Date };
}

/** What happened to one thing that began, counted by hand. */
function tally(cases: readonly { due: Date; end: Date | null }[], now: Date): Counts {
  const counts = { met: 0, decided: 0, pending: 0 };
  for (const { due, end } of cases) {
    if (end !== null && end <= due) counts.met += 1;
    if (end !== null || now > due) counts.decided += 1;
    else counts.pending += 1;
  }
  return counts;
}

const during = (at: Date, { from, until, quarter }: Times) => at >= from && (until === null || at < until) && at >= quarter.from && at < quarter.until;

function began({ events, tasks, now }: WatchLog, kind: WatchKind, n: number, times: Times): Counts {
  const first = kind === WatchKind.BLOCKED_LONGER_THAN ? EventType.TASK_BLOCKED : EventType.ASSIGNMENT_PROPOSED;
  const answers: EventType[] = [EventType.ASSIGNMENT_ACCEPTED, EventType.ASSIGNMENT_DECLINED, EventType.ASSIGNMENT_RELEASED];
  const visible = new Set(tasks.filter(({ internal }) => !internal).map(({ id }) => id));
  const cases = events.flatMap((event, index) => {
    if (event.type !== first || !visible.has(event.taskId ?? "") || !during(event.at, times)) return [];
    const end = events
      .slice(index + 1)
      .find(
        ({ taskId, targetId, type, state }) =>
          taskId === event.taskId &&
          (type === EventType.TASK_ARCHIVED ||
            (type === EventType.TASK_MOVED && (state?.before === BLOCKED || state?.after === CANCELLED)) ||
            (kind === WatchKind.BLOCKED_LONGER_THAN ? type === EventType.TASK_UNBLOCKED : targetId === event.targetId && answers.includes(type))),
      );
    return [{ due: endOfDay(walk(dayIn(event.at, zone), n, 1), zone), end: end?.at ?? null }];
  });
  return tally(cases, now);
}

function lookedBack({ events, now }: WatchLog, n: number, { from, until }: Times): Counts {
  const cases = [];
  let start = from;
  for (const { at } of events.filter(({ type, at: when }) => type === EventType.AGREEMENT_REVIEWED && when >= from)) {
    if (cases.length > 0 && at.getTime() - start.getTime() < 31 * dayMs) continue;
    cases.push({ start, end: at });
    start = at;
  }
  const all = [...cases, { start, end: null }].filter((each) => until === null || each.start < until);
  return tally(
    all.map((each) => ({ due: endOfDay(addMonths(dayIn(each.start, zone), n), zone), end: each.end })),
    now,
  );
}

/** Who led what that was going on at a moment: the log, told from its begin. */
function ledAt({ events, tasks, letters }: WatchLog, board: number | null, at: Date): Map<number, string[]> {
  const led = new Map<number, string[]>();
  for (const task of tasks) {
    if (task.internal || task.createdAt > at || (board !== null && task.board !== board)) continue;
    const past = events.filter((event) => event.taskId === task.id && event.at <= at);
    const state = past.findLast((event) => event.targetId === task.id && event.state)?.state?.after ?? task.first;
    const archived = past.findLast(({ type }) => type === EventType.TASK_ARCHIVED || type === EventType.TASK_RESTORED)?.type === EventType.TASK_ARCHIVED;
    if (archived || ![AGREED, IN_PROGRESS, BLOCKED].some((each) => each === state)) continue;
    const lead = letters.find(
      (letter) =>
        letter.taskId === task.id &&
        letter.letter === Letter.ACCOUNTABLE &&
        past.findLast(({ targetId }) => targetId === letter.id)?.state?.after === AssignmentState.ACCEPTED,
    );
    if (lead) led.set(lead.organisation, [...(led.get(lead.organisation) ?? []), task.id]);
  }
  return led;
}

function updatedBefore(log: WatchLog, n: number, times: Times): Counts {
  const cases = log.meetings.flatMap((meeting) => {
    const start = startOfDay(walk(dayIn(meeting.at, zone), n, -1), zone);
    if (start < times.from || start > log.now || !during(meeting.at, times)) return [];
    return [...ledAt(log, meeting.board, meeting.at).values()].map((ids) => {
      const moments = ids.map(
        (id) => log.events.find((event) => event.taskId === id && event.byPerson && !event.internal && event.at >= start && event.at <= meeting.at)?.at ?? null,
      );
      const last = moments.includes(null) ? null : new Date(Math.max(...moments.map((at) => at?.getTime() ?? 0)));
      return { due: meeting.at, end: last };
    });
  });
  return tally(cases, log.now);
}

/** What a rule counts, from the log as it was made. */
export function plainCount(log: WatchLog, kind: WatchKind, n: number, times: Times): Counts {
  if (kind === WatchKind.REVIEW_EVERY) return lookedBack(log, n, times);
  return kind === WatchKind.UPDATED_BEFORE_MEETING ? updatedBefore(log, n, times) : began(log, kind, n, times);
}

/** What a task is at the end of a log. */
export function lastOf({ events }: WatchLog, { id, first }: LogTask): { state: TaskState; archived: boolean } {
  const own = events.filter(({ targetId }) => targetId === id);
  const state = own.findLast((event) => event.state)?.state?.after;
  const archived = own.findLast(({ type }) => type === EventType.TASK_ARCHIVED || type === EventType.TASK_RESTORED)?.type === EventType.TASK_ARCHIVED;
  return { state: Object.values(TaskState).find((each) => each === state) ?? first, archived };
}

export const visibilityOf = ({ internal }: { readonly internal: boolean }) => (internal ? Visibility.ORGANISATION : Visibility.COALITION);
