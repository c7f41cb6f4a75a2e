import { expect, test } from "vitest";
import { endOfDay } from "./compare.ts";

test("a day ends at midnight in the Netherlands, in winter, in summer and when the clock moves", () => {
  expect(endOfDay("2026-01-15").toISOString()).toBe("2026-01-15T22:59:59.999Z");
  expect(endOfDay("2026-07-15").toISOString()).toBe("2026-07-15T21:59:59.999Z");
  expect(endOfDay("2026-03-29").toISOString()).toBe("2026-03-29T21:59:59.999Z");
  expect(endOfDay("2026-10-25").toISOString()).toBe("2026-10-25T22:59:59.999Z");
});
