import { mayManageOrganisation, type Viewer } from "@wijkbord/schema";
import {
  CreateInvitationInput,
  CreateInvitationPayload,
  CreateInvitationResult,
  Invitation,
  NewInvitation,
  type Problem,
  RevokeInvitationInput,
  RevokeInvitationPayload,
  RevokeInvitationResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Outcome } from "../activity/change.ts";
import { notFound, Refusal } from "../activity/refusal.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { hashOf, newToken } from "../meetings/secrets.ts";
import { InvitationTable, OrganisationTable } from "./coalition.tables.ts";
import { linkOf } from "./invitations.ts";

type About = { readonly table: typeof OrganisationTable | typeof InvitationTable; readonly id: string; readonly field: string };

/** Runs a change about something of one's own coalitions and gives the invitation back. */
async function act(
  { services, readers, actor }: HubContext,
  { table, id, field }: About,
  run: (actor: Viewer) => Promise<Outcome>,
  payload: (invitation: Invitation, asOfSequence: number) => object,
): Promise<object | Problem> {
  try {
    if (!services.demo) throw notFoundError();
    const where = { id, coalitionId: { $in: readers().map(({ coalitionId }) => coalitionId) } };
    const em = services.database.read();
    const found = table === OrganisationTable ? await em.findOne(OrganisationTable, where) : await em.findOne(InvitationTable, where);
    if (!found) throw notFound(field);
    const outcome = await run(actor(found.coalitionId));
    if ("problem" in outcome) return outcome.problem;
    return payload(await services.database.read().findOneOrFail(InvitationTable, { id: outcome.objectId }), outcome.asOfSequence);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

/** Links by which people join an organisation, for those who may manage its people. */
@Resolver()
export class InvitationResolver {
  @Query(() => [Invitation], {
    description: "Invitations that still hold, of the organisations whose people you may manage, newest first. NOT_FOUND outside demo mode.",
  })
  async invitations(
    @Arg("coalitionId", () => ID, { description: "Coalition." }) coalitionId: string,
    @Ctx() { services, reader }: HubContext,
  ): Promise<Invitation[]> {
    const viewer = reader(coalitionId);
    if (!services.demo) throw notFoundError();
    const em = services.database.read();
    const own = (await em.find(OrganisationTable, { coalitionId, leftOn: null })).filter((organisation) => mayManageOrganisation(viewer, organisation));
    const live = { coalitionId, revokedAt: null, expiresAt: { $gt: services.clock.now() }, organisationId: { $in: own.map(({ id }) => id) } };
    const found = await em.find(InvitationTable, live, { orderBy: { createdAt: "desc", id: "desc" } });
    return found.filter(({ uses, maxUses }) => uses < maxUses);
  }

  @Mutation(() => CreateInvitationResult, {
    description: "Makes a link by which people join an organisation, for those who may manage its people; it is shown this once. NOT_FOUND outside demo mode.",
  })
  createInvitation(@Arg("input", () => CreateInvitationInput) input: CreateInvitationInput, @Ctx() context: HubContext): Promise<object | Problem> {
    const token = newToken();
    const about: About = { table: OrganisationTable, id: input.organisationId, field: "organisationId" };
    return act(
      context,
      about,
      (actor) => context.services.coalitions.createInvitation(actor, input, token),
      (invitation, asOfSequence) => {
        const path = invitation.tokenHash === hashOf(token) ? linkOf(token) : null;
        return Object.assign(new CreateInvitationPayload(), { newInvitation: Object.assign(new NewInvitation(), { invitation, path }), asOfSequence });
      },
    );
  }

  @Mutation(() => RevokeInvitationResult, { description: "Takes a link back; whoever opens it from now on finds nothing. NOT_FOUND outside demo mode." })
  revokeInvitation(@Arg("input", () => RevokeInvitationInput) input: RevokeInvitationInput, @Ctx() context: HubContext): Promise<object | Problem> {
    const about: About = { table: InvitationTable, id: input.id, field: "id" };
    return act(
      context,
      about,
      (actor) => context.services.coalitions.revokeInvitation(actor, input),
      (invitation, asOfSequence) => Object.assign(new RevokeInvitationPayload(), { invitation, asOfSequence }),
    );
  }
}
