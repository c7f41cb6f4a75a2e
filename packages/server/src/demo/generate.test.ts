import { expect, test } from "vitest";
import { demoFaults } from "./demoFaults.ts";
import { generateCoalition } from "./generate.ts";

const options = { seed: 7, tasks: 200, partners: 40, boards: 3 };

test("the same seed gives the same coalition, another seed another", () => {
  expect(generateCoalition(options)).toEqual(generateCoalition(options));
  expect(generateCoalition({ ...options, seed: 8 }).boards).not.toEqual(generateCoalition(options).boards);
});

test("has the size that was asked and is consistent", () => {
  const coalition = generateCoalition(options);
  expect(coalition.organisations).toHaveLength(40);
  expect(coalition.boards.map((board) => board.tasks.length)).toEqual([67, 67, 66]);
  expect(demoFaults(coalition)).toEqual([]);
});

test("one partner and no tasks is enough", () => {
  expect(demoFaults(generateCoalition({ seed: 0, tasks: 0, partners: 1, boards: 1 }))).toEqual([]);
  expect(demoFaults(generateCoalition({ seed: 0, tasks: 5, partners: 1, boards: 1 }))).toEqual([]);
});

test("refuses a size that cannot be", () => {
  expect(() => generateCoalition({ ...options, partners: 0 })).toThrow(RangeError);
  expect(() => generateCoalition({ ...options, boards: 2000 })).toThrow(RangeError);
});
