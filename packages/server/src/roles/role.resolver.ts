import { holdersOn, isOpenSeat, mayAnswerSeat, mayChooseHolder, mayManageRoles, roleTemplates, vacantFrom, type Viewer } from "@wijkbord/schema";
import {
  ActionLine,
  Board,
  CoalitionRole,
  DateScalar,
  HubEvent,
  Organisation,
  RoleAssignment,
  RoleFilter,
  RoleList,
  RoleTemplate,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { EventTable } from "../activity/event.table.ts";
import { Refusal } from "../activity/refusal.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { hubEvents } from "../realtime/events.ts";
import { checkFirst } from "../tasks/pages.ts";
import { loadersOf } from "../tasks/task.loaders.ts";
import { RoleTable } from "./role.tables.ts";
import { roleLoaders, rolesOf, todayFor } from "./roleReads.ts";

const page = 100;

/** The rights of the person in a coalition; without a chosen organisation there are none. */
function viewerFor(coalitionId: string, context: HubContext): Viewer | null {
  try {
    return context.actor(coalitionId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

@Resolver(() => CoalitionRole)
export class RoleResolver {
  @Query(() => RoleList, { description: "Roles of a coalition by name (Rollen); at most 200 that are not retired." })
  async roles(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("filter", () => RoleFilter, { nullable: true }) filter?: RoleFilter | null,
  ): Promise<RoleList> {
    context.reader(coalitionId);
    const coalition = await context.loaders.coalition.load(coalitionId);
    const roles = await rolesOf(context.services.database.read(), coalitionId, filter ?? {}, await todayFor(context, coalitionId));
    return { roles, asOfSequence: coalition?.sequence ?? 0 };
  }

  @Query(() => CoalitionRole, { description: "One role; NOT_FOUND when it is not yours to see." })
  async role(@Arg("id", () => ID) id: string, @Ctx() context: HubContext): Promise<CoalitionRole> {
    const own = context.readers().map(({ coalitionId }) => coalitionId);
    const role = await context.services.database.read().findOne(RoleTable, { id, coalitionId: { $in: own } });
    if (!role) throw notFoundError();
    return role;
  }

  @Query(() => [RoleTemplate], { description: "Roles that most coalitions have (standaardrollen voor een wijkaanpak)." })
  roleTemplates(@Ctx() context: HubContext): RoleTemplate[] {
    context.readers();
    return [...roleTemplates];
  }

  @FieldResolver(() => [RoleAssignment], { description: "Seats that are asked for, answered or held, oldest first." })
  async seats(@Root() { id }: CoalitionRole, @Ctx() context: HubContext): Promise<RoleAssignment[]> {
    return (await roleLoaders(context).seats.load(id)).filter(isOpenSeat);
  }

  @FieldResolver(() => [RoleAssignment], { description: "Seats that ended or were declined, oldest first." })
  async pastSeats(@Root() { id }: CoalitionRole, @Ctx() context: HubContext): Promise<RoleAssignment[]> {
    return (await roleLoaders(context).seats.load(id)).filter((seat) => !isOpenSeat(seat));
  }

  @FieldResolver(() => [RoleAssignment], { description: "Seats that are held today." })
  async holders(@Root() { id, coalitionId }: CoalitionRole, @Ctx() context: HubContext): Promise<RoleAssignment[]> {
    return holdersOn(await roleLoaders(context).seats.load(id), await todayFor(context, coalitionId));
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: "Day from which nobody holds it, when that is known (nog niemand vanaf)." })
  async vacantFrom(@Root() { id, coalitionId }: CoalitionRole, @Ctx() context: HubContext): Promise<string | null> {
    return vacantFrom(await roleLoaders(context).seats.load(id), await todayFor(context, coalitionId));
  }

  @FieldResolver(() => CoalitionRole, { nullable: true, description: "Role above." })
  parentRole(@Root() { parentRoleId }: CoalitionRole, @Ctx() context: HubContext): Promise<CoalitionRole | null> | null {
    return parentRoleId ? roleLoaders(context).role.load(parentRoleId) : null;
  }

  @FieldResolver(() => Board, { nullable: true, description: "Board that it is about." })
  async board(@Root() { boardId, coalitionId }: CoalitionRole, @Ctx() { loaders }: HubContext): Promise<Board | null> {
    return boardId ? ((await loaders.boardsOf.load(coalitionId))?.find(({ id }) => id === boardId) ?? null) : null;
  }

  @FieldResolver(() => ActionLine, { nullable: true, description: "Action line that it is about." })
  async actionLine(@Root() { actionLineId, coalitionId }: CoalitionRole, @Ctx() { loaders }: HubContext): Promise<ActionLine | null> {
    return actionLineId ? ((await loaders.actionLinesOf.load(coalitionId))?.find(({ id }) => id === actionLineId) ?? null) : null;
  }

  @FieldResolver(() => [HubEvent], { description: "What happened to it and its seats, newest first, at most 100." })
  async history(
    @Root() { id, coalitionId }: CoalitionRole,
    @Ctx() context: HubContext,
    @Arg("first", () => Int, { defaultValue: 50, description: "Number of events, 1–100." }) first = 50,
  ): Promise<HubEvent[]> {
    checkFirst(first, page);
    const { database } = context.services;
    const events = await database.read().find(EventTable, { coalitionId, targetId: id }, { orderBy: { sequence: "desc" }, limit: first });
    return hubEvents(database, context.reader(coalitionId), events, false);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may change and retire it." })
  viewerCanManage(@Root() { coalitionId }: CoalitionRole, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(coalitionId, context);
    return viewer !== null && mayManageRoles(viewer);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may choose its holder." })
  async viewerCanChoose(@Root() { coalitionId, parentRoleId }: CoalitionRole, @Ctx() context: HubContext): Promise<boolean> {
    const viewer = viewerFor(coalitionId, context);
    const above = parentRoleId ? await roleLoaders(context).seats.load(parentRoleId) : [];
    return viewer !== null && mayChooseHolder(viewer, above, await todayFor(context, coalitionId));
  }
}

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  @FieldResolver(() => Organisation, { description: "Organisation that holds the role, or is asked." })
  async organisation(@Root() { organisationId }: RoleAssignment, @Ctx() { loaders }: HubContext): Promise<Organisation> {
    const organisation = await loaders.organisation.load(organisationId);
    if (!organisation) throw notFoundError();
    return organisation;
  }

  @FieldResolver(() => CoalitionRole, { description: "The role." })
  async role(@Root() { roleId }: RoleAssignment, @Ctx() context: HubContext): Promise<CoalitionRole> {
    const role = await roleLoaders(context).role.load(roleId);
    if (!role) throw notFoundError();
    return role;
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who fills the seat; null when it is empty." })
  personName(@Root() { membershipId }: RoleAssignment, @Ctx() context: HubContext): Promise<string | null> | null {
    return membershipId ? loadersOf(context).memberName.load(membershipId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who stands in." })
  deputyName(@Root() { deputyMembershipId }: RoleAssignment, @Ctx() context: HubContext): Promise<string | null> | null {
    return deputyMembershipId ? loadersOf(context).memberName.load(deputyMembershipId) : null;
  }

  @FieldResolver(() => Boolean, { description: "The organisation holds the role and nobody fills the seat; the deputy acts." })
  async isEmpty(@Root() seat: RoleAssignment, @Ctx() context: HubContext): Promise<boolean> {
    return seat.membershipId === null && holdersOn([seat], await todayFor(context, seat.coalitionId)).length > 0;
  }

  @FieldResolver(() => Boolean, { description: "Whether you may answer, resign and name people for it." })
  viewerCanAnswer(@Root() seat: RoleAssignment, @Ctx() context: HubContext): boolean {
    const viewer = viewerFor(seat.coalitionId, context);
    return viewer !== null && isOpenSeat(seat) && mayAnswerSeat(viewer, seat);
  }
}
