import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Decision } from "./decision.type.ts";
import { Meeting } from "./meeting.type.ts";

/** Payload class of a mutation that answers with the meeting. */
function meetingPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The meeting after the change." })
  class Payload {
    @Field(() => Meeting, { description: "The meeting." })
    meeting: Meeting;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that answers with a decision. */
function decisionPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The decision." })
  class Payload {
    @Field(() => Decision, { description: "The decision." })
    decision: Decision;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Mutations that answer with the meeting, by name; each has `XPayload` and `XResult`. */
export const meetingPayloads = {
  planMeeting: meetingPayload("PlanMeeting"),
  updateMeeting: meetingPayload("UpdateMeeting"),
  cancelMeeting: meetingPayload("CancelMeeting"),
  startMeeting: meetingPayload("StartMeeting"),
  closeMeeting: meetingPayload("CloseMeeting"),
  handOverChair: meetingPayload("HandOverChair"),
  addAgendaItems: meetingPayload("AddAgendaItems"),
  updateAgendaItem: meetingPayload("UpdateAgendaItem"),
  removeAgendaItem: meetingPayload("RemoveAgendaItem"),
  openAgendaItem: meetingPayload("OpenAgendaItem"),
  nextAgendaItem: meetingPayload("NextAgendaItem"),
  addAgendaLink: meetingPayload("AddAgendaLink"),
  removeAgendaLink: meetingPayload("RemoveAgendaLink"),
  setAttendance: meetingPayload("SetAttendance"),
  recordPromise: meetingPayload("RecordPromise"),
  confirmPromises: meetingPayload("ConfirmPromises"),
  denyPromise: meetingPayload("DenyPromise"),
};
export type MeetingMutation = keyof typeof meetingPayloads;
export const decisionPayloads = { recordDecision: decisionPayload("RecordDecision"), addDecisionNote: decisionPayload("AddDecisionNote") };
export type DecisionMutation = keyof typeof decisionPayloads;

export const PlanMeetingResult = resultUnion("PlanMeeting", meetingPayloads.planMeeting);
export const UpdateMeetingResult = resultUnion("UpdateMeeting", meetingPayloads.updateMeeting);
export const CancelMeetingResult = resultUnion("CancelMeeting", meetingPayloads.cancelMeeting);
export const StartMeetingResult = resultUnion("StartMeeting", meetingPayloads.startMeeting);
export const CloseMeetingResult = resultUnion("CloseMeeting", meetingPayloads.closeMeeting);
export const HandOverChairResult = resultUnion("HandOverChair", meetingPayloads.handOverChair);
export const AddAgendaItemsResult = resultUnion("AddAgendaItems", meetingPayloads.addAgendaItems);
export const UpdateAgendaItemResult = resultUnion("UpdateAgendaItem", meetingPayloads.updateAgendaItem);
export const RemoveAgendaItemResult = resultUnion("RemoveAgendaItem", meetingPayloads.removeAgendaItem);
export const OpenAgendaItemResult = resultUnion("OpenAgendaItem", meetingPayloads.openAgendaItem);
export const NextAgendaItemResult = resultUnion("NextAgendaItem", meetingPayloads.nextAgendaItem);
export const AddAgendaLinkResult = resultUnion("AddAgendaLink", meetingPayloads.addAgendaLink);
export const RemoveAgendaLinkResult = resultUnion("RemoveAgendaLink", meetingPayloads.removeAgendaLink);
export const SetAttendanceResult = resultUnion("SetAttendance", meetingPayloads.setAttendance);
export const RecordPromiseResult = resultUnion("RecordPromise", meetingPayloads.recordPromise);
export const ConfirmPromisesResult = resultUnion("ConfirmPromises", meetingPayloads.confirmPromises);
export const DenyPromiseResult = resultUnion("DenyPromise", meetingPayloads.denyPromise);
export const RecordDecisionResult = resultUnion("RecordDecision", decisionPayloads.recordDecision);
export const AddDecisionNoteResult = resultUnion("AddDecisionNote", decisionPayloads.addDecisionNote);
