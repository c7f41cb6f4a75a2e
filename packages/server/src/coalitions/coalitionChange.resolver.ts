import type { Viewer } from "@wijkbord/schema";
import {
  AddMembershipInput,
  AddMembershipResult,
  AddOrganisationInput,
  AddOrganisationResult,
  ChangeMembershipInput,
  ChangeMembershipResult,
  type Coalition,
  coalitionPayloads,
  type Membership,
  type Organisation,
  PartnerLeavesInput,
  PartnerLeavesResult,
  type Problem,
  RevokeMembershipInput,
  RevokeMembershipResult,
  UpdateCoalitionInput,
  UpdateCoalitionResult,
  UpdateOrganisationInput,
  UpdateOrganisationResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Outcome } from "../activity/change.ts";
import { notFound, Refusal } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import type { HubContext } from "../graphql/context.ts";
import { CoalitionTable, MembershipTable, OrganisationTable } from "./coalition.tables.ts";

type Answer = Promise<object | Problem>;
type Kind = "coalition" | "organisation" | "membership";

/** One row of a kind. */
function find(em: EntityManager, kind: Kind, where: { id: string; coalitionId?: { $in: string[] } }): Promise<Coalition | Organisation | Membership | null> {
  if (kind === "coalition") return em.findOne(CoalitionTable, { id: where.id });
  return kind === "organisation" ? em.findOne(OrganisationTable, where) : em.findOne(MembershipTable, where);
}

/** The coalition of what a change is about, when it is one of the person's own; else it does not exist. */
async function coalitionOf({ services, readers }: HubContext, kind: Kind, id: string, field: string): Promise<string> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  if (kind === "coalition") {
    if (!own.includes(id)) throw notFound(field);
    return id;
  }
  const found = await find(services.database.read(), kind, { id, coalitionId: { $in: own } });
  if (!found || !("coalitionId" in found)) throw notFound(field);
  return found.coalitionId;
}

interface Subject {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
}

/** Finds the membership to act with, runs the use case, and gives the changed object back. */
async function act(context: HubContext, name: keyof typeof coalitionPayloads, about: Subject, result: Kind, run: (actor: Viewer) => Promise<Outcome>): Answer {
  try {
    const outcome = await run(context.actor(await coalitionOf(context, about.kind, about.id, about.field)));
    if ("problem" in outcome) return outcome.problem;
    const object = await find(context.services.database.read(), result, { id: outcome.objectId });
    return Object.assign(new coalitionPayloads[name](), { [result]: object, asOfSequence: outcome.asOfSequence });
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

@Resolver()
export class CoalitionChangeResolver {
  @Mutation(() => UpdateCoalitionResult, { description: "Changes the settings of a coalition; for its coordinators." })
  updateCoalition(@Arg("input", () => UpdateCoalitionInput) input: UpdateCoalitionInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "coalition", id: input.id, field: "id" };
    return act(context, "updateCoalition", about, "coalition", (actor) => context.services.coalitions.update(actor, input));
  }

  @Mutation(() => AddOrganisationResult, { description: "Adds a partner (coordinators of the coalition), or a department (also coordinators of its partner)." })
  addOrganisation(@Arg("input", () => AddOrganisationInput) input: AddOrganisationInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "coalition", id: input.coalitionId, field: "coalitionId" };
    return act(context, "addOrganisation", about, "organisation", (actor) => context.services.coalitions.addOrganisation(actor, input));
  }

  @Mutation(() => UpdateOrganisationResult, { description: "Changes name, letters, kind or colour of an organisation." })
  updateOrganisation(@Arg("input", () => UpdateOrganisationInput) input: UpdateOrganisationInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "organisation", id: input.id, field: "id" };
    return act(context, "updateOrganisation", about, "organisation", (actor) => context.services.coalitions.updateOrganisation(actor, input));
  }

  @Mutation(() => PartnerLeavesResult, { description: "An organisation leaves: its letters are released, its memberships end, its history stays." })
  partnerLeaves(@Arg("input", () => PartnerLeavesInput) input: PartnerLeavesInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "organisation", id: input.organisationId, field: "organisationId" };
    return act(context, "partnerLeaves", about, "organisation", (actor) => context.services.coalitions.partnerLeaves(actor, input));
  }

  @Mutation(() => AddMembershipResult, { description: "Lets a person act for an organisation; partner coordinators for their own organisation." })
  addMembership(@Arg("input", () => AddMembershipInput) input: AddMembershipInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "organisation", id: input.organisationId, field: "organisationId" };
    return act(context, "addMembership", about, "membership", (actor) => context.services.coalitions.addMembership(actor, input));
  }

  @Mutation(() => ChangeMembershipResult, { description: "Changes what a member may do; open streams go on with the new rights." })
  changeMembership(@Arg("input", () => ChangeMembershipInput) input: ChangeMembershipInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "membership", id: input.id, field: "id" };
    return act(context, "changeMembership", about, "membership", (actor) => context.services.coalitions.changeMembership(actor, input));
  }

  @Mutation(() => RevokeMembershipResult, { description: "Ends a membership, one's own included; a coalition keeps a coordinator." })
  revokeMembership(@Arg("input", () => RevokeMembershipInput) input: RevokeMembershipInput, @Ctx() context: HubContext): Answer {
    const about: Subject = { kind: "membership", id: input.id, field: "id" };
    return act(context, "revokeMembership", about, "membership", (actor) => context.services.coalitions.revokeMembership(actor, input));
  }
}
