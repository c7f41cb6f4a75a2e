import { expect, test } from "vitest";
import type { HubEvent } from "../activity/eventStore.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { testCard } from "../tasks/testCard.ts";
import { LetterChanges } from "./letterChanges.ts";

type Letter = Card["assignments"][number];
const letter = (id: string, state: Letter["state"]): Letter => ({
  id,
  organisationId: "o",
  letter: "RESPONSIBLE",
  state,
  membershipId: null,
  version: 1,
  note: null,
  proposedByOrganisationId: null,
});
const card = (...assignments: Letter[]): Card => testCard({ assignments });
const event = (sequence: number, type: HubEvent["type"], id: string, task: Card | null): HubEvent => ({
  id: String(sequence),
  sequence,
  type,
  occurredAt: "2026-12-01T09:00:00Z",
  taskId: "t",
  boardIds: [],
  version: 1,
  clientMutationId: null,
  undoes: null,
  byDemo: false,
  target: { type: "TaskAssignment", id },
  actor: { membershipId: "m", displayName: "Demi", organisation: null },
  subject: task && { __typename: "Task", ...task },
});

test("RW-10 what just changed names each letter once, also one that went away, and no other news of a task", () => {
  const changes = new LetterChanges();
  changes.learn([card(letter("one", "ACCEPTED"))]);
  expect(changes.take([event(1, "ASSIGNMENT_ACCEPTED", "one", card(letter("one", "ACCEPTED"))), event(2, "TASK_UPDATED", "t", card())])).toBe(false);
  const after = card(letter("two", "ACCEPTED"));
  changes.take([event(3, "ASSIGNMENT_PROPOSED", "two", after), event(4, "ASSIGNMENT_ACCEPTED", "two", after), event(5, "ASSIGNMENT_RELEASED", "one", after)]);
  const told = () => changes.all().map(({ id, state, organisationId }) => `${id} ${state} ${organisationId}`);
  expect(told()).toEqual(["5 RELEASED o", "4 ACCEPTED o", "3 PROPOSED o"]);
  expect(changes.take([event(5, "ASSIGNMENT_RELEASED", "one", after), event(6, "ASSIGNMENT_ACCEPTED", "hidden", null)])).toBe(false);
  expect(told().length).toBe(3);
});
