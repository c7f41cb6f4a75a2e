import { expect, test } from "vitest";
import { minutesOf, minutesOver, openSince, planned } from "./minutes.ts";

test("ME-26 minutes of points are typed within their limit, add up against the length of the meeting, and are over by whole minutes", () => {
  expect([" ", "15", "0", "241", "1.5", "-3"].map(minutesOf)).toEqual([null, 15, undefined, undefined, undefined, undefined]);
  const points = [{ minutes: 30 }, { minutes: null }, { minutes: 45 }];
  expect(planned(points, "2026-12-01T08:30:00Z", "2026-12-01T10:00:00Z")).toEqual({ minutes: 75, without: 1, length: 90 });
  const since = openSince({ openedAt: "2026-12-01T09:00:00Z", secondsBefore: 480 });
  expect(since.toISOString()).toBe("2026-12-01T08:52:00.000Z");
  const after = (seconds: number) => minutesOver(15, since, new Date(since.getTime() + seconds * 1_000));
  expect([0, 900, 959, 960, 1_100].map(after)).toEqual([0, 0, 0, 1, 3]);
});
