import { isLive, needsAcceptance } from "../tasks/letters.ts";
import { AssignmentState, Letter, TaskState } from "../tasks/task.ts";
import {
  AttentionAction,
  type AttentionEntry,
  AttentionKind,
  type AttentionLetter,
  type AttentionPlace,
  AttentionReach,
  type AttentionTask,
  longWorkingDays,
} from "./attention.ts";

const isOpen = ({ state }: AttentionTask) => state !== TaskState.DONE && state !== TaskState.CANCELLED;
const isAsked = ({ state, letter }: AttentionLetter) => state === AssignmentState.PROPOSED && needsAcceptance(letter);
const wantsLead = ({ state, letter }: AttentionLetter) => state === AssignmentState.PROPOSED && letter === Letter.ACCOUNTABLE;

type Base = Pick<
  AttentionEntry,
  "aboutType" | "aboutId" | "title" | "number" | "boardId" | "letter" | "organisationId" | "since" | "dueOn" | "count" | "objectId" | "objectVersion"
>;
const about = ({ id, title, number, boardId, dueOn, version }: AttentionTask): Base => ({
  aboutType: "Task",
  aboutId: id,
  title,
  number,
  boardId,
  dueOn,
  letter: null,
  organisationId: null,
  since: null,
  count: 1,
  objectId: id,
  objectVersion: version,
});
const withLetter = (task: AttentionTask, { id, version, letter, organisationId, createdAt }: AttentionLetter): Base => ({
  ...about(task),
  objectId: id,
  objectVersion: version,
  letter,
  organisationId,
  since: createdAt,
});

const reachOf = ({ viewer }: AttentionPlace, membershipId: string | null | undefined) =>
  membershipId === viewer.membershipId ? AttentionReach.ME : AttentionReach.ORGANISATION;
const carries = ({ viewer }: AttentionPlace, { assignments }: AttentionTask, ...letters: Letter[]): AttentionLetter | undefined =>
  assignments.find(
    ({ organisationId, state, letter }) => organisationId === viewer.organisationId && state === AssignmentState.ACCEPTED && letters.includes(letter),
  );

/** Letters that wait for the yes of the own organisation. */
export const lettersAsked = (tasks: readonly AttentionTask[], place: AttentionPlace): AttentionEntry[] =>
  tasks
    .filter((task) => isOpen(task) && !task.unconfirmedImport)
    .flatMap((task) =>
      task.assignments
        .filter((letter) => isAsked(letter) && letter.organisationId === place.viewer.organisationId)
        .map((letter) => ({
          kind: AttentionKind.LETTER_ASKED,
          reach: reachOf(place, letter.membershipId),
          action: AttentionAction.ACCEPT,
          ...withLetter(task, letter),
        })),
    );

/** D7: one line per board for letters that an import gave the own organisation. */
export function importedLetters(tasks: readonly AttentionTask[], { viewer }: AttentionPlace): AttentionEntry[] {
  const waiting = tasks.filter(
    ({ unconfirmedImport, assignments }) =>
      unconfirmedImport && assignments.some((letter) => letter.state === AssignmentState.PROPOSED && letter.organisationId === viewer.organisationId),
  );
  return [...Map.groupBy(waiting, ({ boardId }) => boardId)].map(([boardId, own]) => ({
    kind: AttentionKind.IMPORTED_LETTERS,
    reach: AttentionReach.ORGANISATION,
    action: AttentionAction.CONFIRM,
    objectId: boardId,
    objectVersion: null,
    aboutType: "Board",
    aboutId: boardId,
    title: own[0]?.boardTitle ?? "",
    number: null,
    boardId,
    organisationId: viewer.organisationId,
    letter: null,
    since: null,
    dueOn: null,
    count: own.length,
  }));
}

