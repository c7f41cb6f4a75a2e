import { ErrorCode } from "@wijkbord/schema";
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  AcceptInvitationResult,
  NewInvitation,
  OpenInvitation,
  type Problem,
  StartArea,
  StartCoalitionInput,
  StartCoalitionPayload,
  StartCoalitionResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { ownPerson } from "../accounts/ownPerson.ts";
import { startAreas } from "../areas/startAreas.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { CoalitionTable, InvitationTable, OrganisationTable } from "./coalition.tables.ts";
import { linkOf, openInvitation } from "./invitations.ts";

/** Beginning and joining without a real account is for hubs with a demo; elsewhere these fields do not exist. */
function onlyWithDemo({ services }: HubContext): void {
  if (!services.demo) throw notFoundError();
}
const tooFast = () => coded(ErrorCode.RATE_LIMITED, undefined, 429);

/** Signs the person in, unless it is the one that is signed in already. */
async function signIn({ services, setSession }: HubContext, userId: string, known: string | null, ownDevice: boolean): Promise<void> {
  if (userId === known) return services.sessions.forget([userId]);
  setSession(await services.sessions.start(userId, false, ownDevice), ownDevice);
}

@Resolver()
export class StartResolver {
  @Query(() => [StartArea], {
    description:
      "Neighbourhoods to begin a coalition or a board in, at most 20; none when the hub holds no areas. Without a session NOT_FOUND outside demo mode.",
  })
  async startAreas(@Arg("text", () => String, { description: "Letters of the name." }) text: string, @Ctx() context: HubContext): Promise<StartArea[]> {
    if (context.principal.kind === "ANONYMOUS") onlyWithDemo(context);
    return startAreas(context.services.database.read(), text);
  }

  @Query(() => OpenInvitation, { nullable: true, description: "What an invitation is for; null when it is unknown, used up, taken back or too old." })
  async invitation(
    @Arg("token", () => String, { description: "What stands behind # in the link." }) token: string,
    @Ctx() context: HubContext,
  ): Promise<OpenInvitation | null> {
    onlyWithDemo(context);
    const { services, address } = context;
    if (!services.coalitions.doors.mayTry(address)) throw tooFast();
    const em = services.database.read();
    const found = await openInvitation(em, token, services.clock.now());
    if (!found) return null;
    const coalition = await em.findOneOrFail(CoalitionTable, { id: found.coalitionId });
    const { name, letters, colourIndex, kind } = await em.findOneOrFail(OrganisationTable, { id: found.organisationId });
    const { expiresAt } = found;
    return Object.assign(new OpenInvitation(), { coalitionName: coalition.name, organisationName: name, letters, colourIndex, kind, expiresAt });
  }

  @Mutation(() => StartCoalitionResult, {
    description:
      "Makes a coalition with its board, partners and one invitation for each, and signs whoever asks in as its coordinator. A repeat of all the same with its `clientMutationId` answers, for an hour and until a link is used, with the first coalition and with new links in the place of the former. NOT_FOUND outside demo mode.",
  })
  async startCoalition(
    @Arg("input", () => StartCoalitionInput) input: StartCoalitionInput,
    @Ctx() context: HubContext,
  ): Promise<StartCoalitionPayload | Problem> {
    onlyWithDemo(context);
    const { services, principal, address } = context;
    if (!services.coalitions.doors.mayStart(address)) throw tooFast();
    const known = await ownPerson(services.database.read(), principal);
    const { outcome, userId, boardId, links } = await services.coalitions.start(input, known);
    if ("problem" in outcome) return outcome.problem;
    await signIn(context, userId, known, input.ownDevice);
    const em = services.database.read();
    const coalition = await em.findOneOrFail(CoalitionTable, { id: outcome.objectId });
    const { slug } = await em.findOneOrFail(BoardTable, { id: boardId });
    const rows = await em.find(InvitationTable, { coalitionId: coalition.id });
    const invitations = links.map(({ invitationId, token }) =>
      Object.assign(new NewInvitation(), { invitation: rows.find(({ id }) => id === invitationId), path: linkOf(token) }),
    );
    return Object.assign(new StartCoalitionPayload(), { coalition, boardSlug: slug, invitations, asOfSequence: outcome.asOfSequence });
  }

  @Mutation(() => AcceptInvitationResult, {
    description: "Joins the organisation of an invitation and signs the person in. A link that is unknown, used up, taken back or too old is NotFound.",
  })
  async acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) { token, displayName, locale, ownDevice }: AcceptInvitationInput,
    @Ctx() context: HubContext,
  ): Promise<AcceptInvitationPayload | Problem> {
    onlyWithDemo(context);
    const { services, principal, address } = context;
    if (!services.coalitions.doors.mayTry(address)) throw tooFast();
    const known = await ownPerson(services.database.read(), principal);
    const { outcome, userId } = await services.coalitions.accept(token, { userId: known, displayName: displayName ?? "", locale });
    if ("problem" in outcome || userId === null) return "problem" in outcome ? outcome.problem : Promise.reject(notFoundError());
    await signIn(context, userId, known, ownDevice);
    const coalition = await services.database.read().findOneOrFail(CoalitionTable, { id: outcome.objectId });
    return Object.assign(new AcceptInvitationPayload(), { coalition, asOfSequence: outcome.asOfSequence });
  }
}
