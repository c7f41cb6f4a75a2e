import {
  AddDecisionNoteInput,
  AddDecisionNoteResult,
  ConfirmPromisesInput,
  ConfirmPromisesResult,
  DenyPromiseInput,
  DenyPromiseResult,
  RecordDecisionInput,
  RecordDecisionResult,
  RecordPromiseInput,
  RecordPromiseResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { type About, actOnDecision, actOnMeeting, type Answer } from "./actOn.ts";

const meetingOf = ({ meetingId }: { meetingId: string }): About => ({ type: "Meeting", id: meetingId, field: "meetingId" });

@Resolver()
export class MeetingOutcomeResolver {
  @Mutation(() => RecordPromiseResult, { description: "Writes a spoken yes down (toezegging)." })
  recordPromise(@Arg("input", () => RecordPromiseInput) input: RecordPromiseInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "recordPromise", meetingOf(input), (actor) => context.services.meetings.recordPromise(actor, input));
  }

  @Mutation(() => ConfirmPromisesResult, { description: "Alles bevestigen: the own organisation confirms what was said for it." })
  confirmPromises(@Arg("input", () => ConfirmPromisesInput) input: ConfirmPromisesInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "confirmPromises", meetingOf(input), (actor) => context.services.meetings.confirmPromises(actor, input));
  }

  @Mutation(() => DenyPromiseResult, { description: "Dit klopt niet: the promise becomes a declined proposal with its reason." })
  denyPromise(@Arg("input", () => DenyPromiseInput) input: DenyPromiseInput, @Ctx() context: HubContext): Answer {
    return actOnMeeting(context, "denyPromise", { type: "MeetingPromise", id: input.promiseId, field: "promiseId" }, (actor) =>
      context.services.meetings.denyPromise(actor, input),
    );
  }

  @Mutation(() => RecordDecisionResult, { description: "Records a decision at the point that is open; it is never changed afterwards." })
  recordDecision(@Arg("input", () => RecordDecisionInput) input: RecordDecisionInput, @Ctx() context: HubContext): Answer {
    return actOnDecision(context, "recordDecision", meetingOf(input), (actor) => context.services.meetings.recordDecision(actor, input));
  }

  @Mutation(() => AddDecisionNoteResult, { description: "Zo heb ik het niet begrepen, or a kanttekening." })
  addDecisionNote(@Arg("input", () => AddDecisionNoteInput) input: AddDecisionNoteInput, @Ctx() context: HubContext): Answer {
    return actOnDecision(context, "addDecisionNote", { type: "Decision", id: input.decisionId, field: "decisionId" }, (actor) =>
      context.services.meetings.addDecisionNote(actor, input),
    );
  }
}
