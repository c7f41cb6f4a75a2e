import { expect, test } from "vitest";
import { meantDay, nextDue, RepeatUnit } from "./repeat.ts";

const { WEEK, MONTH } = RepeatUnit;
const next = (unit: RepeatUnit, every: number, dueOn: string | null, today: string, dayOfMonth: number | null = null) =>
  nextDue({ unit, every, dueOn, dayOfMonth }, today);

test("H-01 weeks go on from the last day, and skip what has passed", () => {
  expect(next(WEEK, 1, "2026-03-05", "2026-03-02")).toBe("2026-03-12");
  expect(next(WEEK, 2, "2026-03-05", "2026-03-05")).toBe("2026-03-19");
  expect(next(WEEK, 2, "2026-01-01", "2026-03-05")).toBe("2026-03-12");
  expect(next(WEEK, 1, "1900-01-01", "2026-03-02")).toBe("2026-03-09");
  expect(next(WEEK, 1, null, "2026-03-02")).toBe("2026-03-09");
  expect(next(WEEK, 1, "9999-12-31", "2026-03-02")).toBeNull();
});

test("H-01 months keep the day that is meant, also after a shorter month", () => {
  expect(next(MONTH, 1, "2026-01-31", "2026-01-20")).toBe("2026-02-28");
  expect(next(MONTH, 1, "2026-02-28", "2026-02-20", 31)).toBe("2026-03-31");
  expect(next(MONTH, 1, "2026-02-28", "2026-02-20")).toBe("2026-03-28");
  expect(next(MONTH, 3, "2025-12-15", "2026-03-15")).toBe("2026-06-15");
  expect(next(MONTH, 3, "2025-12-15", "2026-03-14")).toBe("2026-03-15");
  expect(next(MONTH, 1, "1900-01-31", "2026-03-02")).toBe("2026-03-31");
  expect(next(MONTH, 1, "9999-12-31", "2026-03-02")).toBeNull();
  expect(meantDay("2026-02-28", 31)).toBe(31);
  expect(meantDay("2026-02-27", 31)).toBe(27);
});
