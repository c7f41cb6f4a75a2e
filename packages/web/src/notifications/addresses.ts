import { agreementPath } from "../agreements/addresses.ts";
import { type OpenCoalition, taskPath } from "../coalitions/coalition.ts";
import { dayOf } from "../language/dates.ts";
import { rolePath } from "../roles/addresses.ts";
import type { Entry } from "./useInbox.ts";

export const notificationsPath = ({ slug }: OpenCoalition): string => `/${slug}/meldingen`;

/** Address of what a notification is about. */
export function addressOf(coalition: OpenCoalition, { node, number, startsAt }: Entry): string {
  if (node.aboutType === "Task" && number) return taskPath(coalition, number);
  if (node.aboutType === "ProcessAgreement" && number) return agreementPath(coalition, number);
  if (node.aboutType === "CoalitionRole") return rolePath(coalition, node.aboutId);
  return startsAt ? `/${coalition.slug}/overleg/${dayOf(new Date(startsAt))}` : `/${coalition.slug}/vandaag`;
}
