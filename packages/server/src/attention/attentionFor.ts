import { attentionOf, type AttentionPlace, countAttention, dayIn, type Viewer } from "@wijkbord/schema";
import type { Attention } from "@wijkbord/schema/types";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { attentionFacts } from "./facts.ts";

interface Reading extends AttentionPlace {
  readonly asOfSequence: number;
}

/** The member, day and number of the log with which a coalition is read; the number first, so that nothing later is missed. */
export async function placeFor({ loaders, services }: HubContext, viewer: Viewer): Promise<Reading> {
  const coalition = await loaders.coalition.load(viewer.coalitionId);
  if (!coalition) throw notFoundError();
  const now = services.clock.now();
  const { timeZone, sequence } = coalition;
  return { viewer, today: dayIn(now, timeZone), asOfSequence: sequence, workingDaysSince: (moment) => workingDaysBetween(moment, now, timeZone) };
}

/** What waits in a coalition, as one member sees it. */
export async function attentionFor(context: HubContext, viewer: Viewer): Promise<Attention> {
  const place = await placeFor(context, viewer);
  const items = attentionOf(await attentionFacts(context.services.database.read(), viewer, place.today), place);
  return { items, counts: countAttention(items), asOfSequence: place.asOfSequence };
}
