import { coalitionLimits, EventType, mayManageCoalition } from "@wijkbord/schema";
import type { UpdateCoalitionInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, text } from "../activity/refusal.ts";
import { expectSeen, write } from "./row.ts";

/** A time zone that the hub can count days in. */
export function timeZoneOf(value: string): string {
  const zone = text("timeZone", value, 60);
  const known = Intl.supportedValuesOf("timeZone").find((name) => name === zone) ?? (zone === "UTC" ? zone : undefined);
  if (!known) throw invalid("timeZone", "NOT_A_TIME_ZONE");
  return known;
}

function daysOf(days: number | null | undefined): number | null | undefined {
  if (days === null || days === undefined) return days;
  if (days < 1 || days > coalitionLimits.ownDeviceDays) throw invalid("ownDeviceDays", "OUT_OF_RANGE", coalitionLimits.ownDeviceDays);
  return days;
}

/** Changes the settings of the coalition; returns it. */
export async function updateCoalition(change: Change, input: UpdateCoalitionInput): Promise<string> {
  const { coalition, actor } = change;
  if (!mayManageCoalition(actor)) throw notAllowed("NOT_COORDINATOR");
  const { name, timeZone, defaultStyle, ownDeviceDays, agreementPresence } = coalition;
  expectSeen(coalition, input.expectedVersion, "SETTINGS", { name, timeZone, defaultStyle, ownDeviceDays, agreementPresence });
  const changes = write(coalition, {
    name: input.name ? text("name", input.name, coalitionLimits.name, coalitionLimits.nameAtLeast) : undefined,
    timeZone: input.timeZone ? timeZoneOf(input.timeZone) : undefined,
    defaultStyle: input.defaultStyle ?? undefined,
    ownDeviceDays: daysOf(input.ownDeviceDays),
    agreementPresence: input.agreementPresence ?? undefined,
  });
  if (changes.length > 0)
    change.record({ type: EventType.COALITION_CHANGED, target: { type: "Coalition", id: coalition.id }, version: coalition.version, changes });
  return coalition.id;
}
