import { expect, test } from "vitest";
import { goOnFrom, nextOf, othersVersion, type Waiting } from "./waiting.ts";

const waiting = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  id,
  name: "UpdateTask",
  input: { id: "t1", expectedVersion: 3, title: id },
  taskId: "t1",
  number: "ZW-1",
  place: null,
  base: { title: "Before" },
  problem: null,
  ...change,
});
const conflict = (current: Record<string, unknown>) => ({ __typename: "VersionConflict", groups: ["PLANNING"], version: 5, current }) as const;

test("OFF-01 changes go in order, and not past one of the same task that needs a decision", () => {
  const other = waiting("c", { taskId: "t2" });
  expect(nextOf([waiting("a"), waiting("b"), other])?.id).toBe("a");
  expect(nextOf([waiting("a", { problem: conflict({}) }), waiting("b"), other])?.id).toBe("c");
  expect(nextOf([waiting("a", { problem: conflict({}) }), waiting("b")])).toBeUndefined();
});

test("OFF-02 a later change of the same field goes on from the version that the earlier one became", () => {
  const moved = waiting("m", { name: "MoveTask", input: { id: "t1", columnId: "x", expectedVersion: 3 } });
  const [, second, third] = goOnFrom([waiting("a"), waiting("b"), moved], waiting("a"), 9);
  expect(second?.input["expectedVersion"]).toBe(9);
  expect(third?.input["expectedVersion"]).toBe(3);
});

test("OFF-03 what others wrote is only a difference when it is in the same fields", () => {
  const due = { input: { id: "t1", dueOn: "2027-01-01" }, base: { dueOn: null } };
  expect(othersVersion(waiting("a", { ...due, problem: conflict({ dueOn: null, priority: "HIGH" }) }))).toBeNull();
  expect(othersVersion(waiting("a", { ...due, problem: conflict({ dueOn: "2027-02-02", priority: "HIGH" }) }))).toEqual({ dueOn: "2027-02-02" });
});
