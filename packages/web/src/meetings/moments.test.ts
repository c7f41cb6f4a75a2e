import { expect, test } from "vitest";
import { elapsed, momentOf, timeOf } from "./moments.ts";

test("ME-25 a day and a time are of the Netherlands, in summer, in winter and around the change of the clock", () => {
  expect(momentOf("2026-12-01", "09:30")?.toISOString()).toBe("2026-12-01T08:30:00.000Z");
  expect(momentOf("2026-07-01", "09:30")?.toISOString()).toBe("2026-07-01T07:30:00.000Z");
  expect(momentOf("2027-03-28", "01:30")?.toISOString()).toBe("2027-03-28T00:30:00.000Z");
  expect(momentOf("2027-03-28", "03:30")?.toISOString()).toBe("2027-03-28T01:30:00.000Z");
  expect(timeOf(new Date("2026-12-01T08:30:00Z"))).toBe("09:30");
  expect(momentOf("", "09:30")).toBe(null);
  expect(elapsed(new Date(0), new Date(520_000))).toBe("08:40");
});
