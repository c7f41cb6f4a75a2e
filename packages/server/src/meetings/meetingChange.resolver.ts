import {
  AddAgendaItemsInput,
  AddAgendaItemsResult,
  AddAgendaLinkInput,
  AddAgendaLinkResult,
  AgendaItemActInput,
  CancelMeetingResult,
  CloseMeetingResult,
  HandOverChairInput,
  HandOverChairResult,
  MeetingActInput,
  NextAgendaItemResult,
  OpenAgendaItemResult,
  PlanMeetingInput,
  PlanMeetingResult,
  RemoveAgendaItemResult,
  RemoveAgendaLinkInput,
  RemoveAgendaLinkResult,
  SetAttendanceInput,
  SetAttendanceResult,
  StartMeetingResult,
  UpdateAgendaItemInput,
  UpdateAgendaItemResult,
  UpdateMeetingInput,
  UpdateMeetingResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { type About, actOnMeeting, type Answer } from "./actOn.ts";

const meetingOf = ({ meetingId }: { meetingId: string }): About => ({ type: "Meeting", id: meetingId, field: "meetingId" });
const itemOf = ({ agendaItemId }: { agendaItemId: string }): About => ({ type: "AgendaItem", id: agendaItemId, field: "agendaItemId" });

@Resolver()
export class MeetingChangeResolver {
  @Mutation(() => PlanMeetingResult, { description: "Plans a meeting (Overleg plannen)." })
  planMeeting(@Arg("input", () => PlanMeetingInput) input: PlanMeetingInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "planMeeting", { type: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.meetings.plan(actor, input),
    );
  }

  @Mutation(() => UpdateMeetingResult, { description: "Changes a planned meeting." })
  updateMeeting(@Arg("input", () => UpdateMeetingInput) input: UpdateMeetingInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "updateMeeting", meetingOf(input), (actor) => context.services.meetings.update(actor, input));
  }

  @Mutation(() => CancelMeetingResult, { description: "A planned meeting does not take place (gaat niet door)." })
  cancelMeeting(@Arg("input", () => MeetingActInput) input: MeetingActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "cancelMeeting", meetingOf(input), (actor) => context.services.meetings.cancel(actor, input));
  }

  @Mutation(() => StartMeetingResult, { description: "Starts a meeting (Start overleg); one per board is live." })
  startMeeting(@Arg("input", () => MeetingActInput) input: MeetingActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "startMeeting", meetingOf(input), (actor) => context.services.meetings.start(actor, input));
  }

  @Mutation(() => CloseMeetingResult, { description: "Closes a meeting; its minutes are made, and what was not reached goes to the next of the series." })
  closeMeeting(@Arg("input", () => MeetingActInput) input: MeetingActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "closeMeeting", meetingOf(input), (actor) => context.services.meetings.close(actor, input));
  }

  @Mutation(() => HandOverChairResult, { description: "Somebody else takes the chair, of any organisation." })
  handOverChair(@Arg("input", () => HandOverChairInput) input: HandOverChairInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "handOverChair", meetingOf(input), (actor) => context.services.meetings.handOverChair(actor, input));
  }

  @Mutation(() => AddAgendaItemsResult, { description: "Puts points forward; observers may too." })
  addAgendaItems(@Arg("input", () => AddAgendaItemsInput) input: AddAgendaItemsInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "addAgendaItems", meetingOf(input), (actor) => context.services.meetings.addItems(actor, input));
  }

  @Mutation(() => UpdateAgendaItemResult, { description: "Changes the words, the minutes or the place of a point." })
  updateAgendaItem(@Arg("input", () => UpdateAgendaItemInput) input: UpdateAgendaItemInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "updateAgendaItem", itemOf(input), (actor) => context.services.meetings.updateItem(actor, input));
  }

  @Mutation(() => RemoveAgendaItemResult, { description: "Takes a point that was not opened off the agenda." })
  removeAgendaItem(@Arg("input", () => AgendaItemActInput) input: AgendaItemActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "removeAgendaItem", itemOf(input), (actor) => context.services.meetings.removeItem(actor, input));
  }

  @Mutation(() => AddAgendaLinkResult, { description: "Adds a link to a point (D8)." })
  addAgendaLink(@Arg("input", () => AddAgendaLinkInput) input: AddAgendaLinkInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "addAgendaLink", itemOf(input), (actor) => context.services.meetings.addLink(actor, input));
  }

  @Mutation(() => RemoveAgendaLinkResult, { description: "Takes a link of a point away." })
  removeAgendaLink(@Arg("input", () => RemoveAgendaLinkInput) input: RemoveAgendaLinkInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "removeAgendaLink", itemOf(input), (actor) => context.services.meetings.removeLink(actor, input));
  }

  @Mutation(() => OpenAgendaItemResult, { description: "Opens a point; one is open at a time." })
  openAgendaItem(@Arg("input", () => AgendaItemActInput) input: AgendaItemActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "openAgendaItem", itemOf(input), (actor) => context.services.meetings.openItem(actor, input));
  }

  @Mutation(() => NextAgendaItemResult, { description: "Volgende punt." })
  nextAgendaItem(@Arg("input", () => MeetingActInput) input: MeetingActInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "nextAgendaItem", meetingOf(input), (actor) => context.services.meetings.nextItem(actor, input));
  }

  @Mutation(() => SetAttendanceResult, { description: "Says who is there (aanwezig)." })
  setAttendance(@Arg("input", () => SetAttendanceInput) input: SetAttendanceInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "setAttendance", meetingOf(input), (actor) => context.services.meetings.setAttendance(actor, input));
  }
}
