import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { mayWrite } from "../tasks/rights.ts";

export enum MeetingState {
  PLANNED = "PLANNED",
  LIVE = "LIVE",
  CLOSED = "CLOSED",
}
export enum AgendaState {
  WAITING = "WAITING",
  OPEN = "OPEN",
  DONE = "DONE",
  NOT_REACHED = "NOT_REACHED",
}
export enum PromiseState {
  OPEN = "OPEN",
  CONFIRMED = "CONFIRMED",
  DENIED = "DENIED",
  LAPSED = "LAPSED",
}
export enum DecisionNoteKind {
  NOT_UNDERSTOOD = "NOT_UNDERSTOOD",
  NOTE = "NOTE",
}

/** Limits in characters, or in items where the name is a plural. */
export const meetingLimits = {
  title: 140,
  place: 140,
  note: 4_000,
  items: 60,
  pointMinutes: 240,
  everyWeeks: 12,
  longestHours: 12,
  saidBy: 120,
  reason: 500,
  question: 300,
  questions: 50,
  promiseWorkingDays: 10,
  codeLength: 8,
  wrongCodes: 5,
  page: 100,
} as const;

export interface MeetingFacts {
  readonly chairMembershipId: string;
  readonly noteTakerMembershipId: string | null;
}

export const mayPlanMeeting = mayWrite;
/** The chair, of any organisation, or a coordinator of the coalition. */
export const mayLead = (viewer: Viewer, { chairMembershipId }: MeetingFacts): boolean =>
  mayWrite(viewer) && (viewer.membershipId === chairMembershipId || viewer.accessRole === AccessRole.COALITION_COORDINATOR);
/** While a meeting runs, anybody who writes for an organisation that attends takes the chair over: nobody waits for one who dropped out. */
export const mayTakeChair = (viewer: Viewer, { state }: { readonly state: MeetingState }, attends: boolean): boolean =>
  mayWrite(viewer) && attends && state === MeetingState.LIVE;
/** Notes, promises and decisions: who leads, and the note-taker. */
export const mayTakeNotes = (viewer: Viewer, meeting: MeetingFacts): boolean =>
  mayLead(viewer, meeting) || (mayWrite(viewer) && viewer.membershipId === meeting.noteTakerMembershipId);
/** D10: everybody puts a point forward, observers too. */
export const mayPutForward = (_viewer: Viewer): boolean => true;
/** Words, place and links of a point: who takes notes, and until it is opened the organisation that put it forward. */
export const mayEditPoint = (viewer: Viewer, meeting: MeetingFacts, point: { readonly state: AgendaState; readonly organisationId: string }): boolean =>
  mayTakeNotes(viewer, meeting) || (point.state === AgendaState.WAITING && point.organisationId === viewer.organisationId);
/** Only the organisation itself confirms what was said for it (INV-03). */
export const mayAnswerPromise = (viewer: Viewer, { organisationId }: { readonly organisationId: string }): boolean =>
  mayWrite(viewer) && viewer.organisationId === organisationId;
