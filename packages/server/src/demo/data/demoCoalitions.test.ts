import { AccessRole, Capability, Letter, TaskState } from "@wijkbord/schema";
import { describe, expect, test } from "vitest";
import { demoFaults } from "../demoFaults.ts";
import { venlo } from "./venlo.ts";
import { zuidwest } from "./zuidwest.ts";

const countByBoard = (coalition: typeof zuidwest) => Object.fromEntries(coalition.boards.map((board) => [board.areaCode, board.tasks.length]));

describe.each([zuidwest, venlo])("$slug", (coalition) => {
  test("is consistent", () => {
    expect(demoFaults(coalition)).toEqual([]);
  });

  test("contains no personal data of anyone real", () => {
    for (const person of coalition.people) {
      expect(person.displayName).toMatch(/ (Voorbeeld|Demo|Fictief)$/);
      expect(person.email).toMatch(/^[a-z]+@[a-z-]+\.example$/);
    }
    const text = JSON.stringify(coalition.boards);
    expect(text).not.toMatch(/\d{4} ?[A-Z]{2}\b/);
    expect(text).not.toMatch(/@|\b0\d{9}\b|\b\d{9}\b|\+31/);
  });
});

test("boards carry the agreed number of tasks", () => {
  expect(countByBoard(zuidwest)).toEqual({ WK051836: 24, WK051834: 10, "ZW-BOUWLUST": 8, "ZW-VREDERUST": 0 });
  expect(countByBoard(venlo)).toEqual({ WK098331: 8 });
});

test("every partner in Zuidwest has a coordinator who may sign", () => {
  for (const organisation of zuidwest.organisations.filter((each) => each.partner)) {
    const signers = zuidwest.people.flatMap((person) =>
      person.memberships.filter(
        (membership) =>
          membership.organisation === organisation.key &&
          membership.accessRole === AccessRole.PARTNER_COORDINATOR &&
          membership.capabilities.includes(Capability.SIGN),
      ),
    );
    expect(signers, organisation.key).not.toEqual([]);
  }
});

test("one person belongs to both coalitions", () => {
  const shared = zuidwest.people.filter((person) => venlo.people.some((other) => other.key === person.key));
  expect(shared.map((person) => person.displayName)).toEqual(["Noor Fictief"]);
});

test("Moerwijk shows every state and open points", () => {
  const tasks = zuidwest.boards[0]?.tasks ?? [];
  const states = [TaskState.PROPOSED, TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.BLOCKED, TaskState.IN_REVIEW, TaskState.DONE];
  for (const state of states) expect(tasks.map((each) => each.state)).toContain(state);
  const choices = tasks.filter((each) => each.assignments.filter((one) => one.letter === Letter.ACCOUNTABLE && !one.accepted).length > 1);
  expect(choices.map((each) => each.key)).toEqual(["leerbanen"]);
});
