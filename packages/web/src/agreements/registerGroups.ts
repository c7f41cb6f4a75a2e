import { addDays, agreementLimits } from "@wijkbord/schema";
import type { Row } from "./useRegister.ts";

export const groupNames = ["waits", "proposed", "inForce", "reviewSoon", "old"] as const;
export type GroupName = (typeof groupNames)[number];

function groupOf({ waitsOnMyOrganisation, state, reviewOn }: Row, today: string): GroupName {
  if (waitsOnMyOrganisation) return "waits";
  if (state === "ENDED") return "old";
  if (state === "DRAFT" || state === "PROPOSED") return "proposed";
  return reviewOn !== null && reviewOn <= addDays(today, agreementLimits.reviewReminderDays) ? "reviewSoon" : "inForce";
}

/** Each agreement in the one group where it is looked for first. */
export function groupsOf(rows: readonly Row[], today: string): Map<GroupName, Row[]> {
  const groups = new Map<GroupName, Row[]>(groupNames.map((name) => [name, []]));
  for (const row of rows) groups.get(groupOf(row, today))?.push(row);
  return groups;
}