/** Several organisations were asked to lead; accepting one declines the others (D2). */
export const severalWantTask = (tasks: readonly AttentionTask[], _place: AttentionPlace): AttentionEntry[] =>
  tasks
    .filter((task) => isOpen(task) && task.assignments.filter(wantsLead).length > 1)
    .map((task) => ({
      kind: AttentionKind.SEVERAL_WANT_TASK,
      reach: AttentionReach.COALITION,
      action: AttentionAction.CHOOSE,
      ...about(task),
      letter: Letter.ACCOUNTABLE,
      count: task.assignments.filter(wantsLead).length,
    }));

/** Nobody leads and nobody was asked to. */
export const tasksWithoutAccountable = (tasks: readonly AttentionTask[], _place: AttentionPlace): AttentionEntry[] =>
  tasks
    .filter(
      (task) =>
        isOpen(task) &&
        !task.assignments.some((letter) => letter.letter === Letter.ACCOUNTABLE && isLive(letter)) &&
        !task.promises.some(({ letter }) => letter === Letter.ACCOUNTABLE),
    )
    .map((task) => ({ kind: AttentionKind.TASK_WITHOUT_ACCOUNTABLE, reach: AttentionReach.COALITION, action: AttentionAction.PICK_UP, ...about(task) }));

/** What leads or does the work sees first: its own, else the coalition. */
const ownOrAll = (task: AttentionTask, place: AttentionPlace) => {
  const own = carries(place, task, Letter.ACCOUNTABLE, Letter.RESPONSIBLE);
  return own ? reachOf(place, own.membershipId) : AttentionReach.COALITION;
};

/** M-03: waits for more than five working days. */
export const isBlockedLong = (
  { state, blockedSince }: Pick<AttentionTask, "state" | "blockedSince">,
  { workingDaysSince }: Pick<AttentionPlace, "workingDaysSince">,
): boolean => state === TaskState.BLOCKED && blockedSince !== null && workingDaysSince(blockedSince) > longWorkingDays;
export const tasksBlockedLong = (tasks: readonly AttentionTask[], place: AttentionPlace): AttentionEntry[] =>
  tasks
    .filter((task) => isBlockedLong(task, place))
    .map((task) => ({
      kind: AttentionKind.TASK_BLOCKED_LONG,
      reach: ownOrAll(task, place),
      action: AttentionAction.LOOK,
      ...about(task),
      since: task.blockedSince,
    }));

/** E11: what a task waited for is done, so that it can go on. */
export const tasksGoingOn = (tasks: readonly AttentionTask[], place: AttentionPlace): AttentionEntry[] =>
  tasks.flatMap((task) =>
    task.state === TaskState.BLOCKED && task.goOnColumnId !== null
      ? [
          {
            kind: AttentionKind.TASK_CAN_GO_ON,
            reach: ownOrAll(task, place),
            action: AttentionAction.GO_ON,
            ...about(task),
            columnId: task.goOnColumnId,
            since: task.blockedSince,
          },
        ]
      : [],
  );

/** Should have been done before today. */
export const tasksOverdue = (tasks: readonly AttentionTask[], place: AttentionPlace): AttentionEntry[] =>
  tasks
    .filter((task) => isOpen(task) && task.dueOn !== null && task.dueOn < place.today)
    .map((task) => ({ kind: AttentionKind.TASK_OVERDUE, reach: ownOrAll(task, place), action: AttentionAction.LOOK, ...about(task) }));

/** Another organisation does not answer what the own one asked, for more than five working days. */
export const proposalsUnanswered = (tasks: readonly AttentionTask[], place: AttentionPlace): AttentionEntry[] =>
  tasks.filter(isOpen).flatMap((task) =>
    task.assignments
      .filter(
        (letter) =>
          isAsked(letter) &&
          letter.proposedByOrganisationId === place.viewer.organisationId &&
          letter.organisationId !== place.viewer.organisationId &&
          place.workingDaysSince(letter.createdAt) > longWorkingDays,
      )
      .map((letter) => ({
        kind: AttentionKind.PROPOSAL_UNANSWERED,
        reach: AttentionReach.ORGANISATION,
        action: AttentionAction.ASK_AGAIN,
        ...withLetter(task, letter),
      })),
  );
