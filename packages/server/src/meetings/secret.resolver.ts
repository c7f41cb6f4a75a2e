import {
  CreateCalendarFeedInput,
  CreateCalendarFeedPayload,
  CreateCalendarFeedResult,
  GuestQuestion,
  Meeting,
  MeetingActInput,
  RedactMeetingTextPayload,
  RedactMeetingTextResult,
  RedactTextInput,
  RenewMeetingCodePayload,
  RenewMeetingCodeResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actFor, type Answer } from "./actOn.ts";
import { CalendarFeedTable, GuestQuestionTable } from "./guest.tables.ts";
import { MeetingTable } from "./meeting.tables.ts";
import { hashOf, newCode, newToken } from "./secrets.ts";

/** What is shown once and kept only as a hash. */
@Resolver(() => Meeting)
export class MeetingSecretResolver {
  @Mutation(() => RenewMeetingCodeResult, {
    description: "Gives a live meeting a code for guests, eight characters; it ends with the meeting and never signs anybody in.",
  })
  renewMeetingCode(@Arg("input", () => MeetingActInput) input: MeetingActInput, @Ctx() context: HubContext): Answer {
    const code = newCode();
    const about = { type: "Meeting", id: input.meetingId, field: "meetingId" } as const;
    return actFor(
      context,
      about,
      (actor) => context.services.meetings.renewCode(actor, input, code),
      async ({ objectId, asOfSequence }) => {
        const meeting = await context.services.database.read().findOneOrFail(MeetingTable, { id: objectId });
        return Object.assign(new RenewMeetingCodePayload(), { meeting, meetingCode: meeting.codeHash === hashOf(code) ? code : null, asOfSequence });
      },
    );
  }

  @Mutation(() => CreateCalendarFeedResult, {
    description: "Makes a private calendar (ICS) of the meetings of a coalition and the dates of the own tasks; who has its address reads it.",
  })
  createCalendarFeed(@Arg("input", () => CreateCalendarFeedInput) input: CreateCalendarFeedInput, @Ctx() context: HubContext): Answer {
    const token = newToken();
    const about = { type: "Coalition", id: input.coalitionId, field: "coalitionId" } as const;
    return actFor(
      context,
      about,
      (actor) => context.services.meetings.createFeed(actor, input, token),
      async ({ objectId, asOfSequence }) => {
        const { tokenHash } = await context.services.database.read().findOneOrFail(CalendarFeedTable, { id: objectId });
        return Object.assign(new CreateCalendarFeedPayload(), { path: tokenHash === hashOf(token) ? `/calendar/${token}.ics` : null, asOfSequence });
      },
    );
  }

  @Mutation(() => RedactMeetingTextResult, {
    description:
      "Takes a text back for privacy: of a CoalitionRole, RoleAssignment, HandoverRequest, AgendaItem, MeetingPromise, Decision, DecisionNote or GuestQuestion.",
  })
  redactMeetingText(@Arg("input", () => RedactTextInput) input: RedactTextInput, @Ctx() context: HubContext): Answer {
    const about = { type: input.targetType, id: input.targetId, field: "targetId" };
    return actFor(
      context,
      about,
      (actor) => context.services.meetings.redactText(actor, input),
      ({ objectId, asOfSequence }) => Promise.resolve(Object.assign(new RedactMeetingTextPayload(), { targetId: objectId, asOfSequence })),
    );
  }

  @FieldResolver(() => [GuestQuestion], { description: "Questions of guests, in the order in which they came; at most 50." })
  questions(@Root() { id }: Meeting, @Ctx() { services }: HubContext): Promise<GuestQuestion[]> {
    return services.database.read().find(GuestQuestionTable, { meetingId: id }, { orderBy: { createdAt: "asc", id: "asc" } });
  }
}
