import { expect, test } from "vitest";
import { backoff, receive } from "./resume.ts";

const event = (sequence: number) => ({ sequence });
const batch = (fromSequence: number, toSequence: number, sequences: number[], reset = false) => ({
  fromSequence,
  toSequence,
  headSequence: toSequence,
  reset,
  events: sequences.map(event),
});

test("T3-W1 a batch that joins on is applied, hidden numbers count as seen", () => {
  expect(receive(10, batch(11, 15, [12, 15]))).toEqual({ kind: "apply", events: [event(12), event(15)], last: 15 });
  expect(receive(10, batch(11, 12, []))).toEqual({ kind: "apply", events: [], last: 12 });
});

test("T3-W2 what was applied before is dropped", () => {
  expect(receive(13, batch(11, 15, [12, 13, 14]))).toEqual({ kind: "apply", events: [event(14)], last: 15 });
  expect(receive(20, batch(11, 15, [12]))).toEqual({ kind: "apply", events: [], last: 20 });
});

test("T3-W3 a gap asks for everything after the last number; a reset asks to fetch again", () => {
  expect(receive(10, batch(12, 15, [12]))).toEqual({ kind: "gap", after: 10 });
  expect(receive(10, batch(11, 90, [], true))).toEqual({ kind: "reset", last: 90 });
});

test("T3-W4 waiting before the next attempt grows to fifteen seconds at most, never to nothing", () => {
  const waits = Array.from({ length: 12 }, (_, attempt) => backoff(attempt, 1));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(15_000);
  expect(backoff(0, 0)).toBeGreaterThan(100);
});
