import type { Viewer } from "../coalitions/coalition.ts";
import type { HandoverState } from "../roles/handover.ts";
import type { RoleState, SeatFacts } from "../roles/role.ts";
import type { LetterFacts } from "../tasks/letters.ts";
import type { TaskState } from "../tasks/task.ts";

export enum AttentionKind {
  LETTER_ASKED = "LETTER_ASKED",
  IMPORTED_LETTERS = "IMPORTED_LETTERS",
  SEVERAL_WANT_TASK = "SEVERAL_WANT_TASK",
  TASK_WITHOUT_ACCOUNTABLE = "TASK_WITHOUT_ACCOUNTABLE",
  TASK_CAN_GO_ON = "TASK_CAN_GO_ON",
  TASK_BLOCKED_LONG = "TASK_BLOCKED_LONG",
  TASK_OVERDUE = "TASK_OVERDUE",
  PROPOSAL_UNANSWERED = "PROPOSAL_UNANSWERED",
  SEAT_ASKED = "SEAT_ASKED",
  SEVERAL_WANT_ROLE = "SEVERAL_WANT_ROLE",
  ROLE_TO_CHOOSE = "ROLE_TO_CHOOSE",
  ROLE_TO_CONFIRM = "ROLE_TO_CONFIRM",
  ROLE_VACANT = "ROLE_VACANT",
  ROLE_ENDING = "ROLE_ENDING",
  SEAT_EMPTY = "SEAT_EMPTY",
  HANDOVER_ASKED = "HANDOVER_ASKED",
  AGREEMENT_WAITS = "AGREEMENT_WAITS",
  PROMISE_TO_CONFIRM = "PROMISE_TO_CONFIRM",
}
/** The one next thing to do. */
export enum AttentionAction {
  ACCEPT = "ACCEPT",
  ANSWER = "ANSWER",
  CHOOSE = "CHOOSE",
  CONFIRM = "CONFIRM",
  PICK_UP = "PICK_UP",
  PROPOSE = "PROPOSE",
  NAME_SOMEBODY = "NAME_SOMEBODY",
  LOOK = "LOOK",
  ASK_AGAIN = "ASK_AGAIN",
  GO_ON = "GO_ON",
}
/** On whom something waits. */
export enum AttentionReach {
  ME = "ME",
  ORGANISATION = "ORGANISATION",
  COALITION = "COALITION",
}

/** So many whole working days before waiting or an open question counts as long. */
export const longWorkingDays = 5;

/** Something that waits, with the one next action. */
export interface AttentionEntry {
  readonly kind: AttentionKind;
  readonly reach: AttentionReach;
  readonly action: AttentionAction;
  /** What the action is done to: a letter, seat, request, or the thing itself. */
  readonly objectId: string;
  readonly objectVersion: number | null;
  /** Type name and identity of the thing to open. */
  readonly aboutType: "Task" | "CoalitionRole" | "ProcessAgreement" | "Board" | "Meeting";
  readonly aboutId: string;
  readonly title: string;
  readonly number: string | null;
  readonly boardId: string | null;
  /** Organisation that is asked or that does not answer. */
  readonly organisationId: string | null;
  readonly letter: LetterFacts["letter"] | null;
  readonly since: Date | null;
  readonly dueOn: string | null;
  /** Meeting in which it was said. */
  readonly meetingId?: string;
  /** Column in which a task goes on. */
  readonly columnId?: string;
  /** How many things are behind it. */
  readonly count: number;
}

/** What every kind is judged with. */
export interface AttentionPlace {
  readonly viewer: Viewer;
  readonly today: string;
  /** Whole working days since a moment. */
  workingDaysSince(moment: Date): number;
}

export interface AttentionLetter extends LetterFacts {
  readonly version: number;
  readonly createdAt: Date;
  readonly proposedByOrganisationId: string | null;
}
/** A task that is not archived, as the viewer may see it. */
export interface AttentionTask {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly boardId: string;
  readonly boardTitle: string;
  readonly unconfirmedImport: boolean;
  readonly blockedSince: Date | null;
  /** Column in which it goes on, once the task that it waited for is done. */
  readonly goOnColumnId: string | null;
  readonly version: number;
  /** Letters that were promised in a meeting and wait for confirmation (D9). */
  readonly promises: readonly { readonly letter: LetterFacts["letter"] }[];
  readonly assignments: readonly AttentionLetter[];
}
export interface AttentionSeat extends SeatFacts {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly chosen: boolean;
  readonly proposedByOrganisationId: string | null;
}
/** A role that is not retired. */
export interface AttentionRole {
  readonly id: string;
  readonly name: string;
  readonly state: RoleState;
  readonly isProposed: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly seats: readonly AttentionSeat[];
  /** Seats of the role above. */
  readonly parentSeats: readonly SeatFacts[];
}
export interface AttentionHandover {
  readonly id: string;
  readonly version: number;
  readonly state: HandoverState;
  readonly aboutType: "Task" | "CoalitionRole" | "ProcessAgreement";
  readonly aboutId: string;
  readonly title: string;
  readonly toOrganisationId: string;
  readonly toMembershipId: string | null;
  readonly createdAt: Date;
}
/** An agreement that waits on the organisation of the viewer. */
export interface AttentionAgreement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly updatedAt: Date;
}
/** A spoken yes that the organisation of the viewer has not confirmed. */
export interface AttentionPromise {
  readonly id: string;
  readonly version: number;
  readonly meetingId: string;
  readonly taskId: string;
  readonly title: string;
  readonly organisationId: string;
  readonly letter: LetterFacts["letter"];
  readonly createdAt: Date;
}
