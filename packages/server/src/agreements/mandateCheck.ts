import { dayIn, signRefusal } from "@wijkbord/schema";
import type { ProcessAgreement } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notAllowed } from "../activity/refusal.ts";
import { MandateTable } from "./mandate.tables.ts";

/** Refuses a member without live mandate; the way out is `prepareSignOff`. */
export async function expectMandate({ em, actor, coalition, now }: Change, agreement: ProcessAgreement, answeredBy: string | null): Promise<void> {
  const mandates = await em.find(MandateTable, { coalitionId: coalition.id, organisationId: actor.organisationId });
  const refusal = signRefusal(actor, mandates, agreement.category, dayIn(now, coalition.timeZone), answeredBy);
  if (refusal) throw notAllowed(refusal);
}
