import { expect, test } from "vitest";
import type { Card } from "../tasks/taskFeed.ts";
import { testCard } from "../tasks/testCard.ts";
import { gapOf, promisedOf } from "./division.ts";

const held = (organisationId: string, letter: "ACCOUNTABLE" | "RESPONSIBLE", state: "PROPOSED" | "ACCEPTED"): Card["assignments"][number] => ({
  id: `${organisationId} ${letter}`,
  organisationId,
  letter,
  state,
  membershipId: null,
  version: 1,
  note: null,
  proposedByOrganisationId: null,
});
const said = (organisationId: string, letter: "ACCOUNTABLE" | "RESPONSIBLE"): Card["promises"][number] => ({
  id: `${organisationId} ${letter}`,
  meetingId: "m",
  organisationId,
  letter,
});
const card = (assignments: Card["assignments"], promises: Card["promises"], state: Card["state"] = "AGREED"): Card =>
  testCard({ assignments, promises, state });

test("D9-01 a task that somebody promised to lead has a trekker in sight until the promise is gone", () => {
  expect(gapOf(card([], []))).toBe("noTrekker");
  expect(gapOf(card([], [said("a", "ACCOUNTABLE")]))).toBe(null);
  expect(gapOf(card([], [said("a", "RESPONSIBLE")]))).toBe("noTrekker");
  expect(gapOf(card([held("b", "ACCOUNTABLE", "PROPOSED")], [said("a", "ACCOUNTABLE")]))).toBe("several");
  expect(gapOf(card([held("b", "ACCOUNTABLE", "PROPOSED")], [said("b", "ACCOUNTABLE")]))).toBe(null);
  expect(gapOf(card([held("b", "ACCOUNTABLE", "ACCEPTED")], [said("a", "ACCOUNTABLE")]))).toBe(null);
  expect(gapOf(card([], [], "DONE"))).toBe(null);
});

test("D9-01 a promise stands apart from letters, and never in the place of one", () => {
  expect([...promisedOf(card([], [said("a", "ACCOUNTABLE"), said("a", "RESPONSIBLE")]))]).toEqual([["a", "AR"]]);
  expect([...promisedOf(card([held("a", "RESPONSIBLE", "ACCEPTED")], [said("a", "ACCOUNTABLE"), said("b", "RESPONSIBLE")]))]).toEqual([["b", "R"]]);
});
