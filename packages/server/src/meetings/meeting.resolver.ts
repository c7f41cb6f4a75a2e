import { AttentionKind, decisionLimits, mayLead, mayTakeNotes, meetingLimits, MeetingState, type Viewer } from "@wijkbord/schema";
import {
  AgendaItem,
  AttentionItem,
  Board,
  Decision,
  DecisionNote,
  HubEvent,
  Meeting,
  MeetingAttendance,
  MeetingPromise,
  Minutes,
  Organisation,
  Task,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Refusal } from "../activity/refusal.ts";
import { attentionFor } from "../attention/attentionFor.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { readCards } from "../tasks/cards.ts";
import { checkFirst } from "../tasks/pages.ts";
import { loadersOf } from "../tasks/task.loaders.ts";
import { tasksOf } from "../tasks/taskCard.ts";
import { DecisionTable } from "./decision.tables.ts";
import { attendanceOf, changesDuring, decisionsOf, minutesOf, notesOf, promisesOf } from "./happened.ts";
import { MeetingTable } from "./meeting.tables.ts";
import { itemsOf } from "./meetingWork.ts";

/** The rights of the person in a coalition; without a chosen organisation there are none. */
function viewerFor(coalitionId: string, context: HubContext): Viewer | null {
  try {
    return context.actor(coalitionId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What a meeting is best about, of all that waits. */
const forAgenda: readonly string[] = [
  AttentionKind.TASK_WITHOUT_ACCOUNTABLE,
  AttentionKind.SEVERAL_WANT_TASK,
  AttentionKind.TASK_BLOCKED_LONG,
  AttentionKind.TASK_OVERDUE,
  AttentionKind.ROLE_VACANT,
  AttentionKind.ROLE_ENDING,
  AttentionKind.SEVERAL_WANT_ROLE,
];

async function meetingFor({ services, readers }: HubContext, id: string): Promise<Meeting> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  const meeting = await services.database.read().findOne(MeetingTable, { id, coalitionId: { $in: own } });
  if (!meeting) throw notFoundError();
  return meeting;
}

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => [Meeting], { description: "Meetings of a coalition, newest first, at most 100 (Overleg)." })
  meetings(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("boardId", () => ID, { nullable: true, description: "Only about this board." }) boardId?: string | null,
    @Arg("states", () => [MeetingState], { nullable: true, description: "Only in these states." }) states?: MeetingState[] | null,
  ): Promise<Meeting[]> {
    context.reader(coalitionId);
    const where = { coalitionId, ...(boardId ? { boardId } : {}), ...(states ? { state: { $in: states } } : {}) };
    return context.services.database.read().find(MeetingTable, where, { orderBy: { startsAt: "desc", id: "desc" }, limit: meetingLimits.page });
  }

  @Query(() => Meeting, { description: "One meeting; NOT_FOUND when it is not yours to see." })
  meeting(@Arg("id", () => ID) id: string, @Ctx() context: HubContext): Promise<Meeting> {
    return meetingFor(context, id);
  }

  @Query(() => [AttentionItem], {
    description: "Points that a meeting could be about, from what waits on its board and in the coalition, without those on its agenda.",
  })
  async agendaProposal(@Arg("meetingId", () => ID) meetingId: string, @Ctx() context: HubContext): Promise<AttentionItem[]> {
    const meeting = await meetingFor(context, meetingId);
    const on = new Set((await itemsOf({ em: context.services.database.read() }, meeting.id)).map(({ aboutId }) => aboutId));
    const { items } = await attentionFor(context, context.reader(meeting.coalitionId));
    return items.filter(
      ({ kind, boardId, aboutId }) =>
        forAgenda.includes(kind) && !on.has(aboutId) && (meeting.boardId === null || boardId === null || boardId === meeting.boardId),
    );
  }

  @FieldResolver(() => Board, { nullable: true, description: "Board that it is about." })
  async board(@Root() { boardId, coalitionId }: Meeting, @Ctx() { loaders }: HubContext): Promise<Board | null> {
    return boardId ? ((await loaders.boardsOf.load(coalitionId))?.find(({ id }) => id === boardId) ?? null) : null;
  }

  @FieldResolver(() => String, { description: "Name of who is in the chair." })
  async chairName(@Root() { chairMembershipId }: Meeting, @Ctx() context: HubContext): Promise<string> {
    return (await loadersOf(context).memberName.load(chairMembershipId)) ?? "";
  }

  @FieldResolver(() => [AgendaItem], { description: "Points in their order." })
  agenda(@Root() { id }: Meeting, @Ctx() { services }: HubContext): Promise<AgendaItem[]> {
    return itemsOf({ em: services.database.read() }, id);
  }

  @FieldResolver(() => [MeetingAttendance], { description: "Who is there, and who is excused." })
  attendance(@Root() { id }: Meeting, @Ctx() { services }: HubContext): Promise<MeetingAttendance[]> {
    return attendanceOf(services.database.read(), id);
  }

  @FieldResolver(() => [MeetingPromise], { description: "Spoken promises, in the order in which they were said." })
  promises(@Root() { id }: Meeting, @Ctx() { services }: HubContext): Promise<MeetingPromise[]> {
    return promisesOf(services.database.read(), id);
  }

  @FieldResolver(() => [Decision], { description: "Decisions, in their order." })
  decisions(@Root() { id }: Meeting, @Ctx() { services }: HubContext): Promise<Decision[]> {
    return decisionsOf(services.database.read(), id);
  }

  @FieldResolver(() => [HubEvent], { description: "What changed on its board while it was live, as far as you may see it." })
  changes(@Root() meeting: Meeting, @Ctx() context: HubContext): Promise<HubEvent[]> {
    return changesDuring(context, context.reader(meeting.coalitionId), meeting);
  }

  @FieldResolver(() => Minutes, { nullable: true, description: "Minutes, once it is closed (verslag)." })
  minutes(
    @Root() meeting: Meeting,
    @Ctx() context: HubContext,
    @Arg("locale", () => String, { defaultValue: "nl", description: "nl or en." }) locale = "nl",
  ): Promise<Minutes> | null {
    if (meeting.state !== MeetingState.CLOSED || meeting.cancelled) return null;
    return minutesOf(context, context.reader(meeting.coalitionId), meeting, locale === "en" ? "en" : "nl");
  }

  @FieldResolver(() => Boolean, { description: "Whether you may lead it: start, open points, close." })
  viewerCanLead(@Root() meeting: Meeting, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(meeting.coalitionId, context);
    return viewer !== null && mayLead(viewer, meeting);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may take notes, and record promises and decisions." })
  viewerCanTakeNotes(@Root() meeting: Meeting, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(meeting.coalitionId, context);
    return viewer !== null && mayTakeNotes(viewer, meeting);
  }
}

async function organisationOf({ organisationId }: { organisationId: string }, { loaders }: HubContext): Promise<Organisation> {
  const organisation = await loaders.organisation.load(organisationId);
  if (!organisation) throw notFoundError();
  return organisation;
}

@Resolver(() => MeetingAttendance)
export class AttendanceResolver {
  @FieldResolver(() => Organisation, { description: "Organisation." })
  organisation(@Root() row: MeetingAttendance, @Ctx() context: HubContext): Promise<Organisation> {
    return organisationOf(row, context);
  }
}

@Resolver(() => MeetingPromise)
export class PromiseResolver {
  @FieldResolver(() => Organisation, { description: "Organisation that said yes." })
  organisation(@Root() row: MeetingPromise, @Ctx() context: HubContext): Promise<Organisation> {
    return organisationOf(row, context);
  }

  @FieldResolver(() => Task, { nullable: true, description: "The task." })
  async task(@Root() { taskId, coalitionId }: MeetingPromise, @Ctx() context: HubContext): Promise<Task | null> {
    const [task] = tasksOf(await readCards(context.services.database.read(), context.reader(coalitionId), [taskId]));
    return task ?? null;
  }
}

@Resolver(() => Decision)
export class DecisionResolver {
  @Query(() => [Decision], { description: "Decisions of a coalition, newest first, at most 100 (Besluiten)." })
  decisions(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("first", () => Int, { defaultValue: 50, description: "Number of decisions, 1–100." }) first = 50,
    @Arg("before", () => Date, { nullable: true, description: "Only decisions before this moment." }) before?: Date | null,
  ): Promise<Decision[]> {
    context.reader(coalitionId);
    checkFirst(first, decisionLimits.page);
    return context.services.database
      .read()
      .find(DecisionTable, { coalitionId, ...(before ? { decidedAt: { $lt: before } } : {}) }, { orderBy: { decidedAt: "desc", id: "desc" }, limit: first });
  }

  @FieldResolver(() => Organisation, { description: "Organisation of who recorded it." })
  organisation(@Root() row: Decision, @Ctx() context: HubContext): Promise<Organisation> {
    return organisationOf(row, context);
  }

  @FieldResolver(() => [DecisionNote], { description: "Words of organisations beside it (kanttekeningen)." })
  notes(@Root() { id }: Decision, @Ctx() { services }: HubContext): Promise<DecisionNote[]> {
    return notesOf(services.database.read(), [id]);
  }
}
