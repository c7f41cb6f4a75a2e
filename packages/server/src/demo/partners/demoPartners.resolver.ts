import { mayWrite } from "@wijkbord/schema";
import { DemoPartners, type Problem, SetDemoPartnersInput, SetDemoPartnersPayload, SetDemoPartnersResult } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { notAllowed, notFound, Refusal } from "../../activity/refusal.ts";
import { CoalitionTable } from "../../coalitions/coalition.tables.ts";
import { type HubContext, notFoundError } from "../../graphql/context.ts";

function stateOf({ services }: HubContext, coalitionId: string): DemoPartners {
  const until = services.demoPartners.until(coalitionId);
  return Object.assign(new DemoPartners(), { on: until !== null, until });
}

@Resolver()
export class DemoPartnersResolver {
  @Query(() => DemoPartners, { description: "Whether the partners of a demo coalition move by themselves; NOT_FOUND for any other coalition." })
  async demoPartners(@Arg("coalitionId", () => ID, { description: "Coalition." }) coalitionId: string, @Ctx() context: HubContext): Promise<DemoPartners> {
    context.reader(coalitionId);
    if (!(await context.services.database.read().count(CoalitionTable, { id: coalitionId, isDemo: true }))) throw notFoundError();
    return stateOf(context, coalitionId);
  }

  @Mutation(() => SetDemoPartnersResult, {
    description: "Lets the fictional partners of a demo coalition move by themselves for half an hour, or stand still; not for observers.",
  })
  async setDemoPartners(
    @Arg("input", () => SetDemoPartnersInput) { coalitionId, on }: SetDemoPartnersInput,
    @Ctx() context: HubContext,
  ): Promise<SetDemoPartnersPayload | Problem> {
    try {
      const reader = context.readers().find((each) => each.coalitionId === coalitionId);
      if (!reader) throw notFound("coalitionId");
      if (!mayWrite(reader)) throw notAllowed("OBSERVER");
      await context.services.demoPartners.set(coalitionId, on);
      return Object.assign(new SetDemoPartnersPayload(), { demoPartners: stateOf(context, coalitionId) });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
