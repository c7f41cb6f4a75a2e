import type { Viewer } from "@wijkbord/schema";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { addAgendaItems, nextAgendaItem, openAgendaItem, removeAgendaItem, setAttendance, updateAgendaItem } from "./agenda.ts";
import { addAgendaLink, removeAgendaLink } from "./agendaLinks.ts";
import { addDecisionNote, closeMeeting, recordDecision, startMeeting } from "./live.ts";
import { createFeed, renewCode } from "./guest.ts";
import { cancelMeeting, handOverChair, planMeeting, updateMeeting } from "./plan.ts";
import { redactMeetingText } from "./redactText.ts";
import { confirmPromises, denyPromise, recordPromise } from "./promises.ts";

/** Use cases of meetings: each is one change, one transaction, and answers with the meeting or decision. */
export class MeetingService {
  constructor(private readonly deps: ChangeDeps) {}

  plan = this.useCase(planMeeting);
  update = this.useCase(updateMeeting);
  cancel = this.useCase(cancelMeeting);
  start = this.useCase(startMeeting);
  close = this.useCase(closeMeeting);
  handOverChair = this.useCase(handOverChair);
  addItems = this.useCase(addAgendaItems);
  updateItem = this.useCase(updateAgendaItem);
  removeItem = this.useCase(removeAgendaItem);
  addLink = this.useCase(addAgendaLink);
  removeLink = this.useCase(removeAgendaLink);
  openItem = this.useCase(openAgendaItem);
  nextItem = this.useCase(nextAgendaItem);
  setAttendance = this.useCase(setAttendance);
  recordPromise = this.useCase(recordPromise);
  confirmPromises = this.useCase(confirmPromises);
  denyPromise = this.useCase(denyPromise);
  recordDecision = this.useCase(recordDecision);
  addDecisionNote = this.useCase(addDecisionNote);
  redactText = this.useCase(redactMeetingText);

  renewCode = this.useCaseWith(renewCode);
  createFeed = this.useCaseWith(createFeed);

  private useCaseWith<Input extends { clientMutationId?: string }>(work: (change: Change, input: Input, secret: string) => Promise<string>) {
    return (actor: Viewer, input: Input, secret: string): Promise<Outcome> =>
      change(this.deps, actor, input.clientMutationId, (done) => work(done, input, secret));
  }

  private useCase<Input extends { clientMutationId?: string }>(work: (change: Change, input: Input) => Promise<string>) {
    return (actor: Viewer, input: Input): Promise<Outcome> => change(this.deps, actor, input.clientMutationId, (done) => work(done, input));
  }
}
