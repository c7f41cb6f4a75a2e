import {
  AcceptRoleInput,
  AcceptRoleResult,
  ActInput,
  AddRoleLinkInput,
  AddRoleLinkResult,
  AdoptRoleTemplatesInput,
  AdoptRoleTemplatesPayload,
  AdoptRoleTemplatesResult,
  ChangeSeatInput,
  ChangeSeatResult,
  ChooseRoleHolderInput,
  ChooseRoleHolderResult,
  ConfirmRoleResult,
  CreateRoleInput,
  CreateRoleResult,
  DeclineRoleResult,
  ProposeRoleHolderInput,
  ProposeRoleHolderResult,
  RemoveRoleLinkInput,
  RemoveRoleLinkResult,
  ResignRoleInput,
  ResignRoleResult,
  RestoreRoleResult,
  RetireRoleResult,
  SeatActInput,
  UpdateRoleInput,
  UpdateRoleResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { type About, actFor, actOnRole, type Answer } from "./actOn.ts";
import { rolesOf } from "./roleReads.ts";

const roleOf = ({ id }: { id: string }): About => ({ type: "CoalitionRole", id, field: "id" });
const aboutRole = ({ roleId }: { roleId: string }): About => ({ type: "CoalitionRole", id: roleId, field: "roleId" });
const seatOf = ({ seatId }: { seatId: string }): About => ({ type: "RoleAssignment", id: seatId, field: "seatId" });
const coalitionOf = ({ coalitionId }: { coalitionId: string }): About => ({ type: "Coalition", id: coalitionId, field: "coalitionId" });

@Resolver()
export class RoleChangeResolver {
  @Mutation(() => CreateRoleResult, { description: "Makes a role (Rol toevoegen); by anybody but the coordinator of the coalition it is a proposal." })
  createRole(@Arg("input", () => CreateRoleInput) input: CreateRoleInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "createRole", coalitionOf(input), (actor) => context.services.roles.create(actor, input));
  }

  @Mutation(() => UpdateRoleResult, { description: "Changes what a role says." })
  updateRole(@Arg("input", () => UpdateRoleInput) input: UpdateRoleInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "updateRole", roleOf(input), (actor) => context.services.roles.update(actor, input));
  }

  @Mutation(() => ConfirmRoleResult, { description: "Makes a proposed role a role; by the coordinator of the coalition." })
  confirmRole(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "confirmRole", roleOf(input), (actor) => context.services.roles.confirm(actor, input));
  }

  @Mutation(() => RetireRoleResult, { description: "Ends a role with its seats (opheffen); history stays." })
  retireRole(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "retireRole", roleOf(input), (actor) => context.services.roles.retire(actor, input));
  }

  @Mutation(() => RestoreRoleResult, { description: "Brings a retired role back, without holders; within five working days by any partner coordinator." })
  restoreRole(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "restoreRole", roleOf(input), (actor) => context.services.roles.restore(actor, input));
  }

  @Mutation(() => AddRoleLinkResult, { description: "Adds a link to a role (D8); by the coordinator and the organisations that hold it." })
  addRoleLink(@Arg("input", () => AddRoleLinkInput) input: AddRoleLinkInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "addRoleLink", aboutRole(input), (actor) => context.services.roles.addLink(actor, input));
  }

  @Mutation(() => RemoveRoleLinkResult, { description: "Takes a link of a role away." })
  removeRoleLink(@Arg("input", () => RemoveRoleLinkInput) input: RemoveRoleLinkInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "removeRoleLink", aboutRole(input), (actor) => context.services.roles.removeLink(actor, input));
  }

  @Mutation(() => AdoptRoleTemplatesResult, { description: "Adopts standard roles (standaardrollen voor een wijkaanpak); those that are there already stay." })
  adoptRoleTemplates(@Arg("input", () => AdoptRoleTemplatesInput) input: AdoptRoleTemplatesInput, @Ctx() context: HubContext): Answer {
    const run = (actor: Parameters<typeof context.services.roles.adoptTemplates>[0]) => context.services.roles.adoptTemplates(actor, input);
    return actFor(context, coalitionOf(input), run, async ({ objectId, asOfSequence }) =>
      Object.assign(new AdoptRoleTemplatesPayload(), { roles: await rolesOf(context.services.database.read(), objectId, {}), asOfSequence }),
    );
  }

  @Mutation(() => ProposeRoleHolderResult, { description: "Proposes an organisation as holder (Stel iemand voor); the own one says yes in the same step." })
  proposeRoleHolder(@Arg("input", () => ProposeRoleHolderInput) input: ProposeRoleHolderInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "proposeRoleHolder", aboutRole(input), (actor) => context.services.roles.propose(actor, input));
  }

  @Mutation(() => AcceptRoleResult, { description: "Says yes for the own organisation (INV-03)." })
  acceptRole(@Arg("input", () => AcceptRoleInput) input: AcceptRoleInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "acceptRole", seatOf(input), (actor) => context.services.roles.accept(actor, input));
  }

  @Mutation(() => DeclineRoleResult, { description: "Says no for the own organisation, steps back as a candidate, or takes an own proposal back." })
  declineRole(@Arg("input", () => SeatActInput) input: SeatActInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "declineRole", seatOf(input), (actor) => context.services.roles.decline(actor, input));
  }

  @Mutation(() => ChooseRoleHolderResult, {
    description: "Chooses one of those who said yes; by the holder of the role above, else the coordinator of the coalition. Recorded as a decision.",
  })
  chooseRoleHolder(@Arg("input", () => ChooseRoleHolderInput) input: ChooseRoleHolderInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "chooseRoleHolder", seatOf(input), (actor) => context.services.roles.choose(actor, input));
  }

  @Mutation(() => ResignRoleResult, { description: "Gives a role back with notice; absent a day, 14 days from now." })
  resignRole(@Arg("input", () => ResignRoleInput) input: ResignRoleInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "resignRole", seatOf(input), (actor) => context.services.roles.resign(actor, input));
  }

  @Mutation(() => ChangeSeatResult, { description: "Says who of the own organisation fills a seat and who stands in." })
  changeSeat(@Arg("input", () => ChangeSeatInput) input: ChangeSeatInput, @Ctx() context: HubContext): Answer {
    return actOnRole(context, "changeSeat", seatOf(input), (actor) => context.services.roles.changeSeat(actor, input));
  }
}
