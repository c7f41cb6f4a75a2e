import { AgreementState, clearTasks, healthyAgreements, rolesFilled, stuckTasks, tileDefinitions, tileNames } from "@wijkbord/schema";
import { Attention, Tile } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { registerOf } from "../agreements/agreementList.ts";
import type { HubContext } from "../graphql/context.ts";
import { attentionFor, placeFor } from "./attentionFor.ts";
import { attentionRoles, attentionTasks } from "./facts.ts";

@Resolver()
export class AttentionResolver {
  @Query(() => Attention, { description: "What waits on you, on your organisation and on the coalition, each with the one next action (Wacht op jou)." })
  attention(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<Attention> {
    return attentionFor(context, context.reader(coalitionId));
  }

  @Query(() => [Tile], { description: "The figures of Vandaag: M-01 to M-04, counted on this hub, each with its definition." })
  async tiles(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<Tile[]> {
    const place = await placeFor(context, context.reader(coalitionId));
    const em = context.services.database.read();
    const tasks = await attentionTasks(em, place.viewer);
    const inForce = await registerOf(em, place.viewer, { states: [AgreementState.IN_FORCE, AgreementState.UNDER_REVIEW] }, place.today);
    const values = [rolesFilled(await attentionRoles(em, coalitionId)), clearTasks(tasks), stuckTasks(tasks, place), healthyAgreements(inForce, place.today)];
    return values.map(({ key, value, of }) => ({
      key,
      value,
      of,
      nameNl: tileNames[key].nl,
      nameEn: tileNames[key].en,
      definitionNl: tileDefinitions[key].nl,
      definitionEn: tileDefinitions[key].en,
    }));
  }
}
