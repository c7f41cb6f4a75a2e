import { AgreementState, attentionOf, type AttentionPlace, clearTasks, countAttention, dayIn, healthyAgreements, rolesFilled, stuckTasks, tileDefinitions, tileNames, type Viewer } from "@wijkbord/schema";
import { Attention, Tile } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { registerOf } from "../agreements/agreementList.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { attentionFacts, attentionRoles, attentionTasks } from "./facts.ts";

interface Reading extends AttentionPlace {
  readonly asOfSequence: number;
}

/** The member, day and number of the log with which a coalition is read; the number first, so that nothing later is missed. */
async function placeFor({ loaders, services }: HubContext, viewer: Viewer): Promise<Reading> {
  const coalition = await loaders.coalition.load(viewer.coalitionId);
  if (!coalition) throw notFoundError();
  const now = services.clock.now();
  const { timeZone, sequence } = coalition;
  return { viewer, today: dayIn(now, timeZone), asOfSequence: sequence, workingDaysSince: (moment) => workingDaysBetween(moment, now, timeZone) };
}

@Resolver()
export class AttentionResolver {
  @Query(() => Attention, { description: "What waits on you, on your organisation and on the coalition, each with the one next action (Wacht op jou)." })
  async attention(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<Attention> {
    const place = await placeFor(context, context.reader(coalitionId));
    const items = attentionOf(await attentionFacts(context.services.database.read(), place.viewer, place.today), place);
    return { items, counts: countAttention(items), asOfSequence: place.asOfSequence };
  }

  @Query(() => [Tile], { description: "The figures of Vandaag: M-01 to M-04, counted on this hub, each with its definition." })
  async tiles(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<Tile[]> {
    const place = await placeFor(context, context.reader(coalitionId));
    const em = context.services.database.read();
    const tasks = await attentionTasks(em, place.viewer);
    const inForce = await registerOf(em, place.viewer, { states: [AgreementState.IN_FORCE, AgreementState.UNDER_REVIEW] }, place.today);
    const values = [rolesFilled(await attentionRoles(em, coalitionId)), clearTasks(tasks), stuckTasks(tasks, place), healthyAgreements(inForce, place.today)];
    return values.map(({ key, value, of }) => ({ key, value, of, nameNl: tileNames[key].nl, nameEn: tileNames[key].en, definitionNl: tileDefinitions[key].nl, definitionEn: tileDefinitions[key].en }));
  }
}
