import { HandoverKind, HandoverState, type Viewer } from "@wijkbord/schema";
import {
  CancelHandoverInput,
  CancelHandoverResult,
  DecideHandoverInput,
  DecideHandoverResult,
  HandOverAllInput,
  HandOverAllPayload,
  HandOverAllResult,
  HandoverOverview,
  handoverPayloads,
  HandoverRequest,
  RequestHandoverInput,
  RequestHandoverResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Outcome } from "../activity/change.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { type About, actFor, type Answer } from "./actOn.ts";
import { HandoverTable } from "./handover.tables.ts";
import { overviewOf } from "./handover.ts";

const kinds = {
  [HandoverKind.TASK_LETTER]: "TaskAssignment",
  [HandoverKind.ROLE_SEAT]: "RoleAssignment",
  [HandoverKind.AGREEMENT]: "ProcessAgreement",
} as const;
const requestOf = (id: string): About => ({ type: "HandoverRequest", id, field: "handoverId" });

/** What is still open, for an answer. */
async function overview(context: HubContext, viewer: Viewer, organisationId: string, membershipId: string | null): Promise<HandoverOverview> {
  const coalition = await context.loaders.coalition.load(viewer.coalitionId);
  return overviewOf(context.services.database.read(), viewer, { organisationId, membershipId }, context.services.clock.now(), coalition?.timeZone ?? "UTC");
}

@Resolver()
export class HandoverResolver {
  private answer(context: HubContext, name: keyof typeof handoverPayloads, about: About, run: (actor: Viewer) => Promise<Outcome>): Answer {
    return actFor(context, about, run, async ({ objectId, asOfSequence }) => {
      const handover = await context.services.database.read().findOneOrFail(HandoverTable, { id: objectId });
      return Object.assign(new handoverPayloads[name](), { handover, asOfSequence });
    });
  }

  @Mutation(() => RequestHandoverResult, {
    description: "Asks another organisation to take a letter, role or agreement over; the old holder stays until it says yes.",
  })
  requestHandover(@Arg("input", () => RequestHandoverInput) input: RequestHandoverInput, @Ctx() context: HubContext): Answer {
    return this.answer(context, "requestHandover", { type: kinds[input.kind], id: input.objectId, field: "objectId" }, (actor) =>
      context.services.roles.requestHandover(actor, input),
    );
  }

  @Mutation(() => DecideHandoverResult, { description: "Takes something over for the own organisation, or says no (INV-03)." })
  decideHandover(@Arg("input", () => DecideHandoverInput) input: DecideHandoverInput, @Ctx() context: HubContext): Answer {
    return this.answer(context, "decideHandover", requestOf(input.handoverId), (actor) => context.services.roles.decideHandover(actor, input));
  }

  @Mutation(() => CancelHandoverResult, { description: "Takes an own request back." })
  cancelHandover(@Arg("input", () => CancelHandoverInput) input: CancelHandoverInput, @Ctx() context: HubContext): Answer {
    return this.answer(context, "cancelHandover", requestOf(input.handoverId), (actor) => context.services.roles.cancelHandover(actor, input));
  }

  @Mutation(() => HandOverAllResult, { description: "Hands everything of the own organisation, or of one member, over in one step." })
  handOverAll(@Arg("input", () => HandOverAllInput) input: HandOverAllInput, @Ctx() context: HubContext): Answer {
    let actor: Viewer | null = null;
    const run = (viewer: Viewer) => {
      actor = viewer;
      return context.services.roles.handOverAll(viewer, input);
    };
    return actFor(context, { type: "Organisation", id: input.organisationId, field: "organisationId" }, run, async ({ objectId, asOfSequence }) => {
      if (!actor) throw notFoundError();
      return Object.assign(new HandOverAllPayload(), { overview: await overview(context, actor, objectId, input.membershipId ?? null), asOfSequence });
    });
  }

  @Query(() => HandoverOverview, { description: "What an organisation still holds (Nog over te dragen); of one member only inside the own organisation." })
  async handoverOf(
    @Ctx() context: HubContext,
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("membershipId", () => ID, { nullable: true }) membershipId?: string | null,
  ): Promise<HandoverOverview> {
    const organisation = await context.loaders.organisation.load(organisationId);
    const viewer =
      organisation && context.readers().some(({ coalitionId }) => coalitionId === organisation.coalitionId) ? context.reader(organisation.coalitionId) : null;
    if (!viewer || (membershipId && viewer.organisationId !== organisationId)) throw notFoundError();
    return overview(context, viewer, organisationId, membershipId ?? null);
  }

  @Query(() => [HandoverRequest], { description: "Requests from or to the own organisation that wait for an answer." })
  async handovers(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<HandoverRequest[]> {
    const { organisationId } = context.reader(coalitionId);
    return context.services.database
      .read()
      .find(
        HandoverTable,
        { coalitionId, state: HandoverState.OPEN, $or: [{ fromOrganisationId: organisationId }, { toOrganisationId: organisationId }] },
        { orderBy: { createdAt: "asc", id: "asc" } },
      );
  }
}
