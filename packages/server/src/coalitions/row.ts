import type { FieldChange } from "@wijkbord/schema/types";
import { conflict } from "../activity/refusal.ts";

/** Refuses a change of something that changed after the version that the client saw. */
export function expectSeen(row: { readonly version: number }, expected: number, group: string, current: Record<string, unknown>): void {
  if (row.version > expected) throw conflict(row.version, [group], current);
}

/** Writes the values that differ, and gives the differences; absent values stay. */
export function write<Row extends { version: number }>(row: Row, values: Partial<Row>): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, after] of Object.entries(values)) {
    const before: unknown = Reflect.get(row, field);
    if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) continue;
    changes.push({ field, before, after });
    Object.assign(row, { [field]: after });
  }
  if (changes.length > 0) row.version += 1;
  return changes;
}
